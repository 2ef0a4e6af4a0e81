/// What the reader moves over: the article, what belongs to it, and the comments in preorder.
///
/// An entry is an index into this page, 0-based: 0 is the article, then come the notice and the
/// link lists, if any, then the comments.
public struct Page: Equatable, Sendable {
  public private(set) var discussion: Discussion
  public let thread: Thread
  /// The entry of the first comment; `count` if there is none.
  public let firstComment: Int
  /// Whether replies to comments that are missing can be requested.
  public var canFetchReplies = false
  /// Whether comments on the article that are missing, as the notice says, can be requested.
  public var canFetchComments = false
  /// What a row that counts missing comments says before the word for what can be requested; nil if it offers nothing.
  public var fetchOffer: String?
  /// Whether the linked article is shown with the discussion's own text.
  public private(set) var showsLinked = false
  /// Whether any comment says who wrote it.
  public let namesAuthors: Bool
  /// How much of the discussion it is.
  public let extent: Extent
  /// What each comment said when the page was made, by its index in the discussion; empty if that cannot change.
  private var bodyVersions: [BodyVersion] = []

  /// How much of a discussion a page has.
  public enum Extent: Equatable, Sendable {
    case whole
    /// The comments in the first bytes of a file whose rest is still being read. If their numbers depend on the rest,
    /// those that they have here are not yet theirs.
    case beginning(hasNumbers: Bool)
  }

  /// - Complexity: O(*n*).
  public init(_ discussion: Discussion, _ extent: Extent = .whole) {
    self.discussion = discussion
    self.extent = extent
    thread = Thread(of: discussion.comments)
    firstComment = 1 + (discussion.notice == nil ? 0 : 1) + discussion.links.count
    namesAuthors = discussion.comments.contains { $0.author?.isEmpty == false }
  }

  /// Notes what each comment says if the texts are in a file to which another program may write: what is marked read is
  /// what was there when the page was made.
  ///
  /// - Complexity: O(length of the texts).
  public mutating func noteBodyVersions() {
    guard discussion.comments.lazy.compactMap(\.body).first?.isInFile == true else { return }
    bodyVersions = discussion.comments.map { BodyVersion(of: $0) }
  }

  /// Takes up the linked article, which nobody had fetched before, or another one.
  public mutating func take(linked: LinkedArticle?) {
    discussion.linked = linked
    if linked?.body == nil { showsLinked = false }
  }

  /// Shows the linked article, if there is one, or hides it.
  public mutating func showLinked(_ isWanted: Bool) {
    showsLinked = isWanted && discussion.linked?.body != nil
  }

  /// Whether the rest of the discussion is still being read.
  public var isBeginning: Bool { extent != .whole }

  /// Whether the comments' numbers are known.
  public var hasNumbers: Bool { extent != .beginning(hasNumbers: false) }

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

  /// The position in the thread of an entry's comment; nil for what is not a comment.
  public func position(of entry: Int) -> Int? {
    entry >= firstComment ? entry - firstComment : nil
  }

  /// The comment at a position in the thread.
  public func comment(at position: Int) -> Comment {
    discussion.comments[Int(thread.sources[position])]
  }

  /// What the comment at a position says, or said when that was noted.
  ///
  /// - Complexity: O(length of the body), or O(1) if it was noted.
  public func bodyVersion(at position: Int) -> BodyVersion {
    let source = Int(thread.sources[position])
    return bodyVersions.isEmpty
      ? BodyVersion(of: discussion.comments[source]) : bodyVersions[source]
  }

  /// Whether the comments at two positions of two pages say the same.
  ///
  /// - Complexity: O(length of the bodies), or O(1) if what they say was noted in both pages.
  public func saysSame(at position: Int, as otherPosition: Int, of other: Page) -> Bool {
    if bodyVersions.isEmpty, other.bodyVersions.isEmpty {
      return comment(at: position).body == other.comment(at: otherPosition).body
    }
    return bodyVersion(at: position) == other.bodyVersion(at: otherPosition)
  }

  /// Whether what was noted in two pages of one discussion differs, though both now find the same texts.
  public func wasChanged(since other: Page) -> Bool {
    !bodyVersions.isEmpty && !other.bodyVersions.isEmpty && bodyVersions != other.bodyVersions
  }

  /// The author of the comment at a position as its source says it, perhaps empty: less to copy than all of the comment.
  public func sourceAuthor(at position: Int) -> String? {
    discussion.comments[Int(thread.sources[position])].author
  }

  /// The number by which readers call the comment at a position.
  public func number(at position: Int) -> Int {
    discussion.number(of: Int(thread.sources[position]))
  }

  /// How many comments are above an entry; 0 for what is not a comment.
  public func depth(of entry: Int) -> Int {
    position(of: entry).map { Int(thread.depths[$0]) } ?? 0
  }

  /// The entry that an entry's comment replies to; nil at the top level.
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

extension Page {
  /// A name for an entry that holds as long as the discussion has it: `comment/17`.
  public func name(of entry: Int) -> String {
    switch kind(of: entry) {
    case .article: "article"
    case .notice: "notice"
    case .links(let index): "links/\(index)"
    case .comment(let position): "comment/" + comment(at: position).id
    }
  }

  /// The entry with a name; nil when there is none.
  ///
  /// - Complexity: O(*n*) for a comment, else O(1).
  public func entry(named name: String) -> Int? {
    if name == "article" { return 0 }
    if name == "notice" { return discussion.notice == nil ? nil : 1 }
    if name.hasPrefix("links/") {
      guard let index = Int(name.dropFirst("links/".count)),
        discussion.links.indices.contains(index)
      else { return nil }
      return firstComment - discussion.links.count + index
    }
    guard name.hasPrefix("comment/") else { return nil }
    let id = String(name.dropFirst("comment/".count))
    guard let source = discussion.comments.firstIndex(where: { $0.id == id }) else { return nil }
    return Int(thread.positions[source]) + firstComment
  }

  /// The hash of an entry's lasting name: folds are kept by it.
  public func nameHash(of entry: Int) -> UInt64 { FNV1a.hash64(name(of: entry).utf8) }

  /// The hash of a comment's id, by its position: what is known of comments is kept by it.
  public func idHash(at position: Int) -> UInt64 {
    FNV1a.hash64(discussion.comments[Int(thread.sources[position])].id.utf8)
  }
}
