import DiscussionModel
import ReadMarks
import TextGrid

/// What comes next for a reader who reads on with one key.
enum ReadOn: Equatable {
  /// Nothing: the page ends.
  case end
  /// What comes from this entry on is read or folded, which is to be said once.
  case nothingUnread(from: Int)
  /// More of this entry, which is taller than the screen.
  case inside(Int)
  /// This entry; what is before `passed` is left, and what was skipped is said.
  case begin(Int, passed: Int, skipped: SafeText?)

  /// What does not come.
  enum End { case unread, page }
}

extension Sheet {
  /// Finds what comes next: the first entry not wholly shown, or else one with something unread.
  ///
  /// - Parameters:
  ///   - hasSaidEnd: whether what is read or folded is shown all the same.
  ///   - marks: what is read.
  ///   - layout: that of the screen.
  /// - Returns: what it is, or why nothing comes.
  func nextToRead(
    hasSaidEnd: Bool, _ marks: Marks, _ layout: inout Layout
  ) -> ReadOn {
    let rows = rows
    let entries = viewport.entries(rows, &layout)
    // A blank row may be all that is on a small screen.
    let last = entries.last?.entry ?? viewport.top.entry
    guard
      let next = entries.first(where: { !$0.hasTail })?.entry ?? outline.next(after: last, in: page)
    else { return .end }
    if next == viewport.top.entry { return .inside(next) }
    let top = ScrollPosition(entry: next, row: 0)
    if hasSaidEnd || rows.entries(from: top, &layout).contains(where: { isUnread($0.entry, marks) })
    {
      return .begin(next, passed: next, skipped: nil)
    }
    guard let unread = firstUnread(from: next, marks) else { return .nothingUnread(from: next) }
    return .begin(unread, passed: next, skipped: skippedWords(from: next, to: unread, marks))
  }

  private func isUnread(_ entry: Int, _ marks: Marks) -> Bool {
    guard !outline.isShort(entry) else { return false }
    // A notice or a list that somebody opened is there to be read.
    return page.position(of: entry).map(marks.isUnread) ?? true
  }

  /// The first unread comment on show from an entry on, that one included, which no fold hides.
  ///
  /// - Complexity: O(log *n*) where none is folded or left out, else O(*n*) over flat arrays.
  private func firstUnread(from entry: Int, _ marks: Marks) -> Int? {
    guard let first = marks.firstUnread(from: max(0, entry - page.firstComment)) else { return nil }
    // What stands for one that is left out may come before.
    var at: Int? = max(entry, outline.visible(first + page.firstComment, in: page))
    while let visible = at {
      if visible >= page.firstComment, isUnread(visible, marks) { return visible }
      at = outline.next(after: visible, in: page)
    }
    return nil
  }

  private func skippedWords(
    from entry: Int, to unread: Int, _ marks: Marks
  ) -> SafeText? {
    // Of what is left out nothing is skipped.
    if outline.narrowing != nil { return nil }
    let passed = max(0, entry - page.firstComment)..<unread - page.firstComment
    let folded = marks.unreadCount(in: passed)
    let read = passed.count - folded
    let parts = [
      read > 0 ? counted(read, "read comment") : nil, folded > 0 ? "\(folded) folded" : nil,
    ]
    let skipped = parts.compactMap { $0 }
    return skipped.isEmpty ? nil : SafeText("skipped " + skipped.joined(separator: ", "))
  }

  /// That all on show is read, and how much is unread that is not on show.
  func allRead(_ marks: Marks) -> SafeText {
    let left = marks.unreadCount
    if left == 0 { return "All read" }
    return SafeText("All shown are read · \(left) unread hidden (") + calls.endingFilter + ")"
  }

  /// That what comes is read or folded.
  func nothingUnreadWords(_ marks: Marks) -> SafeText {
    let left = outline.unreadCount(marks, of: page)
    let words: SafeText =
      left == 0
      ? allRead(marks)
      : SafeText("Nothing unread below, \(left) elsewhere (") + calls["next-unread"] + ")"
    return words + " · " + calls["read-on"] + " pages on"
  }

  /// That nothing comes, and what is left elsewhere.
  func endWords(_ marks: Marks) -> SafeText {
    if page.thread.count == 0 { return "End · no comments" }
    let left = outline.unreadCount(marks, of: page)
    if left == 0 { return allRead(marks) }
    let last = outline.last(in: page)
    let end = max(0, last - page.firstComment)
    let tail = end..<page.thread.count
    let below =
      outline.narrowing == nil ? marks.unreadCount(in: tail) : (marks.isUnread(end) ? 1 : 0)
    let tab = " (" + calls["next-unread"] + ")"
    if left > below { return SafeText("End · \(left - below) unread above") + tab }
    return outline.isFolded(last) ? SafeText("End · \(below) unread folded") + tab : "End"
  }
}
