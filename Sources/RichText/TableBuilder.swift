import TextGrid

/// A table in the making: its cells become lines with aligned columns.
struct TableBuilder {
  private var rows: [Row] = []
  /// The column at which the next cell may stand.
  private var next = 0
  /// For how many rows, with the one that is open, a cell above takes each column.
  private var held: [Int] = []
  /// Columns that cells took beyond their first, or that were left out for cells above.
  private var spread = 0
  /// Whether a cell takes more than one column or row.
  private var hasSpans = false
  /// Whether a row is the caption, which belongs to no column.
  private var hasCaption = false

  private struct Row {
    var isHeading = false
    /// By ascending columns.
    var cells: [Cell] = []
  }

  private struct Cell {
    var text: StyledText
    var alignment: Alignment
    var column: Int
    var columns: Int
  }

  typealias Alignment = TableGrid.Alignment

  /// Cells of the screen to which a column is padded at most; what is wider moves the columns after it.
  private static let widest = 60

  /// Cells of a table that is aligned; in a larger one columns are only separated.
  private static let mostAligned = 1_000_000

  private static let separator: SafeText = " │ "

  /// Columns that one cell may take.
  private static let mostColumns = 100
  /// Rows that one cell may take.
  private static let mostRows = 1000
  /// Columns in which a cell may take more than one row.
  private static let mostHeld = 200
  /// How far cells may be spread in a table; beyond that, each takes one place.
  private static let mostSpread = 10_000

  mutating func openRow() {
    rows.append(Row())
    next = 0
    for column in held.indices where held[column] > 0 { held[column] -= 1 }
  }

  mutating func openCaption() {
    openRow()
    hasCaption = true
  }

  /// Says that the row that was opened last is one of headings.
  mutating func markHeading() {
    if !rows.isEmpty { rows[rows.count - 1].isHeading = true }
  }

  /// Adds a cell at the next free column.
  ///
  /// - Parameters:
  ///   - text: one line.
  ///   - alignment: where it is in its columns.
  ///   - columns: how many it takes; fewer if a cell above takes one of them.
  ///   - count: how many rows it takes, 0 for all that follow.
  mutating func add(
    _ text: StyledText, _ alignment: Alignment, columns: Int = 1, rows count: Int = 1
  ) {
    if rows.isEmpty { openRow() }
    if columns > 1 || count != 1 { hasSpans = true }
    let isBounded = spread >= Self.mostSpread
    while !isBounded, isHeld(next) {
      next += 1
      spread += 1
    }
    var end = next + 1
    if !isBounded {
      let last = next + min(max(1, columns), Self.mostColumns)
      while end < last, !isHeld(end) { end += 1 }
      let rows = count == 0 ? Self.mostRows : min(max(1, count), Self.mostRows)
      if rows > 1 { hold(next..<min(end, Self.mostHeld), for: rows) }
    }
    spread += end - next - 1
    rows[rows.count - 1].cells.append(
      Cell(text: text, alignment: alignment, column: next, columns: end - next))
    next = end
  }

  private func isHeld(_ column: Int) -> Bool { column < held.count && held[column] > 0 }

  private mutating func hold(_ columns: Range<Int>, for rows: Int) {
    while held.count < columns.upperBound { held.append(0) }
    for column in columns { held[column] = rows }
  }

  /// The rows as lines, with a line across after the first headings.
  var lines: [StyledText] {
    let widths = widths
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

  /// Cells of a grid at most: short rows are filled up.
  private static let mostInGrid = 20_000

  /// The cells by rows and columns; nil if one takes several, if there is a caption, or if there are too many.
  var grid: TableGrid? {
    let rows = rows.filter { !$0.cells.isEmpty }
    let width = rows.lazy.map(\.cells.count).max() ?? 0
    guard let first = rows.first, !hasSpans, !hasCaption,
      width * rows.count <= Self.mostInGrid
    else {
      return nil
    }
    // Of a heading, the text often stands otherwise than below it.
    let model = rows.dropFirst().first ?? first
    let alignments = (0..<width).map { column in
      [model, first].lazy.compactMap { $0.cells.dropFirst(column).first }.first?.alignment ?? .left
    }
    return TableGrid(
      rows: rows.map { row in
        let texts = row.cells.map(\.text)
        return texts + (texts.count..<width).map { _ in StyledText("") }
      }, alignments: alignments, hasHeading: first.isHeading)
  }

  /// The widths of the columns, in cells of the screen.
  private var widths: [Int] {
    var widths: [Int] = []
    let cells = rows.lazy.flatMap(\.cells)
    for cell in cells {
      while widths.count < cell.column + cell.columns { widths.append(0) }
      if cell.columns == 1 {
        widths[cell.column] = max(widths[cell.column], min(cell.text.text.width, Self.widest))
      }
    }
    for cell in cells where cell.columns > 1 {
      let missing = min(cell.text.text.width, Self.widest) - width(of: cell, widths)
      if missing > 0 { widths[cell.column + cell.columns - 1] += missing }
    }
    // Cells beyond the text's own that it takes to align all rows.
    if rows.count * widths.reduce(0, +) > Self.mostAligned { widths = widths.map { _ in 0 } }
    return widths
  }

  /// The width of all columns that a cell takes, with what is between them.
  private func width(of cell: Cell, _ widths: [Int]) -> Int {
    let columns = widths[cell.column..<cell.column + cell.columns]
    return columns.reduce(0, +) + (cell.columns - 1) * Self.separator.width
  }

  private func line(_ row: Row, _ widths: [Int]) -> StyledText {
    var result = StyledText("")
    var column = 0
    for cell in row.cells {
      while column < cell.column {
        if column > 0 { result.append(Self.separator, []) }
        result.append(spaces(widths[column]), [])
        column += 1
      }
      if column > 0 { result.append(Self.separator, []) }
      column += cell.columns
      let spare = max(0, width(of: cell, widths) - cell.text.text.width)
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
