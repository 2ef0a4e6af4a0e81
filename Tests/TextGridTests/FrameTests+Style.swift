import Testing

@testable import TextGrid

/// Styles, the cursor, and what makes two frames equal.
extension FrameTests {
  private static let bold = Style(attributes: .bold)

  /// `#` where a cell is bold.
  private func bold(in frame: Frame, row: Int) -> String {
    frame.row(row).map { $0.style == Self.bold ? "#" : "." }.joined()
  }

  @Test func writesInAStyle() {
    var frame = Frame(size: GridSize(columns: 6, rows: 2))
    frame.write("a中", row: 1, column: 1, style: Self.bold)
    #expect(bold(in: frame, row: 0) == "......")
    #expect(bold(in: frame, row: 1) == ".###..")
  }

  private static let colors: [Color] = [
    .terminal, .indexed(0), .indexed(255), .rgb(red: 0, green: 0, blue: 0),
    .rgb(red: 1, green: 2, blue: 255),
  ]

  /// A cell keeps its style as a number.
  @Test(arguments: colors, colors)
  func aCellHasTheStyleThatItWasGiven(foreground: Color, background: Color) {
    let styles = [[], .bold, [.dim, .reverse]].map { (attributes: Style.Attributes) in
      Style(foreground: foreground, background: background, attributes: attributes)
    }
    var frame = Frame(size: GridSize(columns: 4, rows: 1))
    for (column, style) in styles.enumerated() {
      frame.write("a", row: 0, column: column, style: style)
    }
    #expect(frame.row(0).map(\.style) == styles + [.plain])
    let cells = Array(frame.row(0))
    #expect(cells[0].hasStyle(of: cells[3]) == (styles[0] == .plain))
    #expect(!cells[0].hasStyle(of: cells[1]))
  }

  @Test func fillsHalfACellInTheStyle() {
    var frame = Frame(size: GridSize(columns: 6, rows: 1))
    frame.write("a中", row: 0, column: 1, limit: 3, style: Self.bold)
    #expect(bold(in: frame, row: 0) == ".##...")
  }

  @Test func equalFramesShowTheSame() {
    let blank = Frame(size: GridSize(columns: 4, rows: 2))
    var frame = blank
    frame.write("    ", row: 1, column: 0)
    #expect(frame == blank)
    frame.lines[1] = Frame.LineID(block: 1, line: 1)
    #expect(frame == blank)
    frame.write("é", row: 1, column: 0)
    #expect(frame != blank)
    frame = blank
    frame.write(" ", row: 0, column: 0, style: Self.bold)
    #expect(frame != blank)
    #expect(Frame(size: GridSize(columns: 2, rows: 4)) != blank)
  }

  @Test(arguments: [(0, 1), (1, 0)])
  func theCursorCounts(row: Int, column: Int) {
    let blank = Frame(size: GridSize(columns: 4, rows: 2))
    #expect(blank.cursor == (row: 0, column: 0))
    var frame = blank
    frame.cursor = (row: row, column: column)
    #expect(frame != blank)
  }
}
