import DiscussionModel
import TextGrid

/// Where a reader is in a page, and how the screen is used: the focused entry, the rows around it,
/// the way that led here.
///
/// It moves over the rows that are on show, whatever is in them. How many rows and columns there are
/// is the layout's to say; the layout is always the same one.
struct Viewport: Sendable {
  /// The entry that keys are about; always one on show.
  private(set) var focus = 0
  /// The first row of the body.
  private(set) var top = ScrollPosition(entry: 0, row: 0)
  /// The entry whose wide lines are scrolled to the left, and by how many cells.
  private var sideways = (entry: 0, cells: 0)
  /// The widest that text is set, in cells; nil for as wide as the screen.
  private(set) var measure: Int? = Geometry.measure
  /// Whether one entry is on the screen at a time, its place in words, and nothing else: for
  /// those who hear or feel the screen.
  private(set) var isLinear = false
  /// Whether the list of the whole thread is wanted: see ``OutlineView``.
  private(set) var hasOutlinePane = true
  private var jumps = Jumps()
  /// For an entry the reply to which its parent was left last.
  private var repliesLeft: [Int: Int] = [:]

  /// Rows that stay in sight beyond the focused entry.
  private static let contextRows = 2

  var spot: Jumps.Spot { Jumps.Spot(entry: focus, top: top) }

  /// How far an entry's wide lines are scrolled, in cells.
  func sidewaysCells(of entry: Int) -> Int { sideways.entry == entry ? sideways.cells : 0 }

  /// What shows whether a command moved anything.
  var progress: [Int] {
    [focus, top.entry, top.row, sideways.entry, sideways.cells, jumps.back.count]
  }

  // MARK: The screen

  /// From this width on the outline is beside the text.
  static let columnsForOutline = 120
  /// From this width on there is a third column.
  private static let columnsForThree = 180
  /// The fewest cells of what is beside the text, and the most that it has any use for.
  private static let (narrowest, widest) = (36, 84)

  /// Cells of each column beside the text, with the line between them: what the text leaves, up to
  /// two fifths of the screen.
  private func besideCells(on size: GridSize) -> Int {
    let text = (measure ?? size.columns) + Geometry.indentation
    let columns = (hasOutlineBeside(on: size) ? 1 : 0) + (hasThird(on: size) ? 1 : 0)
    let share = columns > 0 ? (size.columns - text - 5) / columns : 0
    return max(Self.narrowest, min(share, size.columns * 2 / 5, Self.widest))
  }

  /// Cells of the outline beside the text, without the line between them.
  func outlineColumns(on size: GridSize) -> Int { besideCells(on: size) - 1 }

  /// Whether there is room for the outline beside the text.
  func hasRoomBeside(on size: GridSize) -> Bool {
    !isLinear && size.columns >= Self.columnsForOutline
  }

  /// Whether the outline is beside the text.
  func hasOutlineBeside(on size: GridSize) -> Bool { hasOutlinePane && hasRoomBeside(on: size) }

  /// Whether something stands to the right of the text.
  private func hasThird(on size: GridSize) -> Bool {
    !isLinear && size.columns >= Self.columnsForThree
  }

  /// The part of the screen for the text, and for what stands to its right.
  func pane(of size: GridSize) -> GridSize {
    let outline = hasOutlineBeside(on: size) ? besideCells(on: size) : 0
    return GridSize(columns: size.columns - outline, rows: size.rows)
  }

  /// Where everything is in that part.
  func geometry(on size: GridSize) -> Geometry {
    Geometry(
      pane(of: size), measure: measure, isLinear: isLinear,
      beside: hasThird(on: size) ? besideCells(on: size) : 0)
  }

  /// Shows or hides the outline; then everything has to be fitted.
  mutating func wantOutlinePane(_ isWanted: Bool) { hasOutlinePane = isWanted }

  /// Shows one entry at a time, or the whole page; then everything has to be fitted.
  mutating func setLinear(_ isLinear: Bool) { self.isLinear = isLinear }

  /// Sets text so wide, in cells; nil for the whole screen; then everything has to be fitted.
  mutating func setMeasure(_ cells: Int?) { measure = cells }

  /// The widths that a text can have, in cells; nil for the whole screen.
  private static let measures: [Int?] = [60, 72, 80, 100, nil]

  /// The next width that a text can have.
  var nextMeasure: Int? {
    let wider = Self.measures.firstIndex { ($0 ?? .max) > measure ?? .max }
    return Self.measures[wider ?? 0]
  }

