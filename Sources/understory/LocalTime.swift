import Glibc

/// Times in the user's time zone.
enum LocalTime {
  /// A moment as `2026-11-24 18:30`.
  ///
  /// - Parameter seconds: since 1970.
  /// - Returns: nothing but digits and signs.
  static func text(_ seconds: Int64) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min))"
  }
}
