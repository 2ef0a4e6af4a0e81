import DiscussionModel

/// Times as mail and HTTP write them: `Sun, 01 Nov 2026 06:00:00 +0000` (RFC 5322 section 3.3, RFC 9110 section 5.6.7).
enum InternetDate {
  /// The moment that a text stands for; nil if it has another form.
  ///
  /// The day of the week and the seconds may be missing, and the year may have two digits (RFC 5322 section 4.3).
  static func moment(_ text: String) -> Moment? {
    var words = text.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "\n" }
    if words.first?.first?.isNumber == false { words.removeFirst() }
    guard words.count >= 4, let zone = words.count > 4 ? zone(words[4]) : "Z" else { return nil }
    var year = words[2]
    if year.utf8.count == 2 { year = (year < "50" ? "20" : "19") + year }
    let hasSeconds = words[3].count { $0 == ":" } == 2
    return moment(
      year: year, month: words[1].prefix(3), day: words[0],
      time: hasSeconds ? words[3] : words[3] + ":00", zone: zone)
  }

  /// The moment that is made of these parts; nil if one of them has another form.
  ///
  /// - Parameters:
  ///   - year: four digits.
  ///   - month: three letters of its English name.
  ///   - day: one or two digits.
  ///   - time: `06:00:00`.
  ///   - zone: as ISO 8601 writes it.
  /// - Returns: the moment.
  static func moment(
    year: Substring, month: Substring, day: Substring, time: Substring, zone: String
  ) -> Moment? {
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    guard let number = months.firstIndex(of: month), 1...2 ~= day.utf8.count else { return nil }
    let twoDigits = (day.utf8.count < 2 ? "0" : "") + day
    return Moment("\(year)-\(number < 9 ? "0" : "")\(number + 1)-\(twoDigits)T\(time)\(zone)")
  }

  /// A zone as ISO 8601 writes it; nil for one that is not known.
  private static func zone(_ word: Substring) -> String? {
    switch word {
    case "GMT", "UT", "UTC", "Z": return "Z"
    case "EDT": return "-04:00"
    case "EST", "CDT": return "-05:00"
    case "CST", "MDT": return "-06:00"
    case "MST", "PDT": return "-07:00"
    case "PST": return "-08:00"
    default:
      guard word.utf8.count == 5, let sign = word.first, sign == "+" || sign == "-" else {
        return nil
      }
      return "\(word.prefix(3)):\(word.suffix(2))"
    }
  }
}
