import DiscussionModel
import ReadMarks
import TextGrid

/// The last row: the place, what is left, and the keys that help most right now.
enum StatusView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
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
      offer: role == .status ? state.renewal.offer?.text : nil, hints: hints(state, &layout))
    line.draw(row: row, limit: limit, theme: theme, into: &frame)
  }

  private static func left(_ state: ReadingState) -> (SafeText, Role) {
    if state.shell.typed != TypedKeys() { return (state.shell.typed.words, .notice) }
    if let notice = state.shell.notice { return (notice, .notice) }
    if let fetching = state.shell.fetching { return (fetching, .notice) }
    if let top = state.shell.helpTop {
      return (OverlayView.place("Keys", top, state.helpLines, state.shell.size), .status)
    }
    switch state.mode {
    case .inspection(let top):
      return (
        OverlayView.place("Details", top, state.inspectionLines, state.shell.size), .status
      )
    case .list(let list): return (words(for: list, state), .status)
    case .outline: return ("Outline", .status)
    case .peek(let entry, _):
      let name = state.page.position(of: entry).map { "#\(state.page.number(at: $0))" }
      return (SafeText("Replies to \(name ?? "the article")"), .status)
    case .reading: return (StatusWords.place(state), .status)
    }
  }

  private static func words(for list: ChoiceList, _ state: ReadingState) -> SafeText {
    switch list.kind {
    case .stars: SafeText(counted(state.stars.count, "star"))
    case .quoting(let positions): SafeText("quoted in \(counted(positions.count, "comment"))")
    case .links(let targets): SafeText(counted(targets.count, "link"))
    }
  }

  /// The keys that help most, the best first, and help itself last.
  private static func hints(
    _ state: ReadingState, _ layout: inout Layout
  ) -> [StatusLine.Hint] {
    let commands = state.shell.commands
    if let hints = state.shell.typed.hints(of: state.commandsHere) { return hints }
    let isFolded = state.outline.isFolded(state.focus)
    var ids = ["read-on"]
    if let top = state.shell.helpTop {
      return OverlayView.hints(top, state.helpLines, state.shell)
    }
    switch state.mode {
    case .inspection(let top): return OverlayView.hints(top, state.inspectionLines, state.shell)
    case .list: ids = ["list-choose", "list-close"]
    case .outline: ids = ["outline-choose", "outline-close"]
    case .peek: ids = ["peek-on", "peek-choose", "peek-close"]
    case .reading:
      if state.finding.search != nil {
        ids = ["next-match", "previous-match", "close", "help"]
      } else if isFolded {
        ids = ["toggle-fold", "read-on", "help"]
      } else {
        if state.sheet.rows.isWarning(state.focus) { ids.append("toggle-hidden") }
        ids.append(state.marks.unreadCount > 0 ? "next-unread" : "quit")
        if state.page.parent(of: state.focus) != nil { ids.append("parent") }
        ids.append("help")
      }
    }
    return ids.compactMap { id in
      let isOpening = id == "toggle-fold" && isFolded || id == "list-choose" && state.listsLinks
      return commands.hint(id, title: isOpening ? "open" : nil)
    }
  }

  /// What became of a line that is being typed, or what may be typed.
  private static func note(_ state: ReadingState, _ prompt: Prompt) -> SafeText {
    switch prompt.kind {
    case .search:
      state.finding.search.map { $0.words }
        ?? PromptView.note(prompt, state.shell)
    case .filter: "unread new starred author:NAME >3 since:3d words /expression/"
    case .palette: PromptView.paletteNote(offers: state.shell.offers(in: .reading).count)
    case .everything: ""
    }
  }
}

extension ReadingState {
  /// Whether what is over the page is a list of links.
  fileprivate var listsLinks: Bool {
    if case .list(let list) = mode, case .links = list.kind { true } else { false }
  }
}
