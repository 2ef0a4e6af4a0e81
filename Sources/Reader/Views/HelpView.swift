import TextGrid

/// The help screen, made from the command table.
enum HelpView {
  /// Cells for the keys, where there is room.
  private static let keyColumns = 16

  static func draw(top: Int, theme: Theme, into frame: inout Frame) {
    let height = bodyHeight(frame.size)
    for (row, line) in lines(columns: frame.size.columns).dropFirst(top).prefix(height).enumerated()
    {
      frame.write(
        line.keys, row: row, column: line.isHeading ? 1 : 3,
        style: theme[line.isHeading ? .helpHeading : .helpKey])
      frame.write(line.text, row: row, column: textColumn(frame.size.columns), style: theme[.text])
    }
  }

  /// The last row at which the screen may begin, 0-based.
  static func lastTop(size: GridSize) -> Int {
    max(0, lines(columns: size.columns).count - bodyHeight(size))
  }

  private static func bodyHeight(_ size: GridSize) -> Int { max(1, size.rows - 2) }

  private static func textColumn(_ columns: Int) -> Int { 3 + min(keyColumns, columns / 3) }

  private struct Line {
    var keys: SafeText = ""
    var text: SafeText = ""
    var isHeading = false
  }

  /// The essential dozen first, then all by group.
  private static func lines(columns: Int) -> [Line] {
    let commands = Command.all.filter { $0.context == .reading }
    var result = [Line(keys: "To begin with", isHeading: true)]
    for command in commands where command.isEssential {
      result += lines(of: command, columns: columns)
    }
    for group in Command.Group.allCases {
      let rest = commands.filter { $0.group == group && !$0.isEssential }
      if rest.isEmpty { continue }
      result += [Line(), Line(keys: SafeText(group.rawValue), isHeading: true)]
      for command in rest { result += lines(of: command, columns: columns) }
    }
    return result + [Line()] + legend(columns: columns)
  }

  /// What the signs at the left mean.
  private static func legend(columns: Int) -> [Line] {
    [Line(keys: "Signs", isHeading: true)]
      + [
        ("●", "unread"), ("+", "new since your first visit"),
        ("~", "read before, and edited since"), ("○", "read in this visit"), ("★", "starred"),
        ("▸", "folded, with what it hides"), ("▒", "hidden by the site"),
        ("┃ •", "at the right: where you are, where the unread are"),
      ].flatMap { sign, text in
        wrapped(keys: SafeText(sign), text: SafeText(text), columns: columns)
      }
  }

  private static func lines(of command: Command, columns: Int) -> [Line] {
    let keys = command.keys.map { ReadingState.name(of: $0).string }.joined(separator: " ")
    return wrapped(keys: SafeText(keys), text: command.help, columns: columns)
  }

  private static func wrapped(keys: SafeText, text: SafeText, columns: Int) -> [Line] {
    let breaker = LineBreaker(width: columns - textColumn(columns) - 1)
    return breaker.lines(of: text).enumerated().map { index, range in
      Line(keys: index == 0 ? keys : "", text: text[range])
    }
  }
}
