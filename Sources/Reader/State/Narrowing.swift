import DiscussionModel
import TextGrid

/// Why only a part of the page is on show.
public enum Narrowing: Equatable, Sendable {
  /// Comments that a filter asks for; it is kept as it was typed. Some may have been too costly to
  /// search.
  case filter(String, matches: Int, costly: Int)
  /// What is above an entry, and the replies below it.
  case conversation(Int)

  /// For the status line.
  var words: SafeText {
    switch self {
    case .filter(let line, let matches, let costly):
      SafeText("\(counted(matches, "match", "matches")) of \(line)")
        + costlyNote(costly, "comment")
    case .conversation: "conversation"
    }
  }
}

/// Leaving out a part of the page, and putting all of it on show again.
extension ReadingState {
  /// Shows only some entries, unfolded, and what is above them.
  ///
  /// - Parameters:
  ///   - entries: ascending, not empty.
  ///   - why: for the status line.
  ///   - layout: that of this state's screen.
  /// - Complexity: O(*n*).
  mutating func narrow(to entries: [Int], _ why: Narrowing, _ layout: inout Layout) {
    let scope = Scope(entries, in: page)
    widerFolds = widerFolds ?? folds
    folds = Folds(count: page.count)
    folds.scope = scope
    narrowing = why
    focus = folds.visible(focus, in: page)
    if scope.isAncestor(focus), let next = entries.first(where: { $0 > focus }) { focus = next }
    top = ScrollPosition(entry: focus, row: 0)
    showFocus(&layout)
    restartSearch()
  }

  /// Puts everything on show again, folded as it was before, with the focused entry in sight.
  mutating func widen(_ layout: inout Layout) {
    guard let before = widerFolds else { return }
    let row = rowOfFocus(&layout)
    folds = before
    widerFolds = nil
    narrowing = nil
    folds.reveal(focus, in: page)
    top = ScrollPosition(entry: focus, row: 0)
    keepFocus(atRow: row, &layout)
    restartSearch()
  }

  /// Shows only what the focused entry answers, up to the top level, and the replies below it; or
  /// everything again.
  mutating func toggleConversation(_ layout: inout Layout) {
    if case .conversation = narrowing {
      widen(&layout)
      return
    }
    guard page.position(of: focus) != nil else {
      shell.say("focus a comment first")
      return
    }
    var chain: [Int] = []
    var above = page.parent(of: focus)
    while let ancestor = above {
      chain.append(ancestor)
      above = page.parent(of: ancestor)
    }
    let entries = chain.reversed() + Array(focus..<page.subtreeEnd(of: focus))
    narrow(to: entries, .conversation(focus), &layout)
    shell.say(SafeText("\(counted(entries.count, "comment")) of this conversation · c shows all"))
  }
}
