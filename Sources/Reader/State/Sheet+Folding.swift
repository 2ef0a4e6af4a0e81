import DiscussionModel
import ReadMarks
import TextGrid

/// Folding and opening, one entry or many.
extension Sheet {
  mutating func toggleFold(of entry: Int, _ layout: inout Layout) -> Answer {
    let isFolded = outline.isFolded(entry)
    if outline.isAncestor(entry), !isFolded {
      return Answer("shown for context · " + calls["close"] + " shows all")
    }
    refold(&layout) { outline, _ in
      outline.set(!isFolded, entry)
      return true
    }
    return Answer()
  }

  mutating func foldAll(_ isFolded: Bool, _ layout: inout Layout) -> Answer {
    refold(fillsScreen: isFolded, &layout) { outline, page in
      outline.setAll(isFolded, in: page)
      return true
    }
    let comments = counted(page.thread.count, "comment")
    return Answer(
      isFolded
        ? SafeText("\(comments) folded (") + calls["open-all"] + " opens all)"
        : SafeText("\(comments) open"))
  }

  mutating func foldLevel(_ layout: inout Layout) -> Answer {
    var level: Int?
    refold(fillsScreen: true, &layout) { outline, page in
      level = outline.foldDeepest(in: page)
      return level != nil
    }
    return Answer(level.map { "folded at level \(String($0 + 1))" } ?? "everything is folded")
  }

  mutating func openLevel(_ layout: inout Layout) -> Answer {
    var level: Int?
    refold(&layout) { outline, page in
      level = outline.openHighest(in: page)
      return level != nil
    }
    return Answer(level.map { "opened at level \(String($0 + 1))" } ?? "nothing is folded")
  }

  mutating func foldRead(_ marks: Marks, _ layout: inout Layout) -> Answer {
    var count = 0
    refold(fillsScreen: true, &layout) { outline, page in
      count = outline.foldBranches(opensRest: false, in: page) { marks.unreadCount(in: $0) }
      return true
    }
    if count == 0 { return Answer("nothing to fold") }
    return Answer(SafeText("folded \(counted(count, "branch", "branches")), all read"))
  }

  mutating func foldToNew(_ marks: Marks, _ layout: inout Layout) -> Answer {
    if marks.newCount == 0 { return Answer("nothing is new") }
    refold(fillsScreen: true, &layout) { outline, page in
      _ = outline.foldBranches(opensRest: true, in: page) { marks.newCount(in: $0) }
      return true
    }
    let words = "folded all but what leads to \(counted(marks.newCount, "new comment"))"
    return Answer(SafeText(words))
  }

  /// Folds the thread that the focused comment is in, and goes to the next one.
  mutating func foldThread(_ layout: inout Layout) -> Answer {
    guard let position = page.position(of: focus) else {
      return Answer("only threads can be folded")
    }
    let root = page.thread.root(of: position) + page.firstComment
    let next = outline.nextThread(after: focus, in: page)
    refold(fillsScreen: true, &layout) { outline, _ in
      outline.set(true, root)
      return true
    }
    move(&layout) { $0.go(to: next ?? root, $1, &$2) }
    return Answer(next == nil ? "this is the last thread" : nil)
  }
}
