public import TextGrid

/// The screen of what a search of everything found: where each result stands, and below that the words
/// around it.
public enum ResultsView {
  /// Draws the screen.
  ///
  /// - Parameters:
  ///   - state: what was found.
  ///   - theme: how everything looks.
  /// - Returns: a frame of the state's size.
  /// - Complexity: O(cells).
  public static func frame(_ state: ResultsState, theme: Theme) -> Frame {
    var frame = Frame(size: state.shell.size)
    let geometry = state.geometry
    let view = ShellView(
      shell: state.shell, screen: .results, here: state.context, geometry: geometry)
    view.draw(theme: theme, into: &frame) { frame in
      if let row = geometry.contextRow {
        let heading = state.query.map { "Everywhere · " + SafeText($0) } ?? "Stars"
        frame.write(
          heading.truncated(to: geometry.pageColumns - 2), row: row, column: 1,
          style: theme[.context])
      }
      for index in state.indicesOnScreen { draw(index, state, theme: theme, into: &frame) }
      let rows = FoundRows(state.search, state.lines, theme)
      for index in state.indicesOnScreen {
        guard let row = state.row(of: index) else { continue }
        for row in row...row + 1 where geometry.body.contains(row) {
          rows?.mark(index, row: row, in: &frame)
        }
      }
    }
    let isSearched = state.search.search != nil
    let hints =
      isSearched
      ? ["results-next-match", "results-previous-match", "results-close", "results-help"]
      : (state.results.isEmpty ? [] : ["results-open"]) + ["results-back", "results-help"]
    view.drawStatus(
      note: { $0.kind == .search ? state.search.words(at: state.selected) : nil },
      ShellView.Last(
        left: state.words, hints: hints.compactMap { state.shell.commands.hint($0) }),
      theme: theme, into: &frame)
    return frame
  }

  private static func draw(
    _ index: Int, _ state: ResultsState, theme: Theme, into frame: inout Frame
  ) {
    guard let row = state.row(of: index) else { return }
    let (result, limit) = (state.results[index], state.geometry.textLimit)
    let isSelected = index == state.selected
    if isSelected {
      frame.write("▌", row: row, column: 0, style: theme[.focus])
      frame.cursor = (row, 0)
    }
    var column = 2
    let number = result.number.map { SafeText("#\($0)  ") } ?? "Article  "
    column = frame.write(number, row: row, column: column, limit: limit, style: theme[.number])
    if let author = result.author, !author.isEmpty {
      let name = author.truncated(to: max(2, (limit - column) / 3)) + "  "
      column = frame.write(
        name, row: row, column: column, limit: limit, style: theme.author(author))
    }
    frame.write(
      result.title.truncated(to: limit - column), row: row, column: column, limit: limit,
      style: theme[.librarySource])
    // On the smallest screens there is one row.
    guard state.geometry.body.contains(row + 1) else { return }
    if isSelected { frame.write("▌", row: row + 1, column: 0, style: theme[.focus]) }
    let (text, matches) = MatchedText.window(
      of: result.snippet, matches: result.matches, cells: limit - 4)
    MatchedText.draw(
      text, matches: matches, row: row + 1, column: 4, limit: limit, role: .text, theme: theme,
      into: &frame)
  }
}
