public import TextGrid

/// The library's screen, as a pure function of its state and the theme.
public enum LibraryView {
  /// Draws the screen.
  ///
  /// - Parameters:
  ///   - state: what there is.
  ///   - theme: how everything looks.
  /// - Returns: a frame of the state's size.
  /// - Complexity: O(cells).
  public static func frame(_ state: LibraryState, theme: Theme) -> Frame {
    var frame = Frame(size: state.shell.size)
    if let top = state.shell.helpTop {
      OverlayView.draw(state.helpLines, top: top, theme: theme, into: &frame)
    } else {
      drawList(state, theme: theme, into: &frame)
      if let peek = state.peek { LibraryPeekView.draw(peek, state, theme: theme, into: &frame) }
      PromptView.drawOffers(state.shell, in: .library, theme: theme, into: &frame)
    }
    if !state.shell.typed.keys.isEmpty {
      ContinuationsView.draw(
        state.shell.typed.continuations(of: state.commandsHere), geometry: state.geometry,
        theme: theme,
        into: &frame)
    }
    LibraryStatusView.draw(state, theme: theme, into: &frame)
    return frame
  }

  private static func drawList(_ state: LibraryState, theme: Theme, into frame: inout Frame) {
    if let row = state.geometry.contextRow {
      frame.write(
        heading(of: state).truncated(to: state.geometry.pageColumns - 2), row: row, column: 1,
        style: theme[.context])
    }
    switch state.screen {
    case .found(let results):
      LibraryResultsView.draw(results, state.geometry, theme: theme, into: &frame)
    case .discussions:
      let columns = LibraryColumns(state.listing, state.geometry)
      let finder = state.search.map { TitleFinder($0.pattern) }
      for (row, line) in zip(state.listRows, state.linesOnScreen) {
        guard let entry = state.entry(at: line) else { continue }
        frame.lines[row] = Frame.LineID(block: state.listing.lines[line], line: 0)
        if line == state.focus {
          frame.write("▌", row: row, column: 0, style: theme[.focus])
          frame.cursor = (row, 0)
        }
        LibraryRowView.draw(
          entry, matches: finder?.ranges(in: entry.shownTitle) ?? [], now: state.shell.now,
          row: row,
          columns: columns, theme: theme, into: &frame)
      }
      EmptyLibraryView.draw(state, theme: theme, into: &frame)
    }
  }

  /// What is listed, and in which order.
  private static func heading(of state: LibraryState) -> SafeText {
    switch state.screen {
    case .found(let results): return "Everywhere · " + SafeText(results.query)
    case .discussions:
      let filter = state.filter.map { " · " + $0.words } ?? ""
      return "Library · " + state.order.words + filter
    }
  }
}
