public import Reader

/// What a user has set.
public struct Settings: Sendable {
  /// A theme's name; nil for the default.
  public var theme: String?
  /// How wide text is set; nil where nothing is said.
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
  /// Whether the outline is shown; nil where nothing is said.
  public var hasOutline: Bool?
  /// For so many days after the last visit a discussion is kept that was only visited.
  public var visitedDays = 30
  /// What can be done, with the keys for it.
  public var commands = Command.all

  public enum Width: Equatable, Sendable {
    /// At most so many cells.
    case cells(Int)
    /// As wide as the screen.
    case full
  }

  public init() {}

  /// A theme as far as it is wanted.
  public func applied(to theme: Theme) -> Theme {
    usesAuthorColors ? theme : theme.withoutPeople
  }

  /// For how many days what was only visited can be kept.
  public static let visitedDays = 1...10_000

  /// The narrowest and the widest that text can be set, in cells.
  public static let widths = 20...1000
}
