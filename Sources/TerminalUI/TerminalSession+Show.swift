import CNcurses
public import TextGrid

extension TerminalSession {
  /// Makes the terminal show a frame; only rows that differ from the last one are drawn.
  ///
  /// - Complexity: O(cells of the rows that changed).
  public mutating func show(_ frame: Frame) {
    let known = shown.flatMap { $0.size == frame.size ? $0 : nil }
    if known == nil { erase() }
    if let known, let scroll = frame.scroll(from: known) {
      let rows = scroll.rows
      _ = understory_scroll(Int32(rows.lowerBound), Int32(rows.upperBound - 1), Int32(scroll.up))
    }
    for row in 0..<frame.size.rows where known?.row(row) != frame.row(row) {
      draw(frame.row(row), row: Int32(row))
    }
    move(Int32(frame.cursor.row), Int32(frame.cursor.column))
    refresh()
    shown = frame
  }

  /// Draws everything anew at the next ``show(_:)``, whatever the terminal shows.
  mutating func forgetScreen() {
    shown = nil
    clearok(understory_screen(), true)
  }

  private mutating func draw(_ cells: ArraySlice<Cell>, row: Int32) {
    var text: [wchar_t] = []
    for (column, cell) in cells.enumerated() where cell.width > 0 {
      text.removeAll(keepingCapacity: true)
      for scalar in cell.text.unicodeScalars { text.append(wchar_t(scalar.value)) }
      text.append(0)
      let attributes = ColorPairs.attributes(of: cell.style)
      _ = understory_put(
        row, Int32(column), text, attributes, pairs.number(for: cell.style))
    }
  }
}
