import DiscussionModel
import TextGrid

/// Moving over what is on show.
extension ReadingState {
  /// To the next or previous entry on show; first through one that is taller than the screen.
  mutating func step(forward: Bool, _ layout: inout Layout) -> [Effect] {
    let seen = entriesOnScreen(&layout).first { $0.entry == focus }
    let rows = max(1, layout.geometry.body.count - 1)
    if forward, seen?.hasTail == false {
      let tail = ScrollPosition(entry: focus, row: rowCount(of: focus, &layout) - 1)
      top = min(self.forward(top, by: rows, &layout), backward(tail, by: rows, &layout))
      return []
    }
    if !forward, seen?.hasHead == false {
      let head = ScrollPosition(entry: focus, row: 0)
      top = max(backward(top, by: rows, &layout), head)
      return []
    }
    if forward {
      guard let next = folds.next(after: focus, in: page) else {
        let effects = pass(upTo: page.count, &layout)
        sayEnd()
        return effects
      }
      let effects = pass(upTo: next, &layout)
      focus = next
      showFocus(&layout)
      return effects
    }
    guard let previous = folds.previous(before: focus, in: page) else {
      shell.say("this is the beginning")
      return []
    }
    focus = previous
    if rowCount(of: focus, &layout) > rows {
      top = backward(
        ScrollPosition(entry: focus, row: rowCount(of: focus, &layout) - 1), by: rows, &layout)
    } else {
      showFocus(&layout)
    }
    return []
  }

  /// By so many entries on show, tall ones too; negative is up.
  mutating func move(by entries: Int, _ layout: inout Layout) -> [Effect] {
    if abs(entries) == 1 { return step(forward: entries > 0, &layout) }
    var target = focus
    for _ in 0..<abs(entries) {
      let next =
        entries > 0
        ? folds.next(after: target, in: page) : folds.previous(before: target, in: page)
      guard let next else { break }
      target = next
    }
    if target == focus { return step(forward: entries > 0, &layout) }
    let effects = entries > 0 ? pass(upTo: target, &layout) : []
    focus = target
    showFocus(&layout)
    return effects
  }

  mutating func jump(to entry: Int, _ layout: inout Layout) -> [Effect] {
    focus = entry
    if isLinear || folds.previous(before: entry, in: page) == nil {
      top = ScrollPosition(entry: entry, row: 0)
    } else if rowCount(of: entry, &layout) > layout.geometry.body.count {
      top = ScrollPosition(entry: entry, row: 0)
    } else {
      top = max(top, endOfPage(&layout))
      showFocus(&layout)
    }
    return []
  }
}
