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
    var frame = Frame(size: state.size)
    switch state.mode {
    case .reading:
      let positions = state.positionsOnScreen(&layout)
      ContextView.draw(state, positions: positions, layout: &layout, theme: theme, into: &frame)
      for (index, position) in positions.enumerated() {
        let row = layout.geometry.body.lowerBound + index
        if frame.lines.indices.contains(row) {
          frame.lines[row] = Frame.LineID(block: position.entry, line: position.row)
        }
        EntryView.draw(state, position, row: row, layout: &layout, theme: theme, into: &frame)
        if position == ScrollPosition(entry: state.focus, row: 0) { frame.cursor = (row, 0) }
      }
      MapView.draw(state, positions: positions, layout: layout, theme: theme, into: &frame)
    case .stars(let selected):
      ListView.draw(state, selected: selected, layout: &layout, theme: theme, into: &frame)
    case .help(let top):
      HelpView.draw(top: top, theme: theme, into: &frame)
    }
    StatusView.draw(state, layout: &layout, theme: theme, into: &frame)
    return frame
  }
}
