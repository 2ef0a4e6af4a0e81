import DiscussionModel
import TextGrid

/// The last row of the library: the place, what is left in all, and the keys that help most.
enum LibraryStatusView {
  static func draw(_ state: LibraryState, theme: Theme, into frame: inout Frame) {
    let geometry = state.geometry
    guard let row = geometry.statusRow else { return }
    let limit = geometry.statusLimit
    if let prompt = state.shell.prompt {
      PromptView.draw(
        prompt, notice: state.shell.notice, note: note(state, prompt), row: row, limit: limit,
        theme: theme, into: &frame)
      return
    }
    let (left, role) = left(state)
    let line = StatusLine(
      left: left, role: role, problem: state.shell.typed.keys.isEmpty ? state.shell.problem : nil,
      hints: hints(state))
    line.draw(row: row, limit: limit, theme: theme, into: &frame)
  }

  private static func note(_ state: LibraryState, _ prompt: Prompt) -> SafeText {
    switch prompt.kind {
    case .search:
      state.search.map { $0.words(at: state.focus) }
        ?? PromptView.note(prompt, state.shell)
    case .filter: "words or /expression/ in title or source"
    case .palette: PromptView.paletteNote(offers: state.shell.offers(in: .library).count)
    case .everything: "words in all comments and articles"
    }
  }

  private static func left(_ state: LibraryState) -> (SafeText, Role) {
    if state.shell.typed != TypedKeys() { return (state.shell.typed.words, .notice) }
    if let notice = state.shell.notice { return (notice, .notice) }
    if let fetching = state.shell.fetching { return (fetching, .notice) }
    if let top = state.shell.helpTop {
      return (OverlayView.place("Keys", top, state.helpLines, state.shell.size), .status)
    }
    if let peek = state.peek {
      return (peek.page == nil ? "opening…" : "Peek · nothing is marked", .status)
    }
    if case .found(let results) = state.screen { return (results.words, .status) }
    return (place(state), .status)
  }

  /// `3 of 12 · 41 unread, 3 new`, and what is looked for.
  private static func place(_ state: LibraryState) -> SafeText {
    if state.lineCount == 0 { return "no discussions" }
    let left = state.left
    let news = left.new > 0 ? ", \(left.new) new" : ""
    let what = left.unread == 0 ? "all read" : "\(left.unread) unread\(news)"
    let search = state.search.map { search in
      " · /" + SafeText(search.pattern.source) + " " + search.words(at: state.focus)
    }
    return SafeText("\(state.focus + 1) of \(state.lineCount) · \(what)") + (search ?? "")
  }

  /// The keys that help most, the best first, and help itself last.
  private static func hints(_ state: LibraryState) -> [StatusLine.Hint] {
    let commands = state.shell.commands
    if let hints = state.shell.typed.hints(of: state.commandsHere) { return hints }
    var ids: [String]
    if let top = state.shell.helpTop {
      return OverlayView.hints(top, state.helpLines, state.shell)
    }
    if state.peek != nil {
      ids = ["library-peek-open", "library-peek-page-down", "library-peek-close"]
    } else if case .found(let results) = state.screen {
      ids = ["results-close", "results-help"]
      if !results.results.isEmpty { ids.insert("results-open", at: 0) }
    } else if state.search != nil {
      ids = ["library-next-match", "library-previous-match", "library-close", "library-help"]
    } else if state.lineCount == 0 {
      ids = ["library-quit", "library-help"]
    } else {
      ids = ["library-open", state.left.withNews > 0 ? "library-next-news" : "library-quit"]
      ids += ["library-peek", "library-help"]
    }
    return ids.compactMap { commands.hint($0) }
  }
}
