import DiscussionModel
import TextGrid

/// Folding and opening. The focused entry's first row stays where it is on the screen.
extension ReadingState {
  mutating func toggleFold(_ layout: inout Layout) {
    if isAncestor(focus), !folds.isFolded(focus) {
      shell.say("shown for context · Esc shows all")
      return
    }
    let row = rowOfFocus(&layout)
    folds.set(!folds.isFolded(focus), focus)
    keepFocus(atRow: row, &layout)
  }

  mutating func foldAll(_ isFolded: Bool, _ layout: inout Layout) {
    let row = rowOfFocus(&layout)
    folds.set(isFolded, in: page.firstComment..<page.count)
    focus = folds.visible(focus, in: page)
    keepFocus(atRow: row, &layout)
    if isFolded, !isLinear { top = min(top, endOfPage(&layout)) }
    let comments = counted(page.thread.count, "comment")
    shell.say(SafeText(isFolded ? "\(comments) folded (zR opens all)" : "\(comments) open"))
  }

  /// Whether an entry has text that is shown only when asked for, and is not shown now.
  func hidesText(_ entry: Int, _ layout: inout Layout) -> Bool {
    text(of: entry, &layout).contains { $0.standsIn }
  }

  /// Whether a content warning stands where a comment's text would.
  func isWarning(_ entry: Int) -> Bool {
    guard let position = page.position(of: entry), opened[entry]?.contains(.hidden) != true else {
      return false
    }
    return page.comment(at: position).details?.warning != nil
  }

  mutating func toggleHidden(_ layout: inout Layout) {
    let row = rowOfFocus(&layout)
    guard opened[focus]?.contains(.hidden) == true || hidesText(focus, &layout) else {
      shell.say("nothing is hidden here")
      return
    }
    toggle(.hidden, row, &layout)
  }

  /// Opens something in the focused entry's text, or closes it; its first row stays at `row`.
  mutating func toggle(_ part: Opened, _ row: Int, _ layout: inout Layout) {
    opened[focus] = (opened[focus] ?? []).symmetricDifference(part)
    folds.set(false, focus)
    if top.entry == focus { top.row = min(top.row, rowCount(of: focus, &layout) - 1) }
    recountMatches(of: focus, &layout)
    if row > 0 { keepFocus(atRow: row, &layout) }
  }
}
