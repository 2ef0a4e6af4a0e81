import DiscussionModel
import ReadMarks
import TextGrid

/// Finishing whole branches: marking them, folding them, muting them.
extension ReadingState {
  /// Marks the focused comment's branch read, folds it, and goes to the next unread outside it.
  mutating func finishBranch(_ layout: inout Layout) -> [Effect] {
    guard let position = page.position(of: focus) else {
      shell.say("only comments can be marked")
      return []
    }
    return finish(position, &layout)
  }

  /// The same for the whole thread that the focused comment is in.
  mutating func finishThread(_ layout: inout Layout) -> [Effect] {
    guard let position = page.position(of: focus) else {
      shell.say("only comments can be marked")
      return []
    }
    return finish(page.threadRoot(of: position), &layout)
  }

  private mutating func finish(_ root: Int, _ layout: inout Layout) -> [Effect] {
    let end = Int(page.thread.subtreeEnds[root])
    let unread = unreadOnShow(in: root..<end)
    let entry = root + page.firstComment
    var step = readStep(unread)
    if !folds.isFolded(entry) { step.folds = [ChangeStep.Fold(entry: entry, isFolded: true)] }
    if unread.isEmpty { step.name = "#\(page.number(at: root)) folded" }
    let effects = perform(step)
    let next = nearest(from: end, forward: true, marks.firstUnread)
    if let next = next ?? nearest(from: 0, forward: true, marks.firstUnread) {
      reveal(next, &layout)
    } else {
      focus = folds.visible(entry, in: page)
      showFocus(&layout)
    }
    let left = marks.unreadCount == 0 ? "all read" : "\(marks.unreadCount) unread left"
    shell.say(SafeText("\(step.name) · \(left)"))
    return effects
  }

  /// Marks everything read.
  mutating func markAllRead() -> [Effect] {
    let unread = unreadOnShow(in: 0..<page.thread.count)
    guard !unread.isEmpty else {
      shell.say(page.thread.count == 0 ? "no comments" : "All read")
      return []
    }
    let step = readStep(unread)
    shell.say(SafeText("\(step.name) · u undoes"))
    return perform(step)
  }

  /// Marks the focused comment's branch read and lets later replies in it arrive read, or no longer.
  mutating func toggleMute(_ layout: inout Layout) -> [Effect] {
    guard let position = page.position(of: focus) else {
      shell.say("only comments can be muted")
      return []
    }
    let number = page.number(at: position)
    if let root = mutedAncestor(of: position) {
      shell.say(SafeText("muted at #\(page.number(at: root)); press X there to unmute"))
      return []
    }
    let row = rowOfFocus(&layout)
    let mark = marks[position]
    var step: ChangeStep
    if mark.contains(.muted) {
      step = ChangeStep(name: "#\(number) unmuted")
      step.marks = [ChangeStep.Change(position: position, mark: [], part: .muted)]
      shell.say(SafeText("#\(number) unmuted"))
    } else {
      let end = Int(page.thread.subtreeEnds[position])
      step = readStep(unreadOnShow(in: position + 1..<end))
      let isUnread = marks.isUnread(position)
      let own = ChangeStep.Change(
        position: position, mark: isUnread ? mark.asRead.union(.muted) : .muted,
        part: isUnread ? .reading.union(.muted) : .muted)
      step.marks.insert(own, at: 0)
      step.folds =
        folds.isFolded(focus) ? [] : [ChangeStep.Fold(entry: focus, isFolded: true)]
      step.name = "#\(number) muted"
      shell.say(SafeText("#\(number) muted: new replies count as read · X unmutes"))
    }
    let effects = perform(step)
    keepFocus(atRow: row, &layout)
    return effects
  }

  /// The comment above a comment at which a branch is muted; nil where none is.
  private func mutedAncestor(of position: Int) -> Int? {
    var above = page.thread.parent(of: position)
    while let ancestor = above {
      if marks[ancestor].contains(.muted) { return ancestor }
      above = page.thread.parent(of: ancestor)
    }
    return nil
  }

  /// Gives the focused comment a star, or takes it away.
  mutating func toggleStar() -> [Effect] {
    guard let position = page.position(of: focus) else {
      shell.say("only comments can be starred")
      return []
    }
    let mark = marks[position]
    let isStarred = mark.contains(.starred)
    let name = "#\(page.number(at: position)) " + (isStarred ? "unstarred" : "starred")
    shell.say(SafeText(name + (isStarred ? "" : " · S lists the stars")))
    let change = ChangeStep.Change(
      position: position, mark: isStarred ? [] : .starred, part: .starred)
    return perform(ChangeStep(name: name, marks: [change]))
  }

  /// A step that marks comments read.
  func readStep(_ positions: [Int]) -> ChangeStep {
    ChangeStep(
      name: "\(counted(positions.count, "comment")) marked read",
      marks: positions.map {
        ChangeStep.Change(position: $0, mark: marks[$0].asRead, part: .reading)
      })
  }

  /// The unread comments of a range that are not left out, folded or not.
  private func unreadOnShow(in positions: Range<Int>) -> [Int] {
    let unread = marks.unreadPositions(in: positions)
    return folds.scope == nil ? unread : unread.filter { !folds.isLeftOut($0 + page.firstComment) }
  }
}
