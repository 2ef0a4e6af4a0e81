import TextGrid

/// What the palette offers.
public enum Offered: Equatable, Sendable {
  /// A command, by its index in ``Shell/commands``.
  case command(Int)
  /// A theme, by its name.
  case theme(String)

  /// What is offered for what was typed: every word of it is in the command's words.
  ///
  /// - Parameters:
  ///   - line: what was typed.
  ///   - commands: all there are.
  ///   - context: where the wanted ones' keys are in force.
  ///   - themes: those that can be chosen.
  /// - Returns: the theme with that name, commands whose title begins so, the other commands, and themes;
  ///   not the palette.
  static func all(
    for line: String, of commands: [Command], in context: Command.Context, themes: [String]
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
    where command.context == context && command.action != .palette
      && isWanted("\(command.id) \(command.title) \(command.help)")
    {
      if command.title.string.lowercased().hasPrefix(line) {
        first.append(index)
      } else {
        rest.append(index)
      }
    }
    func isNamed(_ theme: String) -> Bool { wanted.last.map(String.init) == theme.lowercased() }
    let offered = themes.filter { isWanted("theme " + $0) }
    return offered.filter(isNamed).map { .theme($0) } + (first + rest).map { .command($0) }
      + offered.filter { !isNamed($0) }.map { .theme($0) }
  }
}
