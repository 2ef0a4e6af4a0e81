import DiscussionModel

/// An issue, a pull request or a discussion.
struct GitHubIssue {
  /// As `OWNER/REPO` counts; nil where it does not say.
  var number: String?
  var id: String?
  var title: String?
  var author: String?
  var body: RawText?
  var url: String?
  var time: SourceTime?
  var score: Int?
  /// How many comments it says it has, replies to them not counted.
  var count: Int?

  /// Reads it in either form of GitHub's names.
  init(_ value: JSONValue, _ findings: inout Findings) {
    number = findings.id(value[.number])
    id = findings.id(value[.id])
    title = findings.words(value[.title])
    author = GitHubUser.name(of: value, &findings)
    body = findings.rawText(value[.body]).flatMap { $0.isEmpty ? nil : $0 }
    url = findings.words(value[.htmlURL]) ?? findings.words(value[.url])
    time = findings.time(value[.createdAt] ?? value[.createdAtCamel])
    score = GitHubUser.reactions(to: value, &findings)
    switch value[.comments]?.kind {
    case .integer: count = findings.integer(value[.comments])
    case .object: count = findings.integer(value[[.comments, .totalCount]])
    default: break
    }
  }
}

/// What issues and comments have in common.
enum GitHubUser {
  /// Who wrote something; a user that is gone is `ghost`, as on the site.
  static func name(of value: JSONValue, _ findings: inout Findings) -> String? {
    guard let user = value[.user] ?? value[.author] else { return nil }
    if user.kind == .null { return "ghost" }
    return findings.words(findings.object(user)?[.login])
  }

  /// How many reactions something has.
  static func reactions(to value: JSONValue, _ findings: inout Findings) -> Int? {
    let reactions = value[.reactions]
    if let count = reactions?[.totalCountREST] ?? reactions?[.totalCount] {
      return findings.integer(count)
    }
    guard let groups = value[.reactionGroups] else { return nil }
    var sum = 0
    for group in findings.objects(groups) {
      sum = sum.sum(findings.integer(group[[.users, .totalCount]]) ?? 0)
    }
    return sum
  }
}
