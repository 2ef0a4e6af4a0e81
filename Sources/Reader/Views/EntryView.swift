import DiscussionModel
import ReadMarks
import TextGrid

/// The rows of entries: focus bar, badge, guides, and a header, a folded row or text.
enum EntryView {
  /// Draws one row of an entry, or the blank row after it.
  static func draw(
    _ state: ReadingState, _ rows: PageRows, _ position: ScrollPosition, row: Int,
    layout: inout Layout, branches: inout Branches, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
    let entry = position.entry
    branches.move(to: entry, in: rows.page, levels: geometry.levels, theme)
    let depth = rows.page.depth(of: entry)
    let column = geometry.textColumn(depth: depth)
    guard position.row < rows.count(of: entry, &layout) else {
      let next = rows.outline.next(after: entry, in: rows.page)
      let guides = min(depth, next.map(rows.page.depth) ?? 0)
      drawGuides(guides, branches, row: row, geometry: geometry, theme: theme, into: &frame)
      return
    }
    if entry == state.focus, state.mode.leavesFocus {
      frame.write(
        "▌", row: row, column: geometry.left, limit: geometry.textLimit, style: theme[.focus])
    }
    drawGuides(depth, branches, row: row, geometry: geometry, theme: theme, into: &frame)
    if position.row == 0, let (badge, role) = badge(of: entry, in: state) {
      let role = rows.outline.isAncestor(entry) ? .context : role
      frame.write(
        badge, row: row, column: geometry.left + 1, limit: geometry.textLimit, style: theme[role])
    }
    let header = rows.headerRows(of: entry, &layout)
    if rows.outline.isFolded(entry) {
      drawFolded(state, entry, row: row, layout: &layout, theme: theme, into: &frame)
    } else if rows.outline.isAncestor(entry) {
      drawAncestor(state, entry, row: row, layout: &layout, theme: theme, into: &frame)
    } else if position.row < header {
      let header = EntryHeader(entry, in: state, geometry: geometry)
      header.draw(row: row, columns: geometry.columns(depth: depth), theme: theme, into: &frame)
    } else {
      let text = rows.text(of: entry, &layout)[position.row - header]
      draw(
        text, column: column, row: row,
        sideways: state.viewport.sidewaysCells(of: entry), limit: geometry.textEnd(depth: depth),
        matches: matches(entry, in: state, &layout), theme: theme, into: &frame
      )
    }
  }

  /// Where the search's matches are in an entry's text, and whether each is the one gone to last.
  static func matches(
    _ entry: Int, in state: ReadingState, _ layout: inout Layout
  ) -> [TextRow.Match] {
    let finding = state.finding
    let current = finding.search?.current
    let ranges = finding.matches(in: entry, of: state.page, state.outline, &layout)
    return ranges.enumerated().map { index, range in
      TextRow.Match(range: range, isCurrent: current == Search.Match(entry: entry, index: index))
    }
  }

  /// Draws a row of text; where a line is cut, a sign says so.
  static func draw(
    _ text: TextRow, column: Int, row: Int, sideways: Int, limit: Int, matches: [TextRow.Match],
    theme: Theme, into frame: inout Frame
  ) {
    if let ground = text.ground {
      let blank = SafeText(String(repeating: " ", count: max(0, limit - column)))
      frame.write(blank, row: row, column: column, limit: limit, style: theme[ground])
    }
    var start = column
    for part in text.margin {
      start = frame.write(part.text, row: row, column: start, limit: limit, style: theme[part.role])
    }
    let skipped = text.scrolled(by: sideways, room: limit - column)
    var at = start - skipped
    for part in text.parts(marking: text.standsIn ? [] : matches) {
      var style = theme[part.role]
      style.attributes.formUnion(part.attributes)
      at = frame.write(
        part.text, row: row, column: at, from: start, limit: max(limit, start), style: style)
    }
    if let label = text.label {
      frame.write(
        label.text, row: row, column: limit - label.text.width, limit: limit,
        style: theme[label.role])
    }
    guard let width = text.unwrappedWidth else { return }
    var sign = theme[.foldMark]
    if let ground = text.ground { sign.background = theme[ground].background }
    if skipped > 0, at > start - skipped {
      frame.write("‹", row: row, column: start, limit: limit, style: sign)
    }
    if start + width - skipped > limit {
      frame.write("›", row: row, column: limit - 1, style: sign)
    }
  }

