import HTMLTree

/// Makes names of lines such as `Posted by Ann on 2 January 2020:`.
enum CommentNames {
  /// Words around names, in the languages that have them most.
  private static let around: Set<String> = [
    "by", "posted", "written", "wrote", "says", "said", "say", "commented", "comment", "replied",
    "on", "at", "in", "reply", "from", "author", "name", "user", "added", "submitted", "asked",
    "answered", "von", "schrieb", "schreibt", "sagt", "sagte", "meint", "meinte", "am", "um", "uhr",
    "kommentiert", "antwortet", "antwortete", "autor", "geschrieben", "par", "le", "à", "a", "dit",
    "écrit", "a dit", "auteur", "publié", "répond", "de", "por", "el", "las", "dijo", "dice",
    "escribió", "escrito", "publicado", "responde", "di", "il", "alle", "ha", "scritto", "scrive",
    "dice:", "autore", "em", "às", "disse", "escreveu", "door", "op", "om", "schreef", "zegt", "av",
    "den", "kl", "skrev", "säger", "sier", "siger", "przez", "napisał", "napisała", "dnia", "pisze",
    "mówi", "napsal", "napsala", "dne", "v", "od", "пишет", "написал", "написала", "сказал",
    "говорит", "в", "от", "автор", "pm", "klo", "kirjoitti", "sanoo", "the", "of", "and", "op", "c",
    "via", "ago", "vor", "il y a", "hace", "fa", "geleden", "sedan", "siden", "temu", "назад",
  ]

  private static let signs: Set<Character> = [
    ":", ",", ";", "-", "–", "—", "|", "·", "•", "(", ")", "[", "]", "»", "«", ">", "<", "/", "\"",
    "“", "”", "„", "#", "*", "✓", "…", "→", "↳", "：", "，", "、",
  ]

  static func isAround(_ word: Substring) -> Bool { around.contains(word.lowercased()) }

