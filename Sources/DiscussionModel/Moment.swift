/// A point in time as ISO 8601 writes it, to the second, or a day.
public struct Moment: Equatable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; at a day's start where only a day was given.
  public var seconds: Int64
  /// Whether a time of day was given.
  public var hasTime: Bool

  public init(seconds: Int64, hasTime: Bool) {
    self.seconds = seconds
    self.hasTime = hasTime
  }

  /// Reads a date such as `2017-01-27`, `2017-01-27T10:00Z` or `2017-01-27 10:00:00.5+01:00`.
  ///
  /// A time without a zone is taken as UTC. Nil for anything else.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let days = rest.takeDate() else { return nil }
    seconds = days * 86_400
    hasTime = !rest.isEmpty
    guard hasTime else { return }
    guard rest.take("T") || rest.take("t") || rest.take(" "), let time = rest.takeTime(),
      let offset = rest.takeZone(), rest.isEmpty
    else { return nil }
    seconds += time - offset
  }

  /// The day in the proleptic Gregorian calendar, in UTC; month and day count from 1 (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
  public var day: (year: Int, month: Int, day: Int) {
    let whole = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0) + 719_468
    let era = (whole >= 0 ? whole : whole - 146_096) / 146_097
    let dayOfEra = whole - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(dayOfYear - (153 * shifted + 2) / 5 + 1))
  }

  /// It as ISO 8601 writes it: `2017-01-27T10:00:00Z`, or only the day.
  public var iso: String {
    func digits(_ number: Int, _ count: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let (year, month, day) = day
    let date = "\(digits(year, 4))-\(digits(month))-\(digits(day))"
    guard hasTime else { return date }
    let time = Int((seconds % 86_400 + 86_400) % 86_400)
    return date + "T\(digits(time / 3600)):\(digits(time / 60 % 60)):\(digits(time % 60))Z"
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible
  /// Low-Level Date Algorithms", `days_from_civil`).
  fileprivate static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension ArraySlice<UInt8> {
  /// Takes a date of the calendar and gives its days since 1970-01-01.
  fileprivate mutating func takeDate() -> Int64? {
    guard let year = takeNumber(digits: 4), take("-"),
      let month = takeNumber(digits: 2), 1...12 ~= month, take("-"),
      let day = takeNumber(digits: 2), day > 0
    else { return nil }
    let days = Moment.days(year: year, month: month, day: day)
    let nextMonth =
      month == 12
      ? Moment.days(year: year + 1, month: 1, day: 1)
      : Moment.days(year: year, month: month + 1, day: 1)
    return days < nextMonth ? days : nil
  }

  /// Takes a time of day, 24:00 and a leap second included, and gives its seconds without fraction.
  fileprivate mutating func takeTime() -> Int64? {
    guard let hour = takeNumber(digits: 2), take(":"), let minute = takeNumber(digits: 2),
      minute < 60
    else { return nil }
    var seconds = hour * 3600 + minute * 60
    if take(":") {
      guard let second = takeNumber(digits: 2), second < 61 else { return nil }
      seconds += second
      if take(".") {
        guard takeNumber(digits: 1) != nil else { return nil }
        while takeNumber(digits: 1) != nil {}
      }
    }
    return seconds <= 86_400 ? seconds : nil
  }

  /// Takes a zone, such as `Z`, `+01:00`, `-0530` or `+01`, or nothing, which is UTC, and gives the
  /// seconds by which it is ahead.
  fileprivate mutating func takeZone() -> Int64? {
    if isEmpty || take("Z") || take("z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = takeNumber(digits: 2), hours < 24 else { return nil }
    let needsMinutes = take(":")
    guard needsMinutes || !isEmpty else { return (isWest ? -1 : 1) * hours * 3600 }
    guard let minutes = takeNumber(digits: 2), minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  fileprivate mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber(digits: Int) -> Int64? {
    guard count >= digits, prefix(digits).allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let value = prefix(digits).reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    removeFirst(digits)
    return value
  }
}
