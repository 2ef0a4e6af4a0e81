import DiscussionModel
import HTMLTree
import WebAddresses

/// Numbers as pages show them: `1,234 points`, `39 Punkte`, `1.2k`, `−3`.
enum PageNumber {
  /// The first number in a text, with its sign; nil if there is none, or one that is out of bounds.
  ///
  /// Digits in groups of three are one number, whatever is between the groups; one that is cut short, as in
  /// `1.2k`, is about what it says.
  static func first(in text: String) -> Int? {
    let characters = Array(text.prefix(200))
    guard let start = characters.firstIndex(where: { digit($0) != nil }) else { return nil }
    let isNegative =
      start > 0 && "-\u{2212}\u{2013}".contains(characters[start - 1])
      && (start == 1 || !characters[start - 2].isLetter && digit(characters[start - 2]) == nil)
    var groups = [""]
    var separators: [Character] = []
    var at = start
    while at < characters.count {
      if let digit = digit(characters[at]) {
        groups[groups.count - 1].append(digit)
      } else if ".,'\u{2019} \u{A0}\u{202F}\u{66C}".contains(characters[at]),
        at + 1 < characters.count, self.digit(characters[at + 1]) != nil
      {
        separators.append(characters[at])
        groups.append("")
      } else {
        break
      }
      at += 1
    }
    // What follows the first group that has not three digits belongs to another number.
    var count = 1
    while count < groups.count, groups[count].count == 3,
      separators[count - 1] == separators[0], groups[0].count <= 3
    {
      count += 1
    }
    guard var value = Double(groups[..<count].joined()) else { return nil }
    let ends = count == groups.count
    if ends || count == 1 && groups.count == 2 && ".,".contains(separators[0]) {
      let factor = ends || count == 1 ? factor(characters[at...].first) : 1
      if factor > 1, groups.count == 2, count == 1 || groups[0].count <= 3 {
        value = Double("\(groups[0]).\(groups[1])") ?? value
      }
      value *= factor
    }
    let bounded = value <= Double(NumberBounds.count.upperBound) ? Int(value.rounded()) : nil
    return bounded.map { isNegative ? -$0 : $0 }
  }

  /// The largest number in a text; nil if there is none.
  static func largest(in text: String) -> Int? {
    var largest: Int?
    var rest = text.prefix(500)
    while let start = rest.firstIndex(where: { digit($0) != nil }) {
      rest = rest[start...]
      // As many digits as `first` takes.
      let number = rest.prefix { digit($0) != nil || ".,'\u{2019}\u{A0}\u{202F}".contains($0) }
      if let value = first(in: String(number)), value > largest ?? -1 { largest = value }
      rest = rest[number.endIndex...]
    }
    return largest
  }

  /// A text up to its first quotation mark: a heading that counts comments may name the article.
  static func unquoted(_ text: String) -> String {
    String(text.prefix { !"\"\u{201C}\u{201E}\u{AB}\u{300C}\u{2018}\u{2039}".contains($0) })
  }

  /// A decimal digit of any script as one of ASCII.
  private static func digit(_ character: Character) -> Character? {
    guard character.isNumber, let value = character.wholeNumberValue, 0...9 ~= value else {
      return nil
    }
    return Character("\(value)")
  }

  private static func factor(_ character: Character?) -> Double {
    switch character {
    case "k", "K": 1000
    case "M": 1_000_000
    default: 1
    }
  }
}
