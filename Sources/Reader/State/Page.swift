public import DiscussionModel

/// What the reader moves over: the article, what belongs to it, and the comments in preorder.
///
/// An entry is an index into this page, 0-based: 0 is the article, then come the notice and the
/// link lists, if any, then the comments.
public struct Page: Equatable, Sendable {
  public let discussion: Discussion
  public let thread: Thread
  /// The entry of the first comment; `count` where there is none.
  public let firstComment: Int
  /// Whether replies to comments that are missing can be asked for.
  public var canFetchReplies = false
  /// Whether comments on the article that are missing, as the notice says, can be asked for.
  public var canFetchComments = false
  /// Whether any comment says who wrote it.
  let namesAuthors: Bool

  /// - Complexity: O(*n*).
  public init(_ discussion: Discussion) {
    self.discussion = discussion
    thread = Thread(of: discussion.comments)
    firstComment = 1 + (discussion.notice == nil ? 0 : 1) + discussion.links.count
    namesAuthors = discussion.comments.contains { $0.author?.isEmpty == false }
  }

  /// How many entries there are; at least one.
  public var count: Int { firstComment + thread.count }

  public enum Kind: Equatable, Sendable {
    case article
    case notice
    /// An index into `Discussion.links`.
    case links(Int)
    /// A position in the thread.
    case comment(Int)
  }

  public func kind(of entry: Int) -> Kind {
    if entry >= firstComment { return .comment(entry - firstComment) }
    if entry == 0 { return .article }
    if discussion.notice != nil { return entry == 1 ? .notice : .links(entry - 2) }
    return .links(entry - 1)
  }

  /// The position in the thread of an entry's comment; nil for what is no comment.
  public func position(of entry: Int) -> Int? {
    entry >= firstComment ? entry - firstComment : nil
  }

  /// The comment at a position in the thread.
  public func comment(at position: Int) -> Comment {
    discussion.comments[Int(thread.sources[position])]
  }

  /// The number by which readers call the comment at a position.
  public func number(at position: Int) -> Int {
    discussion.number(of: Int(thread.sources[position]))
  }

  /// How many comments are above an entry; 0 for what is no comment.
  public func depth(of entry: Int) -> Int {
    position(of: entry).map { Int(thread.depths[$0]) } ?? 0
  }

  /// The entry that an entry's comment answers; nil at the top level.
  public func parent(of entry: Int) -> Int? {
    position(of: entry).flatMap { thread.parent(of: $0) }.map { $0 + firstComment }
  }

  /// The first entry after an entry and all that is below it.
  public func subtreeEnd(of entry: Int) -> Int {
    position(of: entry).map { Int(thread.subtreeEnds[$0]) + firstComment } ?? entry + 1
  }

  /// How many comments are below an entry's.
  public func replyCount(of entry: Int) -> Int { subtreeEnd(of: entry) - entry - 1 }
}
