import TextGrid

/// What the keys pressed so far may become, over the last rows of the body, where one row is not
/// enough for it.
enum ContinuationsView {
  /// Cells for a key and what it does, at least: with fewer, nobody would understand it.
  private static let narrowest = 12

  static func draw(
    _ commands: [(keys: SafeText, command: Command)], geometry: Geometry, theme: Theme,
    into frame: inout Frame
  ) {
    guard let last = geometry.statusRow, last > 1, !commands.isEmpty else { return }
    let keyColumns = commands.map(\.keys.width).max() ?? 0
    let titleColumns = commands.map(\.command.title.width).max() ?? 0
    let room = geometry.pageColumns - 1
    var cell = keyColumns + 1 + titleColumns + 3
    var columns = max(1, room / cell)
    // One row is for the line above them.
    if columns * (last - 1) < commands.count {
      let needed = (commands.count + last - 2) / (last - 1)
      columns = max(1, min(needed, room / narrowest))
      cell = min(cell, room / columns)
    }
    let rows = min((commands.count + columns - 1) / columns, last - 1)
    let first = last - rows - 1
    for row in first..<last { frame.clear(row: row, columns: 0..<geometry.pageColumns) }
    let hidden = commands.count - rows * columns
    let more = hidden > 0 ? "…\(hidden) more " : ""
    let bar = String(repeating: "─", count: max(0, geometry.pageColumns - 2 - more.count))
    frame.write(SafeText(more + bar), row: first, column: 1, style: theme[.rule])
    for (index, (keys, command)) in commands.prefix(rows * columns).enumerated() {
      let row = first + 1 + index % rows
      let start = 1 + index / rows * cell
      let end = min(start + cell - 2, geometry.pageColumns)
      let column = frame.write(keys, row: row, column: start, limit: end, style: theme[.statusKey])
      let title = max(column + 1, start + keyColumns + 1)
      frame.write(
        command.title.truncated(to: max(0, end - title)), row: row, column: title, limit: end,
        style: theme[.statusHint])
    }
  }
}
