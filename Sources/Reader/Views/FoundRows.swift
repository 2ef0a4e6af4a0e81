import TextGrid

/// The rows of a list in which what was looked for stands out.
struct FoundRows {
  private let lines: ListLines
  private let finder: LineFinder
  private let style: Style

  /// - Returns: nil if nothing is looked for.
  init?(_ search: ListSearch, _ lines: @autoclosure () -> ListLines?, _ theme: Theme) {
    guard let pattern = search.search?.pattern, let lines = lines() else { return nil }
    self.lines = lines
    finder = LineFinder(pattern)
    style = theme[.match]
  }

  /// Lets it stand out in a row that was drawn, as far as it is not cut there.
  ///
  /// - Parameters:
  ///   - line: the line that the row shows, 0-based.
  ///   - row: the row.
  ///   - limit: the column before which the line ends; nil for the edge of the frame.
  ///   - frame: what the row was drawn into.
  func mark(_ line: Int, row: Int, limit: Int? = nil, in frame: inout Frame) {
    var finder = finder
    guard 0..<frame.size.rows ~= row, let words = lines.text(line), finder.has(words) else {
      return
    }
    var text = ""
    // Where the bytes of each cell end.
    var ends: [Int] = []
    for cell in frame.row(row).prefix(limit ?? frame.size.columns) {
      text += cell.text
      ends.append(text.utf8.count)
    }
    for range in finder.ranges(in: text) {
      let first = ends.firstIndex { $0 > range.lowerBound } ?? ends.count
      let end = ends.firstIndex { $0 > range.upperBound } ?? ends.count
      // The second half of a wide character has no bytes.
      frame.restyle(row: row, columns: first..<end, style: style)
    }
  }
}
