import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// A comment taller than the screen, of which each paragraph is a row and a blank one.
private func tall(_ paragraphs: Int) -> Discussion {
  let body = (1...paragraphs).map { "line \($0)" }.joined(separator: "|")
  return .outline("a: short\nb: \(body)\nc: short")
}

@Suite struct TallCommentTests {
  /// The texts of the body's rows.
  private func rows(_ reading: inout Reading) -> [String] {
    reading.screen().split(separator: "\n", omittingEmptySubsequences: false)[1...7].map {
      String($0.dropFirst(3).prefix(30).reversed().drop { " │┃•".contains($0) }.reversed())
    }
  }

  @Test func nextScrollsItAPageLessARowFirst() {
    var reading = Reading(tall(8))
    reading.press("j j")
    #expect(rows(&reading) == ["#2", "line 1", "", "line 2", "", "line 3", ""])
    reading.press("j")
    #expect(reading.focus == "b")
    #expect(rows(&reading) == ["", "line 4", "", "line 5", "", "line 6", ""])
    reading.press("j")
    #expect(rows(&reading) == ["line 5", "", "line 6", "", "line 7", "", "line 8"])
    reading.press("j")
    #expect(reading.focus == "c")
  }

  /// (rows scrolled into the comment, the row that is the topmost after a resize).
  @Test(arguments: [(1, "line 1"), (3, "line 2"), (5, "line 3")])
  func resizingKeepsTheRowOnTop(scrolled: Int, row: String) {
    var reading = Reading(tall(20))
    reading.press("j j zt")
    while rows(&reading).first != "#2" { reading.press("Ctrl-E") }
    for _ in 0..<scrolled { reading.press("Ctrl-E") }
    #expect(rows(&reading).first == row)
    let top = reading.top
    reading.resize(columns: 41, rows: 10)
    #expect(reading.top == top)
    #expect(rows(&reading).first == row)
  }

  @Test func previousShowsItsEndFirst() {
    var reading = Reading(tall(8))
    reading.press("G k")
    #expect(reading.focus == "b")
    #expect(rows(&reading) == ["line 5", "", "line 6", "", "line 7", "", "line 8"])
    reading.press("k")
    #expect(rows(&reading) == ["line 2", "", "line 3", "", "line 4", "", "line 5"])
    reading.press("k")
    #expect(rows(&reading).first == "#2")
    reading.press("k")
    #expect(reading.focus == "a")
  }

  @Test func readingOnScrollsItAndThenGoesOn() {
    var reading = Reading(tall(8))
    reading.press("j j Space")
    #expect(rows(&reading).first == "")
    reading.press("Space")
    #expect(reading.focus == "b")
    #expect(rows(&reading) == ["", "line 7", "", "line 8", "", "#3", "short"])
    reading.press("Space")
    #expect(reading.focus == "c")
  }

  @Test func pagingBackUndoesPagingOn() {
    var reading = Reading(tall(20))
    reading.press("j j PgDn PgDn")
    let there = reading.state.viewport.top
    reading.press("PgDn b")
    #expect(reading.state.viewport.top == there)
    reading.press("b b b b")
    #expect(reading.state.viewport.top == ScrollPosition(entry: 0, row: 0))
  }

  @Test func theEndOfTheLastOneIsReached() {
    var reading = Reading(.outline("a: 1|2|3|4|5|6|7|8"))
    reading.press("G j j j stood j")
    #expect(reading.notice == "End")
    #expect(reading.screen().contains("   8  ") || reading.screen().contains("▌  8"))
  }

  @Test(arguments: ["PgDn", "Space"], [(80, 24), (40, 10), (60, 13)])
  func pagingAloneMarksEverything(key: String, size: (columns: Int, rows: Int)) {
    var lines = (1...30).map { "c\($0): " + (1...$0).map { "word \($0)" }.joined(separator: "|") }
    lines.append("end: short")
    var reading = Reading(
      .outline(lines.joined(separator: "\n")), columns: size.columns, rows: size.rows)
    var presses = 0
    while reading.notice != "All read", presses < 500 {
      reading.press("stood \(key)")
      presses += 1
    }
    #expect(reading.unread.isEmpty)
  }

  @Test func pagingOnNeverMovesTheFocusBack() {
    let lines = (1...40).map { "c\($0): one line" }.joined(separator: "\n")
    var reading = Reading(.outline(lines), columns: 80, rows: 24)
    reading.press("G k k k k k k k k k k k k j j j j j j j j j j")
    let focus = reading.state.focus
    reading.press("PgDn")
    #expect(reading.state.focus >= focus)
  }
}
