@testable import TextGrid

/// What holds for every text that was made safe.
enum SanitizerCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    let raw = String(decoding: bytes, as: UTF8.self)
    let safe = SafeText(raw)
    isSafe(safe)
    isShown(safe.forTerminal)
    let again = SafeText(safe.string)
    hold(again.string.utf8.elementsEqual(safe.string.utf8), "made safe twice")
    hold(SafeText.removals(from: safe.string).isEmpty, "something to remove in a safe text")
    isSafe(safe + again)
    hold(safe.count == safe.string.utf8.count, "a count of bytes")

    let half = raw.unicodeScalars.index(
      raw.unicodeScalars.startIndex, offsetBy: raw.unicodeScalars.count / 2)
    let joined = SafeText(String(raw[..<half])) + SafeText(String(raw[half...]))
    isSafe(joined)
    for cells in [0, 1, 2, 7, safe.width] {
      let cut = safe.truncated(to: cells)
      isSafe(cut)
      hold(cut.width <= cells, "wider than asked")
    }
    drawing(safe)
  }

  /// Stops unless a text holds nothing that a terminal would obey, reorder or hide.
  static func isSafe(_ text: SafeText) {
    var marks = 0
    for scalar in text.string.unicodeScalars {
      hold(scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value), "a control")
      hold(scalar.cellWidth >= 0, "a scalar without cells")
      // The tags of flags are more than four.
      let isTag = 0xE0061...0xE007F ~= scalar.value
      marks = scalar.cellWidth == 0 ? marks + (isTag ? 0 : 1) : 0
      hold(marks <= 4, "a fifth mark")
      hold(!scalar.properties.isBidiControl, "a scalar that reorders")
      if scalar == "\u{200C}" || scalar == "\u{200D}" || scalar.isSelector || isTag { continue }
      hold(!scalar.properties.isDefaultIgnorableCodePoint, "a scalar that hides")
    }
  }

  /// Stops unless a text holds nothing that a terminal would not show.
  private static func isShown(_ text: SafeText) {
    for scalar in text.string.unicodeScalars where scalar != "\u{200C}" && scalar != "\u{200D}" {
      hold(!scalar.properties.isDefaultIgnorableCodePoint, "a scalar that is not seen")
    }
  }

  /// Its cells are those that it is measured by, and no wide character is cut.
  private static func drawing(_ text: SafeText) {
    let clusters = Array(CellClusters(text))
    hold(clusters.reduce(0) { $0 + $1.width } == text.width, "a sum of widths")
    hold(clusters.last?.range.upperBound ?? 0 == text.count, "clusters cover the text")
    for columns in [1, 9] {
      var frame = Frame(size: GridSize(columns: columns, rows: 1))
      frame.write(text, row: 0, column: 0)
      hold(frame.row(0).reduce(0) { $0 + Int($1.width) } == columns, "half a character")
      isSafe(frame)
    }
  }

  /// Stops unless all cells of a frame are safe to draw.
  static func isSafe(_ frame: Frame) {
    for cell in (0..<frame.size.rows).flatMap({ frame.row($0) }) {
      hold(SafeText(cell.text).string.utf8.elementsEqual(cell.text.utf8), "an unsafe cell")
      isShown(SafeText(cell.text))
    }
  }
}
