import DiscussionModel

/// A comment on an issue or a discussion, on a line of a pull request, or a review.
struct GitHubComment {
  enum Kind {
    case comment, line, review, answer
  }

  let value: JSONValue
  let kind: Kind
  let id: String
  /// The number of its issue; nil if it does not say.
  var issue: String?
  /// Where that is; nil if it does not say.
  var place: GitHubPlace?
  /// The id of the comment it replies to.
  var answers: String?
  let time: SourceTime?
  let author: String?
  let body: RawText?
  private var score: Int?
  private var details = CommentDetails()

  init(
    _ value: JSONValue, kind: Kind, id: String, issue: String?, place: GitHubPlace?,
    answers: String?, _ findings: inout Findings
  ) {
    self.value = value
    self.kind = kind
    self.id = id
    self.issue = issue
    self.place = place
    self.answers = answers
    time = findings.time(
      value["created_at"] ?? value["createdAt"] ?? value["submitted_at"])
    author = GitHubUser.name(of: value, &findings)
    score = GitHubUser.reactions(to: value, &findings).flatMap { $0 == 0 ? nil : $0 }
    body = Self.body(
      of: value, isFirst: answers == nil, isElsewhere: place?.isElsewhere == true, &findings)
    details.url = findings.words(value["html_url"]) ?? findings.words(value["url"])
    let edited = findings.time(
      value["lastEditedAt"] ?? (value["created_at"] == nil ? nil : value["updated_at"]))
    if let edited, edited.seconds != time?.seconds { details.edited = edited.text.text }
    if findings.flag(value["isMinimized"]) {
      let reason = findings.words(value["minimizedReason"])?.lowercased()
      details.warning = "hidden by the site" + (reason.map { ": \($0)" } ?? "")
    }
    details.badges = badges(&findings)
  }

  private func badges(_ findings: inout Findings) -> [String] {
    var badges: [String] = []
    let role = findings.words(value["author_association"] ?? value["authorAssociation"])
    if let role, ["OWNER", "MEMBER", "COLLABORATOR"].contains(role) {
      badges.append(role.lowercased())
    }
    if findings.flag(value["isAnswer"]) { badges.append("answer") }
    switch findings.words(kind == .review ? value["state"] : nil) {
    case "APPROVED": badges.append("approved")
    case "CHANGES_REQUESTED", "REQUEST_CHANGES": badges.append("requested changes")
    case "DISMISSED": badges.append("dismissed")
    default: break
    }
    return badges
  }

  /// Adds it to a discussion, under the comment that stands for its issue, unless the issue is the
  /// article.
  func add(
    to draft: inout Draft, under head: String?, author opener: String?, _ entries: GitHubEntries,
    _ findings: inout Findings
  ) {
    var comment = Comment(id: id, parent: answers.map { entries.ids[$0] ?? $0 } ?? head)
    comment.author = author
    comment.score = score
    comment.body = body
    var details = details
    if author != nil, author == opener { details.badges.insert("OP", at: 0) }
    if entries.isAnswer(self), !details.badges.contains("answer") {
      details.badges.append("answer")
    }
    comment.amend { $0 = details }
    draft.add(comment, at: time, from: value, &findings)
  }

  /// The text, before it the place in the code that it is about; in words for a review without a text.
  private static func body(
    of value: JSONValue, isFirst: Bool, isElsewhere: Bool, _ findings: inout Findings
  ) -> RawText? {
    let text = findings.rawText(value["body"])
    guard isFirst, let path = findings.words(value["path"]) else { return text }
    // Forgejo calls the line its position, 0 on the side of the change on which it is not.
    let places = isElsewhere ? [value["position"], value["original_position"]] : [value["line"]]
    let number = places.compactMap { findings.integer($0) }.first { $0 != 0 || !isElsewhere }
    let line = number.map { ", line \($0)" } ?? ""
    var parts = ["`\(path.filter { $0 != "`" })`\(line)"]
    if let hunk = findings.words(value["diff_hunk"] ?? value["diffHunk"]) {
      parts.append(code(hunk))
    }
    if let text, !text.isEmpty { parts.append(text.text) }
    return RawText(parts.joined(separator: "\n\n"))
  }

  /// The last lines of a change, as code.
  private static func code(_ hunk: String) -> String {
    let lines = hunk.split(separator: "\n", omittingEmptySubsequences: false).suffix(4)
    var fence = "```"
    while lines.contains(where: { $0.drop { $0 != "`" }.hasPrefix(fence) }) { fence += "`" }
    return "\(fence)diff\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
