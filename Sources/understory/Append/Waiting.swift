import TextGrid

/// Work that somebody waits for, and when it is said that it still goes on.
///
/// Times are milliseconds of a clock that only goes forward.
struct Waiting {
  /// Since when it goes on; nil if nothing does.
  private var start: Int?
  /// When that is said next.
  private var next = 0

  /// Whoever waits no longer than this hears nothing of it.
  private static let patience = 1000
  /// From one report to the next.
  private static let pause = 3000

  /// Takes note of what goes on.
  ///
  /// - Parameters:
  ///   - work: what it is; nil for nothing.
  ///   - now: the time.
  /// - Returns: what is to be said now; nil for nothing.
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

  /// How long until that is said next; nil if nothing goes on.
  func delay(at now: Int) -> Int? { start.map { _ in max(0, next - now) } }
}
