import TextGrid

/// The discussions of the library as they are listed, and where the reader is among them.
///
/// They are sorted once; what is read or comes later moves none of them until the reader sorts again.
///
/// Lines are 0-based; heights are rows for lines on the screen.
struct LibraryList: Equatable, Sendable {
  /// All there are, those included that will be removed, in the order in which they are listed but
  /// for muted ones, which are last.
  private(set) var entries: [LibraryEntry]
  private(set) var listing = LibraryListing()
  private(set) var order: LibraryOrder
  private(set) var filter: LibraryFilter?
  /// The discussions that the filter leaves out, as they were when it was set or they came.
  private var leftOut: Set<String> = []
  /// What is to be read in all that is listed, muted ones left out.
  private(set) var left = Left()
  /// The line that keys are about; 0 where nothing is listed.
  private(set) var focus = 0
  /// The first line on the screen.
  private(set) var top = 0
  /// How many times the list was rebuilt.
  private(set) var listings = 0
  /// The discussions that are not listed and can be brought back.
  private var removed: Set<String> = []

  /// How much is to be read.
  struct Left: Equatable, Sendable {
    var unread = 0
    var new = 0
    /// Discussions with news.
    var withNews = 0
  }

  /// - Complexity: O(*n* log *n*).
  init(_ entries: [LibraryEntry], order: LibraryOrder) {
    self.entries = order.indices(of: entries).map { entries[$0] }
    self.order = order
    list(at: nil)
  }

  /// How many lines there are.
  var count: Int { listing.lines.count }

  /// The focused discussion; nil where none is listed.
  var focused: LibraryEntry? { entry(at: focus) }

  /// The discussion on a line; nil for a line that there is not.
  func entry(at line: Int) -> LibraryEntry? {
    listing.lines.indices.contains(line) ? entries[listing.lines[line]] : nil
  }

  /// The line of a discussion; nil where it is not listed.
  ///
  /// - Complexity: O(*n*).
  func line(of id: String) -> Int? { listing.lines.firstIndex { entries[$0].id == id } }

  // MARK: What is listed

  /// Rebuilds the list.
  ///
  /// - Parameter id: the discussion that is focused if it is listed; else the line holds.
  /// - Complexity: O(*n*).
  private mutating func list(at id: String?) {
    listings += 1
    listing = LibraryListing(of: entries, without: removed.union(leftOut))
    focus = id.flatMap { line(of: $0) } ?? max(0, min(focus, count - 1))
    countLeft()
  }

  /// - Complexity: O(*n*).
  private mutating func countLeft() {
    left = listing.lines.reduce(into: Left()) { left, index in
      let entry = entries[index]
      guard !entry.isMuted else { return }
      left.unread += entry.unread
      left.new += entry.new
      if entry.hasNews { left.withNews += 1 }
    }
  }

