public import TextGrid

/// What is to be done about a line that was typed as a command.
public enum Heard: Equatable, Sendable {
  /// To be applied in order, while the screen stays the same.
  case actions([Action])
  /// The discussion at an address is to be opened.
  case link(String)
  /// What was printed last is to be printed again.
  case again
  /// It is to be said where the reader is.
  case place
  /// The next unread comments are to be listed.
  case unread
  /// How to use all this, by the name of a topic, a command or `all`; empty for what matters most.
  case help(String)
  /// Nothing but this is to be said.
  case told(SafeText)
  /// It cannot be done, and why.
  case refused(SafeText)
  /// No command is called so; what there is.
  case unknown(String, names: [String])
}

/// How a screen, and what is over it, takes typed lines.
struct Hearing {
  let shell: Shell
  /// The context of the screen alone.
  let screen: Command.Context
  /// That of what is over it, or else the same.
  let here: Command.Context
  /// How many lines are numbered, and which is selected, 0-based; nil if there are none.
  var rows: (count: Int, selected: Int)?
  /// Selects a line, so many further.
  var move: (Int) -> Action = { .move($0) }
  /// Does what the selected line is there for; nil where lines have the numbers of their comments, to
  /// which a number leads.
  var choice: Action? = .open
  /// Closes what is over the screen.
  var closing: [Action] = []
  /// What an empty line asks for once there are no more lines to list; nil for nothing.
  var goingOn: [Action]?

  /// Lines that are listed at once.
  static let pageRows = 20

  /// The commands that can be called: those of what is over the screen first.
  var commands: [Command] {
    let own = shell.commands(in: here)
    return here == screen ? own : own + shell.commands(in: screen)
  }

  func hear(_ line: String) -> Heard {
    if let prompt = shell.prompt { return answer(line, prompt) }
    let commands = commands
    switch TypedLine(line, of: commands) {
    case .empty: return goOn()
    case .number(let number): return choose(number)
    case .link(let address): return .link(address)
    case .word(.again): return .again
    case .word(.place): return .place
    case .word(.unread): return .unread
    case .help(let name): return .help(name)
    case .command(let command, let count, let rest): return call(command, count, rest)
    case .several(let titles):
      let names = titles.prefix(8).map(\.string).joined(separator: ", ")
      return .refused(SafeText("several commands begin so: \(names)"))
    case .nothing:
      return .unknown(
        line, names: commands.flatMap(\.names) + TypedLine.Word.allCases.map(\.rawValue))
    }
  }

  private func goOn() -> Heard {
    if let (count, selected) = rows, selected + Self.pageRows < count {
      return .actions([move(Self.pageRows)])
    }
    return goingOn.map { .actions($0) } ?? .told("end of the list")
  }

  /// What a number asks for: a line of a list, or else a comment.
  private func choose(_ number: Int) -> Heard {
    guard let (count, selected) = rows, let choice else {
      return .actions(closing + [.comment(number: number)])
    }
    guard 1...max(1, count) ~= number, count > 0 else {
      let expected = count > 0 ? "expected 1 to \(count)" : "nothing is listed"
      return .refused(SafeText("no line \(number): \(expected)"))
    }
    return .actions((number - 1 == selected ? [] : [move(number - 1 - selected)]) + [choice])
  }

  private func call(_ command: Command, _ count: Int?, _ rest: String?) -> Heard {
    if command.action == .help { return .help("") }
    if command.action == .redraw { return .again }
    if let reason = command.action.reasonNotPrinted { return .told(reason) }
    let before = command.context == here || here == .news ? [] : closing
    guard let rest, !rest.isEmpty else { return .actions(before + [command.action(count: count)]) }
    switch command.action {
    case .palette: return palette(rest, before: before + [.palette])
    // The last line is for a date that is typed.
    case .listSince:
      return .actions(before + [.listSince, .moveInList(1000), .choose, .paste(rest), .accept])
    default: return .actions(before + [command.action, .paste(rest), .accept])
    }
  }

  // MARK: What was asked for

  /// Takes a line as the answer to what is asked for; an empty one cancels that.
  private func answer(_ line: String, _ prompt: Prompt) -> Heard {
    if line.trimmed.isEmpty { return .actions([.close]) }
    guard prompt.kind == .palette else { return .actions([.eraseAll, .paste(line), .accept]) }
    let offers = prompt.text.isEmpty ? [] : shell.offers(in: screen)
    if let number = Int(line.trimmed), offers.indices.contains(number - 1) {
      return .actions([.moveInList(number - 1 - prompt.selected), .accept])
    }
    return palette(line, before: [.eraseAll])
  }

  /// Does what the palette offers for a line, if that is one command; lists several.
  private func palette(_ line: String, before: [Action]) -> Heard {
    let offers = Offered.all(for: line, of: shell.commands, in: screen, themes: shell.themes)
    if offers.isEmpty { return .refused(PromptView.nothingFound) }
    return .actions(before + [.paste(line)] + (offers.count == 1 ? [.accept] : []))
  }
}

extension Action {
  /// Why it changes nothing where everything is printed; nil for what does.
  var reasonNotPrinted: SafeText? {
    switch self {
    case .put, .scroll, .scrollText, .pageText: "nothing to scroll: everything is printed whole"
    case .scrollSideways, .toggleWrapping: "nothing to do: lines are printed whole"
    case .toggleMouse: "the mouse is not used in append mode"
    default: nil
    }
  }
}

extension Prompt.Kind {
  /// What is asked for, as a prompt.
  var question: SafeText {
    switch self {
    case .search: "search for words or /expression/: "
    case .filter: "show only, such as unread, author:NAME or words: "
    case .since: "new since, such as 2017-01-27, 3d or 12h: "
    case .palette: "command: "
    case .everything: "search everything for: "
    case .front: "front page, a name or an address: "
    case .link: "link of a discussion: "
    case .file: "path of a file: "
    case .site: "search the site for: "
    }
  }
}
