import DiscussionModel
import TextGrid

/// The entries on show as rows of cells, and ways over them.
///
/// Everything costs what it moves over. A row count is without the blank row after an entry.
struct PageRows {
  let page: Page
  let outline: Outline
  let quotes: QuoteIndex
  /// What is said above entries in words; nil for a screen that is seen.
  private let words: HeaderWords?

  /// - Parameters:
  ///   - page: what has the entries.
  ///   - outline: which of them are on show, and what is opened in them.
  ///   - quotes: whom their passages quote; nil if nobody is known to be quoted.
  ///   - words: what is said above them in words; nil for a screen that is seen.
  init(
    _ page: Page, _ outline: Outline, quotes: QuoteIndex? = nil, words: HeaderWords? = nil
  ) {
    self.page = page
    self.outline = outline
    self.quotes = quotes ?? QuoteIndex(page: page)
    self.words = words
  }

  /// An entry with at least one row on the screen, and whether its first and last rows are there.
  struct Shown: Equatable {
    var entry: Int
    var hasHead = false
    var hasTail = false
  }

  /// How many rows an open entry has that say who wrote it, or what it is: the article has none.
  func headerRows(of entry: Int, _ layout: inout Layout) -> Int {
    words == nil ? (entry > 0 ? 1 : 0) : headerWords(of: entry, isShort: false, &layout).count
  }

  /// The rows in words above an entry's text, or in its place if that is folded; none on a screen that
  /// is seen.
  func headerWords(of entry: Int, isShort: Bool, _ layout: inout Layout) -> [SafeText] {
    words?.rows(of: entry, in: page, outline, isShort: isShort, &layout) ?? []
  }

  /// The rows of an entry's text, without its header.
  func text(
    of entry: Int, isBeside: Bool = false, _ layout: inout Layout
  ) -> TextRowList {
    layout.text(
      of: entry, in: page, opened: outline.opened(in: entry), isBeside: isBeside,
      labels: quotes.labels(of: entry, in: page))
  }

  /// How many rows an entry has if it is open.
  func openCount(of entry: Int, _ layout: inout Layout) -> Int {
    headerRows(of: entry, &layout) + text(of: entry, &layout).count
  }

  /// How many rows an entry takes.
  func count(of entry: Int, _ layout: inout Layout) -> Int {
    guard outline.isShort(entry) else { return openCount(of: entry, &layout) }
    return max(1, headerWords(of: entry, isShort: true, &layout).count)
  }

  /// How many blank rows come after an entry: none between folded ones of one level, nor after a dim
  /// row; two before a thread if there is room.
  func gap(after entry: Int, _ layout: Layout) -> Int {
    guard let next = outline.next(after: entry, in: page) else { return 0 }
    // As many as a screen has, so that no other entry is on it.
    if layout.geometry.isLinear { return layout.geometry.rows }
    if outline.isAncestor(entry), !outline.isFolded(entry), entry > 0 { return 0 }
    let areBothFolded = outline.isFolded(entry) && outline.isFolded(next)
    let isOneLevel = page.depth(of: entry) == page.depth(of: next)
    if areBothFolded, isOneLevel, (entry < page.firstComment) == (next < page.firstComment) {
      return 0
    }
    let isThread = next >= page.firstComment && page.depth(of: next) == 0
    return isThread && layout.geometry.isTall ? 2 : 1
  }

  private func height(of entry: Int, _ layout: inout Layout) -> Int {
    count(of: entry, &layout) + gap(after: entry, layout)
  }

  /// The position this many rows below another, at most the last row of the page.
  func forward(
    _ position: ScrollPosition, by rows: Int, _ layout: inout Layout
  ) -> ScrollPosition {
    var at = position
    var left = rows
    while left > 0 {
      let height = height(of: at.entry, &layout)
      if at.row + left < height {
        at.row += left
        break
      }
      guard let next = outline.next(after: at.entry, in: page) else {
        at.row = max(at.row, height - 1)
        break
      }
      left -= height - at.row
      at = ScrollPosition(entry: next, row: 0)
    }
    return at
  }

  /// The position this many rows above another, at least the first row of the page.
  func backward(
    _ position: ScrollPosition, by rows: Int, _ layout: inout Layout
  ) -> ScrollPosition {
    var at = position
    var left = rows
    while left > at.row {
      guard let previous = outline.previous(before: at.entry, in: page) else {
        return ScrollPosition(entry: at.entry, row: 0)
      }
      left -= at.row
      at.entry = previous
      at.row = height(of: previous, &layout)
    }
    at.row -= left
    return at
  }

