public import DiscussionModel
import ReadMarks

/// A discussion of the library, as the catalogue has it.
public struct KeptDiscussion: Equatable, Sendable {
  /// The discussion's own id.
  public var id: String
  public var title: String
  /// The article's URL, or the page's; nil if there is none.
  public var url: String?
  /// The address from which it was fetched and can be fetched again; nil if it came as a file.
  public var link: String?
  /// The address of what it is about; empty if it is about its own text, nil if nobody has looked yet.
  public var article: String?
  /// The file as it was when it was looked at.
  public var file: FileStamp
  public var comments: Int
  /// What of them, and besides them, cannot be read; nil if that was not counted yet.
  public var unreadable: Unreadable?
  /// When the article was published, in seconds since 1970; nil if that is not known.
  public var published: Int64?
  /// When it was added or last got comments, in seconds since 1970.
  public var arrived: Int64
  /// What is not read; nil if marks were made, or the file changed, since it was counted.
  public var counts: Counts?
  /// Whether its news are not wanted.
  public var isMuted = false
  /// Whether it was opened from a front page or by a link in another discussion, nobody asked for it to be
  /// kept, and it has no star: it is removed some time after the last visit.
  public var isOnlyVisited = false
  /// When the latest visit began, in seconds since 1970; nil if there was none.
  public internal(set) var visited: Int64?
  /// When something was last done in a visit, in seconds since 1970; nil if there was none.
  var lastActivity: Int64?

  /// How many comments are in which state.
  public struct Counts: Equatable, Sendable {
    public var unread: Int
    /// New for somebody who continues the last visit.
    public var new: Int
    /// Those of them that were in no visit: new for somebody who begins another.
    public var unseen: Int

    public init(unread: Int, new: Int, unseen: Int) {
      self.unread = unread
      self.new = new
      self.unseen = unseen
    }
  }

  public init(
    id: String, title: String, url: String? = nil, link: String? = nil, file: FileStamp,
    comments: Int, unreadable: Unreadable? = nil, published: Int64? = nil, arrived: Int64,
    counts: Counts? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.link = link
    self.file = file
    self.comments = comments
    self.unreadable = unreadable
    self.published = published
    self.arrived = arrived
    self.counts = counts
  }

  /// Counts the new comments.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: how many there are; nil if that is not known.
  public func new(at now: Int64) -> Int? {
    let continues = lastActivity.map { abs(now - $0) < Visit.pause } ?? false
    return continues ? counts?.new : counts?.unseen
  }

  /// Until when it is kept, if it was only visited.
  ///
  /// - Parameter days: for this many days after the last visit; if there was none, after it arrived.
  /// - Returns: the last second, since 1970; nil if it is kept until it is removed.
  public func end(after days: Int) -> Int64? {
    guard isOnlyVisited else { return nil }
    let last = [visited, lastActivity].compactMap { $0 }.max() ?? arrived
    return last + Int64(days.clamped(to: NumberBounds.number)) * 86_400
  }

  /// Takes over what no file says from an older entry of the same discussion.
  public mutating func takeDecisions(of older: KeptDiscussion) {
    arrived = older.arrived
    isMuted = older.isMuted
    isOnlyVisited = older.isOnlyVisited
    visited = older.visited
    lastActivity = older.lastActivity
  }
}

/// By what a changed file is distinguished from an unchanged one.
public struct FileStamp: Equatable, Hashable, Sendable {
  /// Its name in the folder of kept discussions.
  public var name: String
  /// In bytes.
  public var size: Int64
  /// When it was last written, in nanoseconds since 1970.
  public var modified: Int64

  public init(name: String, size: Int64, modified: Int64) {
    self.name = name
    self.size = size
    self.modified = modified
  }
}