  /// Takes over what the library holds by now: what is new is listed last, and nothing else moves.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func take(_ newer: [LibraryEntry]) {
    let id = focused?.id
    let current = Dictionary(newer.map { ($0.id, $0) }) { first, _ in first }
    let known = Set(entries.map(\.id))
    let added = order.indices(of: newer).map { newer[$0] }.filter { !known.contains($0.id) }
    if let filter { leftOut.formUnion(filter.leftOut(of: added).ids) }
    entries = entries.compactMap { current[$0.id] } + added
    // What is gone cannot be brought back.
    removed.formIntersection(newer.map(\.id))
    list(at: id)
  }

  /// Takes over how one discussion stands; its line holds, so that nothing jumps.
  mutating func take(_ newer: LibraryEntry) {
    let id = focused?.id
    guard let index = entries.firstIndex(where: { $0.id == newer.id }) else {
      if let filter { leftOut.formUnion(filter.leftOut(of: [newer]).ids) }
      entries.append(newer)
      return list(at: id)
    }
    let isElsewhere = entries[index].isMuted != newer.isMuted
    entries[index] = newer
    if isElsewhere { list(at: id) } else { countLeft() }
  }

  /// Those of all discussions by now that stand otherwise than is known; nil where some came, went or
  /// got comments, so that the whole list must be rebuilt.
  ///
  /// - Complexity: O(*n*).
  func changed(in newer: [LibraryEntry]) -> [LibraryEntry]? {
    let known = Dictionary(entries.map { ($0.id, $0) }) { $1 }
    guard newer.count == known.count,
      newer.allSatisfy({ known[$0.id]?.comments == $0.comments })
    else { return nil }
    return newer.filter { known[$0.id] != $0 }
  }

  /// Changes how much of a discussion is to be read; its line holds.
  mutating func set(unread: Int, new: Int, of id: String) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    (entries[index].unread, entries[index].new) = (unread, new)
    countLeft()
  }

  /// Mutes a discussion, which is then listed last, or lists it as the others again.
  ///
  /// - Parameters:
  ///   - isMuted: whether it is muted.
  ///   - id: the discussion's.
  ///   - isFollowed: whether the focus goes with it; else the next one takes its place.
  mutating func set(muted isMuted: Bool, of id: String, isFollowed: Bool) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    var entry = entries.remove(at: index)
    entry.isMuted = isMuted
    let sorted = order.indices(of: entries + [entry]).drop { $0 < entries.count }
    let next = isMuted ? entries.count : sorted.dropFirst().first ?? entries.count
    entries.insert(entry, at: next)
    list(at: isFollowed ? id : nil)
  }

  /// Lists a discussion no longer, or again.
  mutating func set(removed isRemoved: Bool, of id: String) {
    if isRemoved { removed.insert(id) } else { removed.remove(id) }
    list(at: isRemoved ? nil : id)
  }

  /// Forgets what is not listed, so that it cannot be brought back.
  mutating func settle() {
    if removed.isEmpty { return }
    let id = focused?.id
    entries.removeAll { removed.contains($0.id) }
    removed = []
    list(at: id)
  }

  /// Lists in an order that the reader chose.
  mutating func prefer(_ order: LibraryOrder) {
    let id = focused?.id
    self.order = order
    entries = order.indices(of: entries).map { entries[$0] }
    list(at: id)
  }

  /// Lists only some discussions, or all; what is listed stays so until it is filtered again.
  ///
  /// - Parameter wanted: nil for all.
  /// - Returns: what came of it, in words; a filter that leaves nothing is not applied.
  mutating func apply(_ wanted: LibraryFilter?) -> SafeText {
    let (old, id) = (filter, focused?.id)
    let listed = entries.filter { !removed.contains($0.id) }
    let (ids, given) = wanted?.leftOut(of: listed) ?? ([], 0)
    let costly = costlyNote(given, "title")
    if let wanted, ids.count == listed.count { return wanted.nothing + costly }
    (filter, leftOut) = (wanted, ids)
    if old != nil || wanted != nil { list(at: id) }
    if wanted == nil { return old == nil ? "no filter is on" : "filter off" }
    return SafeText("\(count) of \(entries.count) · ff lists all") + costly
  }

  // MARK: Where the reader is

  /// Lines that stay in sight beyond the focused one.
  private static func margin(_ height: Int) -> Int { min(2, max(0, height - 1) / 2) }

  /// The lines on the screen.
  func lines(onScreenOf height: Int) -> Range<Int> {
    let end = min(count, top + max(1, height))
    return min(top, end)..<end
  }

  /// Scrolls only as far as it must to show the focused line, with some lines around it.
  mutating func showFocus(_ height: Int) {
    let margin = Self.margin(height)
    let height = max(1, height)
    top = max(min(top, focus - margin), focus + margin - height + 1)
    top = max(0, min(top, count - height))
  }

  mutating func goTo(line: Int, _ height: Int) {
    focus = max(0, min(line, count - 1))
    showFocus(height)
  }

  /// Goes back to where the reader was; what is listed, and the screen, may be others by now.
  mutating func goBack(to spot: (focus: Int, top: Int), _ height: Int) {
    top = spot.top
    goTo(line: spot.focus, height)
  }

  /// Focuses a line that is on the screen.
  mutating func point(at line: Int) { focus = line }

  /// - Returns: that there is no more, where there is none.
  mutating func move(by lines: Int, _ height: Int) -> SafeText? {
    let before = focus
    goTo(line: focus + lines, height)
    return focus == before ? Self.end(lines) : nil
  }

  private static func end(_ lines: Int) -> SafeText {
    lines < 0 ? "this is the beginning" : "this is the end"
  }

  /// By so many lines, the screen along with the focus; where there is no more, the focus alone.
  mutating func turn(by lines: Int, _ height: Int) -> SafeText? {
    if !scroll(to: top + lines, height) { return move(by: lines, height) }
    keepFocusInSight(from: focus + lines, height)
    return nil
  }

  /// Scrolls; the focus stays where it is while it is on the screen.
  mutating func scroll(by lines: Int, _ height: Int) -> SafeText? {
    if !scroll(to: top + lines, height) { return Self.end(lines) }
    keepFocusInSight(from: focus, height)
    return nil
  }

  /// - Returns: whether that is another line than before.
  private mutating func scroll(to line: Int, _ height: Int) -> Bool {
    let before = top
    top = max(0, min(line, count - max(1, height)))
    return top != before
  }

  /// Focuses a line, or the nearest one on the screen with some lines around it.
  private mutating func keepFocusInSight(from line: Int, _ height: Int) {
    let (last, margin) = (top + max(1, height) - 1, Self.margin(height))
    let lowest = last >= count - 1 ? count - 1 : last - margin
    focus = max(0, max(top == 0 ? 0 : top + margin, min(line, lowest)))
  }

  /// To a line by its number, 1-based.
  mutating func goTo(number: Int, _ height: Int) -> SafeText? {
    guard 1...max(1, count) ~= number else {
      return SafeText("no line \(number): expected 1 to \(count)")
    }
    goTo(line: number - 1, height)
    return nil
  }

  /// To the next or previous discussion with news, around the ends; where none has, with something
  /// unread.
  mutating func goToNews(forward: Bool, _ height: Int) -> SafeText {
    if let line = line(after: focus, forward: forward, where: \.hasNews) {
      goTo(line: line, height)
      let rank = listing.lines[...line].count { entries[$0].hasNews }
      return SafeText("\(rank) of \(left.withNews) with news")
    }
    if focused?.hasNews == true { return "nothing else has news" }
    if let line = line(after: focus, forward: forward, where: \.isUnread) {
      goTo(line: line, height)
      return "no news · this is unread"
    }
    return focused?.isUnread == true ? "nothing else is unread" : "All read"
  }

  /// The next or previous line after another of some kind, around the ends, without that one itself.
  ///
  /// - Parameters:
  ///   - line: a line, or one before the first or after the last.
  ///   - forward: the direction.
  ///   - isWanted: whether a discussion is of the kind.
  /// - Returns: nil where there is none.
  /// - Complexity: O(*n*).
  private func line(
    after line: Int, forward: Bool, where isWanted: (LibraryEntry) -> Bool
  ) -> Int? {
    let before = (0..<max(0, min(line, count)))
    let after = (min(line + 1, count)..<count)
    func isWantedLine(_ line: Int) -> Bool { isWanted(entries[listing.lines[line]]) }
    if forward { return after.first(where: isWantedLine) ?? before.first(where: isWantedLine) }
    return before.last(where: isWantedLine) ?? after.last(where: isWantedLine)
  }

  /// The discussion that is read after another, or before it: the next one with news, or else with
  /// something unread, around the ends.
  ///
  /// - Parameters:
  ///   - id: the other one's.
  ///   - forward: the direction.
  /// - Returns: never the other one; nil where there is none.
  /// - Complexity: O(*n*).
  func unread(after id: String, forward: Bool) -> LibraryEntry? {
    let line = line(of: id) ?? (forward ? -1 : count)
    let found =
      self.line(after: line, forward: forward, where: \.hasNews)
      ?? self.line(after: line, forward: forward, where: \.isUnread)
    return found.flatMap { entry(at: $0) }
  }
}

/// What the library lists, as it follows from its entries: muted ones last, all others in their order.
struct LibraryListing: Equatable, Sendable {
  /// Indices of entries, top to bottom.
  private(set) var lines: [Int] = []
  /// The widest of what the lines say in a column, in cells.
  private(set) var newsColumns = 0
  private(set) var sourceColumns = 0
  private(set) var sizeColumns = 0

  /// A list of nothing.
  init() {}

  /// - Parameters:
  ///   - entries: all there are.
  ///   - ids: of those that are not listed.
  /// - Complexity: O(*n*).
  init(of entries: [LibraryEntry], without ids: Set<String>) {
    let listed = entries.indices.filter { !ids.contains(entries[$0].id) }
    lines = listed.filter { !entries[$0].isMuted } + listed.filter { entries[$0].isMuted }
    for index in lines {
      let entry = entries[index]
      newsColumns = max(newsColumns, entry.newsLabel.width)
      sourceColumns = max(sourceColumns, min(entry.shownSource.width, Self.widestSource))
      sizeColumns = max(sizeColumns, String(entry.comments).utf8.count)
    }
  }

  /// The most cells that a source has.
  private static let widestSource = 16
}
