public import TextGrid

/// The whole screen, as a pure function of what is read, how it is laid out, and the theme.
public enum ScreenView {
  /// Draws the screen.
  ///
  /// - Parameters:
  ///   - state: what is read.
  ///   - layout: that state's layout, which keeps the texts that were needed.
  ///   - theme: how everything looks.
  /// - Returns: a frame of the state's size.
  /// - Complexity: O(cells), and O(log *n*) for each row of the map.
  public static func frame(
    _ state: ReadingState, layout: inout Layout, theme: Theme
  ) -> Frame {
    let pane = pane(state, layout: &layout, theme: theme)
    guard state.hasOutlineBeside else { return pane }
    var frame = Frame(size: state.shell.size)
    let column = state.viewport.outlineColumns(on: state.shell.size)
    var outline = Frame(size: GridSize(columns: column, rows: state.shell.size.rows))
    OutlineView.draw(
      state, around: state.outlineMiddle, selected: state.mode.leavesFocus ? state.focus : nil,
      rows: state.shell.size.rows, layout: &layout, theme: theme, into: &outline)
    frame.place(outline, row: 0, column: 0)
    let (line, style): (SafeText, Style) = ("│", theme[.guide])
    for row in 0..<state.shell.size.rows {
      frame.write(line, row: row, column: column, style: style)
    }
    frame.place(pane, row: 0, column: column + 1)
    frame.cursor = (pane.cursor.row, pane.cursor.column + column + 1)
    return frame
  }

  /// What is read, and what is over it.
  private static func pane(
    _ state: ReadingState, layout: inout Layout, theme: Theme
  ) -> Frame {
    var frame = Frame(size: state.pane)
    state.shellView(layout.geometry).draw(theme: theme, into: &frame) { frame in
      drawMode(state, layout: &layout, theme: theme, into: &frame)
    }
    StatusView.draw(state, layout: &layout, theme: theme, into: &frame)
    return frame
  }

  private static func drawMode(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    switch state.mode {
    case .reading: drawPage(state, layout: &layout, theme: theme, into: &frame)
    case .peek(let entry, let top):
      if !state.viewport.isLinear { drawPage(state, layout: &layout, theme: theme, into: &frame) }
      PeekView.draw(state, entry: entry, top: top, layout: &layout, theme: theme, into: &frame)
    case .news(let news):
      drawPage(state, layout: &layout, theme: theme, into: &frame)
      NewsView.draw(state, news, layout: &layout, theme: theme, into: &frame)
    case .list(let list):
      if !state.viewport.isLinear { drawPage(state, layout: &layout, theme: theme, into: &frame) }
      ListView.draw(state, list, layout: &layout, theme: theme, into: &frame)
    case .inspection(let top):
      OverlayView.draw(
        state.inspectionLines, top: top, finding: state.listSearch, theme: theme, into: &frame)
    case .outline(let selected):
      let rows = max(1, state.shell.size.rows - 2)
      OutlineView.draw(
        state, around: selected, selected: selected, rows: rows, layout: &layout, theme: theme,
        into: &frame)
      let found = FoundRows(state.listSearch, state.modeLines, theme)
      let entries = OutlineView.entries(state, around: selected, rows: rows)
      for (row, entry) in entries.enumerated() { found?.mark(entry, row: row, in: &frame) }
    }
  }

  private static func drawPage(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    if state.viewport.isLinear {
      LinearView.draw(state, layout: &layout, theme: theme, into: &frame)
      return
    }
    let rows = state.sheet.rows
    let positions = rows.positions(from: state.viewport.top, &layout)
    ContextView.draw(state, layout: &layout, theme: theme, into: &frame)
    var branches = Branches()
    for (index, position) in positions.enumerated() {
      let row = layout.geometry.body.lowerBound + index
      // A terminal scrolls whole rows, and the third column does not scroll.
      if layout.geometry.besideColumns == nil, frame.lines.indices.contains(row) {
        frame.lines[row] = Frame.LineID(block: position.entry, line: position.row)
      }
      EntryView.draw(
        state, rows, position, row: row, layout: &layout, branches: &branches, theme: theme,
        into: &frame)
      if position == ScrollPosition(entry: state.focus, row: 0) { frame.cursor = (row, 0) }
    }
    BesideView.draw(state, layout: &layout, theme: theme, into: &frame)
    MapView.draw(state, positions: positions, layout: layout, theme: theme, into: &frame)
  }
}
