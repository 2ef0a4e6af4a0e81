import DiscussionModel

extension Draft {
  /// The discussion, with a number for each comment and what has to be told.
  ///
  /// A comment whose parent is not there goes to the top level and says what it answers.
  ///
  /// - Complexity: O(*n* log *n*).
  consuming func finish(_ findings: Findings) -> ImportedDiscussion {
    var findings = findings
    for place in comments.indices {
      guard let parent = comments[place].parent, !contains(parent) else { continue }
      findings.add(.unknownParent)
      let label = self.label(parent)
      change(at: place) { comment in
        comment.parent = nil
        comment.amend { $0.parentLabel = $0.parentLabel ?? label }
      }
    }
    let thread = Thread(of: comments)
    findings.add(.circle, thread.cycles)
    let silent = comments.count { $0.body == nil && $0.state != .deleted }
    findings.add(.missingText, silent)
    if !keepsNumbers { number(thread) }
    let missing = comments.reduce(missingAtTop) { $0.sum($1.details?.missingReplies ?? 0) }
    var discussion = self.discussion
    discussion.comments = comments
    if missingAtTop > 0 {
      let line = "\(counted(missingAtTop, "more comment")) not in this file"
      discussion.notice = discussion.notice.map { "\($0)\n\n\(line)" } ?? line
    }
    let account = ImportedDiscussion.Account(
      read: comments.count, missing: missing, source: sourceCount)
    return ImportedDiscussion(
      discussion: discussion, warnings: findings.lines, summary: Summary(of: discussion).line,
      account: account)
  }

  /// Numbers the comments by time, each after the one that it answers.
  ///
  /// A reply counts as no older than its parent. Of two at the same time the higher up comes first, then the
  /// one with the smaller id, so that numbers do not hang on the order of the file.
  private mutating func number(_ thread: Thread) {
    var times = [Int64](repeating: 0, count: thread.count)
    for position in 0..<thread.count {
      let before = thread.parent(of: position).map { times[$0] } ?? .min
      times[position] = max(seconds[Int(thread.sources[position])] ?? before, before)
    }
    let order = (0..<thread.count).sorted { one, other in
      if times[one] != times[other] { return times[one] < times[other] }
      if thread.depths[one] != thread.depths[other] {
        return thread.depths[one] < thread.depths[other]
      }
      let ids = (
        comments[Int(thread.sources[one])].id, comments[Int(thread.sources[other])].id
      )
      let lengths = (ids.0.utf8.count, ids.1.utf8.count)
      return lengths.0 == lengths.1 ? ids.0 < ids.1 : lengths.0 < lengths.1
    }
    for (number, position) in order.enumerated() {
      let place = Int(thread.sources[position])
      if place != number { change(at: place) { $0.number = number + 1 } }
    }
  }
}

extension ImportedDiscussion {
  /// How many comments there are, here and at the source.
  public struct Account: Equatable, Sendable {
    /// Comments in the discussion.
    public var read: Int
    /// Comments that are reported as missing.
    public var missing: Int
    /// How many the source says it has; nil where it does not say.
    public var source: Int?

    /// `198 comments read + 175 not in this file = 373; the source says 363`.
    public var line: String {
      let sum =
        "\(counted(read, "comment")) read + \(missing) not in this file = \(read.sum(missing))"
      guard let source else { return sum }
      return "\(sum); the source says \(source)"
    }
  }
}
