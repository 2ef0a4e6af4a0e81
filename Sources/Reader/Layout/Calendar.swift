public import DiscussionModel

/// Dates and times in words.
public enum Calendar {
  /// A day as readers write it, `27 Jan 2017`; what cannot be read stays as it is.
  public static func date(_ iso: String) -> String {
    let fields = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard Moment(iso) != nil, fields.count == 3 else { return iso }
    return "\(fields[2]) \(months[fields[1] - 1]) \(fields[0])"
  }

  /// How long ago a moment was, in its largest unit: `now`, `5 min`, `2 h`, `3 d`, `4 mo`, `9 y`.
  ///
  /// A moment to come counts as now.
  static func age(of moment: Moment, now: Int64) -> String {
    let seconds = now - moment.seconds
    let units: [(seconds: Int64, name: String)] = [
      (31_556_952, "y"), (2_629_746, "mo"), (86_400, "d"), (3600, "h"), (60, "min"),
    ]
    guard let unit = units.first(where: { seconds >= $0.seconds }) else { return "now" }
    return "\(seconds / unit.seconds) \(unit.name)"
  }

  /// How long after a start a moment was, in its largest unit: `+4 h`, or `-5 min` before it.
  ///
  /// If one of them is only a day, in days at least.
  static func age(of moment: Moment, since start: Moment) -> String {
    let seconds = moment.seconds - start.seconds
    let isExact = moment.hasTime && start.hasTime
    let words = age(of: Moment(seconds: 0, hasTime: true), now: abs(seconds))
    let isShort = abs(seconds) < (isExact ? 60 : 86_400)
    return (seconds < 0 && !isShort ? "-" : "+") + (isShort ? isExact ? "0 min" : "0 d" : words)
  }

  /// A date or time of ISO 8601 as `27 Jan 2017, 10:00 UTC`; what cannot be read stays as it is.
  public static func exact(_ iso: String) -> String { Moment(iso).map { exact($0) } ?? iso }

  /// A moment as `27 Jan 2017, 10:00 UTC`, or only its day.
  public static func exact(_ moment: Moment) -> String {
    moment.hasTime ? dateAndTime(moment) + " UTC" : date(moment)
  }

  /// A moment's day, `27 Jan 2017`.
  public static func date(_ moment: Moment) -> String {
    let (year, month, day) = moment.day
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// A moment as `27 Jan 2017, 10:00`, in whatever zone its seconds are counted.
  public static func dateAndTime(_ moment: Moment) -> String {
    let minutes = moment.seconds.modulo(86_400) / 60
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date(moment)), \(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// A time for somebody who reads now, in local time: `21:10` today, `Tue 21:10` within a week, `27 Jan`
  /// within a year, else `27 Jan 2017`.
  ///
  /// - Parameters:
  ///   - seconds: the time, since 1970.
  ///   - now: in seconds since 1970.
  ///   - utcOffset: by how many seconds local time is ahead of UTC.
  /// - Returns: it in words.
  static func brief(_ seconds: Int64, now: Int64, utcOffset: Int64) -> String {
    let local = Moment(seconds: seconds + utcOffset, hasTime: true)
    let today = now + utcOffset
    // 1970 began on a Thursday.
    func day(_ seconds: Int64) -> Int64 { (seconds - seconds.modulo(86_400)) / 86_400 }
    let days = day(today) - day(local.seconds)
    let time = String(dateAndTime(local).suffix(5))
    if days == 0 { return time }
    if 1...6 ~= days { return "\(weekdays[Int((day(local.seconds) + 4).modulo(7))]) \(time)" }
    let date = date(local)
    return Moment(seconds: today, hasTime: true).day.year == local.day.year
      ? String(date.dropLast(5)) : date
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Int64 {
  /// The remainder that is never negative.
  fileprivate func modulo(_ divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
