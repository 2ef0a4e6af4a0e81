public import TextGrid

/// What a typed line asks a screen to do.
public enum Heard: Equatable, Sendable {
  /// Apply these in order, as long as the same screen is on top.
  case actions([Action])
  /// Open the discussion at an address.
  case link(String)
  /// Print again what was printed last.
  case again
  /// Say where the reader is.
  case place
  /// List the next unread comments.
  case unread
  /// Explain a topic, a command, or `all` commands, by its name; an empty name is for the most important ones.
  case help(String)
  /// Only say this.
  case said(SafeText)
  /// Say why it cannot be done.
  case refused(SafeText)
  /// There is no such command; `names` are those that there are.
  case unknown(String, names: [String])
}

/// Interprets typed lines for a screen and what is over it.
struct Hearing {
  let shell: Shell
  /// The context of the screen itself.
  let screen: Command.Context
  /// The context of what is over it, or else of the screen.
  let here: Command.Context
  /// How many lines the list has, and which is selected, 0-based; nil if there is no list.
  var rows: (count: Int, selected: Int)?
  /// Selects the line so many further down.
  var move: (Int) -> Action = { .move($0) }
  /// Opens the selected line; nil if the lines are comments, since a number then means a comment.
  var choice: Action? = .open
  /// Close what is over the screen.
  var closing: [Action] = []
  /// What an empty line does at the end of the list, or without a list; nil for nothing.
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
    case .several(let names):
      let some = names.prefix(8).map(\.string).joined(separator: ", ")
      let more = names.count > 8 ? " and \(names.count - 8) more" : ""
      return .refused(SafeText("\(line.trimmed) is ambiguous; it may be: \(some)\(more)"))
    case .nothing:
      if let link = link(withoutScheme: line.trimmed) { return .link(link) }
      return .unknown(
        line, names: commands.flatMap(\.names) + TypedLine.Word.allCases.map(\.rawValue))
    }
  }

  /// The link that is meant by an address without its scheme; nil if no discussion can be there.
  private func link(withoutScheme address: String) -> String? {
    guard address.contains("/"), !address.contains(where: \.isWhitespace) else { return nil }
    let link = "https://" + address
    return shell.opener.opensHere(SafeText(link)) ? link : nil
  }

  private func goOn() -> Heard {
    if let (count, selected) = rows, selected + Self.pageRows < count {
      return .actions([move(Self.pageRows)])
    }
    return goingOn.map { .actions($0) } ?? .said("end of the list")
  }

  /// What a number means: a line of a list, or else a comment.
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
    if let reason = command.action.reasonNotPrinted { return .said(reason) }
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

  // MARK: Questions

  /// Takes a line as the answer to a question; an empty line cancels it.
  private func answer(_ line: String, _ prompt: Prompt) -> Heard {
    if line.trimmed.isEmpty { return .actions([.close]) }
    guard prompt.kind == .palette else { return .actions([.eraseAll, .paste(line), .accept]) }
    let offers = prompt.text.isEmpty ? [] : shell.offers(in: screen)
    if let number = Int(line.trimmed), offers.indices.contains(number - 1) {
      return .actions([.moveInList(number - 1 - prompt.selected), .accept])
    }
    return palette(line, before: [.eraseAll])
  }

  /// Runs the command that the palette offers for a line, or lists them if there are several.
  private func palette(_ line: String, before: [Action]) -> Heard {
    let offers = Offered.all(for: line, of: shell.commands, in: screen, themes: shell.themes)
    if offers.isEmpty { return .refused(PromptView.nothingFound) }
    return .actions(before + [.paste(line)] + (offers.count == 1 ? [.accept] : []))
  }
}

extension Action {
  /// Why it has no effect if everything is printed; nil for an action that has one.
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
  /// The prompt that asks for it.
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
