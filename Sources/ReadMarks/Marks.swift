public import DiscussionModel

/// What was read, for every comment by its position in the thread, and the counts of it.
public struct Marks: Equatable, Sendable {
  /// What is known of one comment.
  public struct Mark: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Read, or never to be read (deleted at its source).
    public static let read = Mark(rawValue: 1)
    /// Became read in this visit.
    public static let readNow = Mark(rawValue: 2)
    /// Set unread by hand or by undo: passing does not mark it again in this visit.
    public static let keptUnread = Mark(rawValue: 4)
    /// Arrived since the last visit, or since what the reader chose, and was not read.
    public static let new = Mark(rawValue: 8)
    /// Was read, and says something else since; unread.
    public static let edited = Mark(rawValue: 16)
    public static let starred = Mark(rawValue: 32)
    /// Its branch is muted: later replies arrive read.
    public static let muted = Mark(rawValue: 64)

    /// What has nothing to do with being read.
    public static let flags: Mark = [.starred, .muted]

    /// What says whether a comment is read.
    public static let reading: Mark = [.read, .readNow, .keptUnread, .new, .edited]

    /// What only an unread comment is.
    public static let unreadStates: Mark = [.keptUnread, .new, .edited]

    /// The mark once its comment was read in this visit.
    public var asRead: Mark { subtracting(.unreadStates).union([.read, .readNow]) }
  }

  private var marks: [Mark]
  private var unread: FenwickTree
  private var new: FenwickTree

  /// - Complexity: O(*n*).
  public init(_ marks: [Mark]) {
    self.marks = marks
    unread = FenwickTree(marks.map { !$0.contains(.read) })
    new = FenwickTree(marks.map { $0.contains(.new) && !$0.contains(.read) })
  }

  public subscript(position: Int) -> Mark { marks[position] }

  public func isUnread(_ position: Int) -> Bool { !marks[position].contains(.read) }

  /// Unread comments in the whole thread.
  public var unreadCount: Int { unread.total }

  /// New comments in the whole thread; they are unread too.
  public var newCount: Int { new.total }

  /// Comments that were read and say something else since.
  ///
  /// - Complexity: O(*n*).
  public var editedCount: Int { positions(with: .edited).count }

  /// - Complexity: O(log *n*).
  public func unreadCount(in positions: Range<Int>) -> Int { unread.sum(in: positions) }

  /// The first unread comment at or after a position; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  public func firstUnread(from position: Int) -> Int? {
    unread.index(ofRank: unread.sum(before: position))
  }

  /// The last unread comment before a position; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  public func lastUnread(before position: Int) -> Int? {
    unread.index(ofRank: unread.sum(before: position) - 1)
  }

  /// New comments in a range of positions.
  ///
  /// - Complexity: O(log *n*).
  public func newCount(in positions: Range<Int>) -> Int { new.sum(in: positions) }

  /// The first new comment at or after a position; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  public func firstNew(from position: Int) -> Int? {
    new.index(ofRank: new.sum(before: position))
  }

  /// The last new comment before a position; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  public func lastNew(before position: Int) -> Int? {
    new.index(ofRank: new.sum(before: position) - 1)
  }

  /// The position of the new comment that has this many new ones before it; nil if there is none.
  ///
  /// - Complexity: O(log *n*).
  public func new(ofRank rank: Int) -> Int? { new.index(ofRank: rank) }

  /// The unread comments in a range of positions, ascending.
  ///
  /// - Complexity: O(log *n*) for each.
  public func unreadPositions(in positions: Range<Int>) -> [Int] {
    var result: [Int] = []
    var next = firstUnread(from: positions.lowerBound)
    while let position = next, position < positions.upperBound {
      result.append(position)
      next = firstUnread(from: position + 1)
    }
    return result
  }

  /// The positions of all comments with a mark, ascending.
  ///
  /// - Complexity: O(*n*).
  public func positions(with mark: Mark) -> [Int] {
    marks.indices.filter { marks[$0].contains(mark) }
  }

  /// Whether each comment is new if it came late enough: it is unread, and not edited.
  private var canBeNew: [Bool] { marks.map { $0.isDisjoint(with: [.read, .edited]) } }

  /// How many comments would be new if these came late enough.
  ///
  /// - Complexity: O(*n*).
  public func newCount(of areLate: [Bool]) -> Int {
    zip(canBeNew, areLate).reduce(0) { $0 + ($1.0 && $1.1 ? 1 : 0) }
  }

  /// Decides again which comments are new: those that arrived late enough.
  ///
  /// - Complexity: O(*n*).
  public mutating func setNew(_ areLate: [Bool]) {
    let areNew = zip(canBeNew, areLate).map { $0 && $1 }
    for (position, isNew) in areNew.enumerated() where isNew != marks[position].isUnreadNew {
      marks[position].formSymmetricDifference(.new)
    }
    new = FenwickTree(areNew)
  }

  /// - Complexity: O(log *n*).
  public mutating func set(_ mark: Mark, at position: Int) {
    let old = marks[position]
    marks[position] = mark
    let change = (old.contains(.read) ? 1 : 0) - (mark.contains(.read) ? 1 : 0)
    if change != 0 { unread.add(change, at: position) }
    let newChange = (mark.isUnreadNew ? 1 : 0) - (old.isUnreadNew ? 1 : 0)
    if newChange != 0 { new.add(newChange, at: position) }
  }
}

