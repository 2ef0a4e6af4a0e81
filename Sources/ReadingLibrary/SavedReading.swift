/// What the reader decided about one comment.
public struct SavedMark: Equatable, Sendable {
  /// The comment's id in its discussion.
  public var comment: String
  /// False for a comment that was set unread by hand or by undo.
  public var isRead: Bool
  /// When it was decided, in seconds since 1970.
  public var time: Int64

  public init(comment: String, isRead: Bool, time: Int64) {
    self.comment = comment
    self.isRead = isRead
    self.time = time
  }
}

/// Where the reader was in a discussion.
public struct SavedPlace: Equatable, Sendable {
  /// The caller's name for an entry of the page, such as `article` or `comment/17`; kept as it is.
  public var entry: String
  /// An offset in the entry's text, in the caller's unit; kept as it is.
  public var offset: Int

  public init(entry: String, offset: Int) {
    self.entry = entry
    self.offset = offset
  }
}

/// What is known about a discussion from earlier visits.
public struct SavedReading: Equatable, Sendable {
  /// At most one a comment, ascending by the bytes of the comments' ids.
  public var marks: [SavedMark]
  /// The place saved last; nil when none was.
  public var place: SavedPlace?
  /// When the first visit began, in seconds since 1970.
  public var firstVisit: Int64
  /// When the latest visit that was recorded began, in seconds since 1970.
  public var lastVisit: Int64

  public init(marks: [SavedMark], place: SavedPlace?, firstVisit: Int64, lastVisit: Int64) {
    self.marks = marks
    self.place = place
    self.firstVisit = firstVisit
    self.lastVisit = lastVisit
  }
}
