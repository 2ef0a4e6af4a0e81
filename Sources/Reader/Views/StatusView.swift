import DiscussionModel
import TextGrid

/// The last row: the place, what is left, and the keys that help most right now.
enum StatusView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
    guard let row = geometry.statusRow else { return }
    let limit = geometry.statusLimit
    if case .prompt(let prompt) = state.mode {
      PromptView.draw(
        prompt, notice: state.notice, note: note(state, prompt), row: row, limit: limit,
        theme: theme, into: &frame)
      return
    }
    let (left, role) = left(state)
    let line = StatusLine(
      left: left, role: role, problem: state.pendingKeys.isEmpty ? state.problem : nil,
      offer: role == .status ? state.offered?.text : nil, hints: hints(state, &layout))
    line.draw(row: row, limit: limit, theme: theme, into: &frame)
  }

  private static func left(_ state: ReadingState) -> (SafeText, Role) {
    if state.typed != TypedKeys() { return (state.typed.words, .notice) }
    if let notice = state.notice { return (notice, .notice) }
    if let fetching = state.fetching { return (fetching, .notice) }
    switch state.mode {
    case .text(let overlay, let top):
      let isMore = top < OverlayView.lastTop(overlay, in: state)
      let name: SafeText = overlay == .help ? "Keys" : "What is known"
      return (isMore ? name + " · more below" : name, .status)
    case .list(let list): return (words(for: list, state), .status)
    case .outline: return ("Outline", .status)
    case .peek(let entry, _):
      let name = state.page.position(of: entry).map { "#\(state.page.number(at: $0))" }
      return (SafeText("Answers \(name ?? "the article")"), .status)
    case .reading, .prompt: return (StatusWords.place(state), .status)
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
    let commands = state.commands
    if let hints = state.typed.hints(of: state.commandsHere) { return hints }
    let isFolded = state.folds.isFolded(state.focus)
    var ids = ["read-on"]
    switch state.mode {
    case .text(let overlay, let top):
      let isMore = top < OverlayView.lastTop(overlay, in: state)
      ids = isMore ? ["text-page-down", "text-close"] : ["text-close"]
    case .list: ids = ["list-choose", "list-close"]
    case .outline: ids = ["outline-choose", "outline-close"]
    case .peek: ids = ["peek-on", "peek-choose", "peek-close"]
    case .reading, .prompt:
      if state.search != nil {
        ids = ["next-match", "previous-match", "close", "help"]
      } else if isFolded {
        ids = ["toggle-fold", "read-on", "help"]
      } else {
        if state.isWarning(state.focus) { ids.append("toggle-hidden") }
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
      state.search.map { $0.words }
        ?? (state.searchDue == nil || prompt.text.isEmpty ? PromptView.searchNote : "searching…")
    case .filter: "unread new starred author:NAME >3 since:3d words /expression/"
    case .palette: PromptView.paletteNote(offers: state.offers.count)
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
