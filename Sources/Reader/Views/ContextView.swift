import DiscussionModel
import TextGrid

/// The first row: whom the topmost comment answers, or the one that is looked at, in words.
enum ContextView {
  static func draw(
    _ state: ReadingState, positions: [ScrollPosition], layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let page = state.page
    let topmost = if case .peek(let entry, _) = state.mode { entry } else { positions.first?.entry }
    guard let row = layout.geometry.contextRow, let entry = topmost,
      page.position(of: entry) != nil
    else { return }
    // As wide as a text, as one line of it.
    let cells = layout.geometry.textLimit - layout.geometry.left - 2
    let parent = page.parent(of: entry)
    var text: SafeText = "↑ "
    let beginning = layout.beginning(of: parent ?? 0, in: page)
    if let parent, let position = page.position(of: parent) {
      text += page.caller(at: position) + (beginning.isEmpty ? "" : ": ")
    }
    text += beginning
    frame.write(
      text.truncated(to: cells), row: row, column: layout.geometry.left + 1, style: theme[.context])
  }
}
