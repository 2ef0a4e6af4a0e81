import TextGrid

/// What the palette offers.
public enum Offered: Equatable, Sendable {
  /// A command, by its index in ``ReadingState/commands``.
  case command(Int)
  /// A theme, by its name.
  case theme(String)
}

extension Offered {
  /// What is offered for what was typed: every word of it is in the command's words.
  ///
  /// - Parameters:
  ///   - line: what was typed.
  ///   - commands: all there are.
  ///   - context: where the wanted ones' keys hold.
  ///   - palette: the command that offers, which is not offered.
  ///   - themes: those that can be chosen.
  /// - Returns: commands whose title begins so, the other commands, and themes.
  static func all(
    for line: String, of commands: [Command], in context: Command.Context, except palette: Action,
    themes: [String]
  ) -> [Offered] {
    // What is longer was pasted by mistake, and is in no command.
    guard line.utf8.count <= 200 else { return [] }
    let line = line.lowercased()
    let wanted = line.split(whereSeparator: \.isWhitespace)
    func isWanted(_ text: String) -> Bool {
      let text = text.lowercased()
      return wanted.allSatisfy { text.contains($0) }
    }
    var (first, rest): ([Int], [Int]) = ([], [])
    for (index, command) in commands.enumerated()
    where command.context == context && command.action != palette
      && isWanted("\(command.id) \(command.title) \(command.help)")
    {
      if command.title.string.lowercased().hasPrefix(line) {
        first.append(index)
      } else {
        rest.append(index)
      }
    }
    return (first + rest).map { .command($0) }
      + themes.filter { isWanted("theme " + $0) }.map { .theme($0) }
  }
}

/// Finding a command by its words, and choosing a theme.
extension ReadingState {
  /// What is offered for what was typed.
  var offers: [Offered] {
    guard case .prompt(let prompt) = mode, prompt.kind == .palette else { return [] }
    return Offered.all(
      for: prompt.text, of: commands, in: .reading, except: .palette, themes: themes)
  }

  /// Shows everything as the selected theme says; as before where none is selected.
  func previewTheme() -> [Effect] {
    guard case .prompt(let prompt) = mode, offers.indices.contains(prompt.selected),
      case .theme(let name) = offers[prompt.selected]
    else { return [.useTheme(theme)] }
    return [.useTheme(name)]
  }

  /// Does what is selected.
  mutating func acceptOffer(_ layout: inout Layout) -> [Effect] {
    guard case .prompt(let prompt) = mode else { return [] }
    let offers = offers
    mode = .reading
    guard offers.indices.contains(prompt.selected) else {
      notice = "no matching command"
      return []
    }
    switch offers[prompt.selected] {
    case .command(let index):
      return [.useTheme(theme)] + update(commands[index].action, layout: &layout)
    case .theme(let name):
      theme = name
      notice = SafeText("theme \(name) for now · theme = \"\(name)\" in config.toml keeps it")
      return [.useTheme(name)]
    }
  }
}
