/// How large the numbers may be that come from files, sites, databases and people.
///
/// Each is checked where it is read: what is beyond is skipped with a warning, or refused in one line. So no sum of
/// them overflows: a million comments with the largest counts come to 10^18.
public enum NumberBounds {
  private static let most = 1_000_000_000_000

  /// Numbers of comments.
  public static let number = 0...most
  /// Scores, which may be negative.
  public static let score = -most...most
  /// Counts of replies, votes, pages, bytes and characters.
  public static let count = 0...most
  /// Any other number.
  public static let any = -most...most
  /// Seconds since 1970 of the years 1 to 9999.
  public static let time: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
  /// Seconds since 1970 at which somebody decided something, as others state them: a clock may have been far
  /// ahead, and each decision is at least a second later than the one it replaces.
  public static let decision: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000
}

extension Int {
  /// The sum, or the nearest number that there is.
  public func sum(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }
}

extension Comparable {
  /// The value, or the nearest end of a range that does not contain it.
  public func clamped(to bounds: ClosedRange<Self>) -> Self {
    min(max(self, bounds.lowerBound), bounds.upperBound)
  }
}
