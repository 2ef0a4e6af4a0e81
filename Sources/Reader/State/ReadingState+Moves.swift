import DiscussionModel
import TextGrid

/// Moving the focus.
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
      notice = "this is the beginning"
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

  mutating func jump(to entry: Int, _ layout: inout Layout) -> [Effect] {
    focus = entry
    if entry == 0 {
      top = ScrollPosition(entry: 0, row: 0)
    } else if rowCount(of: entry, &layout) > layout.geometry.body.count {
      top = ScrollPosition(entry: entry, row: 0)
    } else {
      top = max(top, endOfPage(&layout))
      showFocus(&layout)
    }
    return []
  }

  /// By screens; downwards it passes what it leaves.
  mutating func turn(_ screens: Int, _ layout: inout Layout) -> [Effect] {
    let old = focus
    let oldTop = top
    page(screens, &layout)
    if top == oldTop { notice = screens < 0 ? "this is the beginning" : nil }
    if screens > 0, top == oldTop {
      let effects = pass(upTo: page.count, &layout)
      focus = folds.visible(page.count - 1, in: page)
      sayEnd()
      return effects
    }
    return screens > 0 ? pass(from: old, upTo: focus, &layout) : []
  }

  /// To an entry on show, or nowhere with a word why.
  mutating func goTo(_ entry: Int?, orSay text: SafeText, _ layout: inout Layout) -> [Effect] {
    guard let entry else {
      notice = text
      return []
    }
    focus = entry
    showFocus(&layout)
    return []
  }

  /// The same, marking the comment that is left.
  mutating func leave(
    for entry: Int?, orSay text: SafeText, _ layout: inout Layout
  ) -> [Effect] {
    let effects = entry == nil ? [] : mark([focus].filter(isPassable), &layout)
    return effects + goTo(entry, orSay: text, &layout)
  }

  /// To the comment that this one answers, or else to the article.
  mutating func goToParent(_ layout: inout Layout) -> [Effect] {
    goTo(page.parent(of: focus) ?? (focus > 0 ? 0 : nil), orSay: "this is the beginning", &layout)
  }

  /// To the first reply, opening the fold that hides it.
  mutating func goToFirstReply(_ layout: inout Layout) -> [Effect] {
    if page.replyCount(of: focus) > 0 { folds.set(false, focus) }
    return goTo(
      page.replyCount(of: focus) > 0 ? focus + 1 : nil, orSay: "no replies", &layout)
  }

  /// The next sibling, or else the next comment at a shallower level.
  var nextSibling: Int? {
    let next = page.subtreeEnd(of: focus)
    return next < page.count ? next : nil
  }

  /// The previous sibling, or else the parent; the entry before it for what is no reply.
  var previousSibling: Int? {
    guard let previous = folds.previous(before: focus, in: page) else { return nil }
    let depth = page.depth(of: focus)
    var entry = previous
    while page.depth(of: entry) > depth, let parent = page.parent(of: entry) { entry = parent }
    return entry
  }

  var nextThread: Int? {
    var entry = focus < page.firstComment ? page.firstComment : page.subtreeEnd(of: focus)
    while entry < page.count, page.depth(of: entry) > 0 { entry = page.subtreeEnd(of: entry) }
    return entry < page.count ? entry : nil
  }

  /// The root of this thread, or else the root of the one before.
  var previousThread: Int? {
    guard focus >= page.firstComment else { return nil }
    var entry = page.depth(of: focus) == 0 ? focus - 1 : focus
    guard entry >= page.firstComment else { return nil }
    while let parent = page.parent(of: entry) { entry = parent }
    return entry
  }
}
