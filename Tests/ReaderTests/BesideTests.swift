import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// The third column of a screen of 180 columns or more.
@Suite struct BesideTests {
  private static let tree = Discussion.outline(
    """
    a ann: Paint it. **** Bare wood lasts three winters here, and then you build a shed again.
      b bob: Which paint?
        c cem: Oil.
    d dora: Larch.
      e eve: A pear tree.
    """, body: "A shed.")

  /// Its rows, without the line before it and the map.
  private func rows(_ reading: inout Reading) -> [String] {
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
    let first = frame.size.columns - reading.state.pane.columns
    guard let columns = reading.layout.geometry.besideColumns else { return [] }
    let lines = (0..<reading.layout.geometry.body.upperBound).map { row in
      frame.row(row).dropFirst(first + columns.lowerBound).prefix(columns.count).map(\.text)
        .joined()
    }
    return lines.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// (keys, what stands there).
  @Test(arguments: [
    (
      "2G",
      [
        "replies to", "ann #1", "Paint it. **** Bare wood lasts",
        "three winters here, and then you",
        "build a shed again.",
      ]
    ), ("3G", ["replies to", "bob #2", "Which paint?"]),
    ("3G p", ["replies to", "bob #2", "Which paint?"]),
    (
      "1G",
      [
        "unread, by thread", "3 ann Paint it. **** Bare wood…", "2 dora Larch.",
      ]
    ), ("4G", ["unread, by thread", "3 ann Paint it. **** Bare wood…", "2 dora Larch."]),
    ("gg", ["unread, by thread", "3 ann Paint it. **** Bare wood…", "2 dora Larch."]),
    ("1G R gg", ["unread, by thread", "2 dora Larch."]), ("A 1G", []),
  ])
  func whatHelpsMost(keys: String, rows: [String]) {
    var reading = Reading(Self.tree, columns: 180, rows: 12)
    reading.press(keys)
    #expect(self.rows(&reading) == rows)
  }

  @Test func whatIsNewComesFirst() {
    var reading = Reading.well(columns: 180, rows: 24, keys: "gg")
    #expect(rows(&reading) == ["new, by thread", "+2 ida I drank from it as a chi…"])
  }

  @Test(arguments: [
    (179, false, false), (180, false, true), (180, true, false), (250, false, true),
  ])
  func from180Columns(columns: Int, isLinear: Bool, hasThird: Bool) {
    var reading = Reading(Self.tree, columns: columns, rows: 12)
    reading.state.prefer(.linear(isLinear), layout: &reading.layout)
    #expect((reading.layout.geometry.besideColumns != nil) == hasThird)
    reading.press("t")
    #expect((reading.layout.geometry.besideColumns != nil) == hasThird)
  }

  /// What stands beside a comment was not read there.
  @Test func nothingInItIsShown() {
    var reading = Reading(Self.tree, columns: 180, rows: 12)
    reading.press("2G zt stood j j")
    #expect(reading.unread.contains("a"))
  }

  /// Clicks at 180x12: (keys before, row, column, focus).
  @Test(arguments: [
    ("2G", 2, 150, "a"), ("3G", 1, 150, "b"), ("3G", 0, 150, "b"), ("gg", 1, 150, "a"),
    ("gg", 2, 150, "d"), ("gg", 5, 150, "article"), ("2G", 11, 150, "b"), ("2G", 9, 179, "e"),
    ("2G", 5, 10, "e"),
  ])
  func clicks(keys: String, row: Int, column: Int, focus: String) {
    var reading = Reading(Self.tree, columns: 180, rows: 12)
    reading.press(keys)
    _ = reading.state.update(.click(row: row, column: column), layout: &reading.layout)
    #expect(reading.focus == focus)
    #expect(reading.unread.count == 5)
  }

  /// Replies stand further to the right, as wide as what they answer.
  @Test(arguments: [
    (120, false, 79), (120, true, 80), (200, false, 80), (250, false, 80), (80, false, 75),
  ])
  func textKeepsItsMeasure(columns: Int, isWithout: Bool, width: Int) {
    var reading = Reading(Self.tree, columns: columns, rows: 12)
    reading.state.prefer(.outline(!isWithout), layout: &reading.layout)
    let geometry = reading.layout.geometry
    #expect(geometry.textWidth(depth: 0) == width)
    let free = (geometry.textLimit - geometry.textColumn(depth: 0) - width) / 2
    for depth in 0...free { #expect(geometry.textWidth(depth: depth) == width) }
    for depth in 0..<40 {
      #expect(geometry.textWidth(depth: depth) >= Geometry.narrowestText)
      #expect(geometry.textEnd(depth: depth) <= geometry.textLimit)
    }
  }

  /// The map is at the edge of every screen, and the page in the middle of what is left.
  @Test(arguments: [80, 100, 119, 120, 179, 180, 250, 400])
  func theMapIsAtTheEdge(columns: Int) {
    let reading = Reading(Self.tree, columns: columns, rows: 12)
    let geometry = reading.layout.geometry
    #expect(geometry.mapColumn == reading.state.pane.columns - 1)
    let right =
      (geometry.besideColumns?.lowerBound ?? geometry.pageColumns) - 2 - geometry.textLimit
    #expect(abs(right - geometry.left) <= 2)
  }
}
