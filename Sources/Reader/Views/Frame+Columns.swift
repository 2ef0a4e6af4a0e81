import TextGrid

extension Frame {
  /// Writes a text at the right end of a column of a list, as much of it as there is room for.
  ///
  /// - Parameters:
  ///   - text: what is written.
  ///   - column: its cells, 0-based; nil if the screen has no room for it, and nothing is written.
  ///   - row: the row, 0-based.
  ///   - style: how it looks.
  mutating func write(_ text: SafeText, atEndOf column: Range<Int>?, row: Int, style: Style) {
    guard let column else { return }
    let shown = text.truncated(to: column.count)
    write(
      shown, row: row, column: column.upperBound - shown.width, limit: column.upperBound,
      style: style)
  }
}
