import DiscussionModel
import TextGrid

/// One entry at a time: in words who speaks to whom and where that is, then its text, at the left edge.
enum LinearView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
    let rows = state.sheet.rows
    let isShort = state.outline.isShort(state.focus)
    let header = rows.headerWords(of: state.focus, isShort: isShort, &layout)
    let positions = rows.positions(from: state.viewport.top, &layout)
    for (index, position) in positions.enumerated() {
      guard position.entry == state.focus,
        position.row < rows.count(of: position.entry, &layout)
      else { return }
      let row = geometry.body.lowerBound + index
      if header.indices.contains(position.row) {
        frame.write(header[position.row], row: row, column: 0, style: theme[.author])
      } else if let text = rows.textRow(at: position, &layout) {
        EntryView.draw(
          text, column: 0, row: row,
          sideways: state.viewport.sidewaysCells(of: position.entry), limit: geometry.textLimit,
          matches: EntryView.matches(position.entry, in: state, &layout), theme: theme,
          into: &frame)
      }
    }
  }
}
