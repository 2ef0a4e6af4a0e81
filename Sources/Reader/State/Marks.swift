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
    /// Came after the first visit and was not read since.
    public static let new = Mark(rawValue: 8)
    /// Was read, and says something else since; unread.
    public static let edited = Mark(rawValue: 16)
    public static let starred = Mark(rawValue: 32)
    /// Its branch is muted: later replies arrive read.
    public static let muted = Mark(rawValue: 64)

    /// What has nothing to do with being read.
    static let flags: Mark = [.starred, .muted]

    /// What says whether a comment is read.
    static let reading: Mark = [.read, .readNow, .keptUnread, .new, .edited]

    /// What only an unread comment is.
    static let unreadStates: Mark = [.keptUnread, .new, .edited]

    /// The mark once its comment was read in this visit.
    var asRead: Mark { subtracting(.unreadStates).union([.read, .readNow]) }
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

  /// The unread comments in a range of positions, ascending.
  ///
  /// - Complexity: O(log *n*) for each.
  func unreadPositions(in positions: Range<Int>) -> [Int] {
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
  func positions(with mark: Mark) -> [Int] { marks.indices.filter { marks[$0].contains(mark) } }

  /// - Complexity: O(log *n*).
  mutating func set(_ mark: Mark, at position: Int) {
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
