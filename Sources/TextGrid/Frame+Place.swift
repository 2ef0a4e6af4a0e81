extension Frame {
  /// Puts another frame into this one.
  ///
  /// - Parameters:
  ///   - other: what does not fit of it is left out; its cursor is not taken over.
  ///   - row: the row of its first row.
  ///   - column: the column of its first column.
  public mutating func place(_ other: Frame, row: Int, column: Int) {
    let columns = max(0, min(other.size.columns, size.columns - column))
    for index in 0..<other.size.rows where 0..<size.rows ~= row + index {
      let start = (row + index) * size.columns + column
      let cells = other.row(index).prefix(columns)
      self.cells.replaceSubrange(start..<start + columns, with: cells)
      if let last = cells.last, last.width == 2 { self.cells[start + columns - 1] = .blank }
    }
  }
}

extension Frame {
  /// Makes a part of a row blank.
  public mutating func clear(row: Int, columns: Range<Int>) {
    guard 0..<size.rows ~= row else { return }
    let blank = SafeText(String(repeating: " ", count: columns.clamped(to: 0..<size.columns).count))
    write(blank, row: row, column: max(0, columns.lowerBound))
  }
}
