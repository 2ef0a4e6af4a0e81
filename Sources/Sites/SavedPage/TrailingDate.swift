import DiscussionModel

/// A date at the end of a line, such as `Mar 8, 2019` or `September 3, 2020`.
struct TrailingDate {
  /// As `YYYY-MM-DD`.
  let iso: String
  /// What is before it, without white space at its end.
  let rest: Substring

  /// Finds the date; nil when the line ends otherwise or the calendar has no such day.
  init?(_ line: String) {
    let words = Array(line.split { $0.isWhitespace }.suffix(3))
    guard words.count == 3, let month = Self.month(words[0]), words[1].hasSuffix(",")
    else { return nil }
    let day = words[1].dropLast()
    iso = "\(words[2])-\(month)-\(day.count == 1 ? "0" : "")\(day)"
    guard let moment = Moment(iso), !moment.hasTime else { return nil }
    rest = line[..<words[0].startIndex].trimmedAtEnd
  }

  /// The number of an English month, whole or cut short, with two digits.
  private static func month(_ word: Substring) -> String? {
    let name = word.hasSuffix(".") ? word.dropLast().lowercased() : word.lowercased()
    let index = months.firstIndex { $0 == name || $0.prefix(3) == name || $0.prefix(4) == name }
    return index.map { $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)" }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  ]
}
