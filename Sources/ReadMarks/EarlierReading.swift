public import DiscussionModel

/// What is known of a discussion from earlier visits, or from another reader of it.
public struct EarlierReading: Equatable, Sendable {
  /// For a comment's id what was decided about it.
  public var decisions: [String: Decision]
  /// The ids of comments with a star, and of those whose branch is muted.
  public var stars: Set<String>
  public var mutes: Set<String>
  /// Hashes of the names of folded entries, see `Page.nameHash(of:)`; nil where none were kept.
  public var folds: Set<UInt64>?
  /// Hashes of the ids of the comments that were there at the first visit; nil where that is not
  /// known, and nothing counts as new.
  public var knownComments: Set<UInt64>?
  public var place: Place?

  /// What was decided about one comment.
  public struct Decision: Equatable, Sendable {
    public var isRead: Bool
    /// In seconds since 1970.
    public var time: Int64
    /// What the comment said then; nil where that is not known.
    public var body: BodyVersion?

    public init(isRead: Bool, time: Int64, body: BodyVersion? = nil) {
      self.isRead = isRead
      self.time = time
      self.body = body
    }
  }

  public init(
    decisions: [String: Decision] = [:], stars: Set<String> = [], mutes: Set<String> = [],
    folds: Set<UInt64>? = nil, knownComments: Set<UInt64>? = nil, place: Place? = nil
  ) {
    self.decisions = decisions
    self.stars = stars
    self.mutes = mutes
    self.folds = folds
    self.knownComments = knownComments
    self.place = place
  }
}

/// What tells whether a comment still says the same.
public struct BodyVersion: Equatable, Sendable {
  /// In bytes of UTF-8.
  public var length: Int
  /// FNV-1a of its text.
  public var hash: UInt64

  public init(length: Int, hash: UInt64) {
    self.length = length
    self.hash = hash
  }
}

extension Page {
  /// What a comment says, by its position.
  ///
  /// - Complexity: O(length of the body).
  public func bodyVersion(at position: Int) -> BodyVersion {
    let text = comment(at: position).body?.text ?? ""
    return BodyVersion(length: text.utf8.count, hash: FNV1a.hash64(text.utf8))
  }
}

/// A place that outlives the program.
public struct Place: Equatable, Sendable {
  /// The entry's lasting name: see `Page.name(of:)`.
  public var entry: String
  /// The offset in its text at which the screen begins; 0 where its start is on the screen.
  public var offset: Int

  public init(entry: String, offset: Int) {
    self.entry = entry
    self.offset = offset
  }
}

/// What has changed about a comment.
public struct SavedChange: Equatable, Sendable {
  /// The comment's id.
  public var comment: String
  public var kind: Kind
  /// When, in seconds since 1970.
  public var time: Int64

  public enum Kind: Equatable, Sendable {
    /// It was marked read, saying this; nil where that is not known.
    case read(BodyVersion?)
    case unread
    case starred(Bool)
    case muted(Bool)
  }

  public init(comment: String, kind: Kind, time: Int64) {
    self.comment = comment
    self.kind = kind
    self.time = time
  }
}
