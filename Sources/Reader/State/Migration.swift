import DiscussionModel
import ReadMarks
import TextGrid

/// Which entry of an older page is which of a newer one: comments go by their ids.
struct Migration {
  let old: Page
  let new: Page
  /// For each position in the new thread that in the old one; nil for a comment that was added.
  let oldPositions: [Int?]
  /// For each position in the old thread that in the new one; nil for a comment that vanished.
  let newPositions: [Int?]

  /// - Complexity: O(*n*).
  init(from old: Page, to new: Page) {
    self.old = old
    self.new = new
    var positions: [String: Int] = [:]
    for position in 0..<old.thread.count { positions[old.comment(at: position).id] = position }
    let found = (0..<new.thread.count).map { positions[new.comment(at: $0).id] }
    var newPositions = [Int?](repeating: nil, count: old.thread.count)
    for (position, before) in found.enumerated() {
      if let before { newPositions[before] = position }
    }
    oldPositions = found
    self.newPositions = newPositions
  }

  /// What is new, edited and removed, in words.
  ///
  /// - Complexity: O(*n*).
  var words: SafeText {
    let edited = oldPositions.indices.count { position in
      oldPositions[position].map { !isSame(position, $0) } ?? false
    }
    let counts = [
      (oldPositions.count { $0 == nil }, "new"), (edited, "edited"),
      (newPositions.count { $0 == nil }, "removed"),
    ]
    var parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let (before, now) = (old.discussion, new.discussion)
    if before.title != now.title || before.body != now.body { parts.append("article edited") }
    return SafeText(parts.isEmpty ? "reloaded, nothing new" : parts.joined(separator: " · "))
  }

  /// Whether a comment says the same in both, by its positions.
  func isSame(_ position: Int, _ before: Int) -> Bool {
    new.saysSame(at: position, as: before, of: old)
  }

  /// The old entry of a new one; nil if there was none.
  func oldEntry(_ entry: Int) -> Int? {
    if let position = new.position(of: entry) {
      return oldPositions[position].map { $0 + old.firstComment }
    }
    return old.entry(named: new.name(of: entry))
  }

  /// The new entry of an old one; nil if it vanished.
  func newEntry(_ entry: Int) -> Int? {
    if let position = old.position(of: entry) {
      return newPositions[position].map { $0 + new.firstComment }
    }
    return new.entry(named: old.name(of: entry))
  }

  /// The new entry of an old one, or of its nearest ancestor that is still there, or the article.
  ///
  /// - Complexity: O(depth).
  func newEntry(nearest entry: Int) -> Int {
    var at: Int? = entry
    while let candidate = at {
      if let found = newEntry(candidate) { return found }
      at = old.parent(of: candidate)
    }
    return 0
  }

  /// A step with the new positions, without what vanished; comments that are deleted now or say
  /// something else are no longer marked by it.
  func step(_ step: ChangeStep) -> ChangeStep {
    var result = ChangeStep(name: step.name)
    result.marks = step.marks.compactMap { change in
      guard let position = newPositions[change.position] else { return nil }
      var moved = change
      moved.position = position
      let isDeleted = new.comment(at: position).state == .deleted
      if isDeleted || !isSame(position, change.position) { moved.part.subtract(.reading) }
      return moved.part.isEmpty ? nil : moved
    }
    result.folds = step.folds.compactMap { fold in
      newEntry(fold.entry).map { ChangeStep.Fold(entry: $0, isFolded: fold.isFolded) }
    }
    return result
  }
}
