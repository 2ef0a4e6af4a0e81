import TextGrid

/// A pattern that is looked for in the titles of what is listed.
struct LibrarySearch: Equatable, Sendable {
  let pattern: Pattern
  /// The lines whose titles have it, ascending.
  private(set) var lines: [Int]
  /// How many titles were given up, since looking at them costs too much.
  let costly: Int

  /// - Complexity: O(length of the titles).
  init(_ pattern: Pattern, in listing: LibraryListing, of entries: [LibraryEntry]) {
    self.pattern = pattern
    var finder = TitleFinder(pattern)
    lines = listing.lines.indices.filter { finder.has(entries[listing.lines[$0]].shownTitle) }
    costly = finder.costly
  }

  /// The first matching line from one on, around the end; nil where there is none.
  func first(from line: Int) -> Int? { lines.first { $0 >= line } ?? lines.first }

  /// The last matching line before one, around the start; nil where there is none.
  func last(before line: Int) -> Int? { lines.last { $0 < line } ?? lines.last }

  /// `2/5`, of which the focused line is the second.
  func words(at line: Int) -> SafeText {
    let costly = costlyNote(costly, "title")
    if lines.isEmpty { return "no match" + costly }
    let rank = lines.firstIndex(of: line).map { "\($0 + 1)/" } ?? ""
    return SafeText("\(rank)\(lines.count)") + costly
  }
}

/// Where the reader was when a search began: there it returns when the search is broken off.
struct LibrarySearchStart: Equatable, Sendable {
  var focus: Int
  var top: Int
  /// What was looked for before; nil for nothing.
  var search: LibrarySearch?
}
