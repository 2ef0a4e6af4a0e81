import DiscussionModel

/// A discussion while an importer puts it together.
struct Draft {
  /// Everything but the comments.
  var discussion: Discussion
  /// In source order; each parent is an id, whether it is there or not.
  private(set) var comments: [Comment] = []
  /// For each comment when it was written, in seconds since 1970; nil if nobody knows.
  private(set) var seconds: [Int64?] = []
  /// Comments that answer the article, that the source has and the files have not.
  var missingAtTop = 0
  /// How many of those nobody knows where they belong: only the source's count shows that they are missing.
  private(set) var unplaced = 0
  /// How many comments the source says it has.
  var sourceCount: Int?
  /// Whether the source's own numbers are kept, so that none is given by time.
  var keepsNumbers = false
  /// What a comment answers that is not there, such as `post 17`, by its id.
  var label: (_ id: String) -> String = { "comment \($0)" }
  /// For each comment the file it is from.
  private var origins: [ObjectIdentifier?] = []
  /// For each id the comment's place.
  private var places: [String: Int] = [:]

  init(id: String, title: String, markup: Markup) {
    discussion = Discussion(id: DiscussionID.composed(id), title: title)
    discussion.markup = markup
  }

  mutating func reserveCapacity(_ count: Int) {
    comments.reserveCapacity(count)
    seconds.reserveCapacity(count)
    origins.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  /// Adds a comment, unless one with its id is there.
  ///
  /// One that stands twice in the same file is noted; files may overlap.
  ///
  /// - Parameters:
  ///   - comment: the comment.
  ///   - time: when it was written.
  ///   - value: where it is; nil for one that no file has.
  ///   - findings: where the note goes.
  /// - Returns: whether it was added.
  @discardableResult mutating func add(
    _ comment: Comment, at time: SourceTime?, from value: JSONValue?, _ findings: inout Findings
  ) -> Bool {
    let next = comments.count
    let origin = value.map { ObjectIdentifier($0.tree) }
    if let known = places.updateValue(next, forKey: comment.id) {
      places[comment.id] = known
      if let value, origins[known] == origin { findings.add(.repeatedComment, at: value) }
      return false
    }
    comments.append(comment)
    seconds.append(time?.seconds)
    origins.append(origin)
    if comment.published == nil, let time { comments[next].published = time.text }
    return true
  }

  /// The place of a comment; nil if it is not there.
  func place(of id: String) -> Int? { places[id] }

  /// Whether a comment is there.
  func contains(_ id: String) -> Bool { places[id] != nil }

  /// Changes a comment that is there.
  mutating func change(_ id: String, _ change: (inout Comment) -> Void) {
    if let place = places[id] { change(&comments[place]) }
  }

  /// Changes the comment at a place.
  mutating func change(at place: Int, _ change: (inout Comment) -> Void) {
    change(&comments[place])
  }

  /// Counts replies as missing under a comment, or under the article where it is not there.
  mutating func addMissing(_ count: Int, under id: String?) {
    guard count > 0 else { return }
    guard let id, let place = places[id] else {
      missingAtTop = missingAtTop.sum(count)
      return
    }
    comments[place].amend { $0.missingReplies = ($0.missingReplies ?? 0).sum(count) }
  }

  /// Counts comments as missing of which nobody knows more than that the source counts them.
  mutating func addUnplaced(_ count: Int) {
    guard count > 0 else { return }
    unplaced = unplaced.sum(count)
    addMissing(count, under: nil)
  }

  /// Counts the replies that comments say they have and that are not there.
  ///
  /// - Parameter expected: by a comment's id how many direct replies its source knows.
  mutating func countMissing(_ expected: [String: Int]) {
    var present: [String: Int] = [:]
    for comment in comments { if let parent = comment.parent { present[parent, default: 0] += 1 } }
    for comment in comments {
      guard let count = expected[comment.id] else { continue }
      addMissing(count.sum(-present[comment.id, default: 0]), under: comment.id)
    }
  }

  // MARK: What it becomes

  /// The discussion, with a number for each comment and what to report.
  ///
  /// A comment whose parent is not there goes to the top level and says what it replies to.
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

  /// Numbers the comments by time, each after the one that it replies to.
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

extension Comment {
  /// Changes what few comments have.
  mutating func amend(_ change: (inout CommentDetails) -> Void) {
    var amended = details ?? CommentDetails()
    change(&amended)
    if amended != CommentDetails() { details = amended }
  }
}