  /// Lays everything out for a screen of a size; the place stays.
  mutating func fit(_ size: GridSize, _ rows: PageRows, _ layout: inout Layout) {
    let wasAtHead = top.row == 0
    let offset = rows.offset(of: top, &layout)
    let isGap = top.row >= rows.count(of: top.entry, &layout)
    layout.resize(geometry(on: size))
    if !wasAtHead {
      top.row =
        isGap
        ? rows.count(of: top.entry, &layout) : rows.row(of: top.entry, at: offset, &layout)
    }
    let isInSight = entries(rows, &layout).contains { $0.entry == focus && $0.hasHead }
    if !isInSight, top.entry != focus { showFocus(rows, &layout) }
  }

  /// The entries on the screen, top to bottom.
  func entries(_ rows: PageRows, _ layout: inout Layout) -> [PageRows.Shown] {
    rows.entries(from: top, &layout)
  }

  private func hasFocus(_ rows: PageRows, _ layout: inout Layout) -> Bool {
    entries(rows, &layout).contains { $0.entry == focus }
  }

  /// The row of the body at which the focused entry begins, 0-based; 0 when that is above.
  func rowOfFocus(_ rows: PageRows, _ layout: inout Layout) -> Int {
    let head = ScrollPosition(entry: focus, row: 0)
    return rows.positions(from: top, &layout).firstIndex(of: head) ?? 0
  }

  // MARK: Bringing entries to the screen

  /// Scrolls only as far as it must to show the focused entry, with some rows around it; to a far
  /// one it jumps, and begins the screen with it.
  private mutating func showFocus(_ rows: PageRows, _ layout: inout Layout) {
    let head = ScrollPosition(entry: focus, row: 0)
    if isLinear {
      top = head
      return
    }
    let shown = rows.outline.visible(top.entry, in: rows.page)
    if shown != top.entry { top = ScrollPosition(entry: shown, row: 0) }
    let height = layout.geometry.body.count
    let count = rows.count(of: focus, &layout)
    let context = max(0, min(Self.contextRows, (height - count) / 2))
    let highest = rows.backward(head, by: context, &layout)
    if count >= height || top > highest {
      top = highest
      return
    }
    let last = ScrollPosition(entry: focus, row: count - 1)
    let tail = rows.forward(last, by: context, &layout)
    let lowest = min(highest, rows.backward(tail, by: height - 1, &layout))
    guard top < lowest else { return }
    let isNear = rows.forward(top, by: 2 * height, &layout) > head
    top = isNear ? lowest : highest
  }

  /// Focuses an entry on show and brings it to the screen.
  mutating func go(to entry: Int, _ rows: PageRows, _ layout: inout Layout) {
    focus = entry
    showFocus(rows, &layout)
  }

  /// Focuses an entry that is on the screen already.
  mutating func point(at entry: Int) { focus = entry }

  /// Begins the screen with an entry.
  mutating func begin(with entry: Int) {
    focus = entry
    top = ScrollPosition(entry: entry, row: 0)
  }

  /// The same with some rows of what is before it above, however near it is; near the page's end the
  /// page ends with the screen.
  mutating func open(at entry: Int, _ rows: PageRows, _ layout: inout Layout) {
    begin(with: entry)
    showFocus(rows, &layout)
    if !isLinear { top = min(top, rows.end(&layout)) }
  }

  /// Begins the screen with the first row on show, if the focused entry ends in sight then.
  mutating func beginWithHead(_ rows: PageRows, _ layout: inout Layout) {
    let head = ScrollPosition(entry: rows.outline.first(from: 0, in: rows.page) ?? 0, row: 0)
    let tail = ScrollPosition(entry: focus, row: rows.count(of: focus, &layout) - 1)
    if !isLinear, rows.positions(from: head, &layout).contains(tail) { top = head }
  }

  /// Begins the screen with an offset of an open entry's text.
  mutating func open(at entry: Int, offset: Int, _ rows: PageRows, _ layout: inout Layout) {
    focus = entry
    top = ScrollPosition(entry: entry, row: rows.row(of: entry, at: offset, &layout))
  }

  /// The offset in the focused entry's text at which the screen begins; 0 if its start is in sight.
  func offset(_ rows: PageRows, _ layout: inout Layout) -> Int {
    top.entry == focus && top.row > 0 ? rows.offset(of: top, &layout) : 0
  }

  /// Focuses what is on show instead of the focused entry, if a fold hides that now.
  ///
  /// - Parameters:
  ///   - row: that of the body, 0-based, at which it is to begin.
  ///   - fillsScreen: whether the page ends with the screen at the latest.
  ///   - rows: what is on show by now.
  ///   - layout: that of the screen.
  mutating func keep(
    atRow row: Int, fillsScreen: Bool = false, _ rows: PageRows, _ layout: inout Layout
  ) {
    focus = rows.outline.visible(focus, in: rows.page)
    let row = isLinear ? 0 : max(0, min(row, layout.geometry.body.count - 1))
    top = rows.backward(ScrollPosition(entry: focus, row: 0), by: row, &layout)
    if row > 0 { showFocus(rows, &layout) }
    if fillsScreen, !isLinear { top = min(top, rows.end(&layout)) }
  }

