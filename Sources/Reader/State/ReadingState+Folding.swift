import DiscussionModel
import TextGrid

/// Folding and opening. The focused entry's first row stays where it is on the screen.
extension ReadingState {
  mutating func toggleFold(_ layout: inout Layout) {
    let row = rowOfFocus(&layout)
    folds.set(!folds.isFolded(focus), focus)
    keepFocus(atRow: row, &layout)
  }

  mutating func foldAll(_ isFolded: Bool, _ layout: inout Layout) {
    let row = rowOfFocus(&layout)
    folds.set(isFolded, in: page.firstComment..<page.count)
    focus = folds.visible(focus, in: page)
    keepFocus(atRow: row, &layout)
    let comments = counted(page.thread.count, "comment")
    notice = SafeText(isFolded ? "\(comments) folded (zR opens all)" : "\(comments) open")
  }

  mutating func toggleHidden(_ layout: inout Layout) {
    guard page.hidesText(focus) else {
      notice = "nothing is hidden here"
      return
    }
    let row = rowOfFocus(&layout)
    if revealed.remove(focus) == nil { revealed.insert(focus) }
    folds.set(false, focus)
    if top.entry == focus { top.row = min(top.row, rowCount(of: focus, &layout) - 1) }
    if row > 0 { keepFocus(atRow: row, &layout) }
  }
}
