/// A screen as a value: what every view draws into, and what the terminal is made to show.
///
/// Rows and columns are 0-based. What would stand outside is not drawn, and a wide character is
/// never cut: where only half of it fits there is a space.
public struct Frame: Equatable, Sendable {
  public let size: GridSize
  /// Where the hardware cursor stands.
  public var cursor = (row: 0, column: 0)

  /// For each row which line of a longer page it shows; nil for a row that belongs to the screen.
  ///
  /// Only a hint: with it a terminal can scroll what is shown already instead of drawing it again.
  public var lines: [LineID?]

  /// A line of a page, whatever row it is on.
  public struct LineID: Hashable, Sendable {
    var block: Int
    var line: Int

    /// - Parameters:
    ///   - block: a number for what the line is a part of.
    ///   - line: its number in that.
    public init(block: Int, line: Int) {
      self.block = block
      self.line = line
    }
  }

  /// Row by row, each left to right.
  var cells: [Cell]

  public init(size: GridSize) {
    self.size = GridSize(columns: max(0, size.columns), rows: max(0, size.rows))
    lines = Array(repeating: nil, count: self.size.rows)
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cells of a row, left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Draws a text.
  ///
  /// - Parameters:
  ///   - text: what to draw.
  ///   - row: its row; nothing is drawn when the frame has no such row.
  ///   - column: its first cell; may lie left of the frame.
  ///   - first: the column before which nothing of it is drawn.
  ///   - limit: the column before which it must end; the frame's edge for nil.
  ///   - style: how.
  /// - Returns: the column after the text.
  @discardableResult
  public mutating func write(
    _ text: SafeText, row: Int, column: Int, from first: Int = 0, limit: Int? = nil,
    style: Style = .plain
  ) -> Int {
    let limit = min(limit ?? size.columns, size.columns)
    guard 0..<size.rows ~= row else { return column }
    if text.isASCII {
      return writeASCII(
        text.string, row: row, column: column, from: max(0, first), limit: limit, style: style)
    }
    var at = column
    for cluster in CellClusters(text) {
      let end = at + cluster.width
      if at >= max(0, first), end <= limit {
        put(text.drawn(cluster), width: cluster.width, row: row, column: at, style: style)
      } else {
        for half in at..<end where half >= max(0, first) && half < limit {
          put(DrawnCluster(" "), width: 1, row: row, column: half, style: style)
        }
        if end > limit { break }
      }
      at = end
    }
    return at
  }

  /// Draws cells in another style; what they show stays.
  ///
  /// - Parameters:
  ///   - row: one of the frame's rows.
  ///   - columns: cells; those outside of the frame are left out.
  ///   - style: how.
  public mutating func restyle(row: Int, columns: Range<Int>, style: Style) {
    guard 0..<size.rows ~= row else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      cells[row * size.columns + column].style = style
    }
  }

  /// Draws a text in which each byte is a cell: see ``write(_:row:column:from:limit:style:)``.
  private mutating func writeASCII(
    _ text: String, row: Int, column: Int, from first: Int, limit: Int, style: Style
  ) -> Int {
    let end = max(column, min(column + text.utf8.count, limit))
    let start = max(column, first)
    if start >= end { return end }
    makeRoom(row: row, columns: start..<end)
    let offset = row * size.columns
    var text = text
    text.withUTF8 { bytes in
      cells.withUnsafeMutableBufferPointer { cells in
        var cell = Cell(cluster: DrawnCluster(" "), style: style, width: 1)
        for at in start..<end {
          cell.cluster = DrawnCluster(Unicode.Scalar(bytes[at - column]))
          cells[offset + at] = cell
        }
      }
    }
    return end
  }

  /// Puts one cluster.
  private mutating func put(
    _ cluster: DrawnCluster, width: Int, row: Int, column: Int, style: Style
  ) {
    makeRoom(row: row, columns: column..<column + width)
    let index = row * size.columns + column
    cells[index] = Cell(cluster: cluster, style: style, width: UInt8(width))
    if width == 2 {
      cells[index + 1] = Cell(cluster: DrawnCluster(), style: style, width: 0)
    }
  }

  /// Puts spaces where half of an older wide cluster would be left beside cells that are about to be drawn.
  private mutating func makeRoom(row: Int, columns: Range<Int>) {
    let start = row * size.columns
    if cells[start + columns.lowerBound].width == 0, columns.lowerBound > 0 {
      cells[start + columns.lowerBound - 1] = .blank
    }
    if columns.upperBound < size.columns, cells[start + columns.upperBound].width == 0 {
      cells[start + columns.upperBound] = .blank
    }
  }

  /// Whether some rows are the same in another frame of the same size.
  public func isEqual(to other: Frame, inRows rows: Range<Int>) -> Bool {
    size == other.size
      && rows.clamped(to: 0..<size.rows).allSatisfy { row($0) == other.row($0) }
  }

  /// The cells of a row from the first to the last that are others than in some cells.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - old: as many cells as a row has.
  /// - Returns: columns; empty if all cells are the same.
  public func changes(inRow row: Int, from old: ArraySlice<Cell>) -> Range<Int> {
    self.row(row).withUnsafeBufferPointer { new in
      old.withUnsafeBufferPointer { old in
        guard let first = new.indices.first(where: { new[$0] != old[$0] }),
          let last = new.indices.last(where: { new[$0] != old[$0] })
        else { return 0..<0 }
        return first..<last + 1
      }
    }
  }

  public static func == (one: Frame, other: Frame) -> Bool {
    one.size == other.size && one.cursor == other.cursor && one.cells == other.cells
  }
}

extension Frame: CustomStringConvertible {
  /// The rows as lines of text, without styles and without spaces at their ends.
  public var description: String {
    (0..<size.rows).map { index in
      let text = row(index).map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
