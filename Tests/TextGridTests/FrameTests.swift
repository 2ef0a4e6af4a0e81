import Testing

@testable import TextGrid

@Suite struct FrameTests {
  /// What a row of six cells shows, `.` where it is as it was.
  static let writes: [(text: String, column: Int, limit: Int?, row: String, end: Int)] = [
    ("", 0, nil, "......", 0),
    ("ab", 0, nil, "ab....", 2),
    ("ab", 4, nil, "....ab", 6),
    ("abc", 4, nil, "....ab", 6),
    ("ab", 6, nil, "......", 6),
    ("ab", 9, nil, "......", 9),
    ("abc", -1, nil, "bc....", 2),
    ("abc", -3, nil, "......", 0),
    ("abcdefghi", -1, nil, "bcdefg", 6),
    ("abc", 1, 3, ".ab...", 3),
    ("abc", 1, 1, "......", 1),
    ("abc", 1, -4, "......", 1),
    ("abc", 4, 99, "....ab", 6),
    ("e\u{301}é", 1, nil, ".e\u{301}é...", 3),
    ("中文", 1, nil, ".中文.", 5),
    ("中", 4, nil, "....中", 6),
    ("中", 5, nil, "..... ", 5),
    ("a中b", 2, 4, "..a ..", 3),
    ("中a", -1, nil, " a....", 2),
    ("中", -2, nil, "......", 0),
    ("中", -1, 0, "......", -1),
    ("👩\u{200D}💻", 0, nil, "👩💻..", 4),
    ("👩\u{200D}💻", 0, 3, "👩 ...", 2),
    ("\u{1B}[2J\u{202E}", 0, nil, "␛[2J..", 4),
  ]

  @Test(arguments: writes)
  func writesWhatFits(text: String, column: Int, limit: Int?, row: String, end: Int) {
    var frame = Frame(size: GridSize(columns: 6, rows: 1))
    frame.write("......", row: 0, column: 0)
    #expect(frame.write(SafeText(text), row: 0, column: column, limit: limit) == end)
    #expect(shown(frame) == row)
  }

  /// Half of a wide character that is written over is a space.
  @Test(arguments: [
    ("x", 0, "x 文字"), ("x", 1, " x文字"), ("x", 2, "中x 字"), ("xy", 1, " xy 字"), ("国", 1, " 国 字"),
    ("国", 2, "中国字"), ("x", 5, "中文 x"), ("e\u{301}", 3, "中 e\u{301}字"), ("👩", 3, "中 👩 "),
  ])
  func neverLeavesHalfACharacter(text: String, column: Int, row: String) {
    var frame = Frame(size: GridSize(columns: 6, rows: 1))
    frame.write("中文字", row: 0, column: 0)
    frame.write(SafeText(text), row: 0, column: column)
    #expect(shown(frame) == row)
    #expect(frame.row(0).reduce(0) { $0 + Int($1.width) } == 6)
  }

  /// What must be drawn where other cells are shown: `columns` are the first of it and the one after the last.
  @Test(arguments: [
    ("abcdef", "abcdef", 0, 0), ("abcdef", "abXdef", 2, 3), ("abcdef", "Xbcdef", 0, 1),
    ("abcdef", "abcdeX", 5, 6), ("abcdef", "aXcdXf", 1, 5), ("中文字", "中国字", 2, 3),
    ("中文字", "中ab字", 2, 4), ("ab文字", "中文字", 0, 2), ("e\u{301}bcdef", "ebcdef", 0, 1),
    ("e\u{301}\u{302}bcdef", "e\u{301}\u{303}bcdef", 0, 1),
  ]) func knowsWhatChanged(before: String, after: String, first: Int, end: Int) {
    let (old, new) = (Self.row(before), Self.row(after))
    #expect(new.changes(inRow: 0, from: old.row(0)) == first..<end)
    // Rows of one frame need not be in the same place.
    var both = Frame(size: GridSize(columns: 6, rows: 2))
    both.place(old, row: 1, column: 0)
    #expect(new.changes(inRow: 0, from: both.row(1)) == first..<end)
  }

  @Test func aStyleIsAChange() {
    let old = Self.row("abcdef")
    var new = old
    new.restyle(row: 0, columns: 3..<5, style: Style(attributes: .bold))
    #expect(new.changes(inRow: 0, from: old.row(0)) == 3..<5)
  }

  private static func row(_ text: String) -> Frame {
    var frame = Frame(size: GridSize(columns: 6, rows: 1))
    frame.write(SafeText(text), row: 0, column: 0)
    return frame
  }

  @Test(arguments: [-1, 3, Int.max, Int.min])
  func writesNothingOutside(row: Int) {
    var frame = Frame(size: GridSize(columns: 4, rows: 3))
    frame.write("abcd", row: row, column: 0)
    #expect(frame == Frame(size: GridSize(columns: 4, rows: 3)))
  }

  @Test(arguments: [(0, 0), (0, 3), (3, 0), (-2, 3), (3, -2)])
  func mayHaveNoCells(columns: Int, rows: Int) {
    var frame = Frame(size: GridSize(columns: columns, rows: rows))
    #expect(frame.size == GridSize(columns: max(0, columns), rows: max(0, rows)))
    frame.write("中a", row: 0, column: 0)
    #expect(frame.description.allSatisfy { $0 == "\n" })
  }

  @Test func describesItsRows() {
    var frame = Frame(size: GridSize(columns: 8, rows: 4))
    frame.write("▌ 中文 é", row: 0, column: 0)
    frame.write("👩\u{200D}💻 x", row: 1, column: 2)
    frame.write("  ", row: 3, column: 0)
    #expect(
      frame.description == """
        ▌ 中文 é
          👩💻 x


        """)
  }

  /// The texts of the row's cells.
  private func shown(_ frame: Frame) -> String { frame.row(0).map(\.text).joined() }
}
