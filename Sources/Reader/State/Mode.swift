/// What the keys and the screen are about.
public enum Mode: Equatable, Sendable {
  case reading
  /// The help screen, from its row `top` on, 0-based.
  case help(top: Int)
  /// The comments with a star, one of which is selected, 0-based.
  case stars(selected: Int)
}

/// A row of an entry: a place in the page that does not move when other things do.
public struct ScrollPosition: Comparable, Sendable {
  public var entry: Int
  /// 0-based; one past the entry's last row is the blank row after it.
  public var row: Int

  public init(entry: Int, row: Int) {
    self.entry = entry
    self.row = row
  }

  public static func < (one: ScrollPosition, other: ScrollPosition) -> Bool {
    (one.entry, one.row) < (other.entry, other.row)
  }
}
