import DiscussionModel
import TextGrid

/// What a comment replies to, in the upper part of the screen, over the page that does not move; where the
/// screen is heard or felt, in place of the page.
///
/// Its last row says whether it ends there.
enum PeekView {
  /// The rows for an entry's text: see ``place(of:in:_:)``.
  static func height(of entry: Int, in state: ReadingState, _ layout: inout Layout) -> Int {
    place(of: entry, in: state, &layout).rows.count
  }

  /// Where an entry's text stands: in the upper half of the body, or else in the lower one.
  ///
  /// In the lower one it stands if it would cover where the focused entry begins. On a screen that is
  /// heard it takes all but the words around it.
  ///
  /// - Returns: rows of the body, 0-based, and whether they are below the focused entry's first row.
  private static func place(
    of entry: Int, in state: ReadingState, _ layout: inout Layout
  ) -> (rows: Range<Int>, isBelow: Bool) {
    let body = layout.geometry.body.count
    let count = state.sheet.rows.openCount(of: entry, &layout)
    if state.viewport.isLinear {
      let room = hasWords(layout) ? body - 2 : body
      return (0..<max(1, min(count, room)), false)
    }
    let height = max(1, min(count, body / 2))
    let head = ScrollPosition(entry: state.focus, row: 0)
    let positions = state.sheet.rows.positions(from: state.viewport.top, &layout)
    // The row of the rule is covered too.
    guard let focus = positions.firstIndex(of: head), focus <= height else {
      return (0..<height, false)
    }
    let (above, below) = (focus - 1, body - focus - 2)
    // One that is nearly whole is better than one that is cut to a row.
    if above >= below, above > 0 { return (0..<min(height, above), false) }
    guard below > 0 else { return (0..<height, false) }
    return (body - min(height, below)..<body, true)
  }

  /// Whether there are rows for words that say where it begins and ends.
  private static func hasWords(_ layout: Layout) -> Bool { layout.geometry.body.count >= 4 }

  static func draw(
    _ state: ReadingState, entry: Int, top: Int, layout: inout Layout, theme: Theme,
    into frame: inout Frame
  ) {
    let height = height(of: entry, in: state, &layout)
    let below = state.sheet.rows.openCount(of: entry, &layout) - top - height
    if state.viewport.isLinear {
      drawWords(
        state, entry, top..<top + height, below: below, &layout, theme: theme, into: &frame)
      return
    }
    let geometry = layout.geometry
    let (rows, isBelow) = place(of: entry, in: state, &layout)
    let header = EntryHeader(entry, in: state, geometry: geometry)
    let headerRows = state.sheet.rows.headerRows(of: entry, &layout)
    for index in 0..<height {
      let row = geometry.body.lowerBound + rows.lowerBound + index
      frame.clear(row: row, columns: 0..<geometry.pageColumns)
      frame.write("│", row: row, column: geometry.left + 1, style: theme[.focus])
      if top + index < headerRows {
        header.draw(row: row, columns: geometry.columns(depth: 0), theme: theme, into: &frame)
      } else {
        // Its text is wrapped for its own depth; here it is at the left edge.
        drawText(
          state, entry, top + index - headerRows, row: row, column: geometry.textColumn(depth: 0),
          &layout, theme: theme, into: &frame)
      }
    }
    let edge = geometry.body.lowerBound + (isBelow ? rows.lowerBound - 1 : height)
    guard edge < geometry.body.upperBound else { return }
    frame.clear(row: edge, columns: 0..<geometry.pageColumns)
    let words = SafeText(
      " " + place(of: entry, in: state, above: top, below: below) + " ")
    let room = max(0, geometry.textLimit - geometry.left - 2)
    let bar = SafeText(String(repeating: "─", count: max(0, room - words.width - 1)))
    let rule =
      words.width + 1 > room ? SafeText(String(repeating: "─", count: room)) : "─" + words + bar
    frame.write(
      (isBelow ? "┌" : "└") + rule, row: edge, column: geometry.left + 1, style: theme[.focus])
  }

  /// `end of #16`, or how much of it is above and below what is shown.
  private static func place(
    of entry: Int, in state: ReadingState, above: Int, below: Int
  ) -> String {
    let number = state.page.position(of: entry).map { "#\(state.page.number(at: $0))" }
    let name = number ?? "the article"
    if below == 0 { return "end of \(name)" }
    let rows = above > 0 ? "\(above) above, \(below) below" : "\(counted(below, "row")) below"
    return "\(name): \(rows)"
  }

  /// Draws it in place of the page, between words that say where it begins and ends.
  private static func drawWords(
    _ state: ReadingState, _ entry: Int, _ rows: Range<Int>, below: Int, _ layout: inout Layout,
    theme: Theme, into frame: inout Frame
  ) {
    let body = layout.geometry.body
    let hasWords = hasWords(layout)
    let header = state.sheet.rows.headerWords(of: entry, isShort: false, &layout)
    let first = body.lowerBound + (hasWords ? 1 : 0)
    for (index, line) in rows.enumerated() {
      if header.indices.contains(line) {
        frame.write(header[line], row: first + index, column: 0, style: theme[.author])
      } else {
        drawText(
          state, entry, line - header.count, row: first + index, column: 0, &layout, theme: theme,
          into: &frame)
      }
    }
    guard hasWords else { return }
    let begin: SafeText = rows.lowerBound == 0 ? "start of the peek" : "the peek, continued"
    let end: SafeText = below == 0 ? "end of the peek" : "the peek goes on below"
    frame.write(begin, row: body.lowerBound, column: 0, style: theme[.context])
    frame.write(end, row: first + rows.count, column: 0, style: theme[.context])
  }

  private static func drawText(
    _ state: ReadingState, _ entry: Int, _ line: Int, row: Int, column: Int,
    _ layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let text = state.sheet.rows.text(of: entry, &layout)
    guard text.indices.contains(line) else { return }
    EntryView.draw(
      text[line], column: column, row: row, sideways: 0,
      limit: layout.geometry.textEnd(depth: 0), matches: [], theme: theme, into: &frame)
  }
}
