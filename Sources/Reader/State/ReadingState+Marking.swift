import DiscussionModel
import TextGrid

/// What one key changed, to be taken back.
struct UndoStep: Equatable, Sendable {
  /// What was done: "7 comments marked read".
  var name: String
  /// Positions in the thread with what was there before.
  var before: [(position: Int, mark: Marks.Mark)]

  static func == (one: UndoStep, other: UndoStep) -> Bool {
    one.name == other.name
      && one.before.elementsEqual(other.before) { $0.position == $1.position && $0.mark == $1.mark }
  }
}

/// Marking read and unread, by hand and by passing.
extension ReadingState {
  /// Notes what has stood on the screen long enough.
  mutating func noteShown(_ layout: inout Layout) {
    guard mode == .reading else { return }
    for position in positionsOnScreen(&layout) {
      guard let comment = unnotedComment(position.entry),
        position.row < rowCount(of: position.entry, &layout)
      else { continue }
      let length = text(of: position.entry, &layout).last?.offsets.upperBound ?? 1
      shown.add(offsets(of: position, &layout), of: length, at: comment)
    }
  }

  /// Whether the screen shows text that has not yet been noted as shown.
  public func hasUnnotedText(_ layout: inout Layout) -> Bool {
    guard mode == .reading else { return false }
    return entriesOnScreen(&layout).contains { unnotedComment($0.entry) != nil }
  }

  /// The position of an entry's comment whose text is open and not yet noted whole; nil else.
  private func unnotedComment(_ entry: Int) -> Int? {
    guard let position = page.position(of: entry), !folds.isFolded(entry),
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
    let last = folds.visible(page.count - 1, in: page)
    let isShown = entriesOnScreen(&layout).contains { $0.entry == last && $0.hasTail }
    return isShown ? pass(upTo: page.count, &layout) : []
  }

  /// Marks entries' comments read, as one step.
  mutating func mark(_ entries: [Int], _ layout: inout Layout) -> [Effect] {
    let positions = entries.compactMap { page.position(of: $0) }
    return change(positions) { mark in
      mark.subtracting([.keptUnread, .new]).union([.read, .readNow])
    } named: {
      "\(counted($0, "comment")) marked read"
    }
  }

  mutating func toggleRead() -> [Effect] {
    guard let position = page.position(of: focus) else {
      notice = "only comments are marked"
      return []
    }
    guard page.comment(at: position).state != .deleted else {
      notice = "a deleted comment is never unread"
      return []
    }
    let number = page.number(at: position)
    if marks.isUnread(position) {
      return change([position]) { mark in
        mark.subtracting([.keptUnread, .new]).union([.read, .readNow])
      } named: { _ in
        "#\(number) marked read"
      }
    }
    return change([position]) { mark in
      mark.subtracting([.read, .readNow]).union(.keptUnread)
    } named: { _ in
      "#\(number) marked unread"
    }
  }

  /// Takes back the last change of marks and returns to the first comment that it changed.
  mutating func undo(_ layout: inout Layout) -> [Effect] {
    guard let step = undoSteps.popLast(), let first = step.before.first else {
      notice = "nothing to undo"
      return []
    }
    for (position, mark) in step.before {
      marks.set(mark.contains(.read) ? mark : mark.union(.keptUnread), at: position)
    }
    focus = first.position + page.firstComment
    folds.reveal(focus, in: page)
    showFocus(&layout)
    notice = SafeText("undid: \(step.name)")
    return [saved(step.before.map(\.position))]
  }

  /// Changes marks as one step that can be undone; nothing for no positions.
  private mutating func change(
    _ positions: [Int], to new: (Marks.Mark) -> Marks.Mark, named name: (Int) -> String
  ) -> [Effect] {
    guard !positions.isEmpty else { return [] }
    undoSteps.append(
      UndoStep(name: name(positions.count), before: positions.map { ($0, marks[$0]) }))
    for position in positions { marks.set(new(marks[position]), at: position) }
    return [saved(positions)]
  }

  private func saved(_ positions: [Int]) -> Effect {
    .save(
      positions.map { position in
        SavedChange(
          comment: page.comment(at: position).id, isRead: !marks.isUnread(position), time: now)
      })
  }
}
