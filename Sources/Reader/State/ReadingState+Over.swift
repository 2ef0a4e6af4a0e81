import DiscussionModel
import ReadMarks
import TextGrid

/// What is over the page: lists, what a comment replies to, details, the outline.
extension ReadingState {
  /// The positions of the comments with a star.
  ///
  /// - Complexity: O(*n*).
  public var stars: [Int] { marks.positions(with: .starred) }

  /// The positions that a list of comments shows; empty for one of links.
  func positions(in list: ChoiceList) -> [Int] {
    switch list.kind {
    case .stars: stars
    case .quoting(let positions): positions
    case .links, .since, .allLinks: []
    }
  }

  /// How many lines a list has.
  func count(of list: ChoiceList) -> Int {
    if case .links(let targets) = list.kind { return targets.count }
    if case .since(let choices) = list.kind { return choices.count }
    if case .allLinks(let links) = list.kind { return links.count }
    return positions(in: list).count
  }

  /// All that is known of the focused entry.
  var inspectionLines: [OverlayView.Line] { Inspection.lines(of: self, columns: pane.columns) }

  // MARK: Opening

  /// What a command shows over the page; nil if there is nothing, and why.
  typealias Wanted = (mode: Mode?, words: SafeText?)

  var listOfStars: Wanted {
    let stars = stars
    if stars.isEmpty {
      return (nil, "no stars yet (" + shell.calls["toggle-star"] + " stars a comment)")
    }
    let here = page.position(of: focus) ?? 0
    let selected = stars.lastIndex { $0 <= here } ?? 0
    return (.list(ChoiceList(kind: .stars, selected: selected)), nil)
  }

  /// The replies that quote the focused entry.
  var listOfQuoting: Wanted {
    let positions = finding.quotes.quoting(focus).compactMap { page.position(of: $0) }
    guard positions.isEmpty else { return (.list(ChoiceList(kind: .quoting(positions))), nil) }
    return (nil, finding.quotes.isDone ? "nobody quotes this" : "still looking for quotations")
  }

  /// The links in the focused entry.
  var listOfLinks: Wanted {
    let links = page.links(of: focus)
    return links.isEmpty
      ? (nil, page.noLinks(of: focus)) : (.list(ChoiceList(kind: .links(links))), nil)
  }

  /// What is new, by thread.
  var listOfNew: Wanted {
    let since = sinceWords ?? lastVisitWords
    guard marks.newCount > 0 else {
      return (nil, sinceWords.map { "nothing is new since " + $0 } ?? "nothing is new")
    }
    return (.news(NewComments(marks, of: page, since: since)), nil)
  }

  /// The links in the whole page.
  var listOfAllLinks: Wanted {
    let links = page.allLinks
    if links.isEmpty { return (nil, "no links in this discussion") }
    let selected = links.lastIndex { $0.entry <= focus } ?? 0
    return (.list(ChoiceList(kind: .allLinks(links), selected: selected)), nil)
  }

  /// What the focused comment answers; its parent, when it is shown already.
  var peeked: Wanted {
    let entry = if case .peek(let shown, _) = mode { shown } else { focus }
    guard let parent = page.parent(of: entry) ?? (entry > 0 ? 0 : nil) else {
      return (nil, "the article is not a reply")
    }
    return (.peek(entry: parent, top: 0), nil)
  }

  // MARK: Moving

  /// The same with another line selected, this many lines further.
  func selected(_ lines: Int) -> Mode {
    switch mode {
    case .list(var list):
      list.selected = max(0, min(list.selected + lines, count(of: list) - 1))
      return .list(list)
    case .news(var news):
      news.move(by: lines)
      return .news(news)
    case .outline(var selected):
      for _ in 0..<abs(lines) {
        guard let next = nextInOutline(to: selected, isDown: lines > 0) else { break }
        selected = next
      }
      return .outline(selected: selected)
    case .reading, .inspection, .peek: return mode
    }
  }

