import DiscussionModel

/// What the two forms of Hacker News have in common.
///
/// | field | it is |
/// | --- | --- |
/// | `text` of stories, comments and choices | HTML |
/// | `title` of an item of Firebase | HTML in one line |
/// | `title` of an item of Algolia | plain text, in which some characters are references of HTML |
/// | `by`, `author`, `url` | plain text |
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

  /// The choices of a poll, in the order of its `parts`, in HTML.
  ///
  /// - Parameters:
  ///   - poll: the item, which names them.
  ///   - items: items of the type `pollopt` by their ids.
  ///   - findings: where it is noted that some are not there.
  /// - Returns: a text for each that is there and was not deleted.
  static func choices(
    of poll: JSONValue?, among items: [String: JSONValue], _ findings: inout Findings
  ) -> [String] {
    var choices: [String] = []
    for part in poll?["parts"].map({ Array($0.elements) }) ?? [] {
      if let item = findings.id(part).flatMap({ items[$0] }) {
        choices += choice(item, &findings)
      } else {
        findings.add(.missingChoice, at: part)
      }
    }
    return choices
  }

  /// A choice of a poll, in HTML; none for one that was deleted.
  static func choice(_ item: JSONValue, _ findings: inout Findings) -> [String] {
    guard let text = findings.words(item["text"]) else { return [] }
    let points = findings.integer(item["score"] ?? item["points"])
    return [points.map { "\(text) (\(counted($0, "point")))" } ?? text]
  }

  /// A title for an article that is itself a comment.
  static func title(author: String?, text: RawText?) -> String {
    let line = HTMLText.line(text?.text ?? "", limit: 60)
    return line.isEmpty ? "A comment on Hacker News" : "\(author ?? "Somebody"): \(line)"
  }
}
