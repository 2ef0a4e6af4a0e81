import DiscussionModel
import TextGrid

/// What the library's screen shows while nothing is kept: what is offered, and below it what can be typed
/// in a shell.
enum EmptyLibraryView {
  /// Where the details of offers begin, in cells after their titles do, and how many cells one must have.
  private static let (detailColumn, shortestDetail) = (21, 12)

  /// Draws an offer's line: the keys for it from every line, what it opens, and more if there is room.
  static func draw(
    _ offer: LibraryOffer, keys: SafeText, row: Int, columns: LibraryColumns, limit: Int,
    theme: Theme, into frame: inout Frame
  ) {
    frame.write(keys, atEndOf: columns.news, row: row, style: theme[.helpKey])
    let start = columns.title.lowerBound
    let end = frame.write(
      offer.title.truncated(to: max(2, limit - start)), row: row, column: start,
      style: theme[.libraryTitle])
    let detail = max(end + 2, start + detailColumn)
    guard limit - detail >= shortestDetail else { return }
    frame.write(
      offer.detail.truncated(to: limit - detail), row: row, column: detail,
      style: theme[.libraryDetail])
  }

  /// Draws what stands below the lines, or in place of them where a filter leaves none.
  static func draw(_ state: LibraryState, theme: Theme, into frame: inout Frame) {
    guard !state.list.offers.isEmpty else {
      if state.list.window.count == 0, let row = state.listRows.first {
        let text: SafeText =
          state.list.filter == nil
          ? "Nothing is listed"
          : "Nothing is left · " + state.shell.calls["library-filter-off"]
            + " lists all"
        frame.write(
          text.truncated(to: frame.size.columns - 2), row: row, column: 2,
          style: theme[.text])
      }
      return
    }
    let first = state.listRows.lowerBound + state.list.window.count + 1
    let rows = first..<max(first, state.listRows.upperBound)
    let lines = lines(columns: state.shell.size.columns)
    // A part of it would explain nothing.
    guard lines.count <= rows.count else { return }
    for (row, line) in zip(rows, lines) {
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
    ("understory LINK", "opens a discussion, and keeps it"),
    ("understory add FILE", "keeps the discussion in a file"),
    ("PROGRAM | understory add -", "keeps what another program writes"),
  ]

  /// From so many columns on what it does stands beside what to type.
  private static let (columnsForBoth, textColumn) = (72, 32)

  private static func lines(columns: Int) -> [Line] {
    func wrapped(_ text: SafeText, column: Int, role: Role) -> [Line] {
      let breaker = LineBreaker(width: max(2, columns - column - 1))
      return breaker.lines(of: text).map { Line(text: text[$0], column: column, role: role) }
    }
    var lines = [Line(text: "In a shell:", role: .libraryDetail)]
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
