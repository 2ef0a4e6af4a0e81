import DiscussionModel
import ReadMarks
import TextGrid

/// The last row: the place, what is left, and the keys that help most right now.
enum StatusView {
  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    state.shellView(layout.geometry).drawStatus(
      note: { note(state, $0) },
      ShellView.Last(
        left: left(state), offer: state.renewal.offer?.text(state.shell.calls),
        hints: hints(state, &layout)),
      theme: theme, into: &frame)
  }

  private static func left(_ state: ReadingState) -> SafeText {
    let found = state.modeLines.map { state.listSearch.note(at: $0.place.line) } ?? ""
    switch state.mode {
    case .inspection(let top):
      return OverlayView.place("Details", top, state.inspectionLines, state.shell.size) + found
    case .list(let list): return words(for: list, state) + found
    case .outline: return "Outline" + found
    case .news where state.listSearch.search != nil: return "What is new" + found
    case .peek(let entry, _):
      let name = state.page.position(of: entry).map { "#\(state.page.number(at: $0))" }
      return SafeText("Replies to \(name ?? "the article")")
    case .reading, .news: return StatusWords.place(state)
    }
  }

  private static func words(for list: ChoiceList, _ state: ReadingState) -> SafeText {
    switch list.kind {
    case .stars: SafeText(counted(state.stars.count, "star"))
    case .quoting(let positions): SafeText("quoted in \(counted(positions.count, "comment"))")
    case .links(let targets): SafeText(counted(targets.count, "link"))
    case .since: "New since"
    case .allLinks(let links): SafeText("\(list.selected + 1) of \(counted(links.count, "link"))")
    }
  }

  /// The keys that help most, the best first, and help itself last.
  private static func hints(_ state: ReadingState, _ layout: inout Layout) -> [StatusLine.Hint] {
    let commands = state.shell.commands
    let ids: [String]
    if state.listSearch.search != nil, let name = state.mode.keyName {
      return ["choose", "next-match", "previous-match", "close"].compactMap {
        commands.hint(name + "-" + $0)
      }
    }
    switch state.mode {
    case .inspection(let top):
      return OverlayView.hints(top, state.inspectionLines, state.shell, state.listSearch)
    case .list: ids = ["list-choose", "list-close"]
    case .outline: ids = ["outline-choose", "outline-fold", "outline-close"]
    case .news: ids = ["news-choose", "fold-to-new", "next-new-thread", "news-close"]
    // Nothing is above the article.
    case .peek(let entry, _):
      ids = (entry == 0 ? [] : ["peek-on"]) + ["peek-choose", "peek-close"]
    case .reading:
      return state.hints(&layout).choices.compactMap { commands.hint($0.id, title: $0.title) }
    }
    return ids.compactMap { id in
      commands.hint(id, title: id == "list-choose" && state.listsLinks ? "open" : nil)
    }
  }

  /// What became of a line that is being typed, or what may be typed; nil for what applies everywhere.
  private static func note(_ state: ReadingState, _ prompt: Prompt) -> SafeText? {
    switch prompt.kind {
    case .search:
      state.modeLines.map { state.listSearch.words(at: $0.place.line) }
        ?? state.finding.search.map { $0.words }
    case .since: "2017-01-27, 2017-01-27 21:10, 3d, 12h, 2w"
    case .filter: "unread new starred author:NAME >3 since:3d words /expression/"
    case .palette, .everything, .front, .site, .link, .file: nil
    }
  }
}

extension Mode {
  /// The prefix of the names of its commands; nil if it has no selected line.
  fileprivate var keyName: String? {
    switch self {
    case .reading, .peek, .inspection: nil
    case .list: "list"
    case .news: "news"
    case .outline: "outline"
    }
  }
}

extension ReadingState {
  /// Whether what is over the page is a list of links.
  fileprivate var listsLinks: Bool {
    if case .list(let list) = mode, case .links = list.kind { true } else { false }
  }
}
