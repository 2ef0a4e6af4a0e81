import DiscussionModel
import TextGrid

/// What a comment answers, in the upper part of the screen, over the page that does not move.
enum PeekView {
  /// The rows for an entry's text: at most half of the body.
  static func height(of entry: Int, in state: ReadingState, _ layout: inout Layout) -> Int {
    max(1, min(state.sheet.rows.openCount(of: entry, &layout), layout.geometry.body.count / 2))
  }

  static func draw(
    _ state: ReadingState, entry: Int, top: Int, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let geometry = layout.geometry
    let height = height(of: entry, in: state, &layout)
    let rows = state.sheet.rows
    let text = rows.text(of: entry, &layout)
    let header = rows.headerRows(of: entry)
    // Its text is wrapped for its own depth; here it stands at the left edge.
    let column = geometry.textColumn(depth: 0)
    for index in 0..<height {
      let row = geometry.body.lowerBound + index
      frame.clear(row: row, columns: 0..<geometry.pageColumns)
      if !state.viewport.isLinear {
        frame.write("│", row: row, column: geometry.left + 1, style: theme[.focus])
      }
      let line = top + index
      if line < header {
        EntryHeader(entry, in: state, geometry: geometry).draw(
          row: row, columns: geometry.columns(depth: 0), theme: theme, into: &frame)
      } else if text.indices.contains(line - header) {
        EntryView.draw(
          text[line - header], column: column, row: row, sideways: 0,
          limit: geometry.textEnd(depth: 0),
          matches: [], theme: theme, into: &frame)
      }
    }
    let below = geometry.body.lowerBound + height
    guard below < geometry.body.upperBound else { return }
    frame.clear(row: below, columns: 0..<geometry.pageColumns)
    if state.viewport.isLinear { return }
    let bar = String(repeating: "─", count: max(0, geometry.textLimit - geometry.left - 2))
    frame.write("└" + SafeText(bar), row: below, column: geometry.left + 1, style: theme[.focus])
  }
}
