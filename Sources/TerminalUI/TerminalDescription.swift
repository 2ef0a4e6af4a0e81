import CNcurses
import TextGrid

/// What terminfo knows of a terminal by its name.
public struct TerminalDescription: Equatable, Sendable {
  /// Whether it is known at all.
  public let isKnown: Bool
  /// How many colours it has.
  public let colors: Int
  /// Whether it has true colour.
  public let hasTrueColor: Bool

  /// Looks a terminal up.
  public init(named name: String) {
    var problem: Int32 = 0
    isKnown = setupterm(name, STDOUT_FILENO, &problem) == OK
    guard isKnown else {
      (colors, hasTrueColor) = (0, false)
      return
    }
    colors = max(0, Int(tigetnum("colors")))
    hasTrueColor = ColorPairs.colorsOfTerminal(count: colors).depth == .direct
  }
}
