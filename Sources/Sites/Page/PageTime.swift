import DiscussionModel
import HTMLTree
import WebAddresses

/// Times as pages state them; how long ago something was is none.
enum PageTime {
  /// Reads a time: ISO 8601, in whatever text it is first; seconds or milliseconds since 1970; an English date with
  /// a zone, such as `Thu Oct 13 11:59:35 2016 UTC`; a day such as `27.01.2017` or `27 janvier 2017`.
  ///
  /// - Returns: nil for anything else, such as `3 hours ago`.
  static func read(_ text: String) -> SourceTime? {
    let text = text.prefix(120)
    let bytes = Array(text.utf8)
    if let time = iso(bytes) { return time }
    if 9...14 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(text) {
      return SourceTime(seconds: number >= 100_000_000_000 ? number / 1000 : number)
    }
    return PageDate.read(String(text))
  }

  /// The first ISO 8601 in a text.
  private static func iso(_ bytes: [UInt8]) -> SourceTime? {
    var start = 0
    while start + 10 <= bytes.count {
      guard bytes[start..<start + 4].allSatisfy({ 0x30...0x39 ~= $0 }), bytes[start + 4] == 0x2D,
        start == 0 || !(0x30...0x39 ~= bytes[start - 1])
      else {
        start += 1
        continue
      }
      let rest = bytes[start...].prefix { byte in
        switch byte {
        case 0x30...0x3A, UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: "t"),
          UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x20:
          true
        default: false
        }
      }
      var end = rest.endIndex
      while end > start {
        var candidate = String(decoding: bytes[start..<end], as: UTF8.self)
        // A zone after a space, as in `2020-05-14 02:30:05 -0500`.
        if candidate.utf8.count > 20, let space = candidate.lastIndex(of: " "),
          "+-".contains(candidate[candidate.index(after: space)...].first ?? " ")
        {
          candidate.remove(at: space)
        }
        if let moment = Moment(candidate), NumberBounds.time.contains(moment.seconds) {
          return SourceTime(text: RawText(moment.iso), seconds: moment.seconds)
        }
        end -= 1
      }
      start += 1
    }
    return nil
  }
}

/// Dates in words.
private enum PageDate {
  /// The numbers and words of a text, in order.
  private enum Part: Equatable {
    case number(Int, digits: Int)
    case word(String)
  }

  static func read(_ text: String) -> SourceTime? {
    let (parts, separators) = parts(of: text)
    guard let day = dotted(parts, separators) ?? named(parts) else { return nil }
    guard 1970...2200 ~= day.year, let moment = Moment(iso(day)) else { return nil }
    // Only a zone makes a time of what is on the clock.
    let zones = ["utc", "gmt", "z"]
    let hasZone = parts.contains {
      if case .word(let word) = $0 { zones.contains(word) } else { false }
    }
    if hasZone, let clock = clock(text), let time = Moment("\(iso(day))T\(clock)Z") {
      return SourceTime(text: RawText(time.iso), seconds: time.seconds)
    }
    return SourceTime(text: RawText(moment.iso), seconds: moment.seconds)
  }

