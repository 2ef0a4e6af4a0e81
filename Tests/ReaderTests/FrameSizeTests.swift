import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Everything on screens of many sizes: nothing crashes, and every row is as wide as the screen.
@Suite struct FrameSizeTests {
  /// All that are so small that something gives way, and some in between.
  private static let sizes: [GridSize] =
    [1, 2, 3, 4, 6, 10].flatMap { rows in
      [1, 2, 3, 4, 5, 6, 7, 9, 13, 20, 30].map { GridSize(columns: $0, rows: rows) }
    }
    + [(80, 24), (120, 10), (121, 3), (200, 60), (300, 1), (2, 80)].map {
      GridSize(columns: $0, rows: $1)
    }

  private static var discussion: Discussion {
    var result = Discussion.outline(
      """
      a ann: Paint it é, see https://example.org/one
        b 中文字: 十年 is optimistic 👩‍💻
          c: evil \u{1B}[2J \u{202E}text
        d eve: deleted
      e ann: the end
      """, body: "Words about 中 a shed.")
    result.notice = "A notice."
    return result
  }

  @Test(arguments: [
    "", "3G", "zM 2G", "3G p", "3G p p j", "1G x", "s G s S", "t", "3G t j", "?", "? G", "i",
    "3G i",
    ":", ": t h Down Down", "/", "/ e", "f/ a", "z", "g", "f", "17", "fa", "1G fa", "3G c", "2G zv",
    "/ e Enter n",
  ])
  func everyModeAtEverySize(keys: String) {
    for size in Self.sizes {
      var reading = Reading(
        Self.discussion, columns: size.columns, rows: size.rows, themes: ["dark", "light"])
      reading.press(keys)
      reading.work()
      check(&reading, size, keys)
      // The same coming from a large screen.
      reading.resize(columns: 130, rows: 40)
      reading.press("k")
      reading.resize(columns: size.columns, rows: size.rows)
      check(&reading, size, keys)
    }
  }

  private func check(_ reading: inout Reading, _ size: GridSize, _ keys: String) {
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
    #expect(frame.size == size)
    for row in 0..<size.rows {
      let width = frame.row(row).reduce(0) { $0 + Int($1.width) }
      #expect(width == size.columns, "\(keys) at \(size), row \(row)")
    }
    #expect(
      0..<size.rows ~= frame.cursor.row && 0..<size.columns ~= frame.cursor.column,
      "\(keys) at \(size)")
  }
}
