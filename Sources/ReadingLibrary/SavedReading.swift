/// What is known about a discussion from earlier visits.
public struct SavedReading: Equatable, Sendable {
  /// At most one a comment, ascending by the bytes of the comments' ids.
  public var marks: [SavedMark] = []
  /// Comments that ever had a star, at most one each, in the same order.
  public var stars: [SavedFlag] = []
  /// Comments whose branch was ever muted, at most one each, in the same order.
  public var mutes: [SavedFlag] = []
  /// What was folded when the last visit ended: the caller's hashes, in its order; nil where none
  /// were saved.
  public var folds: [UInt64]?
  /// The comments of the first visit: the caller's hashes, in its order; nil where none were saved.
  public var knownComments: [UInt64]?
  /// The place saved last; nil when none was.
  public var place: SavedPlace?
  /// When the first visit began, in seconds since 1970.
  public var firstVisit: Int64
  /// When the latest visit that was recorded began, in seconds since 1970.
  public var lastVisit: Int64

  public init(firstVisit: Int64, lastVisit: Int64) {
    self.firstVisit = firstVisit
    self.lastVisit = lastVisit
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
