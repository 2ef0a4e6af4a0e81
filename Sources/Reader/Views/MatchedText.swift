import TextGrid

/// A line of text in which what was looked for stands out.
enum MatchedText {
  /// Draws as much of it as there is room for.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - matches: bytes of its UTF-8 at scalar boundaries, ascending and apart.
  ///   - row: its row.
  ///   - column: its first cell.
  ///   - limit: the column before which it ends.
  ///   - role: what the rest of it is.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func draw(
    _ text: SafeText, matches: [Range<Int>], row: Int, column: Int, limit: Int, role: Role,
    theme: Theme, into frame: inout Frame
  ) {
    let shown = text.truncated(to: limit - column)
    let isCut = shown != text
    let kept = isCut ? max(0, shown.count - "…".utf8.count) : shown.count
    let found = matches.map { $0.clamped(to: 0..<kept) }.filter { !$0.isEmpty }
    let line = TextRow([TextRow.Part(text: shown, role: role)], offsets: 0..<shown.count)
    var at = column
    let marks = found.map { range in
      let start = shown.clusterBoundary(from: range.lowerBound)
      let end = max(start, shown.clusterBoundary(from: range.upperBound))
      return TextRow.Match(range: start..<end, isCurrent: false)
    }
    for part in line.parts(marking: marks) {
      at = frame.write(part.text, row: row, column: at, limit: limit, style: theme[part.role])
    }
  }

  /// A part of a line that begins shortly before its first match, where that would be cut.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - matches: bytes of its UTF-8 at the boundaries of clusters, ascending and apart.
  ///   - cells: how many there are for it.
  /// - Returns: the part, and where the matches are in it.
  static func window(
    of text: SafeText, matches: [Range<Int>], cells: Int
  ) -> (text: SafeText, matches: [Range<Int>]) {
    guard let first = matches.first, text[0..<first.upperBound].width >= cells else {
      return (text, matches)
    }
    let before = text[0..<first.lowerBound].lastPart(of: max(1, cells / 3))
    let shift = before.count - first.lowerBound
    return (
      before + text[first.lowerBound..<text.count],
      matches.map { $0.lowerBound + shift..<$0.upperBound + shift }
    )
  }
}
