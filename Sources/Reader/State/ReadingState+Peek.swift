import DiscussionModel
import TextGrid

/// Looking at what a comment answers without going there.
extension ReadingState {
  /// Shows what the focused comment answers; its parent, when it is shown already.
  mutating func peek() {
    let entry: Int
    if case .peek(let shown, _) = mode { entry = shown } else { entry = focus }
    guard let parent = page.parent(of: entry) ?? (entry > 0 ? 0 : nil) else {
      shell.say("the article is not a reply")
      return
    }
    mode = .peek(entry: parent, top: 0)
  }

  /// Scrolls what is shown.
  mutating func scrollPeek(by rows: Int, _ layout: inout Layout) {
    guard case .peek(let entry, let top) = mode else { return }
    let height = PeekView.height(of: entry, in: self, &layout)
    let last = peekRows(of: entry, &layout) - height
    mode = .peek(entry: entry, top: max(0, min(top + rows, last)))
  }

  /// How many rows an entry has when it is not folded.
  func peekRows(of entry: Int, _ layout: inout Layout) -> Int {
    (hasHeader(entry) ? 1 : 0) + text(of: entry, &layout).count
  }
}
