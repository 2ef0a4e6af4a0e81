import TextGrid

/// The discussions of a front page as they are listed, and where the reader is among them.
///
/// Lines are 0-based; heights are rows for lines on the screen.
struct FrontList: Equatable, Sendable {
  /// All there are, in the site's order.
  private(set) var entries: [FrontEntry] = []
  /// Indices of those that are listed, top to bottom.
  private(set) var lines: [Int] = []
  private(set) var order = FrontOrder.rank
  private(set) var filter: LibraryFilter?
  /// Links of what the filter leaves out, as it was when it was set or they came.
  private var leftOut: Set<String> = []
  /// Links of what is never to be shown again.
  private var hidden: Set<String> = []
  /// Where the reader is among the lines.
  var window = ListWindow()
  /// How many times the list was rebuilt.
  private(set) var listings = 0
  /// Cells for the longest of what the lines say in a column.
  private(set) var widths = Widths()

  struct Widths: Equatable, Sendable {
    var standing = 0
    var rank = 0
    var title = 0
    var source = 0
    var score = 0
    var comments = 0
  }

  var count: Int { lines.count }

  /// The focused discussion; nil if none is listed.
  var focused: FrontEntry? { entry(at: window.focus) }

  /// The discussion on a line; nil if there is none.
  func entry(at line: Int) -> FrontEntry? {
    lines.indices.contains(line) ? entries[lines[line]] : nil
  }

  /// Whether anything listed has news.
  var hasNews: Bool { lines.contains { entries[$0].hasNews } }

  // MARK: What is listed

  /// Takes over what there is by now; the focus stays on its discussion, if that is still listed.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func take(_ newer: [FrontEntry]) {
    let link = focused?.link
    let known = Set(entries.map(\.link))
    entries = newer
    if let filter {
      leftOut.formUnion(filter.leftOut(of: newer.filter { !known.contains($0.link) }).links)
    }
    list(at: link)
  }

  /// - Parameter link: the discussion that is focused if it is listed; else the line holds.
  private mutating func list(at link: String?) {
    listings += 1
    lines = order.indices(of: entries).filter {
      !leftOut.contains(entries[$0].link) && !hidden.contains(entries[$0].link)
    }
    let line = link.flatMap { link in lines.firstIndex { entries[$0].link == link } }
    window.set(count: lines.count, focus: line)
    widths = lines.reduce(into: Widths()) { widths, index in
      let entry = entries[index]
      func digits(_ number: Int?) -> Int { number.map { String($0).utf8.count } ?? 0 }
      widths.standing = max(widths.standing, entry.standingLabel.width)
      widths.rank = max(widths.rank, digits(entry.rank))
      widths.title = max(widths.title, entry.shownTitle.width)
      widths.source = max(widths.source, min(entry.source.width, Self.widestSource))
      widths.score = max(widths.score, digits(entry.score))
      widths.comments = max(widths.comments, digits(entry.comments))
    }
  }

  /// The most cells that a source has.
  private static let widestSource = 20

  /// Shows a discussion no longer, or again.
  mutating func set(hidden isHidden: Bool, of link: String) {
    if isHidden { hidden.insert(link) } else { hidden.remove(link) }
    list(at: isHidden ? nil : link)
  }

  mutating func prefer(_ order: FrontOrder) {
    self.order = order
    list(at: focused?.link)
  }

  /// Lists only some discussions, or all; what is listed stays so until it is filtered again.
  ///
  /// - Parameters:
  ///   - wanted: nil for all.
  ///   - calls: how commands are named.
  /// - Returns: what came of it, in words; a filter that leaves nothing is not applied.
  mutating func apply(_ wanted: LibraryFilter?, _ calls: CommandCalls) -> SafeText {
    let (old, link) = (filter, focused?.link)
    let shown = entries.filter { !hidden.contains($0.link) }
    let (links, given) = wanted?.leftOut(of: shown) ?? ([], 0)
    let costly = costlyNote(given, "title")
    if let wanted, links.count == shown.count { return wanted.nothing + costly }
    (filter, leftOut) = (wanted, links)
    if old != nil || wanted != nil { list(at: link) }
    if wanted == nil { return old == nil ? "no filter is on" : "filter off" }
    return SafeText("\(count) of \(entries.count) · ") + calls["front-filter-off"] + " lists all"
      + costly
  }

  /// To the next or previous discussion with news, around the ends.
  mutating func goToNews(forward: Bool, _ height: Int) -> SafeText {
    let (focus, count) = (window.focus, lines.count)
    let around = (1..<max(1, count)).map { (focus + (forward ? $0 : count - $0)) % count }
    guard let line = around.first(where: { entries[lines[$0]].hasNews }) else {
      return focused?.hasNews == true ? "nothing else is new" : "nothing is new"
    }
    window.goTo(line: line, height)
    let new = lines.indices.filter { entries[lines[$0]].hasNews }
    return SafeText("\(new.count { $0 <= line }) of \(new.count) new")
  }
}

extension LibraryFilter {
  /// The links of those discussions of a front page that are not listed, and how many titles and sources were skipped,
  /// since looking at them costs too much.
  ///
  /// - Complexity: O(*n*), with words O(length of their titles and sources).
  fileprivate func leftOut(of entries: [FrontEntry]) -> (links: Set<String>, costly: Int) {
    switch self {
    case .unread: return (Set(entries.filter { !$0.isUnread }.map(\.link)), 0)
    case .new: return (Set(entries.filter { !$0.hasNews }.map(\.link)), 0)
    case .words(let pattern):
      var finder = LineFinder(pattern)
      let links = entries.filter { !finder.has($0.title) && !finder.has($0.source) }.map(\.link)
      return (Set(links), finder.costly)
    }
  }
}
