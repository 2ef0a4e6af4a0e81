import DiscussionModel

/// What the two forms of Hacker News have in common.
enum HackerNews {
  static func url(of id: String) -> String { "https://news.ycombinator.com/item?id=\(id)" }

  /// An article's text: the link it is about, then what was written, then the choices of a poll.
  static func body(link: String?, text: RawText?, choices: [String] = []) -> RawText? {
    var parts: [String] = []
    if let link { parts.append(HTMLText.link(to: link)) }
    if let text, !text.isEmpty {
      if parts.isEmpty, choices.isEmpty { return text }
      parts.append(text.text)
    }
    if !choices.isEmpty { parts.append("<ul><li>\(choices.joined(separator: "<li>"))</ul>") }
    return parts.isEmpty ? nil : RawText(parts.joined(separator: "<p>"))
  }

  /// A choice of a poll, in HTML.
  static func choice(_ text: String, points: Int?) -> String {
    points.map { "\(text) (\(counted($0, "point")))" } ?? text
  }

  /// A title for an article that is itself a comment.
  static func title(author: String?, text: RawText?) -> String {
    let line = HTMLText.line(text?.text ?? "", limit: 60)
    return line.isEmpty ? "A comment on Hacker News" : "\(author ?? "Somebody"): \(line)"
  }
}
