import DiscussionModel
import TextGrid

/// To what is unread and to what is new.
extension ReadingState {
  /// To the next or previous unread comment, opening what hides it, around the ends.
  mutating func goToUnread(forward: Bool, _ layout: inout Layout) -> [Effect] {
    let effects = forward ? passFocus(&layout) : []
    let (from, before) = searchPlaces
    let target =
      forward
      ? marks.firstUnread(from: from) ?? marks.firstUnread(from: 0)
      : marks.lastUnread(before: before) ?? marks.lastUnread(before: page.thread.count)
    guard let target else {
      notice = page.thread.count == 0 ? "no comments" : "All read"
      return effects
    }
    reveal(target, &layout)
    let rank = marks.unreadCount(in: 0..<target) + 1
    notice = SafeText("\(rank) of \(marks.unreadCount) unread")
    return effects
  }

  /// To the next or previous new comment, opening what hides it, around the ends.
  mutating func goToNew(forward: Bool, _ layout: inout Layout) -> [Effect] {
    let effects = forward ? passFocus(&layout) : []
    let (from, before) = searchPlaces
    let target =
      forward
      ? marks.firstNew(from: from) ?? marks.firstNew(from: 0)
      : marks.lastNew(before: before) ?? marks.lastNew(before: page.thread.count)
    guard let target else {
      notice = "nothing new"
      return effects
    }
    reveal(target, &layout)
    let rank = marks.newCount(in: 0..<target) + 1
    notice = SafeText("\(rank) of \(marks.newCount) new")
    return effects
  }

  /// Marks the focused comment, if it was seen, since it is left.
  private mutating func passFocus(_ layout: inout Layout) -> [Effect] {
    mark([focus].filter(isPassable), &layout)
  }

  /// The position after the focused comment, and its own; the start for what is no comment.
  private var searchPlaces: (after: Int, before: Int) {
    let position = page.position(of: focus)
    return (position.map { $0 + 1 } ?? 0, position ?? 0)
  }

  /// Goes to a comment, opening whatever hides it.
  mutating func reveal(_ position: Int, _ layout: inout Layout) {
    focus = position + page.firstComment
    folds.reveal(focus, in: page)
    folds.set(false, focus)
    showFocus(&layout)
  }
}
