import TextGrid
import Testing

@testable import Reader

/// The reading view on 209 sizes of screens, from one cell to half a million.
@Suite struct SizeSweepTests {
  /// Each width with some heights, and each height with some widths, close together where something
  /// gives way, and the rest in widening steps: 209 of them.
  static let sizes: [GridSize] = {
    let columns = Array(1...44) + [59, 60, 79, 80, 84, 85, 86, 119, 120, 121, 179, 180, 250]
    let rows = [1, 3, 8]
    let small = columns.flatMap { columns in rows.map { GridSize(columns: columns, rows: $0) } }
    let low = (1...10).flatMap { rows in [7, 40, 122].map { GridSize(columns: $0, rows: rows) } }
    let large = [
      (500, 1000), (500, 1), (1, 1000), (499, 2), (2, 999), (81, 300), (300, 24), (250, 7),
    ].map { GridSize(columns: $0, rows: $1) }
    return small + low + large
  }()

  @Test func thereAre209() {
    #expect(Self.sizes.count == 209)
    #expect(Self.sizes.contains(GridSize(columns: 1, rows: 1)))
    #expect(Self.sizes.contains(GridSize(columns: 500, rows: 1000)))
  }

  @Test(arguments: ["gg", "4G", "7G zM", "24G"], [false, true])
  func nothingIsCutOrOverTheEdge(keys: String, isLinear: Bool) {
    var reading = Reading.well(columns: 80, rows: 24)
    reading.state.prefer(.linear(isLinear), layout: &reading.layout)
    reading.press(keys)
    for size in Self.sizes {
      reading.resize(columns: size.columns, rows: size.rows)
      let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
      #expect(frame.size == size)
      #expect(frame.isWhole, "\(keys) at \(size.columns)x\(size.rows)")
    }
  }

  /// On a screen that gets lower the row above the text and the blank one below it go, then the
  /// status line; on one that gets narrower the map does.
  @Test(arguments: [
    (40, 8, 5, "above status map"), (40, 7, 6, "status map"), (40, 3, 2, "status map"),
    (40, 2, 2, "map"), (40, 1, 1, "map"), (20, 8, 5, "above status map"),
    (19, 8, 5, "above status"), (19, 2, 2, ""), (1, 1, 1, ""),
  ])
  func theChromeGivesWayFirst(columns: Int, rows: Int, textRows: Int, chrome: String) {
    let geometry = Geometry(GridSize(columns: columns, rows: rows))
    let parts = [
      (geometry.contextRow, "above"), (geometry.statusRow, "status"), (geometry.mapColumn, "map"),
    ]
    #expect(parts.compactMap { $0 == nil ? nil : $1 }.joined(separator: " ") == chrome)
    #expect(geometry.body.count == textRows)
  }

  /// From 79 columns to 250 and back: the focus and the topmost row's text are what they were.
  @Test(arguments: ["gg", "4G", "4G Ctrl-E", "7G zM", "24G", "12G zt", "9G c"], [80, nil])
  func noWidthLosesThePlace(keys: String, measure: Int?) {
    var reading = Reading.well(columns: 80, rows: 24)
    reading.state.prefer(.measure(measure), layout: &reading.layout)
    reading.press(keys)
    let (focus, top) = (reading.focus, reading.state.viewport.top)
    for columns in [79, 119, 120, 179, 180, 250, 180, 179, 120, 119, 79, 250, 79, 80] {
      reading.resize(columns: columns, rows: 24)
      #expect(reading.focus == focus, "\(keys) at \(columns)")
      #expect(reading.state.viewport.top.entry == top.entry, "\(keys) at \(columns)")
    }
    #expect(reading.state.viewport.top == top)
  }

  @Test func twoRowsAreText() {
    var reading = Reading.well(columns: 24, rows: 2, keys: "3G")
    #expect(
      reading.screen() == """
        ▌+ ida  3 d         #3 ┃
        ▌  Fair. See how the   •
        """)
  }
}

extension Frame {
  /// Whether each row is as wide as the screen, with both halves of each wide character, and the
  /// cursor is on it.
  var isWhole: Bool {
    (0..<size.rows).allSatisfy { index in
      let cells = Array(row(index))
      return cells.indices.allSatisfy { column in
        switch cells[column].width {
        case 2: column + 1 < cells.count && cells[column + 1].width == 0
        case 0: column > 0 && cells[column - 1].width == 2 && cells[column].text.isEmpty
        default: SafeText(cells[column].text).width == 1
        }
      }
    } && 0..<size.rows ~= cursor.row && 0..<size.columns ~= cursor.column
  }
}
