import DiscussionModel

/// When a site wants to be asked again (RFC 9110 section 10.2.3).
public enum RetryAfter: Equatable, Sendable {
  /// This many seconds after it answered.
  case seconds(Int)
  /// At that time, in seconds since 1970-01-01T00:00:00Z.
  case date(Int64)

  /// No site is believed to want to be left alone for more seconds than a year has.
  private static let longest = 366 * 86_400

  /// Reads the value of `Retry-After`: seconds, or a date in any of the three forms of RFC 9110 section 5.6.7; nil for
  /// anything else.
  ///
  /// - Parameters:
  ///   - text: the value; of several numbers, as of a header that was sent twice, the largest counts.
  ///   - now: when it was sent, in seconds since 1970: a year of two digits is at most 50 years later.
  public init?(_ text: String, now: Int64) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.drop { $0 == " " }
    }
    let spans = numbers.compactMap { Self.span($0) }
    if let longest = spans.max(), spans.count == numbers.count {
      self = .seconds(longest)
    } else if let date = Self.date(text.split { $0 == " " || $0 == "\t" }, now: now) {
      self = .date(date)
    } else {
      return nil
    }
  }

  private static func span(_ text: Substring) -> Int? {
    let digits = text.prefix { $0 != " " && $0 != "\t" }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.dropFirst(digits.count).allSatisfy({ $0 == " " || $0 == "\t" })
    else { return nil }
    return min(Int(digits) ?? .max, longest)
  }

  private static func date(_ words: [Substring], now: Int64) -> Int64? {
    switch words.count {
    case 6 where words[5] == "GMT":  // Sun, 06 Nov 1994 08:49:37 GMT
      return seconds(year: words[3], month: words[2], day: words[1], time: words[4])
    case 5:  // Sun Nov  6 08:49:37 1994
      return seconds(year: words[4], month: words[1], day: words[2], time: words[3])
    case 4 where words[3] == "GMT":  // Sunday, 06-Nov-94 08:49:37 GMT
      let parts = words[1].split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].utf8.count == 2, let short = Int(parts[2]), short >= 0,
        let current = Int(SourceTime.iso(now).prefix(4))
      else { return nil }
      let last = current + 50
      let year = last - (last - short) % 100
      return seconds(year: "\(year)"[...], month: parts[1], day: parts[0], time: words[2])
    default: return nil
    }
  }

  private static func seconds(
    year: Substring, month: Substring, day: Substring, time: Substring
  ) -> Int64? {
    InternetDate.moment(year: year, month: month, day: day, time: time, zone: "Z")?.seconds
  }
}
