public import DiscussionModel

/// How many comments came in each stretch of time, from the first to the last.
public struct TimeBars: Equatable, Sendable {
  /// The earliest and the latest.
  public let first: Moment
  public let last: Moment
  /// Seconds since 1970, ascending.
  private let seconds: [Int64]

  /// Nil if there are no moments; they may come in any order.
  init?(_ moments: [Moment]) {
    let sorted = moments.sorted { $0.seconds < $1.seconds }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    self.first = first
    self.last = last
    seconds = sorted.map(\.seconds)
  }

  /// Comments by stretches of one length, in whole lengths since 1970.
  public struct Bars: Equatable, Sendable {
    /// Seconds of a stretch.
    public let length: Int64
    /// When the first stretch begins, in seconds since 1970.
    public let start: Int64
    public let counts: [Int]
  }

  private static let minute: Int64 = 60
  private static let hour: Int64 = 3600
  private static let day: Int64 = 86_400
  private static let lengths: [Int64] = [
    minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour,
    12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day, 91 * day, 182 * day, 364 * day,
  ]

  /// The comments in the shortest stretches of which there are not too many.
  ///
  /// - Parameter limit: how many stretches there may be, at least 1.
  /// - Returns: stretches of no less than a day where a time of day is not known.
  /// - Complexity: O(*n*).
  public func bars(atMost limit: Int) -> Bars {
    let hasTime = first.hasTime && last.hasTime
    var length = Self.lengths.first { $0 >= (hasTime ? 0 : Self.day) && count(of: $0) <= limit }
    if length == nil {
      var long = 728 * Self.day
      while count(of: long) > limit { long *= 2 }
      length = long
    }
    let chosen = length ?? Self.day
    var counts = [Int](repeating: 0, count: count(of: chosen))
    let start = Self.index(of: first.seconds, chosen)
    for second in seconds { counts[Int(Self.index(of: second, chosen) - start)] += 1 }
    return Bars(length: chosen, start: start * chosen, counts: counts)
  }

  private func count(of length: Int64) -> Int {
    Int(Self.index(of: last.seconds, length) - Self.index(of: first.seconds, length)) + 1
  }

  /// In which stretch a second is; those before 1970 have negative numbers.
  private static func index(of second: Int64, _ length: Int64) -> Int64 {
    second / length - (second % length < 0 ? 1 : 0)
  }

  /// A length in words, such as `3 hours` or `minute`.
  static func words(_ length: Int64) -> String {
    let units = [(7 * day, "week"), (day, "day"), (hour, "hour"), (minute, "minute")]
    let unit = units.first { length % $0.0 == 0 } ?? (1, "second")
    return length == unit.0 ? unit.1 : counted(Int(length / unit.0), unit.1)
  }
}
