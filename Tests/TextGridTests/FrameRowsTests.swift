import TextGrid
import Testing

/// Comparing a part of two frames, and putting one into another.
@Suite struct FrameRowsTests {
  private func frame(_ lines: [SafeText], columns: Int = 6) -> Frame {
    var frame = Frame(size: GridSize(columns: columns, rows: lines.count))
    for (row, line) in lines.enumerated() { frame.write(line, row: row, column: 0) }
    return frame
  }

  @Test func onlySomeRowsAreCompared() {
    let one = frame(["中é", "same", "1/17"])
    let other = frame(["中é", "same", "2/17"])
    #expect(one.isEqual(to: other, inRows: 0..<2))
    #expect(!one.isEqual(to: other, inRows: 0..<3))
    #expect(!one.isEqual(to: frame(["中é", "same"]), inRows: 0..<2))
  }

  @Test(arguments: [(0, "中x\n\n"), (3, "   中x\n\n"), (5, "\n\n"), (9, "\n\n")])
  func aFrameIsPutIntoAnother(column: Int, screen: String) {
    var whole = frame(["", "", ""])
    whole.place(frame(["中x"], columns: 3), row: 0, column: column)
    #expect(whole.description == screen)
  }

  @Test(arguments: [
    ("中é中", 0..<2, 0..<3), ("中é中", 1..<3, 3..<5), ("中é中", 2..<6, 3..<8), ("abc", 1..<2, 1..<2),
    ("abc", 5..<9, 0..<0),
  ])
  func bytesOfCells(text: SafeText, cells: Range<Int>, bytes: Range<Int>) {
    #expect(text.bytes(inCells: cells) == bytes)
  }
}