  /// Without signs at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    String(trimmedPart(Substring(text)))
  }

  private static func trimmedPart(_ text: some StringProtocol) -> Substring {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace || signs.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || signs.contains(last) {
      // A bracket that is opened in the name belongs to it.
      if last == ")" && rest.contains("(") || last == "]" && rest.contains("[") { break }
      rest.removeLast()
    }
    return rest
  }

  /// The same for UTF-8.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let first = rest.first {
      // What follows may make another character of it.
      if first >= 0x80 || rest.dropFirst().first ?? 0 >= 0x80 && isSign(first) {
        return trimmedByCharacters(rest)
      }
      guard isSign(first) else { break }
      rest = rest.dropFirst()
    }
    while let last = rest.last {
      if last >= 0x80 { return trimmedByCharacters(rest) }
      guard isSign(last) else { break }
      if last == UInt8(ascii: ")"), rest.contains(UInt8(ascii: "(")) { break }
      if last == UInt8(ascii: "]"), rest.contains(UInt8(ascii: "[")) { break }
      rest = rest.dropLast()
    }
    return rest
  }

  private static func trimmedByCharacters(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let string = String(decoding: text, as: UTF8.self)
    let kept = trimmedPart(string)
    let start = string.utf8.distance(from: string.startIndex, to: kept.startIndex)
    return text.dropFirst(start).prefix(kept.utf8.count)
  }

  /// Whether a byte is a sign or a space of ASCII.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0D, 0x20, UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "<"),
      UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// Takes from lines the words that they have in common and that are not a part of a name.
  ///
  /// - Returns: for each line the number of the one that is left.
  /// - Complexity: O(length of the lines).
  static func names(in list: [Int], _ lines: inout CommentLines) -> [Int] {
    var ranges = list.map { lines.words(of: $0) }
    for atEnd in [false, true] {
      for _ in 0..<5 {
        let ends = ranges.filter { $0.count > 1 }.map {
          lines.word(at: atEnd ? $0.upperBound - 1 : $0.lowerBound)
        }
        guard !ends.isEmpty else { break }
        let common = ends.count * 10 >= list.count * 6 ? lines.mostCommonWord(of: ends) : nil
        let isCommon =
          common.map {
            list.count >= 3 && $0.count * 10 >= list.count * 6 && lines.words[$0.word].isAside
          } ?? false
        var changed = false
        for place in ranges.indices where ranges[place].count > 1 {
          let range = ranges[place]
          let word = lines.word(at: atEnd ? range.upperBound - 1 : range.lowerBound)
          let facts = lines.words[word]
          let isSure =
            facts.isBare
            || facts.isAround
              && (atEnd || !facts.isUppercase || isCommon || facts.isLowercase
                || facts.isSurelyAround)
          if isSure || isCommon && word == common?.word {
            ranges[place] =
              atEnd
              ? range.lowerBound..<range.upperBound - 1 : range.lowerBound + 1..<range.upperBound
            changed = true
          }
        }
        if !changed { break }
      }
    }
    return list.indices.map { lines.line(of: list[$0], words: ranges[$0]) }
  }

  /// What a word says about the name beside it.
  static func facts(of word: ArraySlice<UInt8>) -> NameWords.Facts {
    let bare = String(decoding: trimmed(word), as: UTF8.self)
    let word = String(decoding: word, as: UTF8.self)
    let lower = bare.lowercased()
    let isAround = around.contains(lower)
    let isLowercase = word.first?.isLowercase == true
    return NameWords.Facts(
      isBare: bare.isEmpty, isAround: isAround, isUppercase: word.first?.isUppercase == true,
      isLowercase: isLowercase, isSurelyAround: lower != bare && surelyAround.contains(lower),
      isAside: bare.isEmpty || isAround || word.hasSuffix(":") || isLowercase)
  }

  /// Words around names that are hardly ever names, even if they are capitalised.
  private static let surelyAround: Set<String> = [
    "by", "von", "par", "por", "posted", "door", "di", "av", "przez", "author", "autor", "auteur",
    "name",
  ]

  /// The name in each of some lines that have a time in them too: the longest run of words that is neither a part of the
  /// time nor in most lines.
  static func namesBesideTimes(in lines: [String]) -> [String] {
    var counts: [String: Int] = [:]
    let words = lines.map { $0.prefix(200).split(separator: " ") }
    for line in words {
      for word in Set(line.map { trimmed($0).lowercased() }) { counts[word, default: 0] += 1 }
    }
    return words.map { line in
      var best: [Substring] = []
      var run: [Substring] = []
      for word in line {
        let bare = trimmed(word)
        let low = bare.lowercased()
        let isCommon =
          lines.count >= 4 && (counts[low] ?? 0) * 10 > lines.count * 6 && low.count < 12
        let isOther =
          bare.isEmpty || isAround(bare[...]) || bare.first?.isNumber == true || isCommon
          || PageTime.isMonthOrDay(bare)
        if isOther {
          if run.count > best.count { best = run }
          run = []
        } else {
          run.append(word)
          if let last = word.last, signs.contains(last), last != ")", last != "." {
            if run.count > best.count { best = run }
            run = []
          }
        }
      }
      if run.count > best.count { best = run }
      return best.count <= 5 ? trimmed(best.joined(separator: " ")) : ""
    }
  }
}

extension PageTime {
  /// Whether a word names a month or a day of the week.
  static func isMonthOrDay(_ word: String) -> Bool {
    let lower = word.lowercased()
    guard 2...12 ~= lower.count else { return false }
    if days.contains(lower) { return true }
    return PageTime.read("3 \(word) 2020") != nil
  }

  /// Days of the week, whole and cut short.
  private static let days: Set<String> = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag \
    mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi \
    dimanche lun mar mer jeu ven sam dim lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom \
    lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab segunda terça quarta quinta sexta maandag \
    dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag \
    lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek \
    neděle понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    """.split(separator: " ").map(String.init))
}
