import DiscussionModel
import ReadMarks
import TextGrid

/// Folding and opening many entries at once.
extension ReadingState {
  /// Folds the deepest comments on show that have replies on show.
  ///
  /// - Complexity: O(*n*).
  mutating func foldLevel(_ layout: inout Layout) {
    let open = onShow.filter(hasRepliesOnShow)
    guard let deepest = open.map(page.depth).max() else {
      shell.say("everything is folded")
      return
    }
    setFolds(true, open.filter { page.depth(of: $0) == deepest }, &layout)
    shell.say(SafeText("folded at level \(deepest + 1)"))
  }

  /// Whether the next entry on show is a reply to this one.
  private func hasRepliesOnShow(_ entry: Int) -> Bool {
    folds.next(after: entry, in: page).map { page.parent(of: $0) == entry } ?? false
  }

  /// Opens the highest folded comments.
  ///
  /// - Complexity: O(*n*).
  mutating func openLevel(_ layout: inout Layout) {
    let folded = onShow.filter { folds.isFolded($0) && $0 >= page.firstComment }
    guard let highest = folded.map(page.depth).min() else {
      shell.say("nothing is folded")
      return
    }
    setFolds(false, folded.filter { page.depth(of: $0) == highest }, &layout)
    shell.say(SafeText("opened at level \(highest + 1)"))
  }

  /// Folds whatever holds nothing unread.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func foldRead(_ layout: inout Layout) {
    var finished: [Int] = []
    var entry = page.firstComment
    while entry < page.count {
      let end = page.subtreeEnd(of: entry)
      let range = entry - page.firstComment..<end - page.firstComment
      if marks.unreadCount(in: range) == 0 {
        finished.append(entry)
        entry = end
      } else {
        entry += 1
      }
    }
    let count = finished.count { !folds.isFolded($0) && !folds.isLeftOut($0) }
    setFolds(true, finished, &layout)
    shell.say(
      count == 0
        ? "nothing to fold"
        : SafeText("folded \(counted(count, "branch", "branches")), all read"))
  }

  /// Folds the thread that the focused comment is in, and goes to the next one.
  mutating func foldThread(_ layout: inout Layout) {
    guard var root = page.position(of: focus).map({ _ in focus }) else {
      shell.say("only threads can be folded")
      return
    }
    while let parent = page.parent(of: root) { root = parent }
    let next = nextThread
    setFolds(true, [root], &layout)
    focus = next ?? root
    showFocus(&layout)
    if next == nil { shell.say("this is the last thread") }
  }

  /// What is on show, ascending.
  ///
  /// - Complexity: O(*n*).
  var onShow: [Int] {
    var result: [Int] = []
    var entry = folds.first(from: 0, in: page)
    while let at = entry {
      result.append(at)
      entry = folds.next(after: at, in: page)
    }
    return result
  }

  private mutating func setFolds(_ isFolded: Bool, _ entries: [Int], _ layout: inout Layout) {
    let row = rowOfFocus(&layout)
    for entry in entries { folds.set(isFolded, entry) }
    focus = folds.visible(focus, in: page)
    keepFocus(atRow: row, &layout)
    if isFolded, !isLinear { top = min(top, endOfPage(&layout)) }
  }
}
