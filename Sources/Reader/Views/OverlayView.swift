import TextGrid

/// Text over the whole screen: lines with a key or a name at the left.
enum OverlayView {
  /// One row of it.
  struct Line {
    /// At the left: a heading, keys, the name of what the text says.
    var name: SafeText = ""
    var text: SafeText = ""
    var isHeading = false
  }

  /// Cells for names if there is room.
  private static let nameColumns = 16

  static func draw(
    _ lines: [Line], top: Int, finding search: ListSearch, theme: Theme, into frame: inout Frame
  ) {
    let shown = lines.dropFirst(top).prefix(bodyHeight(frame.size))
    for (row, line) in shown.enumerated() {
      frame.write(
        line.name, row: row, column: line.isHeading ? 1 : 3,
        style: theme[line.isHeading ? .helpHeading : .helpKey])
      frame.write(line.text, row: row, column: textColumn(frame.size.columns), style: theme[.text])
    }
    let rows = FoundRows(search, ListLines(lines, at: top), theme)
    for (row, line) in shown.indices.enumerated() { rows?.mark(line, row: row, in: &frame) }
  }

  /// The last row at which the screen may begin, 0-based.
  static func lastTop(_ lines: [Line], _ size: GridSize) -> Int {
    max(0, lines.count - bodyHeight(size))
  }

  /// What it is, for the status line, and whether there is more of it.
  static func place(_ name: SafeText, _ top: Int, _ lines: [Line], _ size: GridSize) -> SafeText {
    top < lastTop(lines, size) ? name + " · more below" : name
  }

  /// The keys that help most.
  static func hints(
    _ top: Int, _ lines: [Line], _ shell: Shell, _ search: ListSearch
  ) -> [StatusLine.Hint] {
    var ids = top < lastTop(lines, shell.size) ? ["text-page-down", "text-close"] : ["text-close"]
    if search.search != nil { ids = ["text-next-match", "text-previous-match", "text-close"] }
    return ids.compactMap { shell.commands.hint($0) }
  }

  private static func bodyHeight(_ size: GridSize) -> Int { max(1, size.rows - 2) }

  private static func textColumn(_ columns: Int) -> Int { 3 + min(nameColumns, columns / 3) }

  /// A name and a text, wrapped; below the name where it would reach into the text.
  static func wrapped(_ name: SafeText, _ text: SafeText, columns: Int) -> [Line] {
    let column = textColumn(columns)
    let breaker = LineBreaker(width: max(2, columns - column - 1))
    let lines = breaker.lines(of: text).map { Line(text: text[$0]) }
    guard var first = lines.first, 3 + name.width < column else {
      return [Line(name: name)] + lines
    }
    first.name = name
    return [first] + lines.dropFirst()
  }
}

extension ListLines {
  /// The rows of a text; a search looks at each row on its own.
  init(_ lines: [OverlayView.Line], at line: Int) {
    self.init(context: .text, count: lines.count, place: ListPlace(line: line)) { index in
      lines.indices.contains(index) ? lines[index].name + " " + lines[index].text : nil
    }
  }
}