  private static func iso(_ day: (year: Int, month: Int, day: Int)) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.year)-\(two(day.month))-\(two(day.day))"
  }

  /// `27.01.2017` and, in East Asia, `2017年1月27日`.
  private static func dotted(
    _ parts: [Part], _ separators: [String]
  ) -> (year: Int, month: Int, day: Int)? {
    guard parts.count >= 3 else { return nil }
    for start in 0...parts.count - 3 {
      guard case .number(let first, let digits) = parts[start],
        case .number(let second, _) = parts[start + 1],
        case .number(let third, let lastDigits) = parts[start + 2]
      else { continue }
      let between = [separators[start], separators[start + 1]]
      if between == [".", "."] || between == [". ", ". "] {
        if lastDigits == 4, digits <= 2 { return (third, second, first) }
        if digits == 4, lastDigits <= 2 { return (first, second, third) }
      }
      if digits == 4, between == ["年", "月"] { return (first, second, third) }
      if digits == 4, between == ["/", "/"] { return (first, second, third) }
    }
    return nil
  }

  /// The last month's name in a text that has a day right beside it, and a year after both.
  private static func named(_ parts: [Part]) -> (year: Int, month: Int, day: Int)? {
    func number(_ place: Int, _ digits: ClosedRange<Int>) -> Int? {
      guard parts.indices.contains(place), case .number(let value, let count) = parts[place],
        digits ~= count
      else { return nil }
      return value
    }
    func skipping(_ words: Set<String>, from place: Int, by step: Int) -> Int {
      guard parts.indices.contains(place), case .word(let word) = parts[place], words.contains(word)
      else { return place }
      return place + step
    }
    for (place, part) in parts.enumerated().reversed() {
      guard case .word(let word) = part, let month = MonthNames.all[word] else { continue }
      let before = skipping(["de", "of", "st", "nd", "rd", "th"], from: place - 1, by: -1)
      if let day = number(before, 1...2), 1...31 ~= day {
        let year = skipping(["de", "del"], from: place + 1, by: 1)
        if let year = number(year, 4...4) { return (year, month, day) }
      }
      if let day = number(place + 1, 1...2), 1...31 ~= day {
        let year = skipping(["st", "nd", "rd", "th"], from: place + 2, by: 1)
        if let year = number(year, 4...4) { return (year, month, day) }
        // As in `Thu Oct 13 11:59:35 2016`.
        let afterClock = (place + 3...place + 5).first { number($0, 4...4) != nil }
        if let year = afterClock.flatMap({ number($0, 4...4) }), number(place + 2, 2...2) != nil {
          return (year, month, day)
        }
      }
    }
    return nil
  }

  /// The first `11:59:35` or `11:59` of a text, unless it is one of twelve hours.
  private static func clock(_ text: String) -> String? {
    for word in text.split(whereSeparator: { !($0.isASCII && $0.isNumber) && $0 != ":" }) {
      let numbers = word.split(separator: ":")
      guard 2...3 ~= numbers.count, numbers.allSatisfy({ $0.count == 2 }) else { continue }
      let lower = text.lowercased()
      return lower.contains("am") || lower.contains("pm") ? nil : String(word)
    }
    return nil
  }

  private static func parts(of text: String) -> (parts: [Part], separators: [String]) {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return parts(ofASCII: bytes) }
    var parts: [Part] = []
    var separators: [String] = []
    var rest = text[...]
    while let first = rest.first {
      let isNumber = first.isASCII && first.isNumber
      let piece = rest.prefix {
        isNumber ? $0.isASCII && $0.isNumber : $0.isLetter && !"年月日".contains($0)
      }
      if piece.isEmpty {
        let gap = rest.prefix { !$0.isLetter && !$0.isNumber || "年月日".contains($0) }
        if !parts.isEmpty { separators.append(String(gap)) }
        rest = rest.dropFirst(max(1, gap.count))
        if gap.isEmpty, !parts.isEmpty { separators.removeLast() }
        continue
      }
      if separators.count < parts.count { separators.append("") }
      if isNumber {
        parts.append(.number(piece.count <= 9 ? Int(piece) ?? 0 : 0, digits: piece.count))
      } else {
        parts.append(.word(piece.lowercased()))
      }
      rest = rest.dropFirst(piece.count)
    }
    while separators.count < parts.count { separators.append("") }
    return (parts, separators)
  }

  /// The same for a text in which every byte is a character.
  private static func parts(ofASCII bytes: [UInt8]) -> (parts: [Part], separators: [String]) {
    func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
    var parts: [Part] = []
    var separators: [String] = []
    var at = 0
    while at < bytes.count {
      let rest = bytes[at...]
      let digits = rest.prefix(while: isDigit)
      let word = digits.isEmpty ? rest.prefix(while: isLetter) : []
      if digits.isEmpty, word.isEmpty {
        let gap = rest.prefix { !isLetter($0) && !isDigit($0) }
        if !parts.isEmpty { separators.append(String(decoding: gap, as: UTF8.self)) }
        at += gap.count
        continue
      }
      if separators.count < parts.count { separators.append("") }
      if word.isEmpty {
        let value = digits.count <= 9 ? digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) } : 0
        parts.append(.number(value, digits: digits.count))
      } else {
        parts.append(.word(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)))
      }
      at += digits.count + word.count
    }
    while separators.count < parts.count { separators.append("") }
    return (parts, separators)
  }
}

/// Names of months in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Slovak, Swedish, Danish,
/// Norwegian, Finnish, Turkish, Russian and Ukrainian.
private enum MonthNames {
  /// The month that a word in lower case names, 1 to 12.
  static let all: [String: Int] = {
    var all: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") { all[String(name)] = index + 1 }
    }
    return all
  }()

  private static let names = [
    """
    january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia \
    sty styczeń leden ledna januára január tammikuuta ocak январь января янв січня січень
    """,
    """
    february feb februar februari février févr fév febrero febbraio fevereiro fev lutego \
    luty lut únor února februára február helmikuuta şubat февраль февраля фев февр лютого \
    лютий
    """,
    """
    march mar märz mrz maart mrt mars marzo março marca marzec březen března marec \
    maaliskuuta mart март марта мар березня березень
    """,
    """
    april apr avril avr abril abr aprile kwietnia kwiecień kwi duben dubna apríla apríl \
    huhtikuuta nisan апрель апреля апр квітня квітень
    """,
    """
    may mai mei mayo maggio mag maio maja maj květen května mája máj toukokuuta mayıs май \
    мая травня травень
    """,
    """
    june jun juni juin junio giugno giu junho czerwca czerwiec cze červen června júna jún \
    kesäkuuta haziran июнь июня июн червня червень
    """,
    """
    july jul juli juillet juil julio luglio lug julho lipca lipiec lip červenec července \
    júla júl heinäkuuta temmuz июль июля июл липня липень
    """,
    """
    august aug augustus août aout agosto ago augusti augusta sierpnia sierpień sie srpen \
    srpna elokuuta ağustos август августа авг серпня серпень
    """,
    """
    september sep sept septembre septiembre settembre set setembro września wrzesień wrz \
    září septembra syyskuuta eylül сентябрь сентября сен сент вересня вересень
    """,
    """
    october oct oktober okt octobre octubre ottobre ott outubro out października \
    październik paź říjen října októbra október lokakuuta ekim октябрь октября окт жовтня \
    жовтень
    """,
    """
    november nov novembre noviembre novembro listopada listopad lis novembra marraskuuta \
    kasım ноябрь ноября ноя листопада
    """,
    """
    december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia \
    grudzień gru prosinec prosince decembra joulukuuta aralık декабрь декабря дек грудня \
    грудень
    """,
  ]
}
