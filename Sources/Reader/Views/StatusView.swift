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
    let (left, role) = left(state)
    let hints = hints(state, &layout)
    var end = frame.write(
      left.truncated(to: limit - 1), row: row, column: 1, limit: limit, style: theme[role])
    if let offer = state.offered, role == .status {
      let text = " · " + offer.text
      end = frame.write(
        text.truncated(to: limit - end), row: row, column: end, limit: limit, style: theme[.new])
    }
    if let problem = state.problem, role == .status {
      let text = " · " + problem
      end = frame.write(
        text.truncated(to: limit - end), row: row, column: end, limit: limit,
        style: theme[.problem])
    }
    var room = limit - end - 3
    // The last hint leads to all the others: it is the last to go.
    var kept: [Hint] = []
    for hint in hints.suffix(1) + hints.dropLast() {
      guard hint.width <= room else { break }
      room -= hint.width + 3
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
    if !state.pendingKeys.isEmpty {
      return (ReadingState.name(of: state.pendingKeys) + " …", .notice)
    }
    if let notice = state.notice { return (notice, .notice) }
    if case .help(let top) = state.mode {
      let isMore = top < HelpView.lastTop(size: state.size)
      return (isMore ? "Keys · more below" : "Keys", .status)
    }
    if case .stars = state.mode {
      return (SafeText(counted(state.stars.count, "star")), .status)
    }
    return (place(state), .status)
  }

  /// `32 of 84 · 41 unread, 3 new`, or for what is no comment its name and the counts.
  private static func place(_ state: ReadingState) -> SafeText {
    let page = state.page
    let name: String =
      switch page.kind(of: state.focus) {
      case .article: "Article"
      case .notice: "Notice"
      case .links(let index): page.discussion.links[index].heading
      case .comment(let position): "\(position + 1) of \(page.thread.count)"
      }
    if page.thread.count == 0 { return SafeText("\(name) · no comments") }
    let unread = state.marks.unreadCount
    let new = state.marks.newCount
    let left = unread == 0 ? "all read" : "\(unread) unread" + (new > 0 ? ", \(new) new" : "")
    return SafeText("\(name) · \(left)")
  }

  /// The keys that help most, the best first, and help itself last.
  private static func hints(_ state: ReadingState, _ layout: inout Layout) -> [Hint] {
    if !state.pendingKeys.isEmpty {
      return state.continuations.map { Hint(keys: $0.keys, title: $0.command.title) }
        + [Hint(keys: "Esc", title: "cancel")]
    }
    let isFolded = state.folds.isFolded(state.focus)
    var ids = ["read-on"]
    if case .help = state.mode {
      ids = ["help-page-down", "help-close"]
    } else if case .stars = state.mode {
      ids = ["list-choose", "list-close"]
    } else if isFolded {
      ids = ["toggle-fold", "read-on", "help"]
    } else {
      if state.isWarning(state.focus) { ids.append("toggle-hidden") }
      ids.append(state.marks.unreadCount > 0 ? "next-unread" : "quit")
      if state.page.parent(of: state.focus) != nil { ids.append("parent") }
      ids.append("help")
    }
    return ids.compactMap { id in
      guard let command = Command.all.first(where: { $0.id == id }), let keys = command.keys.first
      else { return nil }
      let isOpening = id == "toggle-fold" && isFolded
      return Hint(keys: ReadingState.name(of: keys), title: isOpening ? "open" : command.title)
    }
  }
}
