import DiscussionModel
import ReadMarks
import TextGrid

/// The right edge: the whole thread from top to bottom, measured in comments, where the screen is in
/// it, what a search found, the new and the unread.
enum MapView {
  static func draw(
    _ state: ReadingState, positions: [ScrollPosition], layout: Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let body = layout.geometry.body
    let count = state.page.thread.count
    guard let column = layout.geometry.mapColumn, count > 0, !body.isEmpty,
      !state.page.isBeginning
    else { return }
    let shown = positions.compactMap { state.page.position(of: $0.entry) }
    for (index, row) in body.enumerated() {
      let first = index * count / body.count
      let range = first..<max(first + 1, (index + 1) * count / body.count)
      let isHere = shown.first.map { range.overlaps($0..<(shown.last ?? $0) + 1) } ?? false
      let (sign, role) = sign(state, range, isHere: isHere)
      frame.write(sign, row: row, column: column, style: theme[role])
    }
  }

  /// What stands for some comments, by their positions: a search's matches first, then where the
  /// screen is, the new, and the unread; on a first visit, when all is unread, what has been read.
  private static func sign(
    _ state: ReadingState, _ positions: Range<Int>, isHere: Bool
  ) -> (SafeText, Role) {
    let first = state.page.firstComment
    let entries = positions.lowerBound + first..<positions.upperBound + first
    if let search = state.finding.search, search.matches.sum(in: entries) > 0 {
      return ("◆", .mapMatch)
    }
    if isHere { return ("┃", .mapHere) }
    if state.marks.newCount(in: positions) > 0 { return ("+", .mapNew) }
    let hasUnread = state.marks.unreadCount(in: positions) > 0
    if state.record.isFirstVisit { return hasUnread ? ("│", .map) : ("·", .readNow) }
    return hasUnread ? ("•", .mapUnread) : ("│", .map)
  }
}
