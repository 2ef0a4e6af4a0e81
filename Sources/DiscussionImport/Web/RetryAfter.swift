import DiscussionModel

/// When a site wants to be asked again (RFC 9110 section 10.2.3).
public enum RetryAfter: Equatable, Sendable {
  /// So many seconds after it answered.
  case seconds(Int)
  /// At that time, in seconds since 1970-01-01T00:00:00Z.
  case date(Int64)

  /// Reads the value of `Retry-After`: seconds, or a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  ///
  /// - Returns: nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 1, words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let seconds = Int(words[0]) else { return nil }
      self = .seconds(seconds)
      return
    }
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: words[2]),
      let date = Moment(
        "\(words[3])-\(month < 9 ? "0" : "")\(month + 1)-\(words[1])T\(words[4])Z")
    else { return nil }
    self = .date(date.seconds)
  }
}
