/// One comment of a discussion, as its source gives it.
public struct Comment: Equatable, Sendable {
  /// Unique in its discussion.
  public var id: String
  /// The id of the comment that this one replies to; nil if it replies to the article.
  public var parent: String?
  public var author: String?
  /// A date or a date and time of ISO 8601; see ``Moment``.
  public var published: RawText?
  /// Nil when the source has no text for it.
  public var body: RawText?
  /// What few comments have; nil when this one has none of it.
  public var details: CommentDetails? {
    get { boxedDetails.first }
    set { boxedDetails = newValue.map { [$0] } ?? [] }
  }

  /// Within ``NumberBounds``.
  public var score: Int? {
    get { storedScore == Self.none ? nil : storedScore }
    set { storedScore = newValue ?? Self.none }
  }
  /// The number that its source or importer gave it, within ``NumberBounds``; nil leaves it its position.
  public var number: Int? {
    get { storedNumber == Self.none ? nil : storedNumber }
    set { storedNumber = newValue ?? Self.none }
  }
  public var state = CommentState.visible

  /// Empty or one element: an array, since it takes 8 bytes if nothing is in it.
  private var boxedDetails: [CommentDetails] = []
  // A number that may be missing takes twice as much, and there are very many of these.
  private var storedScore = none
  private var storedNumber = none
  private static let none = Int.min

  public init(
    id: String, parent: String? = nil, author: String? = nil, body: RawText? = nil
  ) {
    self.id = id
    self.parent = parent
    self.author = author
    self.body = body
  }
}

/// What became of a comment at its source.
public enum CommentState: String, CaseIterable, Equatable, Sendable {
  case visible
  /// Its text is gone; it keeps its place and its replies, and is never unread.
  case deleted
  case flagged
}

/// What few comments have.
public struct CommentDetails: Equatable, Sendable {
  /// When it was last changed: ISO 8601.
  public var edited: String?
  public var url: String?
  /// How its body is written; nil for the discussion's way.
  public var markup: Markup?
  /// Short words beside the author, such as `OP`.
  public var badges: [String] = []
  /// Why a reader may not want to see the body at once.
  public var warning: String?
  /// How many replies the source has and this file has not.
  public var missingReplies: Int?
  /// What it replies to, if that is not in this file.
  public var parentLabel: String?
  public var unknownMembers: [UnknownMember] = []

  public init() {}
}
