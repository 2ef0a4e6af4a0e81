import TextGrid

/// A pattern that is looked for in the titles of what is listed.
struct LibrarySearch: Equatable, Sendable {
  let pattern: Pattern
  /// The lines whose titles have it, ascending.
  private(set) var lines: [Int]

  /// - Complexity: O(length of the titles).
  init(_ pattern: Pattern, in listing: LibraryListing, of entries: [LibraryEntry]) {
    self.pattern = pattern
    let finder = pattern.finder()
    lines = listing.lines.indices.filter { line in
      let title = entries[listing.lines[line]].shownTitle
      return !finder.ranges(in: Array(title.string.utf8), limit: 1).isEmpty
    }
  }

  /// The first matching line from one on, around the end; nil where there is none.
  func first(from line: Int) -> Int? { lines.first { $0 >= line } ?? lines.first }

  /// The last matching line before one, around the start; nil where there is none.
  func last(before line: Int) -> Int? { lines.last { $0 < line } ?? lines.last }

  /// `2/5`, of which the focused line is the second.
  func words(at line: Int) -> SafeText {
    if lines.isEmpty { return "no match" }
    return SafeText(
      lines.firstIndex(of: line).map { "\($0 + 1)/\(lines.count)" }
        ?? String(lines.count))
  }
}

/// Where the reader was when a search began: there it returns when the search is broken off.
struct LibrarySearchStart: Equatable, Sendable {
  var focus: Int
  var top: Int
  /// What was looked for before; nil for nothing.
  var search: LibrarySearch?
}
