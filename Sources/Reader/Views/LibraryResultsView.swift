import DiscussionModel
import TextGrid

/// What a search of everything found: where it stands, and below that the words around it.
enum LibraryResultsView {
  static func draw(
    _ results: LibraryResults, _ geometry: Geometry, theme: Theme, into frame: inout Frame
  ) {
    let limit = geometry.textLimit
    for index in results.indices(in: geometry.body) {
      let result = results.results[index]
      guard let row = results.row(of: index, in: geometry.body) else { continue }
      if index == results.selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      var column = 2
      let number = result.number.map { SafeText("#\($0)  ") } ?? "Article  "
      column = frame.write(number, row: row, column: column, limit: limit, style: theme[.number])
      if let author = result.author, !author.isEmpty {
        let name = author.truncated(to: max(2, (limit - column) / 3)) + "  "
        column = frame.write(name, row: row, column: column, limit: limit, style: theme[.author])
      }
      frame.write(
        result.title.truncated(to: limit - column), row: row, column: column, limit: limit,
        style: theme[.librarySource])
      // On the smallest screens there is one row.
      guard geometry.body.contains(row + 1) else { continue }
      if index == results.selected {
        frame.write("▌", row: row + 1, column: 0, style: theme[.focus])
      }
      let (text, matches) = MatchedText.window(
        of: result.snippet, matches: result.matches, cells: limit - 4)
      MatchedText.draw(
        text, matches: matches, row: row + 1, column: 4, limit: limit, role: .text, theme: theme,
        into: &frame)
    }
  }
}

extension LibraryResults {
  /// Rows of one of them: where it stands, and the words around it.
  private static let rowsOfEach = 2

  /// Those on the screen: the selected one is in the middle, as far as the ends allow.
  func indices(in body: Range<Int>) -> Range<Int> {
    let room = max(1, body.count / Self.rowsOfEach)
    let first = max(0, min(selected - room / 2, results.count - room))
    return first..<min(results.count, first + room)
  }

  /// The first row of one; nil where it is not on the screen.
  func row(of index: Int, in body: Range<Int>) -> Int? {
    let shown = indices(in: body)
    guard shown.contains(index) else { return nil }
    return body.lowerBound + (index - shown.lowerBound) * Self.rowsOfEach
  }

  /// The one of which a row is; nil where there is none.
  func index(atRow row: Int, in body: Range<Int>) -> Int? {
    guard body.contains(row) else { return nil }
    let shown = indices(in: body)
    let index = shown.lowerBound + (row - body.lowerBound) / Self.rowsOfEach
    return shown.contains(index) ? index : nil
  }

  /// Where the reader is in it, in words.
  var words: SafeText {
    if results.isEmpty { return isAll ? "nothing found" : "searching…" }
    let hits = isAll ? counted(results.count, "hit") : "\(results.count)+ hits"
    return SafeText("\(selected + 1) of \(hits)")
  }
}
