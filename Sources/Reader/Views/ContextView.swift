import DiscussionModel
import TextGrid

/// The first row: who the topmost comment replies to, or the one that is looked at, in words.
enum ContextView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let page = state.page
    let entry =
      if case .peek(let entry, _) = state.mode { entry } else { state.topmost(&layout) }
    guard let row = layout.geometry.contextRow, page.position(of: entry) != nil else { return }
    // As wide as a text, as one line of it.
    let cells = layout.geometry.textLimit - layout.geometry.left - 2
    let parent = page.parent(of: entry)
    let (column, limit) = (layout.geometry.left + 1, layout.geometry.left + 1 + cells)
    var at = frame.write("↑ ", row: row, column: column, limit: limit, style: theme[.context])
    let beginning = layout.beginning(of: parent ?? 0, in: page)
    if let parent, let position = page.position(of: parent) {
      let name = page.caller(at: position).truncated(to: limit - at)
      // As quiet as the rest of the row.
      var style = theme[.context]
      if theme.hasPeople { style.foreground = theme.caller(at: position, in: page).foreground }
      at = frame.write(name, row: row, column: at, limit: limit, style: style)
      if !beginning.isEmpty {
        at = frame.write(": ", row: row, column: at, limit: limit, style: theme[.context])
      }
    }
    frame.write(
      beginning.truncated(to: max(0, limit - at)), row: row, column: at, limit: limit,
      style: theme[.context])
  }
}
