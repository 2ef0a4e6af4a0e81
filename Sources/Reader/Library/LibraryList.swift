import TextGrid

/// The discussions of the library as they are listed, the front pages above them, and where the reader is.
///
/// Discussions are sorted once; what is read or comes later moves none of them until the reader sorts again.
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
  /// The front pages above the discussions, a line each.
  private(set) var sources: [LibrarySource] = []
  /// Where the reader is among the lines.
  var window = ListWindow()
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

  /// How many discussions are listed.
  var count: Int { listing.lines.count }

  /// The front pages that are listed, on the first lines: none while discussions are filtered.
  var listedSources: [LibrarySource] { filter == nil ? sources : [] }

  /// What is offered on the last lines: nothing if anything is kept, or discussions are filtered.
  var offers: [LibraryOffer] {
    filter == nil && entries.allSatisfy { $0.source == "sample" } ? LibraryOffer.allCases : []
  }

  /// What is offered on a line; nil if nothing is.
  func offer(at line: Int) -> LibraryOffer? {
    let index = line - listedSources.count - count
    return offers.indices.contains(index) ? offers[index] : nil
  }

  /// The focused offer; nil if none is.
  var focusedOffer: LibraryOffer? { offer(at: window.focus) }

  /// The focused discussion; nil if a front page is focused, or nothing is listed.
  var focused: LibraryEntry? { entry(at: window.focus) }

  /// The focused front page; nil if none is.
  var focusedSource: LibrarySource? { source(at: window.focus) }

  /// Which of the listed discussions is focused, 0-based; nil if none is.
  var focusedIndex: Int? { index(at: window.focus) }

  /// The front page on a line; nil if there is none.
  func source(at line: Int) -> LibrarySource? {
    listedSources.indices.contains(line) ? listedSources[line] : nil
  }

  /// Which of the listed discussions is on a line; nil if none is.
  private func index(at line: Int) -> Int? {
    let index = line - listedSources.count
    return listing.lines.indices.contains(index) ? index : nil
  }

  /// The discussion on a line; nil if there is none.
  func entry(at line: Int) -> LibraryEntry? { entryIndex(at: line).map { entries[$0] } }

  /// The index in ``entries`` of the discussion on a line; nil if there is none.
  func entryIndex(at line: Int) -> Int? { index(at: line).map { listing.lines[$0] } }

  /// The line of a discussion; nil if it is not listed.
  ///
  /// - Complexity: O(*n*).
  func line(of id: String) -> Int? {
    listing.lines.firstIndex { entries[$0].id == id }.map { $0 + listedSources.count }
  }

  // MARK: What is listed

  /// Rebuilds the list.
  ///
  /// - Parameter id: the discussion that is focused if it is listed; else the line holds.
  /// - Complexity: O(*n*).
  private mutating func list(at id: String?) {
    listings += 1
    listing = LibraryListing(of: entries, without: removed.union(leftOut))
    if !listedSources.isEmpty { listing.makeRoomForSources() }
    window.set(
      count: listedSources.count + count + offers.count, focus: id.flatMap { line(of: $0) })
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

  /// Takes over which front pages there are, and how they stand; the focus stays on what it is on.
  mutating func take(_ newer: [LibrarySource]) {
    guard newer != sources else { return }
    let (id, address) = (focused?.id, focusedSource?.address)
    // What is listed first is not focused for that: discussions are what keys are about.
    let isFirst = sources.isEmpty && id == nil && address == nil
    sources = newer
    list(at: id)
    if let address, let line = listedSources.firstIndex(where: { $0.address == address }) {
      window.set(count: window.count, focus: line)
    } else if isFirst {
      window.set(count: window.count, focus: 0)
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

  /// Those of all discussions by now that stand otherwise than is known; nil if some came, went or
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
  /// - Parameters:
  ///   - wanted: nil for all.
  ///   - calls: how commands are named.
  /// - Returns: what came of it, in words; a filter that leaves nothing is not applied.
  mutating func apply(_ wanted: LibraryFilter?, _ calls: CommandCalls) -> SafeText {
    let (old, id) = (filter, focused?.id)
    let listed = entries.filter { !removed.contains($0.id) }
    let (ids, given) = wanted?.leftOut(of: listed) ?? ([], 0)
    let costly = costlyNote(given, "title")
    if let wanted, ids.count == listed.count { return wanted.nothing + costly }
    (filter, leftOut) = (wanted, ids)
    if old != nil || wanted != nil { list(at: id) }
    if wanted == nil { return old == nil ? "no filter is on" : "filter off" }
    return SafeText("\(count) of \(entries.count) · ") + calls["library-filter-off"] + " lists all"
      + costly
  }

  // MARK: Where the reader is

  /// To the next or previous discussion with news, around the ends; where none has, with something
  /// unread.
  mutating func goToNews(forward: Bool, _ height: Int) -> SafeText {
    if let line = line(after: window.focus, forward: forward, where: \.hasNews) {
      window.goTo(line: line, height)
      let rank = (0...line).count { entry(at: $0)?.hasNews == true }
      return SafeText("\(rank) of \(left.withNews) new")
    }
    if focused?.hasNews == true { return "nothing else is new" }
    if let line = line(after: window.focus, forward: forward, where: \.isUnread) {
      window.goTo(line: line, height)
      return "nothing new · this is unread"
    }
    return focused?.isUnread == true ? "nothing else is unread" : "All read"
  }

  /// The next or previous line after another of some kind, around the ends, without that one itself.
  ///
  /// - Parameters:
  ///   - line: a line, or one before the first or after the last.
  ///   - forward: the direction.
  ///   - isWanted: whether a discussion is of the kind.
  /// - Returns: nil if there is none.
  /// - Complexity: O(*n*).
  private func line(
    after line: Int, forward: Bool, where isWanted: (LibraryEntry) -> Bool
  ) -> Int? {
    let count = window.count
    let before = (0..<max(0, min(line, count)))
    let after = (min(line + 1, count)..<count)
    func isWantedLine(_ line: Int) -> Bool { entry(at: line).map(isWanted) ?? false }
    if forward { return after.first(where: isWantedLine) ?? before.first(where: isWantedLine) }
    return before.last(where: isWantedLine) ?? after.last(where: isWantedLine)
  }

  /// The discussion that is read after another, or before it: the next one with news, or else with
  /// something unread, around the ends.
  ///
  /// - Parameters:
  ///   - id: the other one's.
  ///   - forward: the direction.
  /// - Returns: never the other one; nil if there is none.
  /// - Complexity: O(*n*).
  func unread(after id: String, forward: Bool) -> LibraryEntry? {
    let line = line(of: id) ?? (forward ? -1 : window.count)
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

  /// Gives the column of sources as many cells as it takes to say that something is a front page.
  mutating func makeRoomForSources() {
    sourceColumns = max(sourceColumns, LibrarySource.kind.width)
  }

  /// The most cells that a source has.
  private static let widestSource = 16
}
