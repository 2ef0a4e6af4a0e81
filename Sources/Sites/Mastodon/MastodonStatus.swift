import DiscussionModel

/// One status.
///
/// | field | it is |
/// | --- | --- |
/// | `content` | HTML |
/// | `spoiler_text`, `display_name`, `username`, `acct` | plain text |
/// | `description` of media; `title` of choices; `title`, `description`, `author_name`, `provider_name` of a card | plain text |
struct MastodonStatus {
  let value: JSONValue
  let id: String?
  let answers: String?
  let author: String?
  /// The name of its account, with a host unless it is of the host that answered.
  let account: String?
  let time: SourceTime?
  let edited: String?
  let url: String?
  let uri: String?
  /// What is behind it, where the text is not to be seen at once.
  let warning: String?
  let text: RawText?
  /// The text, then attachments and polls in words.
  let body: RawText?
  let favourites: Int?
  let replies: Int?

  init(_ value: JSONValue, _ findings: inout Findings) {
    self.value = value
    id = findings.id(value["id"])
    answers = findings.id(value["in_reply_to_id"])
    account = findings.words(value[["account", "acct"]])
    author =
      findings.words(value[["account", "display_name"]])
      ?? findings.words(value[["account", "username"]]) ?? account
    time = findings.time(value["created_at"])
    edited = findings.time(value["edited_at"])?.text.text
    uri = findings.words(value["uri"])
    url = findings.words(value["url"]) ?? uri
    warning = findings.words(value["spoiler_text"])
    favourites = findings.count(value["favourites_count"])
    replies = findings.count(value["replies_count"])
    let quote = MastodonQuote(value, &findings)
    let own = findings.rawText(value["content"])
    text = quote == nil ? own : own.map { MastodonQuote.withoutAddress($0) }
    var parts = Self.additions(value, &findings)
    if let quote { parts.append(quote.html) }
    if let other = findings.object(value["reblog"]) {
      parts.append(MastodonQuote(status: other, &findings).html)
    }
    body = parts.isEmpty ? text : RawText((text?.text ?? "") + parts.joined())
  }

  /// Attachments by their descriptions, the choices of a poll, and the preview of a link.
  static func additions(_ value: JSONValue, _ findings: inout Findings) -> [String] {
    var additions: [String] = []
    for attachment in findings.objects(value["media_attachments"]) {
      let kind = findings.words(attachment["type"]) ?? "attachment"
      let description = findings.words(attachment["description"]) ?? "no description"
      let url =
        findings.words(attachment["url"]) ?? findings.words(attachment["remote_url"])
        ?? findings.words(attachment["preview_url"])
      let words = "\(kind): \(description)"
      additions.append(
        url.map { HTMLText.link(to: $0, words) } ?? "<p>\(HTMLText.escaped(words))</p>")
    }
    if let poll = findings.object(value["poll"]) { additions += self.poll(poll, &findings) }
    if let card = findings.object(value["card"]) { additions += self.card(card, &findings) }
    return additions
  }

  private static func poll(_ poll: JSONValue, _ findings: inout Findings) -> [String] {
    let choices = findings.objects(poll["options"])
    guard !choices.isEmpty else { return [] }
    let items = choices.map { choice in
      let title = HTMLText.escaped(findings.text(choice["title"]) ?? "")
      let votes = findings.count(choice["votes_count"])
      return "<li>\(title)\(votes.map { " (\(counted($0, "vote")))" } ?? "")</li>"
    }
    var line: [String] = []
    if let voters = findings.count(poll["voters_count"]) {
      line.append(counted(voters, "voter"))
    } else if let votes = findings.count(poll["votes_count"]) {
      line.append("\(counted(votes, "vote")) in all")
    }
    if findings.flag(poll["expired"]) { line.append("closed") }
    let end = line.isEmpty ? "" : "<p>\(line.joined(separator: ", "))</p>"
    return ["<ul>\(items.joined())</ul>\(end)"]
  }

  private static func card(_ card: JSONValue, _ findings: inout Findings) -> [String] {
    let url = findings.words(card["url"])
    guard let title = findings.words(card["title"]) ?? url else { return [] }
    let names = [findings.words(card["author_name"]), findings.words(card["provider_name"])]
    let end = names.compactMap { $0 }.map { ", " + HTMLText.escaped($0) }.joined()
    let words = HTMLText.escaped(title)
    let link = url.map { "<a href=\"\(HTMLText.escaped($0))\">\(words)</a>" } ?? words
    let others = [
      findings.words(card["description"]),
      findings.words(card["image_description"]).map { "image: \($0)" },
    ].compactMap { $0 }.map { "<p>\(HTMLText.escaped($0))</p>" }
    return ["<blockquote><p>\(link)\(end)</p>\(others.joined())</blockquote>"]
  }
}

/// A status within another one: one that it quotes, or one that it passes on.
struct MastodonQuote {
  /// It as a quotation, with a link to it; or why it is not there.
  let html: String

  /// The quotation of a status; nil if it quotes nothing.
  ///
  /// Servers that had quotes before Mastodon give the status itself, without a state.
  init?(_ value: JSONValue, _ findings: inout Findings) {
    guard let quote = findings.object(value["quote"]) else { return nil }
    let inner = quote["content"] == nil ? findings.object(quote["quoted_status"]) : quote
    let state = findings.words(quote["state"]) ?? "accepted"
    if let inner, state == "accepted" {
      self.init(status: inner, &findings)
    } else if state == "accepted" {
      return nil
    } else {
      let why = state.split(separator: "_").joined(separator: " ")
      let words = "quoted post not shown: \(HTMLText.escaped(why))"
      self.init(html: "<blockquote><p><em>\(words)</em></p></blockquote>")
    }
  }

  private init(html: String) { self.html = html }

  init(status: JSONValue, _ findings: inout Findings) {
    let name =
      findings.words(status[["account", "display_name"]])
      ?? findings.words(status[["account", "username"]])
      ?? findings.words(status[["account", "acct"]])
    let words = HTMLText.escaped(name ?? "a post")
    let address = findings.words(status["url"]) ?? findings.words(status["uri"])
    let link = address.map { "<a href=\"\(HTMLText.escaped($0))\">\(words)</a>" } ?? words
    let warning = findings.words(status["spoiler_text"]).map { "<p>\(HTMLText.escaped($0))</p>" }
    let text = findings.text(status["content"]) ?? ""
    let rest = MastodonStatus.additions(status, &findings).joined()
    html = "<blockquote><p>\(link):</p>\(warning ?? "")\(text)\(rest)</blockquote>"
  }

  /// A text without the paragraph at its start that gives the address of what it quotes, for programs that know no
  /// quotes.
  static func withoutAddress(_ text: RawText) -> RawText {
    let html = text.text
    let start = "<p class=\"quote-inline\">"
    guard html.hasPrefix(start) else { return text }
    var rest = html.dropFirst(start.count)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("</p>") { return RawText(String(rest.dropFirst(4))) }
      rest = rest.dropFirst()
    }
    return text
  }
}
