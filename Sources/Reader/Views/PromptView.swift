import TextGrid

/// The line that is being typed, in the last row, and what the palette offers above it.
enum PromptView {
  static func draw(
    _ state: ReadingState, _ prompt: Prompt, row: Int, limit: Int, theme: Theme,
    into frame: inout Frame
  ) {
    var column = frame.write(
      prompt.kind.sign, row: row, column: 1, limit: limit, style: theme[.statusKey])
    let room = max(1, limit - column)
    // What was wrong with the line is told beside it, however long it is; all else if there is room.
    let notice = state.notice.map { $0.truncated(to: room * 2 / 3) }
    let note = notice ?? note(state, prompt)
    let noticeRoom = notice.map { $0.width + 2 } ?? 0
    let text = SafeText(prompt.text).lastPart(of: room - noticeRoom - 1)
    column = frame.write(text, row: row, column: column, limit: limit, style: theme[.notice])
    frame.cursor = (row, max(0, min(column, frame.size.columns - 1)))
    if column + note.width + 2 <= limit {
      let role: Role = notice == nil ? .statusHint : .notice
      frame.write(note, row: row, column: limit - note.width, style: theme[role])
    }
  }

  /// What became of what was typed, or what may be typed.
  private static func note(_ state: ReadingState, _ prompt: Prompt) -> SafeText {
    switch prompt.kind {
    case .search:
      return state.search.map { $0.words } ?? "words or /expression/   Esc cancel"
    case .filter: return "unread new starred author:NAME >3 since:3d words /expression/"
    case .palette:
      let count = state.offers.count
      return count == 0 ? "nothing is called so" : SafeText("\(count)   ↑ ↓ choose   Enter do it")
    }
  }

  /// How many cells what a command does must have to be begun.
  private static let shortestHelp = 16

  /// Draws what is offered, from the row above the line upwards in order.
  static func drawOffers(
    _ state: ReadingState, _ prompt: Prompt, theme: Theme, into frame: inout Frame
  ) {
    let offers = state.offers
    let size = GridSize(columns: frame.size.columns, rows: frame.size.rows)
    let rows = ListView.rows(count: offers.count, selected: prompt.selected, size)
    for (row, index) in rows.enumerated() {
      frame.clear(row: row, columns: 0..<frame.size.columns)
      if index == prompt.selected {
        frame.write("▌", row: row, column: 0, style: theme[.focus])
      }
      let (keys, title, help) = words(of: offers[index], state)
      frame.write(keys, row: row, column: 2, limit: 18, style: theme[.helpKey])
      let column = frame.write(title, row: row, column: 19, style: theme[.text])
      let start = max(column + 2, 36)
      let room = frame.size.columns - 1 - start
      // A few letters of it would help nobody.
      guard room >= min(help.width, shortestHelp) else { continue }
      frame.write(help.truncated(to: room), row: row, column: start, style: theme[.statusHint])
    }
    for row in rows.count..<max(rows.count, frame.size.rows - 1) {
      frame.clear(row: row, columns: 0..<frame.size.columns)
    }
  }

  private static func words(
    of offer: Offered, _ state: ReadingState
  ) -> (keys: SafeText, title: SafeText, help: SafeText) {
    switch offer {
    case .command(let index):
      let command = state.commands[index]
      return (command.keys.first.map(ReadingState.name) ?? "", command.title, command.help)
    case .theme(let name):
      let isInUse = name == state.theme
      return ("", "theme " + SafeText(name), isInUse ? "in use" : "shown while it is selected")
    }
  }
}

extension Prompt.Kind {
  /// What stands before the line.
  fileprivate var sign: SafeText {
    switch self {
    case .search: "/"
    case .filter: "filter: "
    case .palette: ":"
    }
  }
}
