import DiscussionModel

/// GitHub's issues, pull requests and discussions with their comments: answers of its REST interface, of GraphQL, and
/// what `gh issue view --json` writes; mixed as one likes.
///
/// | field | it is |
/// | --- | --- |
/// | `body` | Markdown |
/// | `title`, `login`, `path`, `diff_hunk`, names of labels and milestones, reasons | plain text |
///
/// Several issues become one discussion in which each is a thread, unless one of them is requested.
enum GitHubImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    var entries = GitHubEntries(items, &findings)
    guard !entries.comments.isEmpty || !entries.issues.isEmpty else {
      throw ImportError(.nothing(of: .github), in: .inputs)
    }
    let only = try entries.choose(options.only)
    var numbers: [String] = []
    var seen: Set<String> = []
    for number in (entries.issues.map(\.number) + entries.comments.map(\.issue)).compactMap({ $0 })
    where seen.insert(number).inserted { numbers.append(number) }
    let isOne = numbers.count < 2
    if let only, !numbers.contains(only) {
      throw ImportError(.notAmong(only, Array(numbers.prefix(20))), in: .inputs)
    }
    if isOne || only != nil { return one(only ?? numbers.first, entries, &findings) }
    return all(numbers, entries, &findings)
  }

  /// One issue, which is the article.
  private static func one(
    _ number: String?, _ entries: GitHubEntries, _ findings: inout Findings
  ) -> Draft {
    let repository = entries.home?.repository ?? "unknown"
    let issue = entries.issues.first { $0.number == number } ?? entries.issues.first
    let title = issue?.title ?? "\(repository) #\(number ?? "?")"
    var draft = Draft(
      id: "\(prefix(of: entries)):\(repository)/\(number ?? issue?.id ?? "unknown")", title: title,
      markup: .markdown)
    draft.discussion.url = issue?.url ?? entries.page(of: number)
    draft.discussion.author = issue?.author
    draft.discussion.published = issue?.time?.text.text
    draft.discussion.body = issue?.body
    draft.discussion.notice = issue?.notice
    draft.label = { "\($0)" }
    let isReviewed = entries.comments.contains { $0.kind != .comment }
    let comments = isReviewed ? Self.byTime(entries.comments) : entries.comments
    for comment in comments where comment.issue == nil || comment.issue == number {
      comment.add(to: &draft, under: nil, author: issue?.author, entries, &findings)
    }
    draft.countMissing(entries.expectedReplies)
    draft.addUnplaced(entries.missingLines)
    if let issue { count(issue, comments, entries, in: &draft) }
    return draft
  }

  /// Compares what is here with what an issue counts.
  ///
  /// Those are not the reviews of a pull request, nor comments on its lines, and of a discussion in GraphQL not the
  /// replies. Forgejo counts reviews.
  private static func count(
    _ issue: GitHubIssue, _ comments: [GitHubComment], _ entries: GitHubEntries,
    in draft: inout Draft
  ) {
    guard let count = issue.count else { return }
    let kinds = Set(comments.map(\.kind))
    if kinds.isDisjoint(with: [.line, .review]), !issue.countsThreads || !kinds.contains(.answer) {
      draft.sourceCount = count
      return
    }
    if entries.home?.isElsewhere == true {
      let present = Set(comments.filter { $0.kind != .line }.map(\.id)).count
      return draft.addUnplaced(count.sum(-present).sum(-entries.silentReviews))
    }
    let present = Set(
      comments.filter { [.comment, .answer].contains($0.kind) && $0.answers == nil }.map(\.id))
    draft.addUnplaced(count.sum(-present.count))
  }

  private static func prefix(of entries: GitHubEntries) -> String {
    GitHubPlace.prefix(entries.home?.isElsewhere ?? false)
  }

  /// Comments in the order of time: those on lines, reviews and the others come in lists of their own.
  ///
  /// - Complexity: O(*n* log *n*).
  private static func byTime(_ comments: [GitHubComment]) -> [GitHubComment] {
    let times = comments.map { $0.time?.seconds ?? .max }
    return comments.indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { comments[$0] }
  }

  /// All issues, each at the top of a thread.
  private static func all(
    _ numbers: [String], _ entries: GitHubEntries, _ findings: inout Findings
  ) -> Draft {
    let repository = entries.home?.repository ?? "unknown"
    var draft = Draft(
      id: "\(prefix(of: entries)):\(repository)", title: "\(numbers.count) issues of \(repository)",
      markup: .markdown)
    draft.discussion.url = entries.home.map {
      $0.isElsewhere ? "https://\(repository)" : "https://github.com/\(repository)"
    }
    let issues = Dictionary(grouping: entries.issues, by: \.number)
    let comments = Dictionary(grouping: entries.comments, by: \.issue)
    for number in numbers {
      let issue = issues[number]?.first
      let head = "issue-\(number)"
      var comment = Comment(id: head)
      comment.author = issue?.author
      comment.score = issue?.score
      let title = issue?.title.map { "**\(MarkdownWords.escaped($0))**" } ?? "Issue"
      let text = [title + " #\(number)", issue?.body?.text ?? ""].filter { !$0.isEmpty }
      comment.body = RawText(text.joined(separator: "\n\n"))
      let url = issue?.url ?? entries.page(of: number)
      comment.amend { $0.url = url }
      let own = comments[number] ?? []
      let first = own.compactMap(\.time).min { $0.seconds < $1.seconds }
      draft.add(comment, at: issue?.time ?? first, from: nil, &findings)
      for comment in own {
        comment.add(to: &draft, under: head, author: issue?.author, entries, &findings)
      }
    }
    for comment in comments[nil] ?? [] {
      comment.add(to: &draft, under: nil, author: nil, entries, &findings)
    }
    draft.countMissing(entries.expectedReplies)
    return draft
  }
}