  /// The topmost position at which the page's last row is on the screen.
  func end(_ layout: inout Layout) -> ScrollPosition {
    let last = outline.last(in: page)
    let tail = ScrollPosition(entry: last, row: count(of: last, &layout) - 1)
    return backward(tail, by: layout.geometry.body.count - 1, &layout)
  }

  /// The positions on a screen, top to bottom; fewer than it has rows at the page's end.
  func positions(from top: ScrollPosition, _ layout: inout Layout) -> [ScrollPosition] {
    var result: [ScrollPosition] = []
    let count = layout.geometry.body.count
    var at = top
    while result.count < count {
      let height = height(of: at.entry, &layout)
      while at.row < height, result.count < count {
        result.append(at)
        at.row += 1
      }
      guard let next = outline.next(after: at.entry, in: page) else { break }
      at = ScrollPosition(entry: next, row: 0)
    }
    return result
  }

  /// The entries on a screen, top to bottom.
  func entries(from top: ScrollPosition, _ layout: inout Layout) -> [Shown] {
    var result: [Shown] = []
    for position in positions(from: top, &layout) {
      let last = count(of: position.entry, &layout) - 1
      if position.row > last { continue }
      if result.last?.entry != position.entry { result.append(Shown(entry: position.entry)) }
      if position.row == 0 { result[result.count - 1].hasHead = true }
      if position.row == last { result[result.count - 1].hasTail = true }
    }
    return result
  }

  // MARK: Rows and texts

  /// The row of text at a position; nil for a header, a blank row, and an entry of one row.
  func textRow(at position: ScrollPosition, _ layout: inout Layout) -> TextRow? {
    if outline.isShort(position.entry) { return nil }
    let text = text(of: position.entry, &layout)
    let index = position.row - headerRows(of: position.entry, &layout)
    return text.indices.contains(index) ? text[index] : nil
  }

  /// What part of its entry's text a row shows; the header is the first offset.
  func offsets(of position: ScrollPosition, _ layout: inout Layout) -> Range<Int> {
    let text = text(of: position.entry, &layout)
    let header = headerRows(of: position.entry, &layout)
    if position.row < header { return 0..<1 }
    if position.row - header < text.count { return text[position.row - header].offsets }
    let end = text.last?.offsets.upperBound ?? min(header, 1)
    return end..<end
  }

  /// The offset at which a row begins.
  func offset(of position: ScrollPosition, _ layout: inout Layout) -> Int {
    offsets(of: position, &layout).lowerBound
  }

  /// What part of its entry's text a row shows, without what is cut at its sides.
  ///
  /// - Parameters:
  ///   - position: a row of an open entry.
  ///   - cells: how far the entry's wide lines are scrolled.
  ///   - layout: that of the screen.
  /// - Returns: offsets as ``TextRow/offsets`` count.
  func shownOffsets(
    of position: ScrollPosition, scrolledBy cells: Int, _ layout: inout Layout
  ) -> Range<Int> {
    guard let row = textRow(at: position, &layout), !row.standsIn else {
      return offsets(of: position, &layout)
    }
    let room = layout.geometry.textWidth(depth: page.depth(of: position.entry))
    return row.shownOffsets(scrolledBy: cells, room: room)
  }

  /// The row of an open entry that shows an offset; its last row for one past the end.
  func row(of entry: Int, at offset: Int, _ layout: inout Layout) -> Int {
    if outline.isShort(entry) { return 0 }
    let header = headerRows(of: entry, &layout)
    if offset < min(header, 1) { return 0 }
    let text = text(of: entry, &layout)
    return text.row(at: offset).map { header + $0 } ?? max(0, header + text.count - 1)
  }

  /// Whether an entry has text that is shown only when asked for, and is not shown now.
  func hidesText(_ entry: Int, _ layout: inout Layout) -> Bool {
    text(of: entry, &layout).contains { $0.standsIn }
  }

  /// The cells of an entry's widest line that is not wrapped, margin and all; 0 for none.
  func widestLine(of entry: Int, _ layout: inout Layout) -> Int {
    text(of: entry, &layout).compactMap { row in
      row.unwrappedWidth.map { width in row.margin.reduce(width) { $0 + $1.text.width } }
    }.max() ?? 0
  }
}

/// A row of an entry: a place in the page that does not move when other things do.
struct ScrollPosition: Comparable, Sendable {
  var entry: Int
  /// 0-based; one past the entry's last row is the blank row after it.
  var row: Int

  init(entry: Int, row: Int) {
    self.entry = entry
    self.row = row
  }

  static func < (one: ScrollPosition, other: ScrollPosition) -> Bool {
    (one.entry, one.row) < (other.entry, other.row)
  }
}