  /// Keeps the topmost row of text if the topmost entry's header has another number of rows by now.
  mutating func keepTop(belowHeaderOf before: Int, _ rows: PageRows, _ layout: inout Layout) {
    let header = rows.headerRows(of: top.entry, &layout)
    if header != before { top.row = top.row < before ? 0 : top.row + header - before }
  }

  /// Stays within the topmost entry, of which there are fewer rows now.
  mutating func clampTop(_ rows: PageRows, _ layout: inout Layout) {
    top.row = max(0, min(top.row, rows.count(of: top.entry, &layout) - 1))
  }

  /// Scrolls so that an offset of the focused entry's text is on the screen.
  mutating func bring(offset: Int, _ rows: PageRows, _ layout: inout Layout) {
    let position = ScrollPosition(entry: focus, row: rows.row(of: focus, at: offset, &layout))
    if rows.positions(from: top, &layout).contains(position) { return }
    top = rows.backward(position, by: layout.geometry.body.count / 3, &layout)
  }

  /// Scrolls so that the focused entry is at the top, in the middle or at the bottom.
  mutating func put(_ height: Action.Height, _ rows: PageRows, _ layout: inout Layout) {
    let spare = max(0, layout.geometry.body.count - rows.count(of: focus, &layout))
    let row =
      switch height {
      case .top: 0
      case .middle: spare / 2
      case .bottom: spare
      }
    if !isLinear { top = rows.backward(ScrollPosition(entry: focus, row: 0), by: row, &layout) }
  }

  /// Scrolls the focused entry's wide lines by this many half widths; negative is back.
  ///
  /// - Returns: whether any line is wider than the screen.
  mutating func scrollSideways(
    _ halves: Int, _ rows: PageRows, _ layout: inout Layout
  ) -> Bool {
    let room = layout.geometry.textWidth(depth: rows.page.depth(of: focus))
    let widest = rows.widestLine(of: focus, &layout)
    guard widest > room, !rows.outline.isShort(focus) else { return false }
    let cells = sidewaysCells(of: focus) + halves * max(1, room / 2)
    sideways = (focus, max(0, min(cells, widest - room)))
    return true
  }

  // MARK: Moving by entries, rows and screens

  /// To the next or previous entry on show; first through one that is taller than the screen.
  ///
  /// - Returns: whether there is anything further.
  mutating func step(forward: Bool, _ rows: PageRows, _ layout: inout Layout) -> Bool {
    let seen = entries(rows, &layout).first { $0.entry == focus }
    let screen = max(1, layout.geometry.body.count - 1)
    if forward, seen?.hasTail == false {
      let lowest = endOfFocus(screen, rows, &layout)
      top = min(rows.forward(top, by: screen, &layout), lowest)
      return true
    }
    if !forward, seen?.hasHead == false {
      let head = ScrollPosition(entry: focus, row: 0)
      top = max(rows.backward(top, by: screen, &layout), head)
      return true
    }
    guard let next = next(after: focus, forward: forward, rows) else { return false }
    focus = next
    if !forward, rows.count(of: focus, &layout) > screen {
      top = endOfFocus(screen, rows, &layout)
    } else {
      showFocus(rows, &layout)
    }
    return true
  }

  /// The position at which the focused entry's last row is this many rows further down.
  private func endOfFocus(
    _ screen: Int, _ rows: PageRows, _ layout: inout Layout
  ) -> ScrollPosition {
    let tail = ScrollPosition(entry: focus, row: rows.count(of: focus, &layout) - 1)
    return rows.backward(tail, by: screen, &layout)
  }

  private func next(after entry: Int, forward: Bool, _ rows: PageRows) -> Int? {
    forward
      ? rows.outline.next(after: entry, in: rows.page)
      : rows.outline.previous(before: entry, in: rows.page)
  }

  /// By this many entries on show, tall ones too; negative is up.
  ///
  /// - Returns: whether there is anything further.
  mutating func move(by entries: Int, _ rows: PageRows, _ layout: inout Layout) -> Bool {
    var target = focus
    for _ in 0..<abs(entries) {
      guard let next = next(after: target, forward: entries > 0, rows) else { break }
      target = next
    }
    guard abs(entries) > 1, target != focus else {
      return step(forward: entries > 0, rows, &layout)
    }
    go(to: target, rows, &layout)
    return true
  }

