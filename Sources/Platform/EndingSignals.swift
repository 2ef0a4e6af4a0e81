/// Signals that end a program by default and that POSIX does not name, or not everywhere.
public enum EndingSignals {
  /// Their numbers, ascending.
  public static var all: [Int32] {
    #if canImport(Darwin)
      []
    #else
      [SIGSTKFLT, SIGPOLL, SIGPWR] + Array(firstRealTime...lastRealTime)
    #endif
  }

  #if !canImport(Darwin)
    /// Those of real time (signal(7)); the C library keeps two for itself.
    private static let (firstRealTime, lastRealTime): (Int32, Int32) = (34, 64)
  #endif
}
