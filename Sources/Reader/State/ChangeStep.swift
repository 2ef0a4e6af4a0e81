import DiscussionModel
import TextGrid

/// What one key changes, or what takes it back: marks, stars, mutes and folds as they will be.
struct ChangeStep: Equatable, Sendable {
  /// What was done: "7 comments marked read".
  var name: String
  /// Positions in the thread with what will be there.
  var marks: [(position: Int, mark: Marks.Mark)] = []
  /// Which of stars and mutes it changes: the others stay as they are by then, since another reader
  /// may have changed them.
  var flags: Marks.Mark = []
  /// Entries, and whether they will be folded.
  var folds: [(entry: Int, isFolded: Bool)] = []

  static func == (one: ChangeStep, other: ChangeStep) -> Bool {
    one.name == other.name && one.flags == other.flags
      && one.marks.elementsEqual(other.marks) { $0.position == $1.position && $0.mark == $1.mark }
      && one.folds.elementsEqual(other.folds) { $0.entry == $1.entry && $0.isFolded == $1.isFolded }
  }
}

extension ReadingState {
  /// Makes a change that can be undone.
  mutating func perform(_ step: ChangeStep) -> [Effect] {
    guard !step.marks.isEmpty || !step.folds.isEmpty else { return [] }
    let (inverse, effects) = exchange(step)
    undoSteps.append(inverse)
    redoSteps = []
    return effects
  }

  /// Takes back the last change and returns to the first comment that it changed.
  mutating func undo(_ layout: inout Layout) -> [Effect] {
    guard var step = undoSteps.popLast() else {
      notice = "nothing to undo"
      return []
    }
    for (index, (_, mark)) in step.marks.enumerated() where !mark.contains(.read) {
      step.marks[index].mark = mark.union(.keptUnread)
    }
    let (inverse, effects) = exchange(step)
    redoSteps.append(inverse)
    show(step, &layout)
    notice = SafeText("undid: \(step.name)")
    return effects
  }

  /// Makes again what was undone last.
  mutating func redo(_ layout: inout Layout) -> [Effect] {
    guard let step = redoSteps.popLast() else {
      notice = "nothing to redo"
      return []
    }
    let (inverse, effects) = exchange(step)
    undoSteps.append(inverse)
    show(step, &layout)
    notice = SafeText("did again: \(step.name)")
    return effects
  }

  private mutating func show(_ step: ChangeStep, _ layout: inout Layout) {
    guard
      let first = step.marks.first.map({ $0.position + page.firstComment })
        ?? step.folds.first?.entry
    else { return }
    self.show(first, &layout)
  }

  /// Puts in place what a step says.
  ///
  /// - Returns: what was there before, and what must be saved.
  mutating func exchange(_ step: ChangeStep) -> (inverse: ChangeStep, effects: [Effect]) {
    var inverse = ChangeStep(name: step.name, flags: step.flags)
    let kept = Marks.Mark.flags.subtracting(step.flags)
    var changes: [SavedChange] = []
    for (position, wanted) in step.marks {
      let old = marks[position]
      let mark = wanted.subtracting(kept).union(old.intersection(kept))
      inverse.marks.append((position, old))
      marks.set(mark, at: position)
      noteDecision(at: position, from: old, to: mark)
      changes += self.changes(at: position, from: old, to: mark)
    }
    for (entry, isFolded) in step.folds {
      inverse.folds.append((entry, folds.isFolded(entry)))
      folds.set(isFolded, entry)
    }
    return (inverse, changes.isEmpty ? [] : [.save(changes)])
  }

  /// Keeps in mind when a comment was marked, and what it said.
  private mutating func noteDecision(
    at position: Int, from old: Marks.Mark, to new: Marks.Mark
  ) {
    guard old.contains(.read) != new.contains(.read) else { return }
    let isRead = new.contains(.read)
    earlier.decisions[page.comment(at: position).id] = EarlierReading.Decision(
      isRead: isRead, time: now, body: isRead ? page.bodyVersion(at: position) : nil)
  }

  /// What must be saved of a comment whose mark changes.
  private func changes(
    at position: Int, from old: Marks.Mark, to new: Marks.Mark
  ) -> [SavedChange] {
    let changed = old.symmetricDifference(new)
    let id = page.comment(at: position).id
    var kinds: [SavedChange.Kind] = []
    if changed.contains(.read) {
      kinds.append(new.contains(.read) ? .read(page.bodyVersion(at: position)) : .unread)
    }
    if changed.contains(.starred) { kinds.append(.starred(new.contains(.starred))) }
    if changed.contains(.muted) { kinds.append(.muted(new.contains(.muted))) }
    return kinds.map { SavedChange(comment: id, kind: $0, time: now) }
  }
}
