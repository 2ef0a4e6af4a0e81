import DiscussionModel
import ReadMarks
import TextGrid

/// One entry at a time: a line that tells its place in words, then its text at the left edge.
enum LinearView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
    let rows = state.sheet.rows
    let header = rows.headerRows(of: state.focus)
    let isShort = state.outline.isShort(state.focus)
    let positions = rows.positions(from: state.viewport.top, &layout)
    for (index, position) in positions.enumerated() {
      guard position.entry == state.focus,
        position.row < rows.count(of: position.entry, &layout)
      else { return }
      let row = geometry.body.lowerBound + index
      if position.row < header || isShort {
        frame.write(
          place(state, &layout).truncated(to: geometry.textLimit), row: row, column: 0,
          style: theme[.author])
      } else {
        EntryView.draw(
          rows.text(of: position.entry, &layout)[position.row - header], column: 0, row: row,
          sideways: state.viewport.sidewaysCells(of: position.entry), limit: geometry.textLimit,
          matches: EntryView.matches(position.entry, in: state, &layout), theme: theme,
          into: &frame)
      }
    }
  }

  /// `comment 17 of 42, reply to 16, level 3, unread, by ann, 2 h`; what is most needed comes first.
  static func place(_ state: ReadingState, _ layout: inout Layout) -> SafeText {
    let page = state.page
    let entry = state.focus
    let beginning = layout.beginning(of: entry, in: page)
    guard let position = page.position(of: entry) else {
      return page.kind(of: entry) == .notice ? "notice" : beginning
    }
    let comment = page.comment(at: position)
    let mark = state.marks[position]
    var words = ["comment \(page.number(at: position)) of \(page.thread.count)"]
    if let parent = page.thread.parent(of: position) {
      words.append("reply to \(page.number(at: parent))")
    }
    words.append("level \(page.depth(of: entry) + 1)")
    if comment.state != .visible { words.append(comment.state.rawValue) }
    if comment.state != .deleted {
      let isNew = mark.contains(.new) && !mark.contains(.read)
      words.append(
        mark.contains(.edited) ? "edited" : isNew ? "new" : mark.contains(.read) ? "read" : "unread"
      )
    }
    if mark.contains(.starred) { words.append("starred") }
    if mark.contains(.muted) { words.append("muted") }
    let replies = page.replyCount(of: entry)
    if state.outline.isFolded(entry) {
      words.append("folded")
      let below = page.thread.descendants(of: position)
      if replies > 0 { words.append("\(state.marks.unreadCount(in: below)) unread below") }
    }
    if replies > 0 { words.append(counted(replies, "reply", "replies")) }
    if let author = comment.author, !author.isEmpty { words.append("by \(author)") }
    if let age = page.age(at: position, state.shell) { words.append(age) }
    let place = SafeText(words.joined(separator: ", "))
    return state.outline.isShort(entry) ? place + ": " + beginning : place
  }
}
