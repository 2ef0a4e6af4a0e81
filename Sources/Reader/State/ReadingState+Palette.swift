import TextGrid

/// What the palette offers.
public enum Offered: Equatable, Sendable {
  /// A command, by its index in ``ReadingState/commands``.
  case command(Int)
  /// A theme, by its name.
  case theme(String)
}

/// Finding a command by its words, and choosing a theme.
extension ReadingState {
  /// What is offered for what was typed: every word of it is in the command's words.
  var offers: [Offered] {
    guard case .prompt(let prompt) = mode, prompt.kind == .palette else { return [] }
    let wanted = prompt.text.lowercased().split(separator: " ")
    func isWanted(_ text: String) -> Bool {
      let text = text.lowercased()
      return wanted.allSatisfy { text.contains($0) }
    }
    let commands = commands.indices.filter { index in
      let command = self.commands[index]
      return command.context == .reading && command.action != .palette
        && isWanted("\(command.id) \(command.title) \(command.help)")
    }
    // Those whose title begins so come first.
    let (first, rest) = commands.reduce(into: ([Int](), [Int]())) { split, index in
      let title = self.commands[index].title.string.lowercased()
      if title.hasPrefix(prompt.text.lowercased()) {
        split.0.append(index)
      } else {
        split.1.append(index)
      }
    }
    return (first + rest).map { .command($0) }
      + themes.filter { isWanted("theme " + $0) }.map { .theme($0) }
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
      notice = "nothing is called so"
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
