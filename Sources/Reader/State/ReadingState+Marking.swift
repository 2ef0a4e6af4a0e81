import DiscussionModel
import ReadMarks
import TextGrid

/// Marking read and unread, by hand and by passing.
extension ReadingState {
  /// Notes what has stood on the screen long enough.
  mutating func noteShown(_ layout: inout Layout) {
    guard isReading else { return }
    for position in positionsOnScreen(&layout) {
      guard let comment = unnotedComment(position.entry),
        position.row < rowCount(of: position.entry, &layout)
      else { continue }
      let length = text(of: position.entry, &layout).last?.offsets.upperBound ?? 1
      shown.add(shownOffsets(of: position, &layout), of: length, at: comment)
    }
  }

  /// Whether the screen shows text that has not yet been noted as shown.
  public func hasUnnotedText(_ layout: inout Layout) -> Bool {
    guard isReading else { return false }
    return entriesOnScreen(&layout).contains { unnotedComment($0.entry) != nil }
  }

  /// The position of an entry's comment whose text is open and not yet noted whole; nil else.
  private func unnotedComment(_ entry: Int) -> Int? {
    guard let position = page.position(of: entry), !isShort(entry),
      !shown.isSeen(position), !isWarning(entry)
    else { return nil }
    return position
  }

  /// Whether passing an entry marks it: an unread comment, seen, and not kept unread.
  func isPassable(_ entry: Int) -> Bool {
    guard marksByPassing, let position = page.position(of: entry) else { return false }
    return marks.isUnread(position) && shown.isSeen(position)
      && !marks[position].contains(.keptUnread)
  }

  /// Marks what was seen from the focus up to, not including, an entry.
  mutating func pass(upTo end: Int, _ layout: inout Layout) -> [Effect] {
    pass(from: focus, upTo: end, &layout)
  }

  mutating func pass(from start: Int, upTo end: Int, _ layout: inout Layout) -> [Effect] {
    var passed: [Int] = []
    var entry: Int? = start
    while let at = entry, at < end {
      if isPassable(at) { passed.append(at) }
      entry = folds.next(after: at, in: page)
    }
    return mark(passed, &layout)
  }

  /// Marks what was seen from the focus on, if the page's last row is on the screen.
  mutating func passAtEnd(_ layout: inout Layout) -> [Effect] {
    let last = folds.last(in: page)
    let isShown = entriesOnScreen(&layout).contains { $0.entry == last && $0.hasTail }
    return isShown && !isShort(last) ? pass(upTo: page.count, &layout) : []
  }

  /// Marks entries' comments read, as one step.
  mutating func mark(_ entries: [Int], _ layout: inout Layout) -> [Effect] {
    perform(readStep(entries.compactMap { page.position(of: $0) }))
  }

  mutating func toggleRead() -> [Effect] {
    guard let position = page.position(of: focus) else {
      shell.say("only comments can be marked")
      return []
    }
    guard page.comment(at: position).state != .deleted else {
      shell.say("deleted comments are never unread")
      return []
    }
    let number = page.number(at: position)
    let mark = marks[position]
    let isUnread = marks.isUnread(position)
    let change = ChangeStep.Change(
      position: position, mark: isUnread ? mark.asRead : .keptUnread, part: .reading)
    let name = "#\(number) marked " + (isUnread ? "read" : "unread")
    return perform(ChangeStep(name: name, marks: [change]))
  }
}
