import CNcurses
import TextGrid

/// What terminfo knows of a terminal by its name.
public struct TerminalDescription: Equatable, Sendable {
  /// Whether it is known at all.
  public let isKnown: Bool
  /// Whether only the descriptions that are built in have it.
  public let isBuiltIn: Bool
  /// How many colours it has.
  public let colors: Int
  /// Whether it has true colour.
  public let hasTrueColor: Bool

  /// Looks a terminal up.
  public init(named name: String) {
    let search = TerminalDatabase.find(name) {
      var problem: Int32 = 0
      return setupterm(name, STDOUT_FILENO, &problem) == OK ? () : nil
    }
    isKnown = search != nil
    isBuiltIn = search?.isBuiltIn ?? false
    guard isKnown else {
      (colors, hasTrueColor) = (0, false)
      return
    }
    colors = max(0, Int(tigetnum("colors")))
    hasTrueColor = ColorPairs.colorsOfTerminal(count: colors).depth == .direct
  }
}