  private static func drawGuides(
    _ depth: Int, _ branches: Branches, row: Int, geometry: Geometry, theme: Theme,
    into frame: inout Frame
  ) {
    let levels = min(depth, geometry.levels)
    guard levels > 0 else { return }
    // Blank cells share the style, so that a terminal need not be told to change it.
    let first = theme.guide(1, of: branches.person(at: 0))
    frame.write(blanks, row: row, column: geometry.left + 1, style: first)
    for level in 0..<levels {
      frame.write(
        guide, row: row, column: geometry.textColumn(depth: level),
        style: level == 0 ? first : theme.guide(level + 1, of: branches.person(at: level)))
    }
  }

  /// What is drawn of one level, and of none.
  private static let (guide, blanks): (SafeText, SafeText) = ("│ ", "  ")

  /// The sign of a comment's own state; nil for one that was read in an earlier visit, and for an
  /// unread one on the first.
  static func badge(of entry: Int, in state: ReadingState) -> (SafeText, Role)? {
    guard let position = state.page.position(of: entry) else { return nil }
    let mark = state.marks[position]
    if mark.contains(.readNow) { return ("○", .readNow) }
    if mark.contains(.read) { return nil }
    if mark.contains(.edited) { return ("~", .edited) }
    if mark.contains(.new) { return ("+", .new) }
    return state.record.isFirstVisit && !mark.contains(.keptUnread) ? nil : ("●", .unread)
  }

  /// One row that reads as a sentence: who, how it begins, what it hides.
  private static func drawFolded(
    _ state: ReadingState, _ entry: Int, row: Int, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let page = state.page
    let geometry = layout.geometry
    let start = geometry.textColumn(depth: page.depth(of: entry))
    let hidden = hiddenCounts(of: entry, in: state, isShort: geometry.textLimit - start < 44)
    let hiddenWidth = hidden.reduce(0) { $0 + $1.text.width } + 2 * max(0, hidden.count - 1)
    var countColumn = geometry.textLimit - hiddenWidth
    let limit = hidden.isEmpty ? geometry.textLimit : countColumn - 2
    var column = frame.write("▸ ", row: row, column: start, style: theme[.foldMark])
    if let position = page.position(of: entry) {
      if state.marks[position].contains(.starred) {
        column = frame.write("★ ", row: row, column: column, limit: limit, style: theme[.star])
      }
      column = frame.write(
        page.caller(at: position).truncated(to: max(2, limit - column)) + "  ", row: row,
        column: column, limit: limit, style: theme.caller(at: position, in: page))
    } else if page.kind(of: entry) == .notice {
      column = frame.write(
        "Notice  ", row: row, column: column, limit: limit, style: theme[.author])
    }
    let beginning = layout.beginning(of: entry, in: page)
    frame.write(
      beginning.truncated(to: limit - column), row: row, column: column,
      style: theme[page.isHeading(entry) ? .author : .foldSummary])
    for (index, count) in hidden.enumerated() {
      if index > 0 {
        countColumn = frame.write(", ", row: row, column: countColumn, style: theme[.foldCount])
      }
      countColumn = frame.write(count.text, row: row, column: countColumn, style: theme[count.role])
    }
  }

  /// One dim row for an entry that is there only for what is below it.
  private static func drawAncestor(
    _ state: ReadingState, _ entry: Int, row: Int, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let page = state.page
    let limit = layout.geometry.textLimit
    var text: SafeText = "… "
    if let position = page.position(of: entry) { text += page.caller(at: position) + "  " }
    text += layout.beginning(of: entry, in: page)
    let column = layout.geometry.textColumn(depth: page.depth(of: entry))
    frame.write(
      text.truncated(to: limit - column), row: row, column: column, style: theme[.context])
  }

