import DiscussionModel
import WebAddresses

/// The post that comments are on; its value is nil if it is not in the files.
struct RedditPost {
  let id: String
  let value: JSONValue?
  /// A comment, for what it says of the post.
  let first: JSONValue?
  let texts: RedditTexts
  let author: String?
  /// The post's page.
  let page: String

  init(
    id: String, value: JSONValue?, first: JSONValue?, texts: RedditTexts, _ findings: inout Findings
  ) {
    self.id = id
    self.value = value
    self.first = first
    self.texts = texts
    author = findings.words(value?["author"])
    var silent = Findings()
    let path = findings.words(value?["permalink"])
    let parts = WebURL.path(of: silent.words(first?["permalink"]) ?? "")
    if let path {
      page = Self.absolute(path)
    } else if parts.count > 4, parts[2] == "comments" {
      page = "\(RedditPlan.site)/\(parts.prefix(5).joined(separator: "/"))/"
    } else {
      page = "\(RedditPlan.site)/comments/\(id)/"
    }
  }

  /// The discussion without its comments.
  func draft(_ findings: inout Findings) -> Draft {
    var draft = Draft(id: "reddit:\(id)", title: title(&findings), markup: .markdown)
    draft.discussion.url = page
    draft.discussion.author = author
    draft.discussion.published = findings.time(value?["created_utc"])?.text.text
    draft.discussion.body = body(&findings)
    draft.sourceCount = findings.count(value?["num_comments"])
    var marks: [String] = []
    if findings.flag(value?["over_18"]) { marks.append("not safe for work") }
    if findings.flag(value?["spoiler"]) { marks.append("a spoiler") }
    var sentences: [String] = []
    if !marks.isEmpty { sentences.append("Marked as \(marks.joined(separator: " and ")).") }
    for (what, member) in [("Flair", "link_flair_text"), ("Author's flair", "author_flair_text")]
      as [(String, Member)]
    {
      guard let flair = findings.words(value?[member]) else { continue }
      sentences.append("\(what): \(texts[value].text(flair)).")
    }
    if !sentences.isEmpty { draft.discussion.notice = sentences.joined(separator: " ") }
    return draft
  }

  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? RedditPlan.site + path : path
  }

  private func title(_ findings: inout Findings) -> String {
    if let title = findings.words(value?["title"]) { return texts[value].text(title) }
    var silent = Findings()
    let parts = WebURL.path(of: silent.words(first?["permalink"]) ?? "")
    guard parts.count > 4 else { return "Comments on Reddit \(id)" }
    return parts[4].split(separator: "_").joined(separator: " ")
  }

  /// What was written, or the link, or what was posted elsewhere before; then pictures and polls.
  private func body(_ findings: inout Findings) -> RawText? {
    guard let value else { return nil }
    let texts = texts[value]
    let media = RedditMedia(value, texts, &findings)
    var parts: [String] = []
    let origin = value["crosspost_parent_list"]?.elements.first { $0.kind == .object }
    let link = findings.words(value["url"]).map { texts.text($0) }
    if let origin {
      parts += crosspost(origin, link: link, texts, &findings)
    } else {
      let target = link.flatMap { isOwn($0) ? nil : Self.absolute($0) } ?? media.video(&findings)
      if let target { parts.append(MarkdownWords.address(target)) }
      if let preview = media.preview(&findings) { parts.append(preview) }
    }
    let text = media.text(findings.rawText(value["selftext"]))
    let additions = [media.gallery(&findings), media.poll(&findings)].compactMap { $0 }
    if parts.isEmpty, additions.isEmpty { return text.flatMap { $0.isEmpty ? nil : $0 } }
    if let text, !text.isEmpty { parts.append(text.text) }
    return RawText((parts + additions).joined(separator: "\n\n"))
  }

  /// Whether a link leads to the post itself, as that of a text does.
  private func isOwn(_ link: String) -> Bool {
    let parts = WebURL.path(of: link)
    return parts.contains("comments") && parts.contains(id)
  }

  /// The post that is shown again, with what it links to; `link` is this post's own, which may be
  /// the address of the other's film.
  private func crosspost(
    _ origin: JSONValue, link: String?, _ texts: RedditText, _ findings: inout Findings
  ) -> [String] {
    let media = RedditMedia(origin, texts, &findings)
    let place = findings.words(origin["subreddit"]).map { " from r/\($0)" } ?? ""
    let author = findings.words(origin["author"]).map { ", by u/\($0)" } ?? ""
    let title = MarkdownWords.escaped(texts.text(findings.words(origin["title"]) ?? ""))
    var parts = [MarkdownWords.escaped("Crossposted\(place)\(author)") + ": \(title)"]
    if let path = findings.words(origin["permalink"]) {
      parts.append(MarkdownWords.address(Self.absolute(path)))
    }
    let links = [findings.words(origin["url"]).map { texts.text($0) }, link].compactMap { $0 }
    let outside = links.first {
      !$0.hasPrefix("/") && !WebURL.path(of: $0).contains("comments")
    }
    if let target = outside ?? media.video(&findings) {
      parts.append(MarkdownWords.address(target))
    }
    let text = media.text(findings.rawText(origin["selftext"]))?.text ?? ""
    let inner = [
      media.preview(&findings), text.isEmpty ? nil : text, media.gallery(&findings),
      media.poll(&findings),
    ].compactMap { $0 }
    if !inner.isEmpty { parts.append(MarkdownWords.quoted(inner.joined(separator: "\n\n"))) }
    return parts
  }
}
