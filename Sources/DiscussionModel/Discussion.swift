/// An article and the comments on it: what one file contains.
public struct Discussion: Equatable, Sendable {
  /// The same in every copy of the same discussion; marks are kept under it.
  public var id: String
  public var title: String
  public var url: String?
  public var author: String?
  /// A date or a date and time of ISO 8601; see ``Moment``.
  public var published: String?
  /// How bodies are written, unless a comment says otherwise.
  public var markup = Markup.plain
  /// The article's text; nil when there is none.
  public var body: RawText?
  /// What stands for each character that the site hides; nil when nothing is hidden.
  public var maskCharacter: Character?
  /// What the site says about the page, such as that the rest is for members.
  public var notice: String?
  /// In source order, which is also the order of siblings.
  public var comments: [Comment]
  public var links: [LinkList] = []
  /// Whether the source did not say who replies to whom.
  public var treeIsInferred = false
  /// From where it was fetched; nil for one that came as a file.
  public var origin: Origin?
  /// The article that it links to, as text; nil as long as nobody has fetched it.
  public var linked: LinkedArticle?
  public var unknownMembers: [UnknownMember] = []

  public init(id: String, title: String, comments: [Comment] = []) {
    self.id = id
    self.title = title
    self.comments = comments
  }

  /// The number by which readers call a comment, as in `#17`.
  ///
  /// - Parameter index: the comment's place in `comments`, 0-based.
  /// - Returns: what its source or importer gave it, or else its position, 1-based.
  public func number(of index: Int) -> Int { comments[index].number ?? index + 1 }
}

/// How a body is written.
public enum Markup: String, CaseIterable, Equatable, Sendable {
  /// Paragraphs separated by a blank line.
  case plain
  case markdown
  case html
}

/// Links that the page lists under one heading.
public struct LinkList: Equatable, Sendable {
  public var heading: String
  public var items: [LinkItem]
  public var unknownMembers: [UnknownMember] = []

  public init(heading: String, items: [LinkItem]) {
    self.heading = heading
    self.items = items
  }
}

/// One link of a list.
public struct LinkItem: Equatable, Sendable {
  public var title: String
  public var url: String?
  /// A date or a date and time of ISO 8601; see ``Moment``.
  public var published: String?
  public var summary: String?
  public var unknownMembers: [UnknownMember] = []

  public init(
    title: String, url: String? = nil, published: String? = nil, summary: String? = nil
  ) {
    self.title = title
    self.url = url
    self.published = published
    self.summary = summary
  }
}
