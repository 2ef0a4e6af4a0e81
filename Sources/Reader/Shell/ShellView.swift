import TextGrid

/// What every screen draws of the shell: help, the palette's offers, keys that may follow, the line that
/// is typed, and what is said.
struct ShellView {
  let shell: Shell
  /// The context of the screen alone.
  let screen: Command.Context
  /// Whose keys are in force.
  let here: Command.Context
  let geometry: Geometry

  /// Draws a screen, or help in its place, and over it what belongs to the keys and the palette.
  ///
  /// - Parameters:
  ///   - theme: how everything looks.
  ///   - frame: what is drawn into.
  ///   - content: draws what the screen has.
  func draw(theme: Theme, into frame: inout Frame, _ content: (inout Frame) -> Void) {
    if let (text, top) = shell.text {
      OverlayView.draw(
        lines(of: text), top: top, finding: shell.textSearch, theme: theme, into: &frame)
    } else {
      content(&frame)
    }
    PromptView.drawOffers(shell, in: screen, theme: theme, into: &frame)
    if !shell.typed.keys.isEmpty {
      let commands = shell.typed.continuations(of: shell.commands(in: here))
      ContinuationsView.draw(commands, geometry: geometry, theme: theme, into: &frame)
    }
  }

  /// The last row of a screen, where no line is typed and the shell has nothing to say.
  struct Last {
    var left: SafeText
    var role = Role.status
    /// What came meanwhile; nil for nothing.
    var offer: SafeText?
    /// The keys that help most, the best first, and help itself last.
    var hints: [StatusLine.Hint]
  }

  /// Draws the last row: the line that is typed, or what is said, or what the screen has for it.
  ///
  /// - Parameters:
  ///   - note: of the line that is typed, what became of it, or what may be typed; nil for what applies on
  ///     every screen.
  ///   - last: what the screen has.
  ///   - theme: how it looks.
  ///   - frame: what is drawn into.
  func drawStatus(
    note: (Prompt) -> SafeText?, _ last: @autoclosure () -> Last, theme: Theme,
    into frame: inout Frame
  ) {
    guard let row = geometry.statusRow else { return }
    let limit = geometry.statusLimit
    if let prompt = shell.prompt {
      let note = shell.text == nil ? note(prompt) : textNote
      PromptView.draw(
        prompt, notice: shell.notice, note: note ?? self.note(of: prompt), row: row, limit: limit,
        theme: theme, into: &frame)
      return
    }
    let last = last()
    let (left, role) = said ?? (last.left, last.role)
    let line = StatusLine(
      left: left, role: role, problem: shell.typed.keys.isEmpty ? shell.problem : nil,
      offer: role == .status ? last.offer : nil, hints: hints ?? last.hints)
    line.draw(row: row, limit: limit, theme: theme, into: &frame)
  }

  /// What became of a search of the text in place of the screen; nil if there is nothing to say.
  private var textNote: SafeText? {
    shell.text.flatMap { shell.textSearch.words(at: foundLine($1)) }
  }

  /// The row of a text that was found last, or else the one at the top.
  private func foundLine(_ top: Int) -> Int { shell.textSearch.current ?? top }

  /// What may be typed, where the screen has no word of its own for it.
  private func note(of prompt: Prompt) -> SafeText {
    switch prompt.kind {
    case .search: PromptView.note(prompt, shell)
    case .filter, .since, .site: ""
    case .front: "a name, such as hn, or an address"
    case .link: "a link, or the id of one you have"
    case .file: "a path, such as ~/page.html"
    case .palette: PromptView.paletteNote(offers: shell.offers(in: screen).count)
    case .everything: "words in all comments and articles"
    }
  }

  /// What the shell has to say, and how it looks; nil for nothing.
  private var said: (SafeText, Role)? {
    if shell.typed != TypedKeys() { return (shell.typed.words, .notice) }
    if let text = shell.notice ?? shell.fetching { return (text, .notice) }
    return shell.text.map { text, top in
      let place = OverlayView.place(text.name, top, lines(of: text), shell.size)
      return (place + shell.textSearch.note(at: foundLine(top)), .status)
    }
  }

  /// The keys that help most while something is typed or help is there; nil for others.
  private var hints: [StatusLine.Hint]? {
    shell.typed.hints(of: shell.commands(in: here))
      ?? shell.text.map { text, top in
        OverlayView.hints(top, lines(of: text), shell, shell.textSearch)
      }
  }

  private func lines(of text: Shell.Text) -> [OverlayView.Line] {
    shell.lines(of: text, over: screen, columns: geometry.columns)
  }
}
