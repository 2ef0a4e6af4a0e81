import Platform

/// The time of day.
enum WallClock {
  /// Seconds since 1970; tests can set it ahead.
  static var now: Int64 { Int64(time(nil)) + ahead }

  #if DEBUG
    private static let ahead =
      UserFolder.variable("UNDERSTORY_TEST_CLOCK").flatMap { Int64($0) } ?? 0
  #else
    private static let ahead: Int64 = 0
  #endif
}