  /// The same with its text scrolled by this many rows.
  func scrolled(_ rows: Int, _ layout: inout Layout) -> Mode {
    switch mode {
    case .inspection(let top):
      let last = OverlayView.lastTop(inspectionLines, shell.size)
      return .inspection(top: max(0, min(top + rows, last)))
    case .peek(let entry, let top):
      let height = PeekView.height(of: entry, in: self, &layout)
      let last = sheet.rows.openCount(of: entry, &layout) - height
      return .peek(entry: entry, top: max(0, min(top + rows, last)))
    case .reading, .list, .outline, .news: return mode
    }
  }

  // MARK: The wheel

  /// What the wheel scrolls at a cell by this many lines; nil for what its keys do.
  func wheelAction(_ lines: Int, row: Int, column: Int, _ geometry: Geometry) -> Action? {
    let column = column - (shell.size.columns - pane.columns)
    if column < 0 { return .scrollOutline(lines) }
    guard shell.isBare else { return nil }
    if case .news(let news) = mode, row <= NewsView.rows(news, pane).count + 1 {
      return .moveInList(lines.signum())
    }
    return geometry.besideColumns?.contains(column) == true ? .scrollBeside(lines) : nil
  }

  /// Lines of the outline that are shown before and after the focused one.
  private static let outlineContext = 3

  /// What is in the middle of the outline beside the text once an entry is shown there.
  ///
  /// - Parameters:
  ///   - entry: one that is on show.
  ///   - middle: the entry that was in the middle.
  /// - Returns: the same, so that the outline stands still, or the entry itself where it would be near an edge.
  /// - Complexity: O(rows), each O(log *n*).
  func outlineMiddle(showing entry: Int, from middle: Int) -> Int {
    guard let middle = inOutline(middle) else { return entry }
    let rows = shell.size.rows
    let entries = OutlineView.entries(self, around: middle, rows: rows)
    guard let line = entries.firstIndex(of: entry) else { return entry }
    let context = min(Self.outlineContext, (rows - 1) / 2)
    let isAtStart = nextInOutline(to: entries[0], isDown: false) == nil
    let isAtEnd = nextInOutline(to: entries[entries.count - 1], isDown: true) == nil
    let isFar = (isAtStart || line >= context) && (isAtEnd || line + context < entries.count)
    return isFar ? middle : entry
  }

  /// The entry in the middle of the outline beside the text once that is scrolled by this many lines.
  func scrolledOutline(by lines: Int) -> Int {
    let rows = shell.size.rows
    let entries = OutlineView.entries(self, around: outlineMiddle, rows: rows)
    // Near its ends the middle is not the one around which it was drawn.
    var middle = entries[min(rows / 2, entries.count - 1)]
    for _ in 0..<abs(lines) {
      guard let next = nextInOutline(to: middle, isDown: lines > 0) else { break }
      middle = next
    }
    return middle
  }

  /// The line below or above another one in the outline; nil at its end.
  private func nextInOutline(to entry: Int, isDown: Bool) -> Int? {
    isDown ? outline.next(after: entry, in: page) : outline.previous(before: entry, in: page)
  }

  // MARK: Clicks

  /// What stands where somebody clicked.
  enum Clicked {
    /// A line of a list or of the outline, selected.
    case mode(Mode)
    /// An entry that is elsewhere.
    case entry(Int)
    /// A row of an entry, and whether it is there to fold it or open it.
    case row(Int, isFold: Bool)
    /// A link in an entry: where it leads, opened if that is here.
    case link(Int, Answer)
  }

