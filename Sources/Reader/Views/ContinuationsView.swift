import TextGrid

/// What the keys pressed so far may become, over the last rows of the body, where one row is not
/// enough for it.
enum ContinuationsView {
  static func draw(
    _ commands: [(keys: SafeText, command: Command)], geometry: Geometry, theme: Theme,
    into frame: inout Frame
  ) {
    guard let last = geometry.statusRow, !commands.isEmpty else { return }
    let keyColumns = commands.map(\.keys.width).max() ?? 0
    let titleColumns = commands.map(\.command.title.width).max() ?? 0
    let cell = keyColumns + 1 + titleColumns + 3
    let columns = max(1, (geometry.pageColumns - 1) / cell)
    let rows = (commands.count + columns - 1) / columns
    let first = last - rows - 1
    guard first >= 0 else { return }
    for row in first..<last { frame.clear(row: row, columns: 0..<geometry.pageColumns) }
    let bar = SafeText(String(repeating: "─", count: max(0, geometry.pageColumns - 2)))
    frame.write(bar, row: first, column: 1, style: theme[.rule])
    for (index, (keys, command)) in commands.enumerated() {
      let row = first + 1 + index % rows
      let start = 1 + index / rows * cell
      let column = frame.write(keys, row: row, column: start, style: theme[.statusKey])
      frame.write(
        command.title, row: row, column: max(column + 1, start + keyColumns + 1),
        style: theme[.statusHint])
    }
  }
}
