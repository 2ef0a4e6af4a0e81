import DiscussionModel
import TextGrid

/// Rows of entries, and moving over them. All of it costs what it moves over.
extension ReadingState {
  /// Whether an entry begins with a row that says who wrote it, or what it is.
  func hasHeader(_ entry: Int) -> Bool { entry > 0 }

  /// The rows of an entry's text, without its header.
  func text(of entry: Int, _ layout: inout Layout) -> TextRowList {
    layout.text(
      of: entry, in: page, opened: opened[entry] ?? [], labels: quotationLabels(of: entry))
  }

  /// Whether an entry shows one dim row, since it is there only for what is below.
  func isAncestor(_ entry: Int) -> Bool { folds.scope?.isAncestor(entry) ?? false }

  /// Whether an entry shows one row and not its text.
  func isShort(_ entry: Int) -> Bool { folds.isFolded(entry) || isAncestor(entry) }

  /// How many rows an entry takes, without the blank one after it.
  func rowCount(of entry: Int, _ layout: inout Layout) -> Int {
    if isShort(entry) { return 1 }
    return (hasHeader(entry) ? 1 : 0) + text(of: entry, &layout).count
  }

  /// How many blank rows come after an entry: none between folded ones of one level, nor after a dim
  /// row.
  func gap(after entry: Int) -> Int {
    guard let next = folds.next(after: entry, in: page) else { return 0 }
    // As many as a screen has, so that no other entry is on it.
    if isLinear { return shell.size.rows }
    if isAncestor(entry), !folds.isFolded(entry), entry > 0 { return 0 }
    let areBothFolded = folds.isFolded(entry) && folds.isFolded(next)
    let isOneLevel = page.depth(of: entry) == page.depth(of: next)
    return areBothFolded && isOneLevel && (entry < page.firstComment) == (next < page.firstComment)
      ? 0 : 1
  }

  /// The position so many rows below another, at most the last row of the page.
  func forward(
    _ position: ScrollPosition, by rows: Int, _ layout: inout Layout
  ) -> ScrollPosition {
    var at = position
    var left = rows
    while left > 0 {
      let height = rowCount(of: at.entry, &layout) + gap(after: at.entry)
      if at.row + left < height {
        at.row += left
        break
      }
      guard let next = folds.next(after: at.entry, in: page) else {
        at.row = max(at.row, height - 1)
        break
      }
      left -= height - at.row
      at = ScrollPosition(entry: next, row: 0)
    }
    return at
  }

  /// The position so many rows above another, at least the first row of the page.
  func backward(
    _ position: ScrollPosition, by rows: Int, _ layout: inout Layout
  ) -> ScrollPosition {
    var at = position
    var left = rows
    while left > at.row {
      guard let previous = folds.previous(before: at.entry, in: page) else {
        return ScrollPosition(entry: at.entry, row: 0)
      }
      left -= at.row
      at.entry = previous
      at.row = rowCount(of: previous, &layout) + gap(after: previous)
    }
    at.row -= left
    return at
  }

  /// The positions on the screen, top to bottom; fewer than it has rows at the page's end.
  public func positionsOnScreen(_ layout: inout Layout) -> [ScrollPosition] {
    var result: [ScrollPosition] = []
    let count = layout.geometry.body.count
    var at = top
    while result.count < count {
      let height = rowCount(of: at.entry, &layout) + gap(after: at.entry)
      while at.row < height, result.count < count {
        result.append(at)
        at.row += 1
      }
      guard let next = folds.next(after: at.entry, in: page) else { break }
      at = ScrollPosition(entry: next, row: 0)
    }
    return result
  }

  /// What part of its entry's text a row shows; the header is the first offset.
  func offsets(of position: ScrollPosition, _ layout: inout Layout) -> Range<Int> {
    let text = text(of: position.entry, &layout)
    let header = hasHeader(position.entry) ? 1 : 0
    if position.row < header { return 0..<1 }
    if position.row - header < text.count { return text[position.row - header].offsets }
    let end = text.last?.offsets.upperBound ?? header
    return end..<end
  }

  /// What part of its entry's text a row shows, without what is cut at its sides.
  func shownOffsets(of position: ScrollPosition, _ layout: inout Layout) -> Range<Int> {
    let text = text(of: position.entry, &layout)
    let index = position.row - (hasHeader(position.entry) ? 1 : 0)
    guard text.indices.contains(index), !text[index].standsIn else {
      return offsets(of: position, &layout)
    }
    return text[index].shownOffsets(
      scrolledBy: sidewaysCells(of: position.entry),
      room: layout.geometry.textWidth(depth: page.depth(of: position.entry)))
  }

  /// The offset at which a row begins.
  func offset(of position: ScrollPosition, _ layout: inout Layout) -> Int {
    offsets(of: position, &layout).lowerBound
  }

  /// The row of an open entry that shows an offset; its last row for one past the end.
  func row(of entry: Int, at offset: Int, _ layout: inout Layout) -> Int {
    if isShort(entry) { return 0 }
    let header = hasHeader(entry) ? 1 : 0
    if offset < header { return 0 }
    let text = text(of: entry, &layout)
    return text.row(at: offset).map { header + $0 } ?? max(0, header + text.count - 1)
  }
}
