import DiscussionModel
import ReadMarks
import TextGrid

/// What is new, by thread, in the upper part of the screen, over the page that does not move.
enum NewsView {
  /// The fewest rows of a screen over which it opens by itself.
  static let fewestRows = 8

  /// The lines on a screen, below the headline.
  static func rows(_ news: NewComments, _ size: GridSize) -> Range<Int> {
    let count = min(news.lines.count, max(1, size.rows / 2 - 2))
    let first = max(0, min(news.selected - count / 2, news.lines.count - count))
    return first..<first + count
  }

  static func draw(
    _ state: ReadingState, _ news: NewComments, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let columns = frame.size.columns
    let limit = columns - 1
    let rows = rows(news, frame.size)
    for row in 0..<min(frame.size.rows, rows.count + 2) {
      frame.clear(row: row, columns: 0..<columns)
    }
    frame.write(
      news.headline.truncated(to: limit - 1), row: 0, column: 1, limit: limit, style: theme[.new])
    for (index, line) in rows.enumerated() {
      let row = index + 1
      if line == news.selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      draw(state, news, rows, line, row: row, limit: limit, &layout, theme, into: &frame)
    }
    let found = FoundRows(state.listSearch, state.modeLines, theme)
    for (index, line) in rows.enumerated() { found?.mark(line, row: index + 1, in: &frame) }
    let below = news.lines.count - rows.upperBound
    let more = below > 0 ? "…\(below) more " : ""
    let rule = String(repeating: "─", count: max(0, limit - 1 - more.count))
    frame.write(
      SafeText(more + rule), row: rows.count + 1, column: 1, limit: limit, style: theme[.rule])
  }

  /// From this width on lines have room for ages.
  private static let columnsWithAge = 60

  /// How many, the thread, its first new comment, and that one's age.
  private static func draw(
    _ state: ReadingState, _ news: NewComments, _ rows: Range<Int>, _ index: Int, row: Int,
    limit: Int, _ layout: inout Layout, _ theme: Theme, into frame: inout Frame
  ) {
    let page = state.page
    let line = news.lines[index]
    let countColumns = rows.map { "\(news.lines[$0].count)".count }.max() ?? 1
    frame.write(
      SafeText("+\(line.count)"), row: row, column: 1, limit: limit, style: theme[.new])
    let start = 4 + countColumns
    var end = limit
    if limit >= columnsWithAge {
      end -= 8
      if let age = page.age(at: line.first, state.shell).map({ SafeText($0) }) {
        frame.write(age, row: row, column: limit - age.width, limit: limit, style: theme[.detail])
      }
    }
    let nameColumns = rows.map { page.caller(at: news.lines[$0].root).width }.max() ?? 0
    let room = end - start
    let isThread = line.root == line.first
    let middle = isThread ? end : start + room * 9 / 20
    write(
      page.caller(at: line.root), nameColumns: min(nameColumns, 12, room / 4), line.root, page,
      row: row, column: start, limit: middle, &layout, theme, into: &frame)
    if isThread { return }
    let name = page.caller(at: line.first) + ":"
    write(
      name, nameColumns: min(name.width, room / 4), line.first, page, row: row,
      column: middle + 2, limit: end, &layout, theme, into: &frame)
  }

  /// Who wrote a comment, and how it begins.
  private static func write(
    _ name: SafeText, nameColumns: Int, _ position: Int, _ page: Page, row: Int, column: Int,
    limit: Int, _ layout: inout Layout, _ theme: Theme, into frame: inout Frame
  ) {
    frame.write(
      name.truncated(to: nameColumns), row: row, column: column, limit: limit,
      style: theme.caller(at: position, in: page))
    let start = column + nameColumns + (name.string.hasSuffix(":") ? 1 : 2)
    let words = layout.beginning(of: position + page.firstComment, in: page)
    frame.write(
      words.truncated(to: max(0, limit - start)), row: row, column: start, limit: limit,
      style: theme[.text])
  }
}
