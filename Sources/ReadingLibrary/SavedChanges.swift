/// What the reader decided about one comment.
public struct SavedMark: Equatable, Sendable {
  /// The comment's id in its discussion.
  public var comment: String
  /// False for a comment that was set unread by hand or by undo.
  public var isRead: Bool
  /// When it was decided, in seconds since 1970.
  public var time: Int64
  /// What the comment said then; nil where that is not known.
  public var text: TextVersion?

  public init(comment: String, isRead: Bool, time: Int64, text: TextVersion? = nil) {
    self.comment = comment
    self.isRead = isRead
    self.time = time
    self.text = text
  }
}

/// What tells whether a text is still the same.
public struct TextVersion: Equatable, Sendable {
  /// In bytes of UTF-8.
  public var length: Int
  /// The caller's hash of it; kept as it is.
  public var hash: UInt64

  public init(length: Int, hash: UInt64) {
    self.length = length
    self.hash = hash
  }
}

/// A star or a mute that was set, or taken away.
public struct SavedFlag: Equatable, Sendable {
  /// The comment's id in its discussion.
  public var comment: String
  public var isSet: Bool
  /// When that was decided, in seconds since 1970.
  public var time: Int64

  public init(comment: String, isSet: Bool, time: Int64) {
    self.comment = comment
    self.isSet = isSet
    self.time = time
  }
}

/// Changes of one discussion that are saved together; of two about one comment the later one stays.
public struct SavedChanges: Equatable, Sendable {
  public var marks: [SavedMark]
  public var stars: [SavedFlag]
  public var mutes: [SavedFlag]

  public init(marks: [SavedMark] = [], stars: [SavedFlag] = [], mutes: [SavedFlag] = []) {
    self.marks = marks
    self.stars = stars
    self.mutes = mutes
  }

  public var isEmpty: Bool { count == 0 }

  public var count: Int { marks.count + stars.count + mutes.count }
}
