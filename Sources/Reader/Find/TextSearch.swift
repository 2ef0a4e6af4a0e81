import DiscussionModel
import TextGrid

/// Looks for a pattern in texts; it is made for each piece of work, since it holds memory of C's.
struct PatternFinder {
  let words: Words
  let matcher: ExpressionMatcher?
  /// See ``Words/rawTest()``.
  private let rawTest: (UnsafeBufferPointer<UInt8>, Bool) -> Bool

  init(_ pattern: Pattern) {
    words = pattern.words
    matcher = pattern.expression.map { ExpressionMatcher($0) }
    rawTest = matcher == nil ? words.rawTest() : { _, _ in true }
  }

  /// Begins to look in an entry's text.
  ///
  /// - Complexity: O(length); quick if a text without markup does not have it.
  func search(in entry: Int, of page: Page, opened: Opened, limit: Int = .max) -> TextSearch {
    if let raw = page.plainText(of: entry), !raw.withBytes(rawTest) { return TextSearch([]) }
    return TextSearch(page.searchText(of: entry, opened: opened).bytes, limit: limit)
  }

  /// Where the pattern is in a text; nothing if finding that out costs too much.
  ///
  /// - Parameters:
  ///   - text: its UTF-8.
  ///   - limit: how many at most, at least 1.
  /// - Returns: ranges of its bytes, ascending and apart.
  func ranges(in text: [UInt8], limit: Int = .max) -> [Range<Int>] {
    TextSearch(text, limit: limit).finished(by: self).ranges
  }
}

/// Looking for a pattern in one text: it goes on where it stopped, and gives up what costs too much.
struct TextSearch: Equatable, Sendable {
  /// The text without what only chooses how something is drawn.
  private let shown: FormlessText
  private let limit: Int
  private let least: Int
  /// Where the pattern stands: ranges of the text's bytes, ascending and apart; none if it is too
  /// costly to know all.
  private(set) var ranges: [Range<Int>] = []
  /// Whether all of the text was looked at, or abandoned.
  private(set) var isDone = false
  /// Whether it was abandoned.
  private(set) var isCostly = false
  /// Where the line that is looked at begins and ends, and the line itself; nil before it is needed.
  private var start = 0
  private var line: ComposedText?
  private var end = 0
  /// How far it was looked at.
  private var at = 0
  private var isChecked = false
  /// In units of ``ExpressionMatcher``.
  private(set) var spent = 0

  /// - Parameters:
  ///   - text: its UTF-8.
  ///   - limit: how many matches are wanted at most, at least 1.
  ///   - least: what it may cost however short it is, in units of ``ExpressionMatcher``.
  init(_ text: [UInt8], limit: Int = .max, least: Int = 200_000) {
    shown = FormlessText(text)
    self.limit = limit
    self.least = least
    isDone = text.isEmpty
  }

  private var text: [UInt8] { shown.bytes }

  /// What it cost to get the text, in units of ``Action/work(units:)``.
  var textCost: Int { text.count / 2048 }

  /// What a text may cost, in units of ``ExpressionMatcher``.
  ///
  /// A plain expression costs a few for a byte. In all it is some 100 ms at most, for which a screen
  /// that shows the matches may have to wait.
  private var mostUnits: Int { least + min(text.count * 64, 8_000_000) }

  /// Goes on for about a millisecond, and with words to the end.
  ///
  /// - Parameter finder: always of the same pattern.
  /// - Returns: what it cost, in units of ``Action/work(units:)``, which are about 10 µs.
  mutating func work(_ finder: PatternFinder) -> Int {
    guard !isDone else { return 0 }
    guard let matcher = finder.matcher else {
      ranges = finder.words.ranges(in: text, limit: limit).map { shown.original($0) }
      isDone = true
      return text.count / 4096
    }
    let before = spent
    while !isDone, spent - before < ExpressionMatcher.mostUnits { step(matcher) }
    return (spent - before) / 700 + 1
  }

  /// The same, gone on with to its end.
  func finished(by finder: PatternFinder) -> TextSearch {
    var search = self
    while !search.isDone { _ = search.work(finder) }
    return search
  }

  /// Finds one more match, or goes to the next line.
  private mutating func step(_ matcher: ExpressionMatcher) {
    // Line by line, as the rows are: an expression spans no two lines.
    if line == nil { end = text[start...].firstIndex(of: 0x0A) ?? text.count }
    let line = line ?? ComposedText(Array(text[start..<end]))
    self.line = line
    var units = min(ExpressionMatcher.mostUnits, max(1, mostUnits - spent))
    let given = units
    let outcome = matcher.firstMatch(
      in: line.bytes, from: at, isChecked: isChecked, units: &units)
    isChecked = true
    spent += max(1, given - units)
    switch outcome {
    case .match(let range):
      let whole = line.characters(around: range)
      let found = line.original(whole)
      ranges.append(shown.original(start + found.lowerBound..<start + found.upperBound))
      at = whole.upperBound
      isDone = ranges.count == limit
    case .stopped(let reached): at = reached
    case .none:
      start = end + 1
      self.line = nil
      (at, isChecked) = (0, false)
      isDone = start >= text.count
    case .costly: giveUp()
    }
    if !isDone, spent >= mostUnits { giveUp() }
  }

  private mutating func giveUp() {
    ranges = []
    (isDone, isCostly) = (true, true)
  }
}

/// Looks for a pattern in the lines of a list, one after another without a pause, so that all of them
/// together have a bounded cost.
struct LineFinder {
  private let finder: PatternFinder
  /// In units of ``ExpressionMatcher``.
  private(set) var spent = 0
  /// How many lines were not looked at to their ends.
  private(set) var costly = 0

  /// What all may cost: some 50 ms.
  private static let most = 4_000_000
  /// What makes a unit of ``Action/work(units:)``.
  static let spentInAUnit = 700

  init(_ pattern: Pattern) { finder = PatternFinder(pattern) }

  /// Whether a line has the pattern, as far as that can be known.
  mutating func has(_ line: SafeText) -> Bool {
    guard spent < Self.most else {
      costly += 1
      return false
    }
    let search = Self.search(line.string, limit: 1).finished(by: finder)
    spent += search.spent
    if search.isCostly { costly += 1 }
    return !search.ranges.isEmpty
  }

  /// Where the pattern is in a line that is on the screen: ranges of its bytes.
  func ranges(in line: String) -> [Range<Int>] {
    Self.search(line, limit: .max).finished(by: finder).ranges
  }

  private static func search(_ line: String, limit: Int) -> TextSearch {
    TextSearch(Array(line.utf8), limit: limit, least: 20_000)
  }
}

/// `2 texts too costly to search`; nothing for none.
func costlyNote(_ count: Int, _ what: String) -> SafeText {
  count == 0 ? "" : SafeText(" · \(counted(count, what)) too costly to search")
}
