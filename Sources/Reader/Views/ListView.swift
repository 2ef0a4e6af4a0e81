import DiscussionModel
import TextGrid

/// A list of comments, one a row: number, author, how it begins.
enum ListView {
  static func draw(
    _ state: ReadingState, selected: Int, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let stars = state.stars
    let rows = max(1, frame.size.rows - 2)
    let limit = min(frame.size.columns, layout.geometry.pageColumns)
    // The selected line is in the middle, as far as the ends of the list allow.
    let first = max(0, min(selected - rows / 2, stars.count - rows))
    for (row, index) in (first..<min(stars.count, first + rows)).enumerated() {
      let position = stars[index]
      let entry = position + state.page.firstComment
      if index == selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      var column = frame.write("★ ", row: row, column: 1, limit: limit, style: theme[.star])
      let number = SafeText("#\(state.page.number(at: position))  ")
      column = frame.write(number, row: row, column: column, limit: limit, style: theme[.number])
      if let author = state.page.comment(at: position).author, !author.isEmpty {
        let name = SafeText(author).truncated(to: max(2, (limit - column) / 2)) + "  "
        column = frame.write(name, row: row, column: column, limit: limit, style: theme[.author])
      }
      let beginning = layout.beginning(of: entry, in: state.page)
      frame.write(
        beginning.truncated(to: limit - column), row: row, column: column, limit: limit,
        style: theme[.text])
    }
  }
}
