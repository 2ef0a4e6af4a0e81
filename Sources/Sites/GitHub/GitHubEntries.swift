import DiscussionModel
import WebAddresses

/// Issues and comments, wherever they are in what GitHub has answered.
struct GitHubEntries {
  private(set) var issues: [GitHubIssue] = []
  private(set) var comments: [GitHubComment] = []
  /// The ids of comments by those that GraphQL gives them.
  private(set) var ids: [String: String] = [:]
  /// The addresses of issues by their ids, as comments have them.
  private var pages: [String: String] = [:]
  /// For a comment how many direct replies it says it has.
  private(set) var expectedReplies: [String: Int] = [:]
  /// For each review of Forgejo's how many comments on lines it says it has, and how many there are.
  private var expectedLines: [String: Int] = [:]
  private var lines: [String: Int] = [:]
  /// The first comment on each line.
  ///
  /// Forgejo does not say what a comment replies to; its pages put those on the same line together.
  private var firstOnLine: [[String]: (number: Int, id: String)] = [:]
  /// How many reviews of Forgejo's say nothing themselves.
  private(set) var silentReviews = 0
  /// The ids of comments that issues name as their answers.
  private var answers: Set<String> = []

  /// The repositories and numbers of the issues.
  private var known: Set<[String]> = []

  /// What is still to be read: a value, the issue it is of, and the comment it replies to.
  private struct Task {
    var value: JSONValue
    var issue: String?
    var place: GitHubPlace?
    var answers: String?
    var kind: GitHubComment.Kind?
  }

  /// Reads items; what is nested waits on a stack on the heap.
  init(_ items: [JSONValue], _ findings: inout Findings) {
    for item in items where item["pull_request_review_id"] != nil {
      let number = findings.integer(item["id"]) ?? .max
      let key = Self.line(of: item)
      if number < firstOnLine[key]?.number ?? .max {
        firstOnLine[key] = (number, Self.id(of: item, .line, at: 0, &findings))
      }
    }
    var waiting = items.reversed().map { Task(value: $0) }
    while let task = waiting.popLast() {
      let value = task.value
      let before = waiting.count
      if let kind = task.kind {
        read(comment: value, kind, task, &waiting, &findings)
      } else if let inner = Self.wrapped(in: value) {
        waiting += inner.map { Task(value: $0) }
      } else if let kind = Self.kind(of: value) {
        read(comment: value, kind, task, &waiting, &findings)
      } else if Self.isIssue(value) {
        read(issue: value, &waiting, &findings)
      } else {
        findings.add(.unknownKind, at: value)
      }
      waiting[before...].reverse()
    }
    nameRepository(&findings)
  }

  /// Puts the repository, which comments name, in the place of the organisation.
  private mutating func nameRepository(_ findings: inout Findings) {
    guard home?.isOfOrganisation == true else { return }
    var name: String?
    for comment in comments where name == nil {
      name = findings.words(comment.value["repository_url"])
    }
    guard let parts = name?.split(separator: "/").suffix(2), parts.count == 2 else { return }
    let repository = parts.joined(separator: "/")
    for index in issues.indices {
      if let place = issues[index].place {
        issues[index].place = GitHubPlace(place, in: repository)
      }
    }
    for index in comments.indices {
      if let place = comments[index].place {
        comments[index].place = GitHubPlace(place, in: repository)
      }
    }
  }

  /// How many comments on lines reviews say they have that are not here.
  var missingLines: Int {
    expectedLines.reduce(0) { $0.sum(max(0, $1.value.sum(-(lines[$1.key] ?? 0)))) }
  }

  /// Whether a comment is the answer to its discussion.
  func isAnswer(_ comment: GitHubComment) -> Bool {
    guard !answers.isEmpty else { return false }
    var silent = Findings()
    return answers.contains(comment.id)
      || silent.id(comment.value["id"]).map { answers.contains($0) } ?? false
  }

  /// What is in the outer layers of an answer of GraphQL.
  private static func wrapped(in value: JSONValue) -> [JSONValue]? {
    // An issue may have its repository in it, and an event another issue that only mentions this one.
    guard value["title"] == nil, value["body"] == nil, value["event"] == nil else { return nil }
    for name in ["data", "repository", "node", "organization", "viewer", "resource"] as [Member] {
      if let inner = value[name], inner.kind == .object { return [inner] }
    }
    for name in ["issue", "pullRequest", "discussion"] as [Member] {
      if let inner = value[name], inner.kind == .object { return [inner] }
    }
    for name in ["issues", "pullRequests", "discussions"] as [Member] {
      if let inner = value[name] { return nodes(of: inner) }
    }
    return nil
  }

  /// The objects of a connection of GraphQL, or of an array.
  private static func nodes(of value: JSONValue?) -> [JSONValue] {
    guard let value else { return [] }
    if value.kind == .array { return value.elements.filter { $0.kind == .object } }
    if let nodes = value["nodes"] { return nodes.elements.filter { $0.kind == .object } }
    return value["edges"]?.elements.compactMap { $0["node"] }.filter { $0.kind == .object } ?? []
  }

