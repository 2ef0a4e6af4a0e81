import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Expressions that would run for years, long texts and long lines: a step of a search is short, and
/// what is given up is counted.
@Suite struct CostlySearchTests {
  private static let letters = String(repeating: "a", count: 60)

  /// What backtracking never ends with, in many ways.
  private static let endless = [
    "/(a+)+[bc]/", "/(a|a)*[bc]/", "/(a|aa)+$[bc]/", "/(.*)*[xy]/", "/^(([a-z])+.)+[A-Z]/",
    "/(?:a?){60}a{60}[bc]/", "/(a*)*\\1[bc]/", "/(?=(a+)+[bc])a/", "/((a?)+)+[bc]/",
    "/(\\w+\\s*)+[:;]/", "/(?:(?:a+)+)+?[bc]/", "/(x?a)+(a|x?a)+[bc]/",
  ]

  @Test(arguments: endless)
  func isGivenUp(expression: String) throws {
    let text = TextSearch(Array((Self.letters + "!").utf8))
    let found = text.finished(by: PatternFinder(try Pattern(expression)))
    #expect(found.isCostly && found.ranges.isEmpty)
    #expect(found.spent <= 200_000 + 61 * 64 + ExpressionMatcher.mostUnits)
  }

  /// The same, and plain ones over long lines: no step costs more than what a step may.
  @Test(arguments: endless + ["/a[^b]*b/", "/a/", "/aa./", "/.*!/", "/A?[^b]*b/", "/(a)\\1\\1b/"])
  func noStepIsLong(expression: String) throws {
    let finder = PatternFinder(try Pattern(expression))
    for length in [10, 1_000, 8_192] {
      var text = TextSearch(Array((String(repeating: "a", count: length) + "!").utf8))
      while !text.isDone {
        let before = text.spent
        _ = text.work(finder)
        #expect(text.spent - before < 3 * ExpressionMatcher.mostUnits)
      }
    }
  }

  /// What people look for in long texts is not given up.
  @Test(arguments: [
    ("/\\w+ing/", 500), ("/.*sing.*/", 1), ("/(the|a) \\w+/", 500), ("/h.*e.*s/", 1),
    ("/\\b[a-z]{4}\\b/", 500), ("/(?i)THE/", 500), ("/s\\S*/", 500), ("/[^x]+/", 1),
  ])
  func plainOnesAreFound(expression: String, count: Int) throws {
    let line = Array(repeating: "the bird sings", count: 500).joined(separator: " ")
    let found = TextSearch(Array(line.utf8)).finished(by: PatternFinder(try Pattern(expression)))
    #expect(!found.isCostly)
    #expect(found.ranges.count == count)
  }

  /// A search goes on within a text as if it had not stopped.
  @Test func whatIsFoundInStepsIsAllThatIsThere() throws {
    let line = (0..<30_000).map { "w\($0 % 7)é" }.joined(separator: " ")
    let finder = PatternFinder(try Pattern("/w3\\w|(?<=w4)é/"))
    var text = TextSearch(Array((line + "\n" + line).utf8))
    var steps = 0
    while !text.isDone {
      _ = text.work(finder)
      steps += 1
    }
    #expect(steps > 2)
    let bytes = Array(line.utf8)
    let expected = bytes.indices.filter { index in
      let rest = bytes[index...]
      return rest.starts(with: "w3é".utf8)
        || index > 1 && rest.starts(with: "é".utf8) && bytes[index - 1] == UInt8(ascii: "4")
    }
    let second = expected.map { $0 + bytes.count + 1 }
    #expect(text.ranges.map(\.lowerBound) == expected + second)
  }

  private static var discussion: Discussion {
    .outline("a: \(letters)!\nb: aab, found\n  c: \(letters)?\nd: ac")
  }

  @Test func theStatusLineCountsWhatIsGivenUp() {
    var reading = Reading(Self.discussion, columns: 120, rows: 14)
    reading.press("/", typing: "/(a+)+[bc]/")
    #expect(reading.status().hasSuffix("searching…"))
    reading.press("work Enter")
    #expect(reading.focus == "b")
    #expect(
      reading.status().contains("//(a+)+[bc]/ 1/2 · 2 texts too costly to search"))
    reading.press("Esc")
    reading.press("/", typing: "/(a+)+[xy]/", then: "work Enter")
    #expect(
      reading.notice == "no match for /(a+)+[xy]/ · 2 texts too costly to search")
  }

  @Test func aFilterCountsThemToo() {
    var reading = Reading(Self.discussion, columns: 120, rows: 14)
    reading.press("f/", typing: "/(a+)+[bc]/", then: "Enter work")
    #expect(reading.notice == "2 comments of 4 · ff shows all · 2 comments too costly to search")
    reading.press("j")
    #expect(reading.status().contains("2 matches of /(a+)+[bc]/ · 2 comments too cost"))
    reading.press("f/", typing: "/(a+)+[xy]/", then: "Enter work")
    #expect(
      reading.notice == "no comment matches /(a+)+[xy]/ · 2 comments too costly to search")
  }

  @Test func soDoesTheLibrary() {
    var entries = Shelf.entries
    entries[0].title = SafeText(Self.letters)
    var shelf = Shelf(entries)
    shelf.press("/", typing: "/(a+)+[bc]/", then: "Enter")
    #expect(shelf.status.contains("//(a+)+[bc]/ 1/1 · 1 line too costly to search"))
    shelf.press("f/", typing: "/(a+)+[bc]/", then: "Enter")
    #expect(shelf.notice == "1 of 5 · ff lists all · 1 title too costly to search")
    shelf.press("f/", typing: "/(a+)+[xy]/", then: "Enter")
    #expect(shelf.notice?.hasSuffix("has /(a+)+[xy]/ · 1 title too costly to search") == true)
  }

  /// Of many titles that cost too much together, not all are looked at.
  @Test func allTitlesTogetherHaveABound() throws {
    var finder = LineFinder(try Pattern("/(a+)+[bc]/"))
    var found = 0
    for _ in 0..<300 where finder.has(SafeText(Self.letters)) { found += 1 }
    #expect(found == 0)
    #expect(finder.costly == 300)
  }

  /// A step of the reader ends after its units, whatever the comments cost.
  @Test func aStepOfTheReaderStopsWithinAComment() {
    var reading = Reading(Self.discussion, rows: 14)
    reading.press("/", typing: "/(a+)+[bc]/")
    var steps = 0
    while reading.state.hasPendingWork, reading.state.isSearching {
      _ = reading.state.update(.work(units: 1), layout: &reading.layout)
      steps += 1
    }
    #expect(steps > 3)
  }

  /// (keys, what is said once Ctrl-C has stopped what runs).
  @Test(arguments: [
    ("/", "search cancelled"), ("f/", "filter cancelled"),
  ])
  func itIsCancelled(keys: String, notice: String) {
    var reading = Reading(Self.discussion, rows: 14)
    reading.press(keys, typing: "/(a+)+[bc]/", then: "Enter")
    #expect(reading.state.isSearching)
    _ = reading.state.update(.stopSearching, layout: &reading.layout)
    #expect(!reading.state.isSearching)
    #expect(reading.notice == notice)
    #expect(reading.state.outline.narrowing == nil && reading.state.finding.search == nil)
    _ = reading.state.update(.stopSearching, layout: &reading.layout)
    #expect(reading.focus == "article")
  }
}
