import TextGrid

/// A table in the making: its cells become lines with aligned columns.
struct TableBuilder {
  private var rows: [Row] = []

  private struct Row {
    var isHeading = false
    var cells: [(text: StyledText, alignment: Alignment)] = []
  }

  enum Alignment { case left, center, right }

  /// Cells to which a column is padded at most; what is wider moves the columns after it.
  private static let widest = 60

  /// Cells of a table that is aligned; in a larger one columns are only separated.
  private static let mostAligned = 1_000_000

  private static let separator: SafeText = " │ "

  mutating func openRow() { rows.append(Row()) }

  /// Says that the row that was opened last is one of headings.
  mutating func markHeading() {
    if !rows.isEmpty { rows[rows.count - 1].isHeading = true }
  }

  mutating func add(_ cell: StyledText, _ alignment: Alignment) {
    if rows.isEmpty { openRow() }
    rows[rows.count - 1].cells.append((cell, alignment))
  }

  /// The rows as lines, with a line across after the first headings.
  var lines: [StyledText] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        let width = min(cell.text.text.width, Self.widest)
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    // Cells beyond the text's own that it takes to align all rows.
    if rows.count * widths.reduce(0, +) > Self.mostAligned { widths = widths.map { _ in 0 } }
    var result: [StyledText] = []
    var isDivided = false
    for (index, row) in rows.enumerated() where !row.cells.isEmpty {
      result.append(line(row, widths))
      if !isDivided, row.isHeading, index + 1 < rows.count, !rows[index + 1].isHeading {
        isDivided = true
        let bars = widths.map { String(repeating: "─", count: $0) }
        result.append(StyledText(SafeText(bars.joined(separator: "─┼─"))))
      }
    }
    return result
  }

  private func line(_ row: Row, _ widths: [Int]) -> StyledText {
    var result = StyledText("")
    for (column, cell) in row.cells.enumerated() {
      if column > 0 { result.append(Self.separator, []) }
      let spare = max(0, widths[column] - cell.text.text.width)
      let left =
        switch cell.alignment {
        case .left: 0
        case .center: spare / 2
        case .right: spare
        }
      result.append(spaces(left), [])
      let traits: Span.Traits = row.isHeading ? .strong : []
      for part in cell.text.runs {
        result.append(part.text, part.traits.union(traits), link: part.link)
      }
      result.append(spaces(spare - left), [])
    }
    result.trimEnd()
    return result
  }

  private func spaces(_ count: Int) -> SafeText { SafeText(String(repeating: " ", count: count)) }
}
