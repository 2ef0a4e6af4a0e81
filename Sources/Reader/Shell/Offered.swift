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
  ///   not the palette. If there are none, what has a similar name.
  static func all(
    for line: String, of commands: [Command], in context: Command.Context, themes: [String]
  ) -> [Offered] {
    // What is longer was pasted by mistake, and is in no command.
    guard line.utf8.count <= 200, !line.isNumber else { return [] }
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
    let known = synonym(of: line, among: commands, in: context)
    let found =
      offered.filter(isNamed).map { .theme($0) }
      + (first + rest).filter { $0 != known }.map { Offered.command($0) }
      + offered.filter { !isNamed($0) }.map { .theme($0) }
    let best = known.map { [Offered.command($0)] } ?? []
    if !found.isEmpty || known != nil { return best + found }
    return similar(to: line, of: commands, in: context, themes: themes)
  }

  /// What other programs call a command, and what does the same here: the first that the screen has.
  private static let synonyms: [(names: [String], actions: [Action])] = [
    (["q", "q!", "qa", "qa!", "wq", "x", "exit", "bye"], [.quit]),
    (["h", "man"], [.help]),
  ]

  /// The command that other programs call so, by its index.
  private static func synonym(
    of line: String, among commands: [Command], in context: Command.Context
  ) -> Int? {
    let actions = synonyms.first { $0.names.contains(line) }?.actions ?? []
    return commands.firstIndex { $0.context == context && actions.contains($0.action) }
  }

  /// The command or theme whose name is nearest to what was typed; none if nothing is near.
  private static func similar(
    to line: String, of commands: [Command], in context: Command.Context, themes: [String]
  ) -> [Offered] {
    let own = commands.indices.filter {
      commands[$0].context == context && commands[$0].action != .palette
    }
    let named =
      own.flatMap { index in
        [commands[index].title.string.lowercased(), commands[index].id].map {
          (name: $0, offer: Offered.command(index))
        }
      } + themes.map { ("theme " + $0.lowercased(), .theme($0)) }
    let nearest = nearestName(to: line, among: named.map(\.name))
    return named.first { $0.name == nearest }.map { [$0.offer] } ?? []
  }
}

extension String {
  /// Whether it is digits alone, white space around them left out.
  var isNumber: Bool { !trimmed.isEmpty && trimmed.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
}
