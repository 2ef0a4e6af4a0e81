import Testing

@testable import TextGrid

@Suite struct FrameScrollTests {
  /// Frames of six rows; a letter is a line of a page, `.` a row of the screen.
  static let scrolls: [(what: String, old: String, new: String, rows: Range<Int>, up: Int)] = [
    ("one up", ".abcd.", ".bcde.", 1..<5, 1),
    ("one down", ".bcde.", ".abcd.", 1..<5, -1),
    ("two up", "abcdef", "cdefgh", 0..<6, 2),
    ("a third stays", "abcdef", "efghij", 0..<6, 4),
    ("gaps stay where they are", "ab.def", "b.defg", 0..<6, 1),
    ("rows came to it", "..abc.", ".abcd.", 1..<5, 1),
    ("lines went", "abcdef", "bcdefx", 0..<6, 1),
  ]

  @Test(arguments: scrolls)
  func finds(_ what: String, from old: String, to new: String, rows: Range<Int>, up: Int) {
    #expect(frame(new).scroll(from: frame(old)) == Frame.Scroll(rows: rows, up: up))
  }

  static let others: [(what: String, old: String, new: String)] = [
    ("nothing moved", ".abcd.", ".abcd."),
    ("other lines", ".abcd.", ".efgh."),
    ("less than a third stays", "abcdef", "fghijk"),
    ("moved by different amounts", "abcdef", "bcxdef"),
    ("moved apart", "abcdef", "bacdef"),
    ("no lines", "......", "......"),
    ("no lines before", "......", "abcdef"),
    ("no lines now", "abcdef", "......"),
    ("other size", "abcdef", "bcdef"),
  ]

  @Test(arguments: others)
  func findsNone(_ what: String, from old: String, to new: String) {
    #expect(frame(new).scroll(from: frame(old)) == nil)
  }

  @Test func aLineIsItsBlocks() {
    var old = frame("......")
    var new = old
    for row in 0..<6 {
      old.lines[row] = Frame.LineID(block: 1, line: row)
      new.lines[row] = Frame.LineID(block: 2, line: row + 1)
    }
    #expect(new.scroll(from: old) == nil)
  }

  private func frame(_ rows: String) -> Frame {
    var frame = Frame(size: GridSize(columns: 1, rows: rows.utf8.count))
    for (row, letter) in rows.utf8.enumerated() where letter != UInt8(ascii: ".") {
      frame.lines[row] = Frame.LineID(block: 0, line: Int(letter))
    }
    return frame
  }
}