  private static func isIssue(_ value: JSONValue) -> Bool {
    value["title"] != nil || value["comments"]?.kind == .array || value["comments"]?.kind == .object
      || (value["number"] != nil && value["body"] != nil)
  }

  private static func kind(of value: JSONValue) -> GitHubComment.Kind? {
    if value["title"] != nil { return nil }
    // Forgejo calls all of them by the same name in their addresses.
    if value["comments_count"] != nil, value["state"] != nil { return .review }
    if value["pull_request_review_id"] != nil, value["path"] != nil { return .line }
    if let kind = value["html_url"].flatMap(Self.kind(at:)) { return kind }
    // Forgejo has an empty one on what is not a pull request.
    if value["pull_request_url"].map({ !$0.says("") && $0.kind != .null }) ?? false
      || value["pullRequest"] != nil
    {
      return value["submitted_at"] != nil && value["path"] == nil ? .review : .line
    }
    if value["child_comment_count"] != nil { return .answer }
    if value["issue_url"] != nil { return .comment }
    if value["event"]?.says("commented") == true { return .comment }
    if value["event"]?.says("reviewed") == true { return .review }
    let hasTime = value["createdAt"] != nil || value["created_at"] != nil
    return value["body"] != nil && hasTime && value["comments"] == nil ? .comment : nil
  }

  /// What a comment is by the name that it has in its page's address.
  private static func kind(at page: JSONValue) -> GitHubComment.Kind? {
    var silent = Findings()
    guard let fragment = silent.words(page).flatMap({ WebURL.fragment(of: $0) }) else {
      return nil
    }
    let kinds: [(String, GitHubComment.Kind)] = [
      ("issuecomment-", .comment), ("discussion_r", .line), ("pullrequestreview-", .review),
      ("discussioncomment-", .answer),
    ]
    return kinds.first { fragment.hasPrefix($0.0) }?.1
  }

  private mutating func read(
    issue value: JSONValue, _ waiting: inout [Task], _ findings: inout Findings
  ) {
    let issue = GitHubIssue(value, &findings)
    answers.formUnion(issue.answers)
    let repository = issue.place?.repository.lowercased() ?? ""
    if issue.number.map({ known.insert([repository, $0]).inserted }) ?? true {
      issues.append(issue)
    }
    let kind: GitHubComment.Kind = issue.url?.has("/discussions/") == true ? .answer : .comment
    for comment in Self.nodes(of: value["comments"]) {
      waiting.append(Task(value: comment, issue: issue.number, place: issue.place, kind: kind))
    }
    for review in Self.nodes(of: value["reviews"]) {
      waiting.append(Task(value: review, issue: issue.number, place: issue.place, kind: .review))
    }
    for thread in Self.nodes(of: value["reviewThreads"]) {
      var first: String?
      for comment in Self.nodes(of: thread["comments"]) {
        waiting.append(
          Task(
            value: comment, issue: issue.number, place: issue.place, answers: first, kind: .line))
        first = first ?? Self.id(of: comment, .line, at: 0, &findings)
      }
    }
  }

  private mutating func read(
    comment value: JSONValue, _ kind: GitHubComment.Kind, _ task: Task, _ waiting: inout [Task],
    _ findings: inout Findings
  ) {
    let id = Self.id(of: value, kind, at: comments.count, &findings)
    if let node = value["id"], node.string != nil { ids[findings.text(node) ?? ""] = id }
    let page = findings.words(value["html_url"]) ?? findings.words(value["url"])
    let place = task.place ?? Self.place(of: value, page, &findings)
    let issue = task.issue ?? place?.number
    if let issue, let page, let id = place?.id(of: issue) {
      pages[id] = pages[id] ?? String(page.prefix { $0 != "#" })
    }
    if kind == .review, let count = findings.count(value["comments_count"]) {
      if let number = findings.id(value["id"]) { expectedLines[number] = count }
    } else if kind == .line, let review = findings.id(value["pull_request_review_id"]) {
      lines[review, default: 0] += 1
    }
    if kind == .review, Self.isSilent(value, &findings) {
      if findings.words(value["state"]) == "COMMENT" { silentReviews += 1 }
      for comment in Self.nodes(of: value["comments"]) {
        waiting.append(Task(value: comment, issue: issue, place: place, kind: .line))
      }
      return
    }
    var answers = task.answers
    if let known = findings.id(value["in_reply_to_id"]) {
      answers = "discussion_r\(known)"
    } else if let known = findings.id(value["parent_id"]) {
      answers = "discussioncomment-\(known)"
    } else if let known = findings.id(value[["replyTo", "id"]]) {
      answers = answers ?? known
    }
    if kind == .line, place?.isElsewhere == true, let first = firstOnLine[Self.line(of: value)],
      first.id != id
    {
      answers = answers ?? first.id
    }
    comments.append(
      GitHubComment(
        value, kind: kind, id: id, issue: issue, place: place, answers: answers, &findings))
    let count = value["child_comment_count"] ?? value[["replies", "totalCount"]]
    if let count { expectedReplies[id] = findings.count(count) }
    for reply in Self.nodes(of: value["replies"]) {
      waiting.append(Task(value: reply, issue: issue, place: place, answers: id, kind: .answer))
    }
    for comment in kind == .review ? Self.nodes(of: value["comments"]) : [] {
      waiting.append(Task(value: comment, issue: issue, place: place, kind: .line))
    }
  }

