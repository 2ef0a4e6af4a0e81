import DiscussionModel
import TextGrid

/// Reading on with one key.
extension ReadingState {
  /// Shows what comes next: the first entry not wholly shown moves to the top with the focus.
  ///
  /// One taller than the screen scrolls a page less a row. Screens without anything unread are
  /// skipped; where nothing unread is left below, that is said, and the next time it pages on.
  mutating func readOn(_ layout: inout Layout) -> [Effect] {
    let entries = entriesOnScreen(&layout)
    guard let next = entries.first(where: { !$0.hasTail })?.entry ?? entryBelow(entries) else {
      let effects = pass(upTo: page.count, &layout)
      focus = folds.visible(page.count - 1, in: page)
      sayEnd()
      return effects
    }
    let effects = pass(upTo: next, &layout)
    if next == top.entry {
      top = forward(top, by: max(1, layout.geometry.body.count - 1), &layout)
      focus = next
      return effects
    }
    guard !saidEnd, !hasUnread(onScreenFrom: next, &layout) else {
      begin(with: next)
      return effects
    }
    guard let unread = firstUnreadOnShow(from: next) else {
      sayNothingBelow()
      saidEnd = true
      return effects
    }
    saySkipped(from: next, to: unread)
    begin(with: unread)
    return effects
  }

  /// The entry after those on the screen, where they are all wholly shown; nil at the page's end.
  private func entryBelow(_ entries: [(entry: Int, hasHead: Bool, hasTail: Bool)]) -> Int? {
    entries.last.flatMap { folds.next(after: $0.entry, in: page) }
  }

  private mutating func begin(with entry: Int) {
    focus = entry
    top = ScrollPosition(entry: entry, row: 0)
  }

  /// Whether a screen that begins with an entry would show an unread comment's text.
  private func hasUnread(onScreenFrom entry: Int, _ layout: inout Layout) -> Bool {
    var ahead = self
    ahead.begin(with: entry)
    return ahead.entriesOnScreen(&layout).contains { isUnreadOnShow($0.entry) }
  }

  private func isUnreadOnShow(_ entry: Int) -> Bool {
    guard !folds.isFolded(entry), let position = page.position(of: entry) else { return false }
    return marks.isUnread(position)
  }

  /// The first unread comment at or after an entry that no fold hides.
  ///
  /// - Complexity: O(log *n* + depth) for each folded branch that it passes.
  private func firstUnreadOnShow(from entry: Int) -> Int? {
    var from = max(entry, page.firstComment)
    while let position = marks.firstUnread(from: from - page.firstComment) {
      let unread = position + page.firstComment
      let visible = folds.visible(unread, in: page)
      if !folds.isFolded(visible) { return unread }
      from = page.subtreeEnd(of: visible)
    }
    return nil
  }

  private mutating func saySkipped(from entry: Int, to unread: Int) {
    let first = max(0, entry - page.firstComment)
    let passed = first..<unread - page.firstComment
    let folded = marks.unreadCount(in: passed)
    let read = passed.count - folded
    let parts = [
      read > 0 ? counted(read, "read comment") : nil,
      folded > 0 ? "\(folded) folded" : nil,
    ]
    notice = SafeText("skipped " + parts.compactMap { $0 }.joined(separator: ", "))
  }

  /// Says that what comes is read or folded.
  private mutating func sayNothingBelow() {
    let left = marks.unreadCount
    notice =
      left == 0
      ? "All read · Space pages on" : SafeText("Nothing unread below, \(left) elsewhere (Tab)")
  }

  /// Says that nothing comes, and what is left elsewhere.
  mutating func sayEnd() {
    let left = marks.unreadCount
    if page.thread.count == 0 {
      notice = "End · no comments"
    } else if left == 0 {
      notice = "All read"
    } else {
      let last = folds.visible(page.count - 1, in: page)
      let isOwn = page.position(of: last).map { marks.isUnread($0) } ?? false
      let above = left - (isOwn && !folds.isFolded(last) ? 1 : 0)
      notice = above > 0 ? SafeText("End · \(above) unread above (Tab)") : "End"
    }
  }
}
