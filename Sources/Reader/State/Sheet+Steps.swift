import DiscussionModel
import ReadMarks
import TextGrid

/// Which comments count as unread.
enum UnreadKind { case unread, new }

/// What commands mark, and which comments they look for.
extension Sheet {
  /// The next or previous comment of a kind that is not left out, around the ends.
  ///
  /// - Returns: its position, nil if there is none, and which one it is, or that there is none.
  func unread(
    _ kind: UnreadKind, forward: Bool, _ marks: Marks
  ) -> (position: Int?, words: SafeText) {
    let find =
      switch kind {
      case .unread: forward ? marks.firstUnread(from:) : marks.lastUnread(before:)
      case .new: forward ? marks.firstNew(from:) : marks.lastNew(before:)
      }
    let here = page.position(of: focus)
    let start = forward ? here.map { $0 + 1 } ?? 0 : here ?? 0
    let end = forward ? 0 : page.thread.count
    let position =
      outline.nearest(from: start, forward: forward, in: page, find)
      ?? outline.nearest(from: end, forward: forward, in: page, find)
    guard let position else { return (nil, nothing(kind, marks)) }
    let (before, all, name) =
      switch kind {
      case .unread: (marks.unreadCount(in: 0..<position), marks.unreadCount, "unread")
      case .new: (marks.newCount(in: 0..<position), marks.newCount, "new")
      }
    return (position, SafeText("\(before + 1) of \(all) \(name)"))
  }

  /// That there is nothing of a kind.
  private func nothing(_ kind: UnreadKind, _ marks: Marks) -> SafeText {
    let words: SafeText =
      switch kind {
      case .unread: page.thread.count == 0 ? "no comments" : "All read"
      case .new: "nothing new"
      }
    return outline.narrowing == nil || marks.unreadCount == 0 ? words : words + " in what is shown"
  }

  // MARK: Steps

  /// A step, and what is said of it; no step if it cannot be done.
  typealias Wanted = (step: ChangeStep?, words: SafeText?)

  /// Marks the focused comment read, or unread.
  func readingStep(_ record: ReadingRecord) -> Wanted {
    guard let position = page.position(of: focus) else {
      return (nil, "only comments can be marked")
    }
    guard page.comment(at: position).state != .deleted else {
      return (nil, "deleted comments are never unread")
    }
    return (record.toggleStep(position, called: page.number(at: position)), nil)
  }

  /// Gives the focused comment a star, or takes it away.
  func starStep(_ record: ReadingRecord) -> Wanted {
    guard let position = page.position(of: focus) else {
      return (nil, "only comments can be starred")
    }
    let step = record.starStep(position, called: page.number(at: position))
    let isStarred = record.marks[position].contains(.starred)
    return (step, SafeText(step.name + (isStarred ? "" : " · S lists the stars")))
  }

  /// Marks everything read.
  func allReadStep(_ record: ReadingRecord) -> Wanted {
    let unread = outline.unread(record.marks, in: 0..<page.thread.count, of: page)
    if unread.isEmpty { return (nil, page.thread.count == 0 ? "no comments" : "All read") }
    let step = record.readStep(unread)
    return (step, SafeText("\(step.name) · u undoes"))
  }

  /// Marks the focused comment's branch read, folds it, and lets later replies in it arrive read; or
  /// no longer.
  func muteStep(_ record: ReadingRecord) -> Wanted {
    guard let position = page.position(of: focus) else {
      return (nil, "only comments can be muted")
    }
    if let root = record.mutedAncestor(of: position, in: page) {
      return (nil, SafeText("muted at #\(page.number(at: root)); press X there to unmute"))
    }
    let below = outline.unread(record.marks, in: page.thread.descendants(of: position), of: page)
    var step = record.muteStep(position, called: page.number(at: position), with: below)
    if record.marks[position].contains(.muted) { return (step, SafeText(step.name)) }
    if !outline.isFolded(focus) { step.folds = [ChangeStep.Fold(entry: focus, isFolded: true)] }
    return (step, SafeText("\(step.name): new replies count as read · X unmutes"))
  }

  /// Marks a comment's branch read and folds it.
  func finishStep(_ root: Int, _ record: ReadingRecord) -> ChangeStep {
    let branch = root..<Int(page.thread.subtreeEnds[root])
    let unread = outline.unread(record.marks, in: branch, of: page)
    var step = record.readStep(unread)
    let entry = root + page.firstComment
    if !outline.isFolded(entry) { step.folds = [ChangeStep.Fold(entry: entry, isFolded: true)] }
    if unread.isEmpty { step.name = "#\(page.number(at: root)) folded" }
    return step
  }

  /// The next unread comment after a branch, around the end; nil if there is none.
  func unreadAfterBranch(of root: Int, _ marks: Marks) -> Int? {
    let end = Int(page.thread.subtreeEnds[root])
    return outline.nearest(from: end, forward: true, in: page, marks.firstUnread)
      ?? outline.nearest(from: 0, forward: true, in: page, marks.firstUnread)
  }

  // MARK: What was shown

  /// The position of an entry's comment whose text is open and not yet noted whole; nil else.
  func unnotedComment(_ entry: Int, _ record: ReadingRecord) -> Int? {
    guard let position = page.position(of: entry), !outline.isShort(entry),
      !record.isSeen(position), !rows.isWarning(entry)
    else { return nil }
    return position
  }

  /// Whether the screen shows text that has not yet been noted as shown.
  func hasUnnotedText(_ record: ReadingRecord, _ layout: inout Layout) -> Bool {
    viewport.entries(rows, &layout).contains { unnotedComment($0.entry, record) != nil }
  }
}

extension ChangeStep {
  /// The first comment that it changes, or what it folds around it; nil if it changes nothing.
  func entry(in page: Page) -> Int? {
    let first = marks.first.map { $0.position + page.firstComment }
    return folds.first { $0.isFolded }?.entry ?? first ?? folds.first?.entry
  }
}
