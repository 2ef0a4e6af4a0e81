import DiscussionModel

extension Draft {
  /// The discussion, with a number for each comment and what has to be told.
  ///
  /// A comment whose parent is not there goes to the top level and says what it answers.
  ///
  /// - Complexity: O(*n* log *n*).
  consuming func finish(_ findings: Findings) -> ImportedDiscussion {
    var findings = findings
    let parents = settleParents(&findings)
    let order = Self.order(parents, of: comments, &findings)
    if !keepsNumbers { number(parents, order) }
    var silent = 0
    var missing = missingAtTop
    for place in comments.indices {
      if comments[place].body == nil, comments[place].state != .deleted { silent += 1 }
      missing = missing.sum(comments[place].details?.missingReplies ?? 0)
    }
    findings.add(.missingText, silent)
    if let sourceCount {
      let rest = sourceCount.sum(-comments.count).sum(-missing)
      addUnplaced(rest)
      missing = missing.sum(max(0, rest))
    }
    discussion.comments = comments
    if missingAtTop > 0 {
      discussion.notice = MissingNotice.put(missingAtTop, into: discussion.notice)
    }
    let account = ImportedDiscussion.Account(
      read: comments.count, missing: missing, source: sourceCount, unplaced: unplaced)
    return ImportedDiscussion(
      discussion: discussion, warnings: findings.lines, account: account)
  }

  /// The place of each comment's parent, -1 at the top level, where those go whose parent is not there.
  private mutating func settleParents(_ findings: inout Findings) -> [Int] {
    var parents = [Int](repeating: -1, count: comments.count)
    for place in comments.indices {
      guard let parent = comments[place].parent else { continue }
      if let found = self.place(of: parent) {
        parents[place] = found
        continue
      }
      findings.add(.unknownParent)
      let label = self.label(parent)
      change(at: place) { comment in
        comment.parent = nil
        comment.amend { $0.parentLabel = $0.parentLabel ?? label }
      }
    }
    return parents
  }

  /// Places of comments, each after its parent's; circles are noted, and begin with their first comment.
  private static func order(
    _ parents: [Int], of comments: [Comment], _ findings: inout Findings
  ) -> [Int] {
    if parents.indices.allSatisfy({ parents[$0] < $0 }) { return Array(parents.indices) }
    let thread = Thread(of: comments)
    findings.add(.circle, thread.cycles)
    return thread.sources.map { Int($0) }
  }

  /// Numbers the comments by time, each after the one that it answers.
  ///
  /// A reply counts as no older than its parent. Of two at the same time the higher up comes first, then the
  /// one with the smaller id, so that numbers do not hang on the order of the file.
  private mutating func number(_ parents: [Int], _ order: [Int]) {
    var times = [Int64](repeating: .min, count: parents.count)
    var depths = [Int](repeating: 0, count: parents.count)
    var isKnown = [Bool](repeating: false, count: parents.count)
    for place in order {
      // In a circle the parent of the first is not known yet.
      let parent = parents[place] >= 0 && isKnown[parents[place]] ? parents[place] : nil
      let before = parent.map { times[$0] } ?? .min
      times[place] = max(seconds[place] ?? before, before)
      depths[place] = parent.map { depths[$0] + 1 } ?? 0
      isKnown[place] = true
    }
    let byTime = sorted(order, times: times, depths: depths)
    for (number, place) in byTime.enumerated() where place != number {
      change(at: place) { $0.number = number + 1 }
    }
  }

  private func sorted(_ order: [Int], times: [Int64], depths: [Int]) -> [Int] {
    order.sorted { one, other in
      if times[one] != times[other] { return times[one] < times[other] }
      if depths[one] != depths[other] { return depths[one] < depths[other] }
      let lengths = (comments[one].id.utf8.count, comments[other].id.utf8.count)
      return lengths.0 == lengths.1 ? comments[one].id < comments[other].id : lengths.0 < lengths.1
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
    /// How many of those that are missing only the source's count shows: a page came twice, or the last ones did not
    /// come.
    public var unplaced = 0

    /// `10 of 60 comments that the site counts did not come`; nil if none is missing without a known place.
    public var unplacedLine: String? {
      guard unplaced > 0 else { return nil }
      let all =
        source.map { "\(unplaced) of \(counted($0, "comment"))" } ?? counted(unplaced, "comment")
      return "\(all) that the site counts did not come"
    }

    /// `198 comments read + 175 not in this file = 373; the source says 363`.
    public var line: String {
      let sum =
        "\(counted(read, "comment")) read + \(missing) not in this file = \(read.sum(missing))"
      guard let source else { return sum }
      return "\(sum); the source says \(source)"
    }
  }
}
