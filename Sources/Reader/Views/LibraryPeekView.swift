import TextGrid

/// How a discussion begins, over the lower part of the library's list.
enum LibraryPeekView {
  /// Draws it.
  ///
  /// - Parameters:
  ///   - peek: how it begins.
  ///   - list: where the list stands that it is over.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func draw(
    _ peek: LibraryPeek, in list: Geometry, theme: Theme, into frame: inout Frame
  ) {
    let rows = LibraryPeek.rows(in: list.body)
    let geometry = Geometry(list: frame.size)
    for row in rows { frame.clear(row: row, columns: 0..<frame.size.columns) }
    guard let edge = rows.first else { return }
    let bar = SafeText(String(repeating: "─", count: max(0, list.pageColumns - 2)))
    frame.write(bar, row: edge, column: 1, style: theme[.focus])
    for (row, line) in zip(rows.dropFirst(), peek.lines.dropFirst(peek.top)) {
      for level in 0..<min(line.depth, geometry.levels) {
        frame.write(
          "│", row: row, column: geometry.textColumn(depth: level), style: theme[.guide(level + 1)])
      }
      let column = geometry.textColumn(depth: line.depth)
      switch line {
      case .blank: break
      case .header(let position, let detail, _):
        guard let page = peek.page else { continue }
        let name = page.caller(at: position)
        let room = geometry.textLimit - column
        let end = frame.write(
          name.truncated(to: room), row: row, column: column, limit: geometry.textLimit,
          style: theme.caller(at: position, in: page))
        guard end + 2 + detail.width <= geometry.textLimit else { continue }
        frame.write(detail, row: row, column: end + 2, style: theme[.detail])
      case .text(let text, _):
        EntryView.draw(
          text, column: column, row: row, sideways: 0, limit: geometry.textLimit, matches: [],
          theme: theme, into: &frame)
      }
    }
  }
}

extension LibraryPeek.Line {
  /// How many comments are above it.
  fileprivate var depth: Int {
    switch self {
    case .header(_, _, let depth), .text(_, let depth), .blank(let depth): depth
    }
  }
}