  /// What a fold hides, in words, the loudest last; in a narrow row only that.
  private static func hiddenCounts(
    of entry: Int, in state: ReadingState, isShort: Bool
  ) -> [(text: SafeText, role: Role)] {
    switch state.page.kind(of: entry) {
    case .article, .notice: return []
    case .links(let index):
      let links = state.page.discussion.links[index].items.count
      return [(SafeText(counted(links, "link")), .foldCount)]
    // How many there are is known once all is read.
    case .comment where state.page.isBeginning: return []
    case .comment(let position):
      let replies = state.page.replyCount(of: entry)
      let below = state.page.thread.descendants(of: position)
      let unread = state.marks.unreadCount(in: below)
      let new = state.marks.newCount(in: below)
      let isFirstVisit = state.record.isFirstVisit
      let read = isFirstVisit ? below.count { state.marks[$0].contains(.readNow) } : 0
      // On a first visit, what is read says more; all else is unread.
      let rest: (count: Int, word: String) = isFirstVisit ? (read, "read") : (unread, "unread")
      let muted = state.marks[position].contains(.muted) ? ["muted"] : []
      if isShort {
        let loudest = new > 0 ? (count: new, word: "new") : rest
        let role: Role = new > 0 ? .new : .foldCount
        return muted.map { (SafeText($0), .foldCount) }
          + [(SafeText(share(loudest.count, of: replies, loudest.word)), role)]
          .filter { !$0.text.isEmpty }
      }
      var parts = muted + (replies > 0 ? [counted(replies, "reply", "replies")] : [])
      if rest.count > new { parts.append("\(rest.count) \(rest.word)") }
      let counts = parts.map { (text: SafeText($0), role: Role.foldCount) }
      return new > 0 ? counts + [(SafeText("\(new) new"), .new)] : counts
    }
  }

  /// How many of some replies are of a kind: `2 of 4 unread`, `4 read`, `4` if none is; empty without
  /// replies.
  private static func share(_ count: Int, of replies: Int, _ word: String) -> String {
    if replies == 0 { return "" }
    if count == 0 { return "\(replies)" }
    return count == replies ? "\(count) \(word)" : "\(count) of \(replies) \(word)"
  }
}

/// Who opened the branches that a comment is in, for the colours of their guides, while comments are
/// drawn from top to bottom.
struct Branches {
  /// Of the comment and those above it those whose replies have guides, the top-level one first.
  private var path: [(position: Int, person: Int?)] = []

  /// Goes to an entry.
  ///
  /// - Parameters:
  ///   - entry: one of the page.
  ///   - page: what is drawn.
  ///   - levels: how many branches have guides.
  ///   - theme: that whose colours they have.
  /// - Complexity: O(depth) where another branch of the first levels begins, else O(levels).
  mutating func move(to entry: Int, in page: Page, levels: Int, _ theme: Theme) {
    guard let position = page.position(of: entry) else { return path = [] }
    let thread = page.thread
    while let last = path.last?.position,
      last > position || thread.subtreeEnds[last] <= position
    { path.removeLast() }
    let known = path.last?.position
    if path.count == levels || known == position { return }
    var deepest = position
    while thread.depths[deepest] >= levels, let parent = thread.parent(of: deepest) {
      deepest = parent
    }
    let missing = sequence(first: deepest) { thread.parent(of: $0) }.prefix { $0 != known }
    path += missing.reversed().map { position in
      let isNamed = theme.hasPeople && page.hasAuthor(at: position)
      return (position, isNamed ? theme.person(called: page.caller(at: position)) : nil)
    }
  }

  /// The colour of who opened the branch at a level, 0-based, as an index; nil for none.
  func person(at level: Int) -> Int? { path.indices.contains(level) ? path[level].person : nil }
}

extension Page {
  /// Whether what an entry's row shows of it is its name, not its text.
  func isHeading(_ entry: Int) -> Bool {
    switch kind(of: entry) {
    case .article, .links: true
    case .notice, .comment: false
    }
  }
}
