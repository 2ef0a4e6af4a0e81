import DiscussionModel

/// One status.
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
    id = findings.id(value[.id])
    answers = findings.id(value[.answerTo])
    account = findings.words(value[[.account, .acct]])
    author =
      findings.words(value[[.account, .displayName]])
      ?? findings.words(value[[.account, .username]]) ?? account
    time = findings.time(value[.createdAt])
    edited = findings.time(value[.editedAt])?.text.text
    uri = findings.words(value[.uri])
    url = findings.words(value[.url]) ?? uri
    warning = findings.words(value[.spoilerText])
    text = findings.rawText(value[.content])
    favourites = findings.integer(value[.favouritesCount])
    replies = findings.integer(value[.repliesCount])
    let additions = Self.additions(value, &findings)
    body =
      additions.isEmpty ? text : RawText((text?.text ?? "") + additions.joined(separator: ""))
  }

  /// Attachments by their descriptions, the choices of a poll, and the link of a preview.
  private static func additions(_ value: JSONValue, _ findings: inout Findings) -> [String] {
    var additions: [String] = []
    for attachment in findings.objects(value[.mediaAttachments]) {
      let kind = findings.words(attachment[.type]) ?? "attachment"
      let description = findings.words(attachment[.description]) ?? "no description"
      let url = findings.words(attachment[.url]) ?? findings.words(attachment[.remoteURL])
      let words = "\(kind): \(description)"
      additions.append(
        url.map { HTMLText.link(to: $0, words) } ?? "<p>\(HTMLText.escaped(words))</p>")
    }
    let choices = findings.objects(findings.object(value[.poll])?[.options])
    if !choices.isEmpty {
      let items = choices.map { choice in
        let title = HTMLText.escaped(findings.text(choice[.title]) ?? "")
        let votes = findings.integer(choice[.votesCount])
        return "<li>\(title)\(votes.map { " (\(counted($0, "vote")))" } ?? "")</li>"
      }
      additions.append("<ul>\(items.joined())</ul>")
    }
    return additions
  }
}
