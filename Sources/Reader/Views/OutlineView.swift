import DiscussionModel
import ReadMarks
import TextGrid

/// The thread, one line per entry on show: author, badge, first words, and at the right the replies or,
/// of a fold, the loudest of what it hides.
///
/// It is beside the text, or over it in ``Mode/outline(selected:)``. What is folded in the text is
/// folded here.
enum OutlineView {
  /// Draws the lines around an entry over a whole frame.
  ///
  /// - Parameters:
  ///   - state: what is read.
  ///   - middle: the entry.
  ///   - selected: the one that is selected; nil for none.
  ///   - rows: how many lines.
  ///   - layout: that of the screen.
  ///   - theme: how everything looks.
  ///   - frame: what is drawn into.
  /// - Complexity: O(rows), each O(log *n*).
  static func draw(
    _ state: ReadingState, around middle: Int, selected: Int?, rows: Int, layout: inout Layout,
    theme: Theme, into frame: inout Frame
  ) {
    let page = state.page
    for (row, entry) in entries(state, around: middle, rows: rows).enumerated() {
      draw(
        state, page, entry, isSelected: entry == selected, row: row, layout: &layout, theme: theme,
        into: &frame)
      if entry == selected { frame.cursor = (row, 0) }
    }
  }

  /// The entries on this many lines: a selected one is in the middle, as far as the ends allow.
  ///
  /// - Complexity: O(rows), each O(log *n*).
  static func entries(_ state: ReadingState, around selected: Int, rows: Int) -> [Int] {
    var before: [Int] = []
    var after: [Int] = []
    var up = state.outline.previous(before: selected, in: state.page)
    var down = state.outline.next(after: selected, in: state.page)
    while before.count + after.count + 1 < rows {
      if let entry = up, before.count < rows / 2 || down == nil {
        before.append(entry)
        up = state.outline.previous(before: entry, in: state.page)
      } else if let entry = down {
        after.append(entry)
        down = state.outline.next(after: entry, in: state.page)
      } else {
        break
      }
    }
    return before.reversed() + [selected] + after
  }

  /// Where names of the first level begin, how many cells names have, and at least.
  private static let (nameColumn, nameColumns, shortestName) = (3, 16, 7)

  /// How many cells names have on lines of this many: on long ones more, for levels to show, but
  /// numbers need none.
  private static func nameColumns(of limit: Int, in page: Page) -> Int {
    page.namesAuthors ? max(nameColumns, limit * 3 / 10) : nameColumns
  }

  /// What stands before a comment without replies, before one with its replies below it, and before a
  /// fold.
  private static let signs: (none: SafeText, open: SafeText, folded: SafeText) = ("  ", "▾ ", "▸ ")

  /// How many replies a comment has or, of a fold, the loudest of what it hides: new replies, unread
  /// ones, or all.
  private static func count(of entry: Int, in state: ReadingState) -> (text: SafeText, role: Role) {
    let replies = state.page.replyCount(of: entry)
    if replies == 0 || state.page.isBeginning { return ("", .foldCount) }
    if state.outline.isFolded(entry), let position = state.page.position(of: entry) {
      let below = state.page.thread.descendants(of: position)
      let new = state.marks.newCount(in: below)
      if new > 0 { return (SafeText(" +\(new)"), .new) }
      let unread = state.marks.unreadCount(in: below)
      if unread > 0, !state.record.isFirstVisit { return (SafeText(" ●\(unread)"), .unread) }
    }
    return (SafeText(" \(replies)"), .foldCount)
  }

  private static func draw(
    _ state: ReadingState, _ page: Page, _ entry: Int, isSelected: Bool, row: Int,
    layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let limit = frame.size.columns
    if isSelected { frame.write("▌", row: row, column: 0, style: theme[.focus]) }
    guard let position = page.position(of: entry) else {
      let words = layout.beginning(of: entry, in: page)
      // Counts of a beginning would be wrong in a moment.
      let count =
        entry == 0 && !page.isBeginning ? SafeText(String(page.thread.count)) : ""
      let isNotice = page.kind(of: entry) == .notice
      let column = isNotice ? frame.write("Notice  ", row: row, column: 1, style: theme[.title]) : 1
      frame.write(
        words.truncated(to: limit - count.width - 3 - column), row: row, column: column,
        style: theme[isNotice ? .foldSummary : .title])
      frame.write(count, row: row, column: limit - count.width - 1, style: theme[.foldCount])
      return
    }
    let depth = min(page.depth(of: entry), max(0, limit / 3 / 2))
    let isFolded = state.outline.isFolded(entry)
    let mark =
      isFolded ? signs.folded : page.replyCount(of: entry) == 0 ? signs.none : signs.open
    var column = frame.write(mark, row: row, column: 1 + 2 * depth, style: theme[.foldMark])
    let count = count(of: entry, in: state)
    let end = limit - 1 - count.text.width
    // Badges are in one column, but where names would lose too much of themselves.
    let caller = page.caller(at: position)
    let shortest = min(shortestName, caller.width + 1)
    let nameEnd = max(
      column + shortest, min(nameColumn + nameColumns(of: limit, in: page), limit / 2))
    let room = min(nameEnd - column, max(2, end - column - 4))
    let name = caller.truncated(to: room - 1)
    // A screen of bold names would be louder than the text beside it.
    let isContext = state.outline.isAncestor(entry)
    let isPlain = !isSelected && !theme.hasPeople && page.hasAuthor(at: position)
    let style =
      isContext
      ? theme[.context] : isPlain ? theme[.text] : theme.caller(at: position, in: page)
    column = frame.write(name, row: row, column: column, limit: end, style: style)
    column = max(column + 1, nameEnd)
    if let (badge, role) = EntryView.badge(of: entry, in: state) {
      frame.write(
        badge, row: row, column: column, limit: end, style: theme[isContext ? .context : role])
    }
    let words = layout.beginning(of: entry, in: page)
    frame.write(
      words.truncated(to: end - column - 2), row: row, column: column + 2, limit: end,
      style: theme[isContext ? .context : .foldSummary])
    frame.write(count.text, row: row, column: end, style: theme[isContext ? .context : count.role])
  }
}
