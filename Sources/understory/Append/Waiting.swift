import TextGrid

/// Work that the reader waits for, and when to report it.
///
/// Times are milliseconds of a clock that only goes forward.
struct Waiting {
  /// Since when it goes on; nil if nothing does.
  private var start: Int?
  /// When to report next.
  private var next = 0

  /// Work that takes no longer than this is not reported.
  private static let patience = 1000
  /// From one report to the next.
  private static let pause = 3000

  /// Takes note of what goes on.
  ///
  /// - Parameters:
  ///   - work: what it is; nil for nothing.
  ///   - now: the time.
  /// - Returns: the report that is due now; nil if none is.
  mutating func report(_ work: SafeText?, at now: Int) -> SafeText? {
    guard let work else {
      start = nil
      return nil
    }
    guard let start else {
      (self.start, next) = (now, now + Self.patience)
      return nil
    }
    guard now >= next else { return nil }
    let isFirst = next == start + Self.patience
    next = now + Self.pause
    return isFirst ? work : "still " + work + SafeText(", \((now - start) / 1000) s")
  }

  /// How long until the next report; nil if nothing goes on.
  func delay(at now: Int) -> Int? { start.map { _ in max(0, next - now) } }
}