extension Marks.Mark {
  fileprivate var isUnreadNew: Bool { contains(.new) && !contains(.read) }
}

// MARK: The rule

extension Marks {
  /// What is read, new and edited in a discussion, given what was saved.
  ///
  /// What came into muted branches is read.
  ///
  /// - Parameters:
  ///   - page: the discussion.
  ///   - earlier: what was saved; on a first visit nothing, and then all is unread and nothing new.
  /// - Complexity: O(*n*).
  public init(of page: Page, after earlier: EarlierReading = EarlierReading()) {
    self.init(of: page, decidedIn: earlier)
    for position in arrivals(in: page, after: earlier) {
      set(self[position].subtracting(.reading).union(.read), at: position)
    }
  }

  /// The same, before what came into muted branches is read.
  ///
  /// Comments that arrived since ``EarlierReading/since`` and are not read are new; read ones that say
  /// something else now are edited, and unread; deleted ones are never unread.
  ///
  /// - Complexity: O(*n*).
  public init(of page: Page, decidedIn earlier: EarlierReading) {
    self.init((0..<page.thread.count).map { earlier.mark(at: $0, in: page) })
    // What comes below a muted comment is saved as read, though nobody reads it.
    for branch in mutedReplies(in: page) {
      for position in branch { marks[position].remove(.readNow) }
    }
  }

  /// The comments of muted branches that came, or changed, since anything was decided about them,
  /// ascending: they are to be read, and to be saved as such.
  ///
  /// - Complexity: O(*n*).
  public func arrivals(in page: Page, after earlier: EarlierReading) -> [Int] {
    mutedReplies(in: page).flatMap { branch in
      branch.filter { position in
        isUnread(position)
          && (self[position].contains(.edited)
            || earlier.decisions[page.comment(at: position).id] == nil)
      }
    }
  }

  /// The positions of all comments that have a muted one above them, ascending, as ranges apart.
  ///
  /// - Complexity: O(*n*).
  public func mutedReplies(in page: Page) -> [Range<Int>] {
    var branches: [Range<Int>] = []
    for root in positions(with: .muted) where root >= branches.last?.upperBound ?? 0 {
      branches.append(page.thread.descendants(of: root))
    }
    return branches
  }
}

extension EarlierReading {
  /// What is known of one comment, by its position.
  ///
  /// - Complexity: O(length of the body) for one that was read.
  public func mark(at position: Int, in page: Page) -> Marks.Mark {
    let comment = page.comment(at: position)
    var mark: Marks.Mark = []
    if stars.contains(comment.id) { mark.insert(.starred) }
    if mutes.contains(comment.id) { mark.insert(.muted) }
    if comment.state == .deleted { return mark.union(.read) }
    if let decision = decisions[comment.id], decision.isRead {
      let isEdited = decision.body.map { $0 != page.bodyVersion(at: position) } ?? false
      if isEdited { return mark.union(.edited) }
      return mark.union(isOfThisVisit(decision) ? [.read, .readNow] : .read)
    }
    return isNew(position, in: page, published: page.published(at: position))
      ? mark.union(.new) : mark
  }

  /// Whether something was decided in the visit that goes on, which was perhaps interrupted.
  private func isOfThisVisit(_ decision: Decision) -> Bool {
    guard case .visit(let start) = since else { return false }
    return decision.time >= start
  }
}
