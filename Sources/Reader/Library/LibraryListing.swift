public import TextGrid

/// What the library lists, as it follows from its entries, their order and the filter.
struct LibraryListing: Equatable, Sendable {
  /// Indices of entries, top to bottom.
  private(set) var lines: [Int] = []
  /// How many titles and sources the filter has given up.
  private(set) var costly = 0
  /// The widest of what the lines say in a column, in cells.
  private(set) var newsColumns = 0
  private(set) var sourceColumns = 0
  private(set) var sizeColumns = 0

  /// A list of nothing.
  init() {}

  /// - Parameters:
  ///   - entries: all there are.
  ///   - removed: the ids of those that are not listed.
  ///   - order: how they are sorted.
  ///   - filter: which are listed; nil for all.
  /// - Complexity: O(*n* log *n*).
  init(
    of entries: [LibraryEntry], without removed: Set<String>, order: LibraryOrder,
    filter: LibraryFilter?
  ) {
    lines = order.indices(of: entries)
    if !removed.isEmpty { lines.removeAll { removed.contains(entries[$0].id) } }
    if let filter { (lines, costly) = filter.kept(lines, of: entries) }
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

extension LibraryEntry {
  /// What is to be read in it, in one word.
  public var newsLabel: SafeText {
    if isMuted { return "muted" }
    if new > 0 { return SafeText("+\(new)") }
    return unread > 0 || standing == .neverOpened ? SafeText(String(unread)) : "done"
  }
}
