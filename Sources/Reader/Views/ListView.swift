import DiscussionModel
import TextGrid

/// A list over the screen, one line a comment or a link.
enum ListView {
  static func draw(
    _ state: ReadingState, _ list: ChoiceList, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let limit = min(frame.size.columns, layout.geometry.pageColumns)
    if case .since(let choices) = list.kind {
      draw(choices, selected: list.selected, limit: limit, theme: theme, into: &frame)
      return
    }
    let positions = state.positions(in: list)
    let targets: [SafeText] = if case .links(let targets) = list.kind { targets } else { [] }
    let links: [PageLink] = if case .allLinks(let links) = list.kind { links } else { [] }
    let count = max(positions.count, targets.count, links.count)
    let numberColumns = positions.map { number($0, in: state).width }.max() ?? 0
    for (row, index) in rows(count: count, selected: list.selected, frame.size).enumerated() {
      if index == list.selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      if links.indices.contains(index) {
        draw(links[index], row: row, theme: theme, into: &frame)
      } else if targets.indices.contains(index) {
        // Where it leads is worth all the room that there is.
        let limit = max(limit, frame.size.columns - 1)
        let number = SafeText("[\(index + 1)] ")
        let column = frame.write(
          number, row: row, column: 1, limit: limit, style: theme[.linkNumber])
        frame.write(
          targets[index].truncated(to: limit - column), row: row, column: column, limit: limit,
          style: theme[.link])
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
  }

  /// From when on comments may count as new: what that is, when, and how many would be.
  private static func draw(
    _ choices: [SinceChoice], selected: Int, limit: Int, theme: Theme, into frame: inout Frame
  ) {
    for (row, index) in rows(count: choices.count, selected: selected, frame.size).enumerated() {
      let choice = choices[index]
      if index == selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      frame.write(choice.title, row: row, column: 1, limit: limit, style: theme[.text])
      frame.write(choice.date, row: row, column: 19, limit: limit, style: theme[.detail])
      guard let count = choice.count else { continue }
      let words = SafeText("\(count) new")
      frame.write(
        words, row: row, column: max(33, 40 - words.width), limit: limit,
        style: theme[count > 0 ? .new : .detail])
    }
  }

  /// How often, where it leads, and the line in which it stands first.
  private static func draw(
    _ link: PageLink, row: Int, theme: Theme, into frame: inout Frame
  ) {
    let limit = frame.size.columns - 1
    let often: SafeText = link.count > 1 ? SafeText("\(link.count)×") : ""
    frame.write(often, row: row, column: 1, limit: limit, style: theme[.foldCount])
    let address = link.address.truncated(to: max(2, (limit - 6) / 2))
    var column = frame.write(address, row: row, column: 6, limit: limit, style: theme[.link])
    column = max(column, 6 + (limit - 6) / 2) + 2
    frame.write(
      link.line.truncated(to: max(0, limit - column)), row: row, column: column, limit: limit,
      style: theme[.foldSummary])
  }

  /// The lines on a screen: the selected one is in the middle, as far as the ends allow.
  static func rows(count: Int, selected: Int, _ size: GridSize) -> Range<Int> {
    let rows = max(1, size.rows - 2)
    let first = max(0, min(selected - rows / 2, count - rows))
    return first..<min(count, first + rows)
  }

  private static func number(_ position: Int, in state: ReadingState) -> SafeText {
    SafeText("#\(state.page.number(at: position))")
  }

  /// Author, how it begins.
  private static func draw(
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
