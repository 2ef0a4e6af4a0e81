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
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace || signs.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || signs.contains(last) {
      // A bracket that is opened in the name belongs to it.
      if last == ")", rest.contains("(") || last == "]" && rest.contains("[") { break }
      rest.removeLast()
    }
    return String(rest)
  }

  /// Takes from lines the words that they have in common and that are not a part of a name.
  ///
  /// - Complexity: O(length of the lines).
  static func names(in lines: [String]) -> [String] {
    var words = lines.map { trimmedWords($0) }
    for atEnd in [false, true] {
      for _ in 0..<5 {
        var counts: [String: Int] = [:]
        for line in words where line.count > 1 {
          if let word = atEnd ? line.last : line.first { counts[String(word), default: 0] += 1 }
        }
        guard let top = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { break }
        let isCommon = lines.count >= 3 && top.value * 10 >= lines.count * 6 && isAside(top.key)
        var changed = false
        for place in words.indices where words[place].count > 1 {
          guard let word = atEnd ? words[place].last : words[place].first else { continue }
          let bare = trimmed(word)
          let isKnown = isAround(bare[...]) && word.first?.isUppercase == atEnd.self
          let isSure =
            bare.isEmpty
            || isAround(bare[...])
              && (atEnd || isKnown || isCommon || word.first?.isLowercase == true
                || bare.lowercased() != bare
                  && [
                    "by", "von", "par", "por", "posted", "door", "di", "av", "przez", "author",
                    "autor", "auteur", "name",
                  ].contains(bare.lowercased()))
          if isSure || isCommon && String(word) == top.key {
            if atEnd { words[place].removeLast() } else { words[place].removeFirst() }
            changed = true
          }
        }
        if !changed { break }
      }
    }
    return words.map { trimmed($0.joined(separator: " ")) }
  }

  private static func trimmedWords(_ line: String) -> [Substring] {
    line.prefix(300).split(separator: " ")
  }

  /// Whether a word that many lines share can be something else than a part of a name.
  private static func isAside(_ word: String) -> Bool {
    let bare = trimmed(word)
    return bare.isEmpty || isAround(bare[...]) || word.hasSuffix(":")
      || word.first?.isLowercase == true
  }

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
