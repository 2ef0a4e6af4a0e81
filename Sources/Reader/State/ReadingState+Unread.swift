import DiscussionModel
import ReadMarks
import TextGrid

/// To what is unread and to what is new.
extension ReadingState {
  /// To the next or previous unread comment, opening what hides it, around the ends.
  mutating func goToUnread(forward: Bool, _ layout: inout Layout) -> [Effect] {
    let effects = forward ? passFocus(&layout) : []
    let find = forward ? marks.firstUnread(from:) : marks.lastUnread(before:)
    guard let target = target(forward: forward, find) else {
      shell.say(page.thread.count == 0 ? "no comments" : nothing("All read"))
      return effects
    }
    reveal(target, &layout)
    let rank = marks.unreadCount(in: 0..<target) + 1
    shell.say(SafeText("\(rank) of \(marks.unreadCount) unread"))
    return effects
  }

  /// To the next or previous new comment, opening what hides it, around the ends.
  mutating func goToNew(forward: Bool, _ layout: inout Layout) -> [Effect] {
    let effects = forward ? passFocus(&layout) : []
    let find = forward ? marks.firstNew(from:) : marks.lastNew(before:)
    guard let target = target(forward: forward, find) else {
      shell.say(nothing("nothing new"))
      return effects
    }
    reveal(target, &layout)
    let rank = marks.newCount(in: 0..<target) + 1
    shell.say(SafeText("\(rank) of \(marks.newCount) new"))
    return effects
  }

  /// What there is nothing of, where only a part of the page was looked at.
  private func nothing(_ text: SafeText) -> SafeText {
    folds.scope == nil || marks.unreadCount == 0 ? text : text + " in what is shown"
  }

  /// Marks the focused comment, if it was seen, since it is left.
  mutating func passFocus(_ layout: inout Layout) -> [Effect] {
    mark([focus].filter(isPassable), &layout)
  }

  /// The next or previous position of a kind that is not left out, around the ends.
  ///
  /// - Parameters:
  ///   - forward: the direction.
  ///   - find: the first of its kind from a position on, or the last one before a position.
  /// - Returns: nil where there is none.
  private func target(forward: Bool, _ find: (Int) -> Int?) -> Int? {
    let position = page.position(of: focus)
    let count = page.thread.count
    return forward
      ? nearest(from: position.map { $0 + 1 } ?? 0, forward: true, find)
        ?? nearest(from: 0, forward: true, find)
      : nearest(from: position ?? 0, forward: false, find)
        ?? nearest(from: count, forward: false, find)
  }

  /// The same from a position on, or before one, without going around.
  func nearest(from start: Int, forward: Bool, _ find: (Int) -> Int?) -> Int? {
    guard let scope = folds.scope else { return find(start) }
    var at = start
    while let found = find(at) {
      let entry = found + page.firstComment
      if scope.contains(entry), !scope.isAncestor(entry) { return found }
      let next = forward ? scope.first(from: entry + 1) : scope.last(before: entry)
      guard let next, let position = page.position(of: next) else { return nil }
      at = forward ? position : position + 1
    }
    return nil
  }

  /// Goes to a comment, opening whatever hides it.
  mutating func reveal(_ position: Int, _ layout: inout Layout) {
    let entry = position + page.firstComment
    folds.set(false, entry)
    show(entry, &layout)
  }
}