  /// What was clicked on; nil for nothing.
  ///
  /// That is an entry, of which the first row folds it if it is focused already; a link, which is
  /// opened if that is possible here, and else said; in the map that part of the thread; in the first row what the topmost comment answers; in
  /// the third column what is there; in a list its line.
  func clicked(row: Int, column: Int, _ layout: inout Layout) -> Clicked? {
    let column = column - (shell.size.columns - pane.columns)
    if column < 0 {
      let entries = OutlineView.entries(self, around: outlineMiddle, rows: shell.size.rows)
      return isReading && entries.indices.contains(row) ? .entry(entries[row]) : nil
    }
    if !shell.isBare { return nil }
    switch mode {
    case .reading: return clickedPage(row: row, column: column, &layout)
    case .news(var news):
      let rows = NewsView.rows(news, pane)
      if row > rows.count + 1 { return clickedPage(row: row, column: column, &layout) }
      guard rows.contains(rows.lowerBound + row - 1) else { return nil }
      news.move(by: rows.lowerBound + row - 1 - news.selected)
      return .mode(.news(news))
    case .list(var list):
      let (rows, lines) = ListView.place(
        count: count(of: list), selected: list.selected, layout.geometry)
      guard rows.contains(row), column < layout.geometry.pageColumns else { return nil }
      list.selected = lines.lowerBound + row - rows.lowerBound
      return .mode(.list(list))
    case .outline(let selected):
      let rows = max(1, shell.size.rows - 2)
      let entries = OutlineView.entries(self, around: selected, rows: rows)
      return entries.indices.contains(row) ? .mode(.outline(selected: entries[row])) : nil
    case .inspection, .peek: return nil
    }
  }

  /// The topmost entry on the screen, which the first row is about; one of which only the blank row at its end is left
  /// does not count.
  func topmost(_ layout: inout Layout) -> Int {
    let top = viewport.top
    guard top.row >= sheet.rows.count(of: top.entry, &layout) else { return top.entry }
    return outline.next(after: top.entry, in: page) ?? top.entry
  }

  private func clickedPage(row: Int, column: Int, _ layout: inout Layout) -> Clicked? {
    let geometry = layout.geometry
    let top = viewport.top
    if row == geometry.contextRow, column < geometry.pageColumns {
      let topmost = topmost(&layout)
      let parent = page.parent(of: topmost) ?? 0
      return topmost > 0 && !outline.isLeftOut(parent) ? .entry(parent) : nil
    }
    let index = row - geometry.body.lowerBound
    if column == geometry.mapColumn, geometry.body.contains(row) {
      let count = page.thread.count
      let position = index * count / geometry.body.count
      guard position < count else { return nil }
      return .entry(outline.visible(position + page.firstComment, in: page))
    }
    if column >= geometry.pageColumns, geometry.besideColumns != nil {
      return BesideView.entry(atRow: row, of: self, geometry).map { .entry($0) }
    }
    let rows = sheet.rows
    let positions = rows.positions(from: top, &layout)
    guard positions.indices.contains(index) else { return nil }
    let position = positions[index]
    let entry = position.entry
    guard position.row < rows.count(of: entry, &layout) else { return nil }
    if let text = rows.textRow(at: position, &layout),
      let link = link(in: text, of: entry, column: column, geometry)
    {
      if shell.opener.opensHere(link.address) {
        return .link(entry, page.following(link.address, shell.opener))
      }
      let words = SafeText("[\(link.number)] \(link.address) · \(link.number)x opens it")
      return .link(entry, Answer(words))
    }
    let isHead = entry == focus && position.row == 0 && entry > 0
    return .row(entry, isFold: outline.isFolded(entry) || isHead)
  }

  /// The link that is drawn in a column of a row; nil if there is none.
  private func link(
    in row: TextRow, of entry: Int, column: Int, _ geometry: Geometry
  ) -> (number: Int, address: SafeText)? {
    let start = geometry.textColumn(depth: page.depth(of: entry))
    let skipped = row.scrolled(
      by: viewport.sidewaysCells(of: entry),
      room: geometry.textWidth(depth: page.depth(of: entry)))
    var at = start + row.marginWidth - skipped
    for part in row.parts {
      let end = at + part.text.width
      if at..<end ~= column, let number = part.link {
        let links = page.links(of: entry)
        return links.indices.contains(number - 1) ? (number, links[number - 1]) : nil
      }
      at = end
    }
    return nil
  }
}
