import DiscussionModel
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
    let view = ShellView(
      shell: state.shell, screen: .library, here: state.context, geometry: state.geometry)
    view.draw(theme: theme, into: &frame) { frame in
      drawList(state, theme: theme, into: &frame)
      if let peek = state.peeking.shown {
        LibraryPeekView.draw(peek, in: state.geometry, theme: theme, into: &frame)
      }
    }
    view.drawStatus(
      note: { note(of: $0, state) },
      ShellView.Last(left: place(state), hints: hints(state)), theme: theme, into: &frame)
    return frame
  }

  private static func drawList(_ state: LibraryState, theme: Theme, into frame: inout Frame) {
    let columns = LibraryColumns(state.list.listing, state.geometry)
    if let row = state.geometry.contextRow {
      let end = frame.write(
        heading(of: state).truncated(to: state.geometry.pageColumns - 2), row: row, column: 1,
        style: theme[.context])
      drawNames(of: columns, row: row, after: end, theme: theme, into: &frame)
    }
    let finder = state.search.search.map { LineFinder($0.pattern) }
    for (row, line) in zip(state.listRows, state.linesOnScreen) {
      if line == state.list.window.focus {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      if let source = state.list.source(at: line) {
        frame.lines[row] = Frame.LineID(block: -1 - line, line: 0)
        LibraryRowView.draw(
          source, matches: finder?.ranges(in: source.name.string) ?? [], now: state.shell.now,
          row: row, columns: columns, theme: theme, into: &frame)
        continue
      }
      if let offer = state.list.offer(at: line) {
        frame.lines[row] = Frame.LineID(block: -1_000_000 - line, line: 0)
        EmptyLibraryView.draw(
          offer, keys: state.shell.commands.hint(offer.command)?.keys ?? "", row: row,
          columns: columns, limit: state.geometry.pageColumns - 1, theme: theme, into: &frame)
        continue
      }
      guard let index = state.list.entryIndex(at: line), let entry = state.list.entry(at: line)
      else { continue }
      frame.lines[row] = Frame.LineID(block: index, line: 0)
      LibraryRowView.draw(
        entry, matches: finder?.ranges(in: entry.shownTitle.string) ?? [], now: state.shell.now,
        row: row, columns: columns, theme: theme, into: &frame)
    }
    EmptyLibraryView.draw(state, theme: theme, into: &frame)
  }

  /// Names the columns that would not explain themselves, if there is room for that beside the heading.
  private static func drawNames(
    of columns: LibraryColumns, row: Int, after end: Int, theme: Theme, into frame: inout Frame
  ) {
    let (size, age): (SafeText, SafeText) = ("comments", "latest")
    guard let sizes = columns.size, let ages = columns.age, columns.source != nil,
      end + 2 <= sizes.upperBound - size.width
    else { return }
    frame.write(
      size, atEndOf: sizes.upperBound - size.width..<sizes.upperBound, row: row,
      style: theme[.libraryDetail])
    frame.write(age, atEndOf: ages, row: row, style: theme[.libraryDetail])
  }

  /// What is listed, and in which order.
  private static func heading(of state: LibraryState) -> SafeText {
    let filter = state.list.filter.map { " · " + $0.words } ?? ""
    return "Library · " + state.list.order.words + filter
  }

  /// What became of a line that is being typed, or what may be typed; nil for what applies everywhere.
  private static func note(of prompt: Prompt, _ state: LibraryState) -> SafeText? {
    switch prompt.kind {
    case .search: state.search.words(at: state.list.window.focus)
    case .filter: "words or /expression/ in title or source"
    case .palette, .everything, .since, .front, .site, .link, .file: nil
    }
  }

  /// `3 of 12 · 41 unread, 3 new`, what of the focused discussion cannot be read, and what is looked for.
  private static func place(_ state: LibraryState) -> SafeText {
    if let peek = state.peeking.shown {
      return peek.page == nil ? "opening…" : "Peek · nothing is marked"
    }
    if state.list.window.count == 0 { return "no discussions" }
    if let source = state.list.focusedSource { return source.words }
    if let offer = state.list.focusedOffer { return offer.words(state.shell.calls) }
    let left = state.list.left
    let news = left.new > 0 ? ", \(left.new) new" : ""
    let what = left.unread == 0 ? "all read" : "\(left.unread) unread\(news)"
    let unreadable = state.focused?.unreadable.words ?? ""
    let here = unreadable.isEmpty ? "" : " · this one: \(unreadable)"
    let place = SafeText("\((state.list.focusedIndex ?? 0) + 1) of \(state.list.count) · \(what)")
    // Half of it would say something else.
    let whole = place + SafeText(here)
    return (whole.width < state.shell.size.columns - 1 ? whole : place)
      + state.search.note(at: state.list.window.focus)
  }

  /// The keys that help most, the best first, and help itself last.
  private static func hints(_ state: LibraryState) -> [StatusLine.Hint] {
    var ids: [String]
    if state.peeking.shown != nil {
      ids = ["library-peek-open", "library-peek-page-down", "library-peek-close"]
    } else if state.search.search != nil {
      ids = ["library-next-match", "library-previous-match", "library-close", "library-help"]
    } else if state.list.focusedSource != nil {
      ids = ["library-open", "library-front", "library-quit", "library-help"]
    } else if state.list.focusedOffer != nil {
      ids = ["library-open", "library-quit", "library-help"]
    } else if state.list.count == 0 {
      ids = ["library-quit", "library-help"]
    } else {
      ids = ["library-open", state.list.left.withNews > 0 ? "library-next-news" : "library-quit"]
      ids += ["library-peek", "library-help"]
    }
    return ids.compactMap { state.shell.commands.hint($0) }
  }
}
