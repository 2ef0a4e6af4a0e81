import DiscussionModel
import Platform
import Reader

/// Times in the user's time zone.
enum LocalTime {
  /// A moment as `24 Nov 2026, 18:30`.
  ///
  /// - Parameter seconds: since 1970.
  /// - Returns: it in words, without the name of the zone.
  static func text(_ seconds: Int64) -> String {
    let (local, hasOverflowed) = seconds.addingReportingOverflow(utcOffset(at: seconds))
    return Calendar.dateAndTime(
      Moment(seconds: hasOverflowed ? seconds : local, hasTime: true))
  }

  /// Looks up the zone.
  ///
  /// - Parameter seconds: when, since 1970.
  /// - Returns: by how many seconds local time is ahead of UTC then.
  static func utcOffset(at seconds: Int64) -> Int64 {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    return Int64(parts.tm_gmtoff)
  }
}
