import CNcurses
public import TextGrid

extension TerminalSession {
  /// Makes the terminal show a frame; only rows that differ from the last one are drawn.
  ///
  /// - Complexity: O(cells of the rows that changed).
  public mutating func show(_ frame: Frame) {
    let known = shown.flatMap { $0.size == frame.size ? $0 : nil }
    if known == nil { erase() }
    let scroll = known.flatMap { frame.scroll(from: $0) }
    if let known, let scroll { self.scroll(known, by: scroll) }
    for row in 0..<frame.size.rows {
      let hasMoved = scroll?.rows.contains(row) == true
      if hasMoved || known?.row(row) != frame.row(row) {
        draw(frame.row(row), row: Int32(row))
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
        draw(known.row(row + scroll.up), row: Int32(row))
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

  private mutating func draw(_ cells: ArraySlice<Cell>, row: Int32) {
    // A cell holds a base and a few marks; ncurses takes five, and a 0 ends them.
    var text = [wchar_t](repeating: 0, count: 6)
    var style = Style.plain
    var pair: Int32 = 0
    var attributes: attr_t = 0
    for (column, cell) in cells.enumerated() where cell.width > 0 {
      if cell.style != style {
        style = cell.style
        let look = pairs.look(of: style)
        pair = look.pair
        attributes = ColorPairs.bits(of: look.attributes)
      }
      var count = 0
      for scalar in cell.text.unicodeScalars.prefix(5) {
        text[count] = wchar_t(scalar.value)
        count += 1
      }
      text[count] = 0
      _ = understory_put(row, Int32(column), text, attributes, pair)
    }
  }
}
