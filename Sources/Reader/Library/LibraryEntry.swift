public import TextGrid

/// One discussion of the library, as its screen lists it.
public struct LibraryEntry: Equatable, Sendable {
  /// The discussion's id, by which it is opened.
  public var id: String
  public var title: SafeText
  /// Where it comes from, in a word: `HN`, `sample`, or a host's name.
  public var source: SafeText
  /// How many comments it has.
  public var comments: Int
  public var unread: Int
  /// How many came since the first visit and are not read.
  public var new: Int
  /// When it was published or else begun, in seconds since 1970; nil where that is not known.
  public var published: Int64?
  /// When it was added or last got comments, in seconds since 1970.
  public var arrived: Int64
  /// When it was opened last, in seconds since 1970; nil where it never was.
  public var visited: Int64?
  /// Whether its news are not wanted.
  public var isMuted: Bool
  /// The article's URL or the site's page; nil where there is none.
  public var address: SafeText?

  public init(
    id: String, title: SafeText, source: SafeText, comments: Int, unread: Int, new: Int = 0,
    published: Int64? = nil, arrived: Int64 = 0, visited: Int64? = nil, isMuted: Bool = false,
    address: SafeText? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.comments = comments
    self.unread = unread
    self.new = new
    self.published = published
    self.arrived = arrived
    self.visited = visited
    self.isMuted = isMuted
    self.address = address
  }
}
