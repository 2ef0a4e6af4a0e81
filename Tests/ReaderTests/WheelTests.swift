import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// The mouse's wheel scrolls what is under it, and nothing else.
@Suite struct WheelTests {
  private static var many: Discussion {
    let long = (1...60).map { "line \($0)" }.joined(separator: "|")
    return .outline(
      "c0 ann: \(long)\n" + (1..<60).map { "c\($0) bob: word \($0)" }.joined(separator: "\n")
        + "\n  last eve: end")
  }

  private func turn(_ reading: inout Reading, _ key: Key, row: Int, column: Int, times: Int = 1) {
    for _ in 0..<times {
      reading.effects += reading.state.turnWheel(
        key, row: row, column: column, layout: &reading.layout)
    }
  }

  /// The first names in the outline beside the text.
  private func outline(_ reading: inout Reading) -> String {
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
    return frame.row(0).prefix(30).map(\.text).joined().split(separator: " ").joined(separator: " ")
  }

  @Test func overTheOutlineBesideTheText() {
    var reading = Reading(Self.many, columns: 120, rows: 20)
    reading.press("1G")
    let (top, before) = (reading.top, outline(&reading))
    turn(&reading, .wheelDown, row: 5, column: 3)
    #expect(outline(&reading) == "bob ● word 2")
    turn(&reading, .wheelDown, row: 5, column: 3, times: 100)
    #expect(outline(&reading) == "bob ● word 41")
    // Back at once, however often it was turned at the end.
    turn(&reading, .wheelUp, row: 5, column: 3)
    #expect(outline(&reading) == "bob ● word 38")
    turn(&reading, .wheelUp, row: 5, column: 3, times: 100)
    #expect(outline(&reading) == before)
    #expect((reading.top, reading.focus) == (top, "c0"))
    // A click goes to what is there, and the outline follows the focus again.
    turn(&reading, .wheelDown, row: 5, column: 3, times: 4)
    #expect(outline(&reading) == "bob ● word 11")
    _ = reading.state.update(.click(row: 0, column: 5), layout: &reading.layout)
    #expect(reading.focus == "c11")
    #expect(outline(&reading) == "bob ● word 1")
  }

  /// So that the eye finds in it what it has seen before.
  @Test func theOutlineStandsStillUntilTheFocusNearsItsEdge() {
    var reading = Reading(Self.many, columns: 120, rows: 20)
    reading.press("1G")
    var firsts = [outline(&reading)]
    // To the fourth line from the end, and on; then up to the fourth line from the start, and on.
    for keys in ["14j", "j", "j", "6k", "k", "40j", "j", "G", "3k", "gg"] {
      reading.press(keys)
      firsts.append(outline(&reading))
    }
    let expected = [
      "A title", "A title", "A title", "bob ● word 6", "bob ● word 6", "bob ● word 6",
      "bob ● word 39", "bob ● word 39", "bob ● word 41", "bob ● word 41", "▌A title",
    ]
    #expect(firsts == expected)
  }

  /// Also if the screen shrinks.
  @Test func theOutlineKeepsTheFocusInIt() {
    var reading = Reading(Self.many, columns: 130, rows: 30)
    reading.press("1G 13j")
    _ = reading.state.update(
      .resize(GridSize(columns: 130, rows: 16)), layout: &reading.layout)
    #expect(reading.focus == "c13")
    #expect(outline(&reading) == "bob ● word 5")
  }

  @Test func overTheThirdColumn() {
    var reading = Reading(Self.many, columns: 180, rows: 20)
    reading.press("61G")
    let column = 180 - 10
    let top = reading.top
    #expect(reading.screen().contains("│ bob  "))
    reading.press("1G gg")
    #expect(reading.screen().contains("word 15"))
    turn(&reading, .wheelDown, row: 5, column: column, times: 2)
    #expect(!reading.screen().contains("  word 5 "))
    turn(&reading, .wheelDown, row: 5, column: column, times: 100)
    turn(&reading, .wheelUp, row: 5, column: column, times: 1)
    #expect(reading.state.besideTop == 60 - 17 - 3)
    #expect(reading.top == "article 0")
    reading.press("61G")
    #expect(reading.top == top)
    #expect(reading.state.besideTop == 0)
  }

  /// What a reply replies to, if it is longer than the column.
  @Test func overALongCommentBesideTheText() {
    let long = (1...60).map { "line \($0)" }.joined(separator: "|")
    var reading = Reading(.outline("a ann: \(long)\n  b bob"), columns: 180, rows: 20)
    reading.press("2G")
    turn(&reading, .wheelDown, row: 5, column: 170, times: 2)
    #expect(reading.state.besideTop == 6)
    turn(&reading, .wheelDown, row: 5, column: 170, times: 100)
    #expect(reading.screen().contains(" line 60 "))
    #expect(!reading.screen().contains("p shows the rest"))
    #expect(reading.focus == "b")
  }

  /// (keys, what is selected in a list after the wheel is turned down, and what then if it is up).
  @Test(arguments: [("1G s 2G s 3G s 1G S", 1, 0), ("gs", 1, 0)])
  func overAList(keys: String, down: Int, up: Int) {
    var reading = Reading(Self.many, columns: 80, rows: 20)
    reading.press(keys)
    let top = reading.top
    var selected: [Int] = []
    for key in [Key.wheelDown, .wheelUp] {
      turn(&reading, key, row: 2, column: 3)
      guard case .list(let list) = reading.state.mode else { continue }
      selected.append(list.selected)
    }
    #expect(selected == [down, up])
    #expect(reading.top == top)
  }

  /// The panel of what is new, but below it the page, which closes it.
  @Test(arguments: [(1, 1, "article 0"), (3, 1, "article 0"), (12, nil, "article 3")])
  func overThePanel(row: Int, selected: Int?, top: String) {
    let page = Page(Self.many)
    var reading = Reading(columns: 80, rows: 20) { ReadingState(page, shell: $0) }
    let earlier = EarlierReading(
      knownComments: Set((2..<61).map { page.idHash(at: $0) }),
      visits: [Visit(start: 1, lastActivity: 2, arrivals: [])])
    _ = reading.state.restore(earlier, layout: &reading.layout)
    turn(&reading, .wheelDown, row: row, column: 3)
    if case .news(let news) = reading.state.mode {
      #expect(news.selected == selected)
    } else {
      #expect(selected == nil)
    }
    #expect(reading.top == top)
  }

  @Test func overTheOutlineInPlaceOfThePage() {
    var reading = Reading(Self.many, columns: 80, rows: 20)
    reading.press("gg t")
    turn(&reading, .wheelDown, row: 2, column: 3)
    #expect(reading.state.mode == .outline(selected: 1))
    #expect(reading.top == "article 0")
  }

  @Test func overThePage() {
    var reading = Reading(Self.many, columns: 180, rows: 20)
    reading.press("1G")
    let outline = outline(&reading)
    turn(&reading, .wheelDown, row: 5, column: 80)
    #expect(reading.top == "c0 3")
    #expect(self.outline(&reading) == outline)
  }
}
