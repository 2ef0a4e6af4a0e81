public import Reader

/// What a user has set.
public struct Settings: Sendable {
  /// A theme's name; nil for the default.
  public var theme: String?
  /// How wide text is set; nil if nothing is said.
  public var width: Width?
  /// Whether passing a comment marks it read.
  public var marksByPassing = true
  public var usesMouse = true
  /// Whether guides, badges and bars are drawn in ASCII.
  public var usesASCII = false
  /// Whether ages count from the article, not from now.
  public var countsAgesFromArticle = false
  /// Whether each person has a colour.
  public var usesAuthorColors = true
  /// Whether the outline is shown; nil if nothing is said.
  public var hasOutline: Bool?
  /// For this many days after the last visit a discussion is kept that was only visited.
  public var visitedDays = 30
  /// The front pages at the top of the library, in the order of the file.
  public var sources: [Source] = []
  /// This many discussions of a source are fetched in the background when it is opened, or by
  /// `fetch --sources`.
  public var prefetch = 0
  /// What can be done, with the keys for it.
  public var commands = Command.all

  public enum Width: Equatable, Sendable {
    /// At most this many cells.
    case cells(Int)
    /// As wide as the screen.
    case full
  }

  /// A front page that a user has named.
  public struct Source: Equatable, Sendable {
    /// What the user calls it.
    public var name: String
    /// Its name or address, as the file says it: `hn/new`.
    public var page: String
    /// Its address.
    public var address: String

    public init(name: String, page: String, address: String) {
      self.name = name
      self.page = page
      self.address = address
    }
  }

  /// The source of a name: the one that has exactly this, or else the first that has it but for small and
  /// capital letters; nil if there is none.
  public func source(named name: String) -> Source? {
    sources.first { $0.name == name }
      ?? sources.first { $0.name.lowercased() == name.lowercased() }
  }

  public init() {}

  /// A theme as far as it is wanted.
  public func applied(to theme: Theme) -> Theme {
    usesAuthorColors ? theme : theme.withoutPeople
  }

  /// How many discussions of a source can be fetched beforehand.
  public static let prefetch = 0...50
  /// At most this many sources are listed.
  public static let mostSources = 100

  /// For how many days what was only visited can be kept.
  public static let visitedDays = 1...10_000

  /// The narrowest and the widest that text can be set, in cells.
  public static let widths = 20...1000
}