  /// By screens less a row each, and takes the focus along.
  ///
  /// - Returns: whether there is anything further.
  mutating func turn(_ screens: Int, _ rows: PageRows, _ layout: inout Layout) -> Bool {
    let oldTop = top
    let count = screens * max(1, layout.geometry.body.count - 1)
    let finished = entries(rows, &layout).filter(\.hasTail).map(\.entry)
    scrollTop(by: count, rows, &layout)
    let entries = entries(rows, &layout)
    let isInSight = entries.contains { $0.entry == focus }
    if screens < 0 {
      if !isInSight { focus = entries.first { $0.hasHead }?.entry ?? top.entry }
    } else {
      // To the first one whose end had not been shown: what is left behind was read to its end.
      let next = entries.first { !finished.contains($0.entry) }?.entry ?? top.entry
      focus = max(next, isInSight ? focus : next)
    }
    return top != oldTop
  }

  private mutating func scrollTop(by count: Int, _ rows: PageRows, _ layout: inout Layout) {
    if count < 0 {
      top = rows.backward(top, by: -count, &layout)
    } else {
      top = max(top, min(rows.forward(top, by: count, &layout), rows.end(&layout)))
    }
  }

  /// By rows; the focus stays while it is on the screen.
  ///
  /// - Returns: whether there is anything further.
  mutating func scroll(by count: Int, _ rows: PageRows, _ layout: inout Layout) -> Bool {
    let oldTop = top
    scrollTop(by: count, rows, &layout)
    let entries = entries(rows, &layout)
    if !entries.contains(where: { $0.entry == focus }) {
      let whole = count < 0 ? entries.last { $0.hasHead } : entries.first { $0.hasHead }
      let any = count < 0 ? entries.last : entries.first
      focus = (whole ?? any)?.entry ?? top.entry
    }
    return top != oldTop
  }

  /// Scrolls through an entry that is taller than the screen.
  mutating func readOn(in entry: Int, _ rows: PageRows, _ layout: inout Layout) {
    top = rows.forward(top, by: max(1, layout.geometry.body.count - 1), &layout)
    focus = entry
  }

  /// To the first or last entry on show, and the page's first or last rows with it.
  mutating func jump(to entry: Int, _ rows: PageRows, _ layout: inout Layout) {
    let isFirst = rows.outline.previous(before: entry, in: rows.page) == nil
    if isLinear || isFirst || rows.count(of: entry, &layout) > layout.geometry.body.count {
      begin(with: entry)
    } else {
      top = max(top, rows.end(&layout))
      go(to: entry, rows, &layout)
    }
  }

  // MARK: The way

  /// Records a jump away from a spot.
  mutating func leave(_ spot: Jumps.Spot) { if focus != spot.entry { jumps.leave(spot) } }

  /// Records that a filter is set at a spot.
  mutating func setFilter(at spot: Jumps.Spot) {
    var spot = spot
    spot.setsFilter = true
    jumps.leave(spot)
  }

  /// The spot at which the last filter was set; nil when there is none.
  mutating func takeFilterSpot() -> Jumps.Spot? { jumps.goBackFromFilter(from: spot) }

  /// The spot before the last jump, or the one from which the reader last went back; nil when there
  /// is none.
  mutating func takeJump(forward: Bool) -> Jumps.Spot? {
    forward ? jumps.goForward(from: spot) : jumps.goBack(from: spot)
  }

  /// Shows an entry on show as it was seen from a spot, as far as the screen is still the same.
  mutating func goBack(to spot: Jumps.Spot, _ rows: PageRows, _ layout: inout Layout) {
    focus = spot.entry
    top = spot.top
    top.row = min(top.row, rows.count(of: top.entry, &layout))
    if !hasFocus(rows, &layout) { showFocus(rows, &layout) }
  }

  /// Notes that a reader goes from the focused entry to its parent.
  mutating func leaveReply(to parent: Int) { repliesLeft[parent] = focus }

  /// The reply from which the focused entry was last come to; nil if it was not.
  var replyLeft: Int? { repliesLeft[focus] }

  // MARK: Another page

  /// Goes on at the same place in a newer page.
  mutating func take(_ move: Migration, _ rows: PageRows, _ layout: inout Layout) {
    jumps = jumps.moved(move.newEntry)
    sideways = (move.newEntry(nearest: sideways.entry), 0)
    repliesLeft = [:]
    focus = rows.outline.visible(move.newEntry(nearest: focus), in: rows.page)
    let newTop = move.newEntry(nearest: top.entry)
    if newTop != move.newEntry(top.entry) { top.row = 0 }
    top.entry = rows.outline.visible(newTop, in: rows.page)
    // It may be the blank row below the entry.
    top.row = min(top.row, rows.count(of: top.entry, &layout))
    if !hasFocus(rows, &layout) { showFocus(rows, &layout) }
  }
}
