import DiscussionModel
import ReadMarks
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
      focus = folds.last(in: page)
      if offersNext { return effects + [.leave(for: .next)] }
      sayEnd()
      offerNext()
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

  /// Says which discussion of the library comes next; the same key then goes there.
  private mutating func offerNext() {
    guard let title = neighbours?.next else { return }
    let left = unreadOnShow
    let end: SafeText = left == 0 ? "All read" : "End · \(left) unread"
    shell.say(end + " · Space again: on to " + title)
    offersNext = true
  }

  /// The entry after those on the screen, where they are all wholly shown; nil at the page's end.
  private func entryBelow(_ entries: [(entry: Int, hasHead: Bool, hasTail: Bool)]) -> Int? {
    // A blank row may be all that is on a small screen.
    folds.next(after: entries.last?.entry ?? top.entry, in: page)
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
    guard !isShort(entry) else { return false }
    // A notice or a list that somebody opened is there to be read.
    guard let position = page.position(of: entry) else { return true }
    return marks.isUnread(position)
  }

  /// The first unread comment on show from an entry on, that one included, which no fold hides.
  ///
  /// - Complexity: O(log *n*) where none is folded or left out, else O(*n*) over flat arrays.
  private func firstUnreadOnShow(from entry: Int) -> Int? {
    guard let first = marks.firstUnread(from: max(0, entry - page.firstComment)) else { return nil }
    // What stands for one that is left out may come before.
    var at: Int? = max(entry, folds.visible(first + page.firstComment, in: page))
    while let visible = at {
      if visible >= page.firstComment, isUnreadOnShow(visible) { return visible }
      at = folds.next(after: visible, in: page)
    }
    return nil
  }

  private mutating func saySkipped(from entry: Int, to unread: Int) {
    // Of what is left out nothing is skipped.
    if folds.scope != nil { return }
    let first = max(0, entry - page.firstComment)
    let passed = first..<unread - page.firstComment
    let folded = marks.unreadCount(in: passed)
    let read = passed.count - folded
    let parts = [
      read > 0 ? counted(read, "read comment") : nil,
      folded > 0 ? "\(folded) folded" : nil,
    ]
    let skipped = parts.compactMap { $0 }
    if !skipped.isEmpty { shell.say(SafeText("skipped " + skipped.joined(separator: ", "))) }
  }

  /// Says that what comes is read or folded.
  private mutating func sayNothingBelow() {
    let left = unreadOnShow
    let words = left == 0 ? "All read" : "Nothing unread below, \(left) elsewhere (Tab)"
    shell.say(SafeText(words + " · Space pages on"))
  }

  /// How many unread comments are not left out.
  ///
  /// - Complexity: O(1) where all of the page is on show, else O(*n*).
  private var unreadOnShow: Int {
    guard let scope = folds.scope else { return marks.unreadCount }
    return scope.entries.count { entry in
      page.position(of: Int(entry)).map(marks.isUnread) == true && !scope.isAncestor(Int(entry))
    }
  }

  /// Says that nothing comes, and what is left elsewhere.
  mutating func sayEnd() {
    let left = unreadOnShow
    if page.thread.count == 0 {
      shell.say("End · no comments")
    } else if left == 0 {
      shell.say("All read")
    } else {
      let last = folds.last(in: page)
      let end = max(0, last - page.firstComment)
      let tail = end..<page.thread.count
      let below = folds.scope == nil ? marks.unreadCount(in: tail) : (marks.isUnread(end) ? 1 : 0)
      if left > below {
        shell.say(SafeText("End · \(left - below) unread above (Tab)"))
      } else {
        shell.say(folds.isFolded(last) ? SafeText("End · \(below) unread folded (Tab)") : "End")
      }
    }
  }
}
