import DiscussionModel
public import TextGrid

/// The screen of discussions to choose from, as a pure function of its state and the theme.
public enum FrontView {
  /// Draws the screen.
  ///
  /// - Parameters:
  ///   - state: what there is.
  ///   - theme: how everything looks.
  /// - Returns: a frame of the state's size.
  /// - Complexity: O(cells).
  public static func frame(_ state: FrontState, theme: Theme) -> Frame {
    var frame = Frame(size: state.shell.size)
    let view = ShellView(
      shell: state.shell, screen: .front, here: state.context, geometry: state.geometry)
    view.draw(theme: theme, into: &frame) { frame in
      drawList(state, theme: theme, into: &frame)
      if let peek = state.peeking.shown {
        LibraryPeekView.draw(peek, in: state.geometry, theme: theme, into: &frame)
      }
    }
    view.drawStatus(
      note: { note(of: $0, state) },
      ShellView.Last(left: place(state), offer: offer(state), hints: hints(state)), theme: theme,
      into: &frame)
    return frame
  }

  private static func drawList(_ state: FrontState, theme: Theme, into frame: inout Frame) {
    let columns = FrontColumns(state.list.widths, state.geometry)
    drawHeading(state, columns, theme: theme, into: &frame)
    let finder = state.search.search.map { LineFinder($0.pattern) }
    for (row, line) in zip(state.listRows, state.linesOnScreen) {
      guard let entry = state.list.entry(at: line) else { continue }
      frame.lines[row] = Frame.LineID(block: state.list.lines[line], line: 0)
      if line == state.list.window.focus {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
        frame.cursor = (row, 0)
      }
      // Discussions of one article are distinguished by their sites.
      let title =
        state.origin == .elsewhere && columns.source == nil
        ? entry.source + ": " + entry.shownTitle : entry.shownTitle
      FrontRowView.draw(
        entry, title: title, matches: finder?.ranges(in: title.string) ?? [],
        now: state.shell.now, row: row, columns: columns, theme: theme, into: &frame)
    }
    guard state.list.count == 0, let row = state.listRows.first else { return }
    let text: SafeText =
      if state.list.filter != nil {
        "Nothing is left · " + state.shell.calls["front-filter-off"] + " lists all"
      } else if state.shell.fetching != nil {
        "Fetching the list…"
      } else if state.page.fetched != nil {
        "Nothing is listed"
      } else if state.failure != nil {
        "Could not be fetched · " + state.shell.calls["front-fetch"] + " tries again"
      } else {
        "Not fetched yet · " + state.shell.calls["front-fetch"] + " fetches it"
      }
    frame.write(
      text.truncated(to: frame.size.columns - 2), row: row, column: 2, style: theme[.text])
    guard let failure = state.failure, state.showsFailure, state.shell.fetching == nil else {
      return
    }
    let lines = LineBreaker(width: max(1, frame.size.columns - 4)).lines(of: failure)
    for (below, line) in zip(state.listRows.dropFirst(), lines) {
      frame.write(failure[line], row: below, column: 2, style: theme[.text])
    }
  }

  /// What is listed, in which order and how old that is; and above each column of numbers what it counts.
  private static func drawHeading(
    _ state: FrontState, _ columns: FrontColumns, theme: Theme, into frame: inout Frame
  ) {
    guard let row = state.geometry.contextRow else { return }
    var end = state.geometry.pageColumns - 1
    for (range, name) in columns.captions where state.list.count > 0 {
      frame.write(
        name, row: row, column: range.upperBound - name.width, style: theme[.libraryDetail])
      end = min(end, range.upperBound - name.width - 2)
    }
    let name: SafeText =
      switch state.origin {
      case .front: state.page.title
      case .search where state.page.fetched != nil: state.page.title
      case .search(let words): state.page.title + " · " + SafeText(words)
      case .elsewhere: "Elsewhere · " + state.page.title
      }
    let order = state.list.order == .rank ? "" : " · " + state.list.order.words
    let filter = state.list.filter.map { " · " + $0.words } ?? ""
    let old = state.page.fetched.flatMap { age(of: $0, now: state.shell.now) } ?? ""
    let tail = order + filter + old
    let room = max(0, end - 1)
    let whole = name.truncated(to: max(8, room - tail.width)) + tail
    frame.write(whole.truncated(to: room), row: row, column: 1, style: theme[.context])
  }

  /// ` · 3 h old`; nil for what was fetched within the last ten minutes.
  private static func age(of time: Int64, now: Int64) -> SafeText? {
    guard now - time >= 600 else { return nil }
    return SafeText(" · \(Calendar.age(of: Moment(seconds: time, hasTime: true), now: now)) old")
  }

  /// What may be typed; nil for what applies everywhere.
  private static func note(of prompt: Prompt, _ state: FrontState) -> SafeText? {
    switch prompt.kind {
    case .search: state.search.words(at: state.list.window.focus)
    case .filter: "words or /expression/ in title or source"
    case .site: "words for the site's own search"
    case .front, .palette, .everything, .since, .link, .file: nil
    }
  }

  /// `3 of 30 · 5 with news`, and what is looked for.
  private static func place(_ state: FrontState) -> SafeText {
    if let peek = state.peeking.shown {
      return peek.page == nil ? "opening…" : "Peek · nothing is marked"
    }
    let count = state.list.count
    if count == 0 { return "no discussions" }
    let news = state.list.lines.count { state.list.entries[$0].hasNews }
    let words = news > 0 ? " · \(news) new" : ""
    return SafeText("\(state.list.window.focus + 1) of \(count)\(words)")
      + state.search.note(at: state.list.window.focus)
  }

  private static func offer(_ state: FrontState) -> SafeText? {
    guard state.hasOffer, let key = state.shell.commands.hint("front-fetch")?.keys else {
      return nil
    }
    return "newer list: " + key
  }

  /// The keys that help most, the best first, and help itself last.
  private static func hints(_ state: FrontState) -> [StatusLine.Hint] {
    var ids: [String]
    if state.peeking.shown != nil {
      ids = ["library-peek-open", "library-peek-page-down", "library-peek-close"]
    } else if state.search.search != nil {
      ids = ["front-next-match", "front-previous-match", "front-close", "front-help"]
    } else if state.list.count == 0 {
      ids = ["front-fetch", "front-quit", "front-help"]
    } else {
      let isElsewhere = state.origin == .elsewhere && state.list.count > 1
      ids = [
        "front-open", isElsewhere ? "front-together" : "front-peek", "front-quit", "front-help",
      ]
    }
    return ids.compactMap { state.shell.commands.hint($0) }
  }
}
