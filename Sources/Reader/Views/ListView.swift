import DiscussionModel
import TextGrid

/// A list over the last rows of the page, one line a comment or a link.
enum ListView {
  static func draw(
    _ state: ReadingState, _ list: ChoiceList, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let geometry = layout.geometry
    let limit = geometry.pageColumns - 1
    let positions = state.positions(in: list)
    let targets: [SafeText] = if case .links(let targets) = list.kind { targets } else { [] }
    let links: [PageLink] = if case .allLinks(let links) = list.kind { links } else { [] }
    let choices: [SinceChoice] = if case .since(let choices) = list.kind { choices } else { [] }
    let count = max(positions.count, targets.count, choices.count, links.count)
    let numberColumns = positions.map { number($0, in: state).width }.max() ?? 0
    let (rows, lines) = place(count: count, selected: list.selected, geometry)
    let bar = SafeText(String(repeating: "─", count: max(0, limit - 1)))
    for row in max(geometry.body.lowerBound, rows.lowerBound - 1)..<rows.upperBound {
      frame.clear(row: row, columns: 0..<geometry.pageColumns)
      if row < rows.lowerBound { frame.write(bar, row: row, column: 1, style: theme[.rule]) }
    }
    for (row, index) in zip(rows, lines) {
      if index == list.selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      if choices.indices.contains(index) {
        draw(choices[index], row: row, limit: limit, theme: theme, into: &frame)
      } else if links.indices.contains(index) {
        draw(
          links[index], opensHere: state.shell.opener.opensHere(links[index].address), row: row,
          limit: limit, theme: theme, into: &frame)
      } else if targets.indices.contains(index) {
        let number = SafeText("[\(index + 1)] ")
        let column = frame.write(
          number, row: row, column: 1, limit: limit, style: theme[.linkNumber])
        let isHere = state.shell.opener.opensHere(targets[index])
        let room = limit - column - (isHere ? opensHere.width + 2 : 0)
        let end = frame.write(
          targets[index].truncated(to: max(2, room)), row: row, column: column, limit: limit,
          style: theme[.link])
        if isHere {
          frame.write(opensHere, row: row, column: end + 2, limit: limit, style: theme[.detail])
        }
      } else {
        let star: SafeText = list.kind == .stars ? "★ " : ""
        let start = frame.write(star, row: row, column: 1, limit: limit, style: theme[.star])
        let column = frame.write(
          number(positions[index], in: state), row: row, column: start, limit: limit,
          style: theme[.number])
        draw(
          state, positions[index], row: row, column: max(column, start + numberColumns) + 2,
          limit: limit, layout: &layout, theme: theme, into: &frame)
      }
    }
    let found = FoundRows(state.listSearch, state.modeLines, theme)
    for (row, index) in zip(rows, lines) { found?.mark(index, row: row, limit: limit, in: &frame) }
  }

  /// Beside a link that leads to a discussion.
  private static let opensHere: SafeText = "opens here"

  /// The time from which comments may count as new: what that is, when, and how many would be.
  private static func draw(
    _ choice: SinceChoice, row: Int, limit: Int, theme: Theme, into frame: inout Frame
  ) {
    frame.write(choice.title, row: row, column: 1, limit: limit, style: theme[.text])
    frame.write(choice.date, row: row, column: 19, limit: limit, style: theme[.detail])
    if choice.isTyped { return }
    let count = choice.count ?? 0
    let words = choice.count == nil ? "counting…" : SafeText("\(count) new")
    frame.write(
      words, row: row, column: max(29, min(limit, 40) - words.width), limit: limit,
      style: theme[count > 0 ? .new : .detail])
  }

  /// How often, where it leads, and the line in which it is first.
  private static func draw(
    _ link: PageLink, opensHere isHere: Bool, row: Int, limit: Int, theme: Theme,
    into frame: inout Frame
  ) {
    let often: SafeText = link.count > 1 ? SafeText("\(link.count)×") : ""
    frame.write(often, row: row, column: 1, limit: limit, style: theme[.foldCount])
    let address = link.address.truncated(to: max(2, (limit - 6) / 2))
    var column = frame.write(address, row: row, column: 6, limit: limit, style: theme[.link])
    column = max(column, 6 + (limit - 6) / 2) + 2
    if isHere {
      column =
        frame.write(opensHere, row: row, column: column, limit: limit, style: theme[.detail]) + 2
    }
    frame.write(
      link.line.truncated(to: max(0, limit - column)), row: row, column: column, limit: limit,
      style: theme[.foldSummary])
  }

  /// Where a list stands, with a line above it and in as few rows as it needs, and its lines there.
  static func place(
    count: Int, selected: Int, _ geometry: Geometry
  ) -> (rows: Range<Int>, lines: Range<Int>) {
    let lines = lines(count: count, selected: selected, rows: geometry.body.count - 1)
    return (geometry.body.upperBound - lines.count..<geometry.body.upperBound, lines)
  }

  /// The lines of a list in this many rows: the selected one is in the middle, as far as the ends
  /// allow.
  static func lines(count: Int, selected: Int, rows: Int) -> Range<Int> {
    let rows = max(1, rows)
    let first = max(0, min(selected - rows / 2, count - rows))
    return first..<min(count, first + rows)
  }

  private static func number(_ position: Int, in state: ReadingState) -> SafeText {
    SafeText("#\(state.page.number(at: position))")
  }

  /// Draws a line of a comment: its author, how it begins.
  static func draw(
    _ state: ReadingState, _ position: Int, row: Int, column: Int, limit: Int,
    layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let entry = position + state.page.firstComment
    var column = column
    if let author = state.page.comment(at: position).author, !author.isEmpty {
      let name = SafeText(author).truncated(to: max(2, (limit - column) / 2)) + "  "
      column = frame.write(
        name, row: row, column: column, limit: limit, style: theme.author(SafeText(author)))
    }
    let beginning = layout.beginning(of: entry, in: state.page)
    frame.write(
      beginning.truncated(to: limit - column), row: row, column: column, limit: limit,
      style: theme[.text])
  }
}
