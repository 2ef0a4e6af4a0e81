import CNcurses
public import TextGrid

extension TerminalSession {
  /// Makes the terminal show a frame; only cells that differ from those of the last one are drawn.
  ///
  /// - Complexity: O(cells).
  public mutating func show(_ frame: Frame) {
    let known = shown.flatMap { $0.size == frame.size ? $0 : nil }
    if known == nil { erase() }
    let scroll = known.flatMap { frame.scroll(from: $0) }
    if let known, let scroll { self.scroll(known, by: scroll) }
    for row in 0..<frame.size.rows {
      let hasMoved = scroll?.rows.contains(row) == true
      if let known, !hasMoved {
        draw(frame, row: row, columns: frame.changes(inRow: row, from: known.row(row)))
      } else {
        draw(frame, row: row, columns: 0..<frame.size.columns)
      }
    }
    move(Int32(frame.cursor.row), Int32(frame.cursor.column))
    refresh()
    shown = frame
    flush()
  }

  /// Moves what is shown, so that ncurses scrolls the terminal.
  ///
  /// It scrolls lines that are equal to the last cell; those of the next frame are not, since the
  /// focus and the map are in them. So it is shown the old lines at their new rows first.
  private mutating func scroll(_ known: Frame, by scroll: Frame.Scroll) {
    for row in scroll.rows {
      if scroll.rows.contains(row + scroll.up) {
        draw(known, row: row + scroll.up, at: row, columns: 0..<known.size.columns)
      } else {
        move(Int32(row), 0)
        clrtoeol()
      }
    }
    refresh()
  }

  /// Takes the colours that stand for the terminal's own, and draws everything again.
  public mutating func setScreen(_ style: Style) {
    guard let (foreground, background) = pairs.setScreen(style) else { return }
    assume_default_colors(foreground, background)
    forgetScreen()
  }

  /// Draws everything again at the next ``show(_:)``, whatever the terminal shows.
  public mutating func forgetScreen() {
    shown = nil
    clearok(understory_screen(), true)
  }

  /// Draws cells of a row of a frame, at another row if there is one given.
  private mutating func draw(_ frame: Frame, row: Int, at place: Int? = nil, columns: Range<Int>) {
    let cells = frame.row(row)
    // What stands in the second half of a wide cell is drawn with the first.
    guard let first = columns.first(where: { cells[cells.startIndex + $0].width > 0 }) else {
      return
    }
    // ncurses takes a base and its marks; a 0 ends them.
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      text.initialize(repeating: 0)
      withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: columns.count) { drawn in
        drawn.initialize(repeating: cchar_t())
        var count = 0
        var last: Cell?
        var pair: Int32 = 0
        var attributes: attr_t = 0
        for cell in cells[cells.startIndex + first..<cells.startIndex + columns.upperBound]
        where cell.width > 0 {
          if last.map({ !cell.hasStyle(of: $0) }) ?? true {
            last = cell
            let look = pairs.look(of: cell.style)
            pair = look.pair
            attributes = ColorPairs.bits(of: look.attributes)
          }
          // Nothing is drawn as a space.
          text[0] = wchar_t(max(cell.cluster.base, 0x20))
          for index in 0..<4 { text[index + 1] = wchar_t(cell.cluster.marks[index]) }
          _ = understory_set_cell(&drawn[count], text.baseAddress, attributes, pair)
          count += 1
        }
        _ = understory_put_cells(
          Int32(place ?? row), Int32(first), drawn.baseAddress, Int32(count))
      }
    }
  }
}
