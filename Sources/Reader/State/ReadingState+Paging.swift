import DiscussionModel
import TextGrid

/// Moving by rows and screens, the focus along with them.
extension ReadingState {
  /// By screens; downwards it passes what it leaves.
  mutating func turn(_ screens: Int, _ layout: inout Layout) -> [Effect] {
    if isLinear { return step(forward: screens > 0, &layout) }
    let old = focus
    let oldTop = top
    page(screens, &layout)
    if top == oldTop { shell.clearNotice() }
    if top == oldTop, screens < 0 { shell.say("this is the beginning") }
    if screens > 0, top == oldTop {
      let effects = pass(upTo: page.count, &layout)
      focus = folds.last(in: page)
      sayEnd()
      return effects
    }
    return screens > 0 ? pass(from: old, upTo: focus, &layout) : []
  }

  /// Scrolls by screens less a row each, and takes the focus along.
  private mutating func page(_ screens: Int, _ layout: inout Layout) {
    let rows = max(1, layout.geometry.body.count - 1)
    let finished = entriesOnScreen(&layout).filter { $0.hasTail }.map { $0.entry }
    if screens < 0 {
      top = backward(top, by: -screens * rows, &layout)
    } else {
      let last = endOfPage(&layout)
      top = max(top, min(forward(top, by: screens * rows, &layout), last))
    }
    let entries = entriesOnScreen(&layout)
    if screens < 0 {
      if entries.contains(where: { $0.entry == focus }) { return }
      focus = entries.first { $0.hasHead }?.entry ?? top.entry
    } else {
      // To the first one whose end had not been shown: what is left behind was read to its end.
      let next = entries.first { !finished.contains($0.entry) }?.entry ?? top.entry
      focus = max(next, entries.contains { $0.entry == focus } ? focus : next)
    }
  }

  /// By half screens; downwards it passes what it leaves.
  mutating func turnHalf(_ halves: Int, _ layout: inout Layout) -> [Effect] {
    if isLinear { return step(forward: halves > 0, &layout) }
    let oldTop = top
    let effects = scroll(by: halves * max(1, layout.geometry.body.count / 2), &layout)
    return halves > 0 && top == oldTop ? turn(1, &layout) : effects
  }

  /// By rows; downwards it passes what it leaves.
  ///
  /// The focus stays while it is on the screen.
  mutating func scroll(by rows: Int, _ layout: inout Layout) -> [Effect] {
    if isLinear { return step(forward: rows > 0, &layout) }
    let (old, oldTop) = (focus, top)
    if rows < 0 {
      top = backward(top, by: -rows, &layout)
    } else {
      top = max(top, min(forward(top, by: rows, &layout), endOfPage(&layout)))
    }
    if top == oldTop { shell.say(rows < 0 ? "this is the beginning" : "this is the end") }
    let entries = entriesOnScreen(&layout)
    if entries.contains(where: { $0.entry == focus }) { return [] }
    if rows < 0 {
      focus = (entries.last { $0.hasHead } ?? entries.last)?.entry ?? top.entry
      return []
    }
    focus = (entries.first { $0.hasHead } ?? entries.first)?.entry ?? top.entry
    return pass(from: old, upTo: focus, &layout)
  }

  /// Scrolls so that the focused entry is at the top, in the middle or at the bottom.
  mutating func put(_ height: Action.Height, _ layout: inout Layout) {
    let spare = max(0, layout.geometry.body.count - rowCount(of: focus, &layout))
    let row =
      switch height {
      case .top: 0
      case .middle: spare / 2
      case .bottom: spare
      }
    if !isLinear { top = backward(ScrollPosition(entry: focus, row: 0), by: row, &layout) }
  }
}
