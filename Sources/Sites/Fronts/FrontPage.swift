public import DiscussionModel

/// A page on which a site lists discussions to choose from, as it was when it was fetched.
public struct FrontPage: Equatable, Sendable {
  /// What the page is called: `Hacker News: newest`.
  public var title: String
  /// In the site's order.
  public var rows: [FrontRow]
  /// The address of the page after this one; nil if this is the last.
  public var next: String?

  public init(title: String, rows: [FrontRow] = [], next: String? = nil) {
    self.title = title
    self.rows = rows
    self.next = next
  }
}

/// One line of a ``FrontPage``: a discussion, as far as the page describes it.
public struct FrontRow: Equatable, Sendable {
  /// The address of the discussion, which ``SiteVisit`` opens.
  public var link: String
  /// In one line, without markup.
  public var title: String
  /// The address that the discussion is about; nil if it is about its own text.
  public var target: String?
  public var author: String?
  /// When it was posted; nil if the page does not say.
  public var published: Moment?
  /// When the last comment came; nil if the page does not say.
  public var lastActivity: Moment?
  /// The points that it has; nil if the site counts none.
  public var score: Int?
  /// How many comments it has; nil if the page does not say.
  public var comments: Int?
  /// What the site says about its state: `pinned`, `closed`, `solved`.
  public var labels: [String] = []

  public init(link: String, title: String) {
    self.link = link
    self.title = title
  }
}
