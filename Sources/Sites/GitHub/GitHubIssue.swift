import DiscussionModel
import WebAddresses

/// An issue, a pull request or a discussion.
struct GitHubIssue {
  /// As `OWNER/REPO` counts; nil if it does not say.
  var number: String?
  var id: String?
  var title: String?
  var author: String?
  var body: RawText?
  var url: String?
  var time: SourceTime?
  var score: Int?
  /// How many comments it says it has.
  var count: Int?
  /// Whether replies to comments are not among those.
  var countsThreads = false
  /// Its repository, with the host unless that is GitHub; nil if it does not say.
  var place: GitHubPlace?
  /// Its labels and milestone, and why it was closed, in sentences; nil if there is nothing to say.
  var notice: String?
  /// The ids of the comment that is its answer: as its page's addresses have it, and as GraphQL has it.
  var answers: [String] = []

  /// Reads it in either form of GitHub's names.
  init(_ value: JSONValue, _ findings: inout Findings) {
    number = findings.id(value["number"])
    id = findings.id(value["id"])
    title = findings.words(value["title"])
    author = GitHubUser.name(of: value, &findings)
    body = findings.rawText(value["body"]).flatMap { $0.isEmpty ? nil : $0 }
    url = findings.words(value["html_url"]) ?? findings.words(value["url"])
    time = findings.time(value["created_at"] ?? value["createdAt"])
    score = GitHubUser.reactions(to: value, &findings)
    place = url.flatMap { GitHubPlace($0) }
    switch value["comments"]?.kind {
    case .integer: count = findings.count(value["comments"])
    case .object:
      count = findings.count(value[["comments", "totalCount"]])
      countsThreads = true
    default: break
    }
    notice = Self.notice(value, &findings)
    let answer = value["answer"].flatMap { $0.kind == .object ? $0 : nil }
    let page =
      findings.words(value["answer_html_url"]) ?? findings.words(answer?["html_url"])
      ?? findings.words(answer?["url"])
    answers = [page.flatMap { WebURL.fragment(of: $0) }, findings.id(answer?["id"])]
      .compactMap { $0 }
  }

  private static func notice(_ value: JSONValue, _ findings: inout Findings) -> String? {
    var sentences = [
      Tags.notice(Tags.names(in: value["labels"], &findings), called: "Labels")
    ].compactMap { $0 }
    if let milestone = value["milestone"], milestone.kind == .object,
      let title = findings.words(milestone["title"])
    {
      sentences.append("Milestone: \(title).")
    }
    let reason = findings.words(value["state_reason"]) ?? findings.words(value["stateReason"])
    if let reason {
      let words = reason.lowercased().split(separator: "_").joined(separator: " ")
      let isOpen = words == "reopened"
      sentences.append(isOpen ? "Reopened." : "Closed as \(words).")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

/// What issues and comments have in common.
enum GitHubUser {
  /// Who wrote something; a user that is gone is `ghost`, as on the site.
  static func name(of value: JSONValue, _ findings: inout Findings) -> String? {
    guard let user = value["user"] ?? value["author"] else { return nil }
    if user.kind == .null { return "ghost" }
    return findings.words(findings.object(user)?["login"])
  }

  /// How many reactions something has.
  static func reactions(to value: JSONValue, _ findings: inout Findings) -> Int? {
    let reactions = value["reactions"]
    if let count = reactions?["total_count"] ?? reactions?["totalCount"] {
      return findings.count(count)
    }
    guard let groups = value["reactionGroups"] else { return nil }
    var sum = 0
    for group in findings.objects(groups) {
      sum = sum.sum(findings.count(group[["users", "totalCount"]]) ?? 0)
    }
    return sum
  }
}
