import TextGrid

/// Below the list if there is nothing in it but what the program brought: how to add to it.
enum EmptyLibraryView {
  static func draw(_ state: LibraryState, theme: Theme, into frame: inout Frame) {
    let isSampleAlone = state.list.entries.allSatisfy { $0.source == "sample" }
    guard isSampleAlone, state.list.filter == nil else {
      if state.list.window.count == 0, let row = state.listRows.first {
        let text: SafeText =
          state.list.filter == nil ? "Nothing is listed" : "Nothing is left · ff lists all"
        frame.write(
          text.truncated(to: frame.size.columns - 2), row: row, column: 2,
          style: theme[.text])
      }
      return
    }
    let first =
      state.listRows.lowerBound + (state.list.window.count > 0 ? state.list.window.count + 1 : 0)
    for (row, line) in zip(first..<max(first, state.listRows.upperBound), lines(state)) {
      frame.write(line.text, row: row, column: line.column, style: theme[line.role])
    }
  }

  private struct Line {
    var text: SafeText
    var column = 2
    var role = Role.text
  }

  /// What to type, and what that does.
  private static let ways: [(command: SafeText, text: SafeText)] = [
    ("gf", "lists a front page, such as hn"),
    ("understory add FILE", "keeps the discussion in a file"),
    ("understory URL", "fetches one, and keeps it"),
    ("PROGRAM | understory add -", "keeps what another program writes"),
  ]

  /// From this many columns on what it does is beside what to type.
  private static let (columnsForBoth, textColumn) = (72, 32)

  private static func lines(_ state: LibraryState) -> [Line] {
    let columns = state.shell.size.columns
    let intro: SafeText = state.list.count == 0 ? "Nothing is kept here yet." : "Add what you read:"
    func wrapped(_ text: SafeText, column: Int, role: Role) -> [Line] {
      let breaker = LineBreaker(width: max(2, columns - column - 1))
      return breaker.lines(of: text).map { Line(text: text[$0], column: column, role: role) }
    }
    var lines = wrapped(intro, column: 2, role: .text) + [Line(text: "")]
    for way in ways {
      if columns >= columnsForBoth {
        let gap = SafeText(
          String(repeating: " ", count: max(2, textColumn - 4 - way.command.width)))
        lines.append(Line(text: way.command + gap + way.text, column: 4, role: .text))
      } else {
        lines += wrapped(way.command, column: 2, role: .helpKey)
        lines += wrapped(way.text, column: 4, role: .text)
      }
    }
    return lines
  }
}
