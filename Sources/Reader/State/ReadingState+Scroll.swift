import TextGrid

/// Bringing things to the screen.
extension ReadingState {
  /// Rows that stay in sight beyond the focused entry.
  private static let contextRows = 2

  /// Scrolls only as far as it must to show the focused entry, with some rows around it; to a far
  /// one it jumps, and begins the screen with it.
  mutating func showFocus(_ layout: inout Layout) {
    if isLinear {
      top = ScrollPosition(entry: focus, row: 0)
      return
    }
    let shown = folds.visible(top.entry, in: page)
    if shown != top.entry { top = ScrollPosition(entry: shown, row: 0) }
    let height = layout.geometry.body.count
    let rows = rowCount(of: focus, &layout)
    let context = max(0, min(Self.contextRows, (height - rows) / 2))
    let head = ScrollPosition(entry: focus, row: 0)
    let highest = backward(head, by: context, &layout)
    if rows >= height || top > highest {
      top = highest
      return
    }
    let tail = forward(ScrollPosition(entry: focus, row: rows - 1), by: context, &layout)
    let lowest = min(highest, backward(tail, by: height - 1, &layout))
    guard top < lowest else { return }
    let isNear = forward(top, by: 2 * height, &layout) > head
    top = isNear ? lowest : highest
  }

  /// Begins the screen with an entry, some rows of what is before it above; near the
  /// page's end the page ends with the screen.
  mutating func scrollToTop(of entry: Int, _ layout: inout Layout) {
    top = ScrollPosition(entry: entry, row: 0)
    showFocus(&layout)
    if !isLinear { top = min(top, endOfPage(&layout)) }
  }

  /// Scrolls so that the focused entry begins at a row of the body, 0-based.
  mutating func keepFocus(atRow row: Int, _ layout: inout Layout) {
    let row = isLinear ? 0 : max(0, min(row, layout.geometry.body.count - 1))
    top = backward(ScrollPosition(entry: focus, row: 0), by: row, &layout)
    if row == 0 { return }
    showFocus(&layout)
  }

  /// The row of the body at which the focused entry begins, 0-based; 0 when that is above.
  func rowOfFocus(_ layout: inout Layout) -> Int {
    positionsOnScreen(&layout).firstIndex { $0.entry == focus && $0.row == 0 } ?? 0
  }

  /// The entries of which a row is on the screen, and whether the first and the last row are.
  func entriesOnScreen(
    _ layout: inout Layout
  ) -> [(entry: Int, hasHead: Bool, hasTail: Bool)] {
    var result: [(entry: Int, hasHead: Bool, hasTail: Bool)] = []
    for position in positionsOnScreen(&layout) {
      let last = rowCount(of: position.entry, &layout) - 1
      if position.row > last { continue }
      if result.last?.entry != position.entry { result.append((position.entry, false, false)) }
      if position.row == 0 { result[result.count - 1].hasHead = true }
      if position.row == last { result[result.count - 1].hasTail = true }
    }
    return result
  }

  /// The topmost position at which the page's last row is on the screen.
  func endOfPage(_ layout: inout Layout) -> ScrollPosition {
    let last = folds.last(in: page)
    let rows = rowCount(of: last, &layout)
    return backward(
      ScrollPosition(entry: last, row: rows - 1), by: layout.geometry.body.count - 1, &layout)
  }

  /// Lays everything out for the screen's size; the place stays.
  mutating func relayout(_ layout: inout Layout) {
    let wasAtHead = top.row == 0
    let offset = offset(of: top, &layout)
    let isGap = top.row >= rowCount(of: top.entry, &layout)
    layout.resize(Geometry(pane, measure: measure, isLinear: isLinear))
    scrollText(by: 0, &layout)
    if case .peek(let entry, _) = mode { mode = .peek(entry: entry, top: 0) }
    if case .outline = mode, hasOutlineBeside { mode = .reading }
    if !wasAtHead {
      top.row =
        isGap ? rowCount(of: top.entry, &layout) : row(of: top.entry, at: offset, &layout)
    }
    if !entriesOnScreen(&layout).contains(where: { $0.entry == focus && $0.hasHead }),
      top.entry != focus
    {
      showFocus(&layout)
    }
  }
}
