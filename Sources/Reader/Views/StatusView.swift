import DiscussionModel
import TextGrid

/// The last row: the place, what is left, and the keys that help most right now.
enum StatusView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
    guard let row = geometry.statusRow else { return }
    let limit = geometry.pageColumns - (geometry.pageColumns >= 40 ? 1 : 0)
    if case .prompt(let prompt) = state.mode {
      PromptView.draw(state, prompt, row: row, limit: limit, theme: theme, into: &frame)
      return
    }
    let (left, role) = left(state)
    let hints = hints(state, &layout)
    // What is not saved is always said, whatever else there is to say: half of the row is for it.
    let problem = state.pendingKeys.isEmpty ? state.problem.map { " · " + $0 } : nil
    let room = limit - 1 - min(problem?.width ?? 0, limit / 2)
    var end = frame.write(
      left.truncated(to: room), row: row, column: 1, limit: limit, style: theme[role])
    if let problem {
      end = frame.write(
        problem.truncated(to: limit - end), row: row, column: end, limit: limit,
        style: theme[.problem])
    }
    if let offer = state.offered, role == .status {
      let text = " · " + offer.text
      end = frame.write(
        text.truncated(to: limit - end), row: row, column: end, limit: limit, style: theme[.new])
    }
    var rest = limit - end - 3
    // The last hint leads to all the others: it is the last to go.
    var kept: [Hint] = []
    for hint in hints.suffix(1) + hints.dropLast() {
      guard hint.width <= rest else { break }
      rest -= hint.width + 3
      kept.append(hint)
    }
    let ordered = kept.dropFirst() + kept.prefix(1)
    var column = limit - ordered.reduce(0) { $0 + $1.width } - 3 * max(0, ordered.count - 1)
    for hint in ordered {
      column = frame.write(hint.keys, row: row, column: column, style: theme[.statusKey])
      column = frame.write(" " + hint.title, row: row, column: column, style: theme[.statusHint])
      column += 3
    }
  }

  private struct Hint {
    var keys: SafeText
    var title: SafeText
    var width: Int { keys.width + 1 + title.width }
  }

  private static func left(_ state: ReadingState) -> (SafeText, Role) {
    if state.count != nil || !state.pendingKeys.isEmpty {
      let count = state.count.map { SafeText("\($0)") } ?? ""
      return (count + ReadingState.name(of: state.pendingKeys) + " …", .notice)
    }
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
  private static func hints(_ state: ReadingState, _ layout: inout Layout) -> [Hint] {
    if !state.pendingKeys.isEmpty { return [Hint(keys: "Esc", title: "cancel")] }
    if let count = state.count {
      return state.continuations.map { keys, command in
        Hint(keys: keys, title: command.counted?.title(count) ?? command.title)
      }
        + [Hint(keys: "Esc", title: "cancel")]
    }
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
      guard let command = state.commands.first(where: { $0.id == id }),
        let keys = command.keys.first
      else { return nil }
      let isOpening = id == "toggle-fold" && isFolded || id == "list-choose" && state.listsLinks
      return Hint(keys: ReadingState.name(of: keys), title: isOpening ? "open" : command.title)
    }
  }
}

extension ReadingState {
  /// Whether what is over the page is a list of links.
  fileprivate var listsLinks: Bool {
    if case .list(let list) = mode, case .links = list.kind { true } else { false }
  }
}
