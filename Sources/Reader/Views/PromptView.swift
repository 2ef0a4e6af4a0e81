import TextGrid

/// The line that is being typed, in the last row, and what the palette offers above it.
enum PromptView {
  /// Draws the line.
  ///
  /// - Parameters:
  ///   - prompt: what is typed by now.
  ///   - notice: what was wrong with it, which is reported beside it, or above it if it is too long for that; nil for
  ///     nothing.
  ///   - note: what became of it, or what may be typed: told if there is room.
  ///   - row: the last row.
  ///   - limit: the column before which it ends.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func draw(
    _ prompt: Prompt, notice: SafeText?, note: SafeText, row: Int, limit: Int, theme: Theme,
    into frame: inout Frame
  ) {
    var column = frame.write(
      prompt.kind.sign, row: row, column: 1, limit: limit, style: theme[.statusKey])
    let room = max(1, limit - column)
    // What does not fit beside the line has the row above for itself.
    let fits = (notice?.width ?? 0) + 2 < room - SafeText(prompt.text).width
    let isAbove = notice != nil && !fits && row > 0
    let note = isAbove ? "" : notice?.truncated(to: fits ? room : room * 2 / 3) ?? note
    if let notice, isAbove {
      let above = notice.shortened(to: limit - 1).truncated(to: limit - 1)
      frame.clear(row: row - 1, columns: 0..<frame.size.columns)
      frame.write(above, row: row - 1, column: 1, limit: limit, style: theme[.notice])
    }
    let noticeRoom = notice == nil || isAbove ? 0 : note.width + 2
    let text = SafeText(prompt.text).lastPart(of: room - noticeRoom - 1)
    column = frame.write(text, row: row, column: column, limit: limit, style: theme[.notice])
    frame.cursor = (row, max(0, min(column, frame.size.columns - 1)))
    if column + note.width + 2 <= limit {
      let role: Role = notice == nil ? .statusHint : .notice
      frame.write(note, row: row, column: limit - note.width, style: theme[role])
    }
  }

  static let searchNote: SafeText = "words or /expression/   Esc cancel"

  /// What is said of a search before it has found anything.
  static func note(_ prompt: Prompt, _ shell: Shell) -> SafeText {
    shell.isSearchDue && !prompt.text.isEmpty ? "searching…" : searchNote
  }

  /// What is said if no command and no theme has what was typed.
  static let nothingFound: SafeText = "no matching command"

  static func paletteNote(offers: Int) -> SafeText {
    offers == 0 ? nothingFound : SafeText("\(offers) found   ↑ ↓ choose   Enter do it")
  }

  /// How many cells what a command does must have to be begun.
  private static let shortestHelp = 16

  /// Where titles begin, and where what a command does: after the longest of them.
  private static let (titleColumn, helpColumn) = (16, 37)

  /// Draws what the palette offers, from the top down; nothing if it is not open.
  ///
  /// - Parameters:
  ///   - shell: what is typed, and what can be chosen.
  ///   - context: whose commands are offered.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func drawOffers(
    _ shell: Shell, in context: Command.Context, theme: Theme, into frame: inout Frame
  ) {
    guard let prompt = shell.prompt, prompt.kind == .palette else { return }
    let (offers, selected) = (shell.offers(in: context), prompt.selected)
    let size = frame.size
    let rows = ListView.lines(count: offers.count, selected: selected, rows: size.rows - 2)
    for (row, index) in rows.enumerated() {
      frame.clear(row: row, columns: 0..<size.columns)
      if index == selected { frame.write("▌", row: row, column: 0, style: theme[.focus]) }
      let (keys, title, help) = offers[index].words(of: shell.commands, themeInUse: shell.theme)
      let isCommand = if case .command = offers[index] { true } else { false }
      frame.write(
        keys, row: row, column: 2, limit: titleColumn - 1,
        style: theme[isCommand ? .helpKey : .statusHint])
      let column = frame.write(title, row: row, column: titleColumn, style: theme[.text])
      let start = max(column + 2, helpColumn)
      let room = size.columns - 1 - start
      // A few letters of it would help nobody.
      guard room >= min(help.width, shortestHelp) else { continue }
      frame.write(help.truncated(to: room), row: row, column: start, style: theme[.statusHint])
    }
    for row in rows.count..<max(rows.count, size.rows - 1) {
      frame.clear(row: row, columns: 0..<size.columns)
    }
  }
}

extension Offered {
  /// Its first key, its name, and what it does.
  fileprivate func words(
    of commands: [Command], themeInUse: String
  ) -> (keys: SafeText, title: SafeText, help: SafeText) {
    switch self {
    case .command(let index):
      let command = commands[index]
      return (command.keys.first.map(Key.name) ?? "", command.title, command.help)
    case .theme(let name):
      let isInUse = name == themeInUse
      return ("theme", SafeText(name), isInUse ? "in use" : "shown while selected")
    }
  }
}

extension Prompt.Kind {
  /// What is before the line.
  fileprivate var sign: SafeText {
    switch self {
    case .search: "/"
    case .filter: "filter: "
    case .since: "new since: "
    case .everything: "everywhere: "
    case .front: "front page: "
    case .site: "search the site: "
    case .link: "link: "
    case .file: "file: "
    case .palette: ":"
    }
  }
}
