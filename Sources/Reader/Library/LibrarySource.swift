import DiscussionModel
public import TextGrid

/// A front page that somebody keeps, as the library's screen lists it.
public struct LibrarySource: Equatable, Sendable {
  /// What it is called.
  public var name: SafeText
  /// The name or the address by which it is opened.
  public var address: String
  /// How many of its discussions have new comments.
  public var withNews: Int
  /// How many discussions it listed last; nil if it was never opened.
  public var count: Int?
  /// When it was fetched last, in seconds since 1970; nil if it never was.
  public var fetched: Int64?

  public init(
    name: SafeText, address: String, withNews: Int = 0, count: Int? = nil, fetched: Int64? = nil
  ) {
    self.name = name
    self.address = address
    self.withNews = withNews
    self.count = count
    self.fetched = fetched
  }

  /// What it is, in words.
  static let kind: SafeText = "front page"

  /// What Enter does with it, and how it stands, for the last row.
  var words: SafeText {
    let news = withNews > 0 ? " · \(counted(withNews, "discussion")) with new comments" : ""
    return Self.kind + SafeText(news)
  }
}