  /// The line that a comment is on: the file, and the place after the change or before it.
  private static func line(of value: JSONValue) -> [String] {
    var silent = Findings()
    return [value["path"], value["position"], value["original_position"]].map {
      silent.id($0) ?? ""
    }
  }

  /// Whether a review says nothing: it only holds comments on lines.
  private static func isSilent(_ value: JSONValue, _ findings: inout Findings) -> Bool {
    let state = findings.words(value["state"])
    let isSaid = ["COMMENTED", "PENDING", "COMMENT", "REQUEST_REVIEW"].contains(state)
    return findings.words(value["body"]) == nil && isSaid
  }

  /// The name that a comment has in its page's addresses, which is the same however one asks.
  private static func id(
    of value: JSONValue, _ kind: GitHubComment.Kind, at place: Int, _ findings: inout Findings
  ) -> String {
    var silent = Findings()
    let page = silent.words(value["html_url"]) ?? silent.words(value["url"])
    let number =
      value["id"]?.kind == .integer
      ? value["id"] : value["fullDatabaseId"] ?? value["databaseId"]
    if let number = findings.id(number) {
      let fragment = page.flatMap { WebURL.fragment(of: $0) }
      if kind != .comment, let fragment, fragment.hasPrefix("issuecomment-") { return fragment }
      switch kind {
      case .comment: return "issuecomment-\(number)"
      case .line: return "discussion_r\(number)"
      case .review: return "pullrequestreview-\(number)"
      case .answer: return "discussioncomment-\(number)"
      }
    }
    if let fragment = page.flatMap({ WebURL.fragment(of: $0) }) { return fragment }
    return Identity.id(of: value["id"], of: value, at: place, &findings)
  }

  /// The issue that a comment names.
  private static func place(
    of value: JSONValue, _ page: String?, _ findings: inout Findings
  ) -> GitHubPlace? {
    let addresses = [
      findings.words(value["issue_url"]), findings.words(value["pull_request_url"]), page,
    ]
    let places = addresses.compactMap { $0.flatMap { GitHubPlace($0) } }
    return places.first { $0.number != nil } ?? places.first
  }

  /// The address of an issue, as its comments have it.
  func page(of number: String?) -> String? {
    number.flatMap { number in home.flatMap { pages[$0.id(of: number)] } }
  }

  /// The repository of what is here, by the first address that tells; nil if none does.
  var home: GitHubPlace? {
    issues.lazy.compactMap(\.place).first ?? comments.lazy.compactMap(\.place).first
  }

  /// Only what is in the repository of one issue if there are several.
  ///
  /// - Parameter only: the issue's number, or `OWNER/REPO/NUMBER`; nil if nobody has chosen.
  /// - Returns: the number that is left of that.
  /// - Throws: if that leaves several repositories: issues of the same number in them are not the same.
  mutating func choose(_ only: String?) throws(ImportError) -> String? {
    var names: [String] = []
    var owners: [(name: String, number: String, repository: String, isIssue: Bool)] = []
    for (place, number, isIssue) in issues.map({ ($0.place, $0.number, true) })
      + comments.map({ ($0.place, $0.issue, false) })
    {
      guard let place, let number else { continue }
      let name = "\(place.repository)/\(number)"
      if !names.contains(name), names.count < 20 { names.append(name) }
      owners.append((name, number, place.repository.lowercased(), isIssue))
    }
    let wanted = owners.filter { only == nil || only == $0.number || only == $0.name }
    let number = only.map { only in wanted.first { $0.name == only }?.number ?? only }
    guard Set(owners.map(\.repository)).count > 1 else { return number }
    var repositories = Set(wanted.map(\.repository))
    if only != nil, repositories.count > 1 {
      repositories = Set(wanted.filter(\.isIssue).map(\.repository))
    }
    guard let repository = repositories.first, repositories.count == 1 else {
      throw ImportError(
        only == nil || !wanted.isEmpty ? .several(names) : .notAmong(only ?? "", names),
        in: .inputs)
    }
    issues.removeAll { $0.place.map { $0.repository.lowercased() != repository } ?? false }
    comments.removeAll { $0.place.map { $0.repository.lowercased() != repository } ?? false }
    return number
  }
}
