import DiscussionModel
import ReadMarks
import TextGrid

/// What one key changes, or what takes it back: marks, stars, mutes and folds as they will be.
struct ChangeStep: Equatable, Sendable {
  /// What was done: "7 comments marked read".
  var name: String
  var marks: [Change] = []
  /// Entries, and whether they will be folded.
  var folds: [Fold] = []

  /// What will be true of one comment.
  struct Change: Equatable, Sendable {
    /// Its position in the thread.
    var position: Int
    var mark: Marks.Mark
    /// What of the mark is changed; the rest stays as it is by then, since the file or another
    /// reader may have changed it.
    var part: Marks.Mark
  }

  struct Fold: Equatable, Sendable {
    var entry: Int
    var isFolded: Bool
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
      shell.say("nothing to undo")
      return []
    }
    for (index, change) in step.marks.enumerated()
    where change.part.contains(.read) && !change.mark.contains(.read) {
      step.marks[index].mark.insert(.keptUnread)
    }
    let (inverse, effects) = exchange(step)
    redoSteps.append(inverse)
    show(step, &layout)
    shell.say(SafeText("undid: \(step.name)"))
    return effects
  }

  /// Makes again what was undone last.
  mutating func redo(_ layout: inout Layout) -> [Effect] {
    guard let step = redoSteps.popLast() else {
      shell.say("nothing to redo")
      return []
    }
    let (inverse, effects) = exchange(step)
    undoSteps.append(inverse)
    show(step, &layout)
    shell.say(SafeText("redid: \(step.name)"))
    return effects
  }

  /// To the first comment that a step has changed, or to what it has folded around it.
  private mutating func show(_ step: ChangeStep, _ layout: inout Layout) {
    let first = step.marks.first.map { $0.position + page.firstComment }
    let folded = step.folds.first { $0.isFolded }?.entry
    guard let entry = folded ?? first ?? step.folds.first?.entry else { return }
    self.show(entry, &layout)
  }

  /// Puts in place what a step says.
  ///
  /// - Returns: what was there before, and what must be saved.
  mutating func exchange(_ step: ChangeStep) -> (inverse: ChangeStep, effects: [Effect]) {
    var inverse = ChangeStep(name: step.name)
    var changes: [SavedChange] = []
    for change in step.marks {
      let position = change.position
      let old = marks[position]
      let mark = old.subtracting(change.part).union(change.mark.intersection(change.part))
      inverse.marks.append(ChangeStep.Change(position: position, mark: old, part: change.part))
      marks.set(mark, at: position)
      noteDecision(at: position, from: old, to: mark)
      changes += self.changes(at: position, from: old, to: mark)
    }
    for fold in step.folds {
      let isFolded = folds.isFolded(fold.entry)
      inverse.folds.append(ChangeStep.Fold(entry: fold.entry, isFolded: isFolded))
      folds.set(fold.isFolded, fold.entry)
      // It holds when all of the page is on show again.
      widerFolds?.set(fold.isFolded, fold.entry)
    }
    return (inverse, changes.isEmpty ? [] : [.save(changes)])
  }

  /// Keeps in mind when a comment was marked, and what it said.
  private mutating func noteDecision(
    at position: Int, from old: Marks.Mark, to new: Marks.Mark
  ) {
    let id = page.comment(at: position).id
    if new.contains(.starred) { earlier.stars.insert(id) } else { earlier.stars.remove(id) }
    if new.contains(.muted) { earlier.mutes.insert(id) } else { earlier.mutes.remove(id) }
    guard old.contains(.read) != new.contains(.read) else { return }
    let isRead = new.contains(.read)
    earlier.decisions[id] = EarlierReading.Decision(
      isRead: isRead, time: shell.now, body: isRead ? page.bodyVersion(at: position) : nil)
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
    return kinds.map { SavedChange(comment: id, kind: $0, time: shell.now) }
  }
}
