import DiscussionModel
import TextGrid

/// The right edge: the whole thread from top to bottom, where the screen is in it, and the unread.
enum MapView {
  static func draw(
    _ state: ReadingState, positions: [ScrollPosition], layout: Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let body = layout.geometry.body
    let count = state.page.thread.count
    guard let column = layout.geometry.mapColumn, count > 0, !body.isEmpty else { return }
    let shown = positions.compactMap { state.page.position(of: $0.entry) }
    for (index, row) in body.enumerated() {
      let first = index * count / body.count
      let range = first..<max(first + 1, (index + 1) * count / body.count)
      if let top = shown.first, let bottom = shown.last, range.overlaps(top..<bottom + 1) {
        frame.write("┃", row: row, column: column, style: theme[.mapHere])
      } else if state.marks.unreadCount(in: range) > 0 {
        frame.write("•", row: row, column: column, style: theme[.mapUnread])
      } else {
        frame.write("│", row: row, column: column, style: theme[.map])
      }
    }
  }
}
