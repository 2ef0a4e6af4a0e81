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
    guard let year = rest.takeNumber(digits: 4), rest.take("-"),
      let month = rest.takeNumber(digits: 2), 1...12 ~= month, rest.take("-"),
      let day = rest.takeNumber(digits: 2), 1...31 ~= day
    else { return nil }
    seconds = Self.days(year: year, month: month, day: day) * 86_400
    hasTime = false
    if rest.isEmpty { return }
    guard rest.take("T") || rest.take("t") || rest.take(" "),
      let hour = rest.takeNumber(digits: 2), hour < 25, rest.take(":"),
      let minute = rest.takeNumber(digits: 2), minute < 60
    else { return nil }
    seconds += hour * 3600 + minute * 60
    hasTime = true
    if rest.take(":") {
      guard let second = rest.takeNumber(digits: 2), second < 61 else { return nil }
      seconds += second
      if rest.take(".") { while rest.takeNumber(digits: 1) != nil {} }
    }
    if rest.isEmpty || rest.elementsEqual("Z".utf8) || rest.elementsEqual("z".utf8) { return }
    let isWest = rest.take("-")
    guard isWest || rest.take("+"), let hours = rest.takeNumber(digits: 2) else { return nil }
    _ = rest.take(":")
    let minutes = rest.takeNumber(digits: 2) ?? 0
    guard rest.isEmpty else { return nil }
    seconds += (isWest ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible
  /// Low-Level Date Algorithms", `days_from_civil`).
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension ArraySlice<UInt8> {
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
