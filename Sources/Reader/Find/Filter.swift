import DiscussionModel
import TextGrid

/// Which comments are wanted: every term of a line such as `author:ann unread >3` must hold.
struct Filter: Equatable, Sendable {
  private(set) var terms: [Term] = []
  /// What else the words of a line that matches nothing may have meant; nil for nothing.
  private(set) var advice: SafeText?

  enum Term: Equatable, Sendable {
    case unread, new, starred
    /// The whole name; capitals do not matter.
    case author(String)
    case text(Pattern)
    /// A score above this.
    case scoreAbove(Int)
    /// Seconds since 1970; what came then or later.
    case since(Int64)
  }

  /// Why a line is not a filter: the word at fault, and what was expected.
  struct Problem: Error, Equatable {
    var message: SafeText
  }

  /// Reads a line.
  ///
  /// Words of a term that has a space are in quotation marks: `author:"Ann Lee"`; what begins with
  /// one is a text, whatever it says: `"unread"`.
  ///
  /// - Parameters:
  ///   - line: as it was typed.
  ///   - now: seconds since 1970, for `since:3d`.
  /// - Throws: the first word that is not a term.
  init(_ line: String, now: Int64) throws(Problem) {
    for word in Self.words(of: line) {
      let term: Term =
        try word.isQuoted ? .text(Self.pattern(word.text)) : Self.term(word.text, now: now)
      terms.append(term)
      advice = advice ?? Self.advice(on: word, term)
    }
  }

  /// Comments by one author.
  init(author: String) { terms = [.author(author.lowercased())] }

  private static func term(_ word: String, now: Int64) throws(Problem) -> Term {
    let colon = word.firstIndex(of: ":")
    let argument = colon.map { String(word[word.index(after: $0)...]) }
    switch (Name(rawValue: String(word[..<(colon ?? word.endIndex)])), argument) {
    case (.unread?, nil): return .unread
    case (.new?, nil): return .new
    case (.starred?, nil): return .starred
    case (.author?, let name?):
      guard !name.isEmpty else { throw Problem(message: "author: expected a name") }
      return .author(name.lowercased())
    case (.since?, let date?):
      guard let seconds = moment(date, now: now, utcOffset: 0) else {
        // It stands beside the line, which shows what was found.
        throw Problem(message: "since: expected a date (2017-01-27) or an age (3d, 12h, 2w)")
      }
      return .since(seconds)
    default: break
    }
    if let number = word.after(">") {
      guard let score = Int(number) else {
        let found = number.isEmpty ? "nothing" : number
        throw Problem(message: "> expected a score, a whole number; found " + SafeText(found))
      }
      return .scoreAbove(score)
    }
    return .text(try pattern(word))
  }

  /// The words that have a meaning.
  private enum Name: String, CaseIterable {
    case unread, new, starred
    case author, since

    /// Whether it has one before a colon only; the others have one by themselves.
    var isField: Bool { self == .author || self == .since }

    static func nearest(to word: String, isField: Bool) -> String? {
      // Words as short as `new` are near too many others.
      let names = allCases.filter { $0.isField == isField && $0 != .new }
      return nearestName(to: word, among: names.map(\.rawValue))
    }
  }

  /// What else a word may have meant that is looked for in the texts; nil for nothing.
  private static func advice(on word: Word, _ term: Term) -> SafeText? {
    guard case .text(let pattern) = term, pattern.expression == nil else { return nil }
    if !word.isQuoted, let name = word.text.fieldName {
      return Name.nearest(to: name, isField: true).map { SafeText("did you mean \($0):?") }
        ?? SafeText("\(name): is not a filter, so the words were searched for")
    }
    if !word.isQuoted, let meant = Name.nearest(to: word.text, isField: false) {
      return SafeText("did you mean \(meant)?")
    }
    return pattern.matchesCase ? "a capital letter makes the search case-sensitive" : nil
  }

  private static func pattern(_ text: String) throws(Problem) -> Pattern {
    do throws(Pattern.Problem) {
      return try Pattern(text)
    } catch {
      throw Problem(message: error.words)
    }
  }

  /// A date, or how long before now; nil for neither.
  ///
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - now: seconds since 1970.
  ///   - utcOffset: by how many seconds the dates without a zone are ahead of UTC.
  /// - Returns: seconds since 1970.
  static func moment(_ text: String, now: Int64, utcOffset: Int64) -> Int64? {
    let units: [Character: Int64] = ["h": 3600, "d": 86_400, "w": 604_800]
    if let last = text.last, let unit = units[last], let number = Int64(text.dropLast()),
      0...100_000 ~= number
    {
      return now - number * unit
    }
    // Only what says the zone has more than the 16 characters of `2017-01-27 21:10`.
    return Moment(text).map { $0.seconds - (text.utf8.count > 16 ? 0 : utcOffset) }
  }

  private struct Word {
    var text = ""
    /// Whether it begins with a quotation mark.
    var isQuoted = false
  }

  /// Words between white space of any kind; within quotation marks, or between slashes, it is a part
  /// of them.
  private static func words(of line: String) -> [Word] {
    var words: [Word] = []
    var word = Word()
    var end: Character?
    for character in line + " " {
      if let open = end, character != open {
        word.text.append(character)
      } else if end == "\"" {
        end = nil
      } else if end != nil {
        end = nil
        word.text.append(character)
      } else if character == "\"" {
        end = "\""
        if word.text.isEmpty { word.isQuoted = true }
      } else if character.isWhitespace {
        words.append(word)
        word = Word()
      } else {
        if character == "/", word.text.isEmpty { end = "/" }
        word.text.append(character)
      }
    }
    if end != nil { word.text.removeLast() }
    return (words + [word]).filter { !$0.text.isEmpty }
  }
}

extension String {
  /// The word before a colon, as that of `author:ann`; nil without one, and in an address.
  fileprivate var fieldName: String? {
    guard let colon = firstIndex(of: ":"), colon > startIndex, !contains("://"),
      self[..<colon].allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    return self[..<colon].lowercased()
  }

  /// What follows a beginning; nil for a text that begins otherwise.
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
