public import TextGrid

/// How to use typed lines, made from the command table.
public enum AppendHelp {
  /// The most important commands of a screen, or all.
  ///
  /// - Parameters:
  ///   - shell: that of the screen.
  ///   - context: the screen's, whatever is over it.
  ///   - isAll: whether all commands are listed.
  ///   - topics: which other topics there are.
  /// - Returns: a line for each.
  static func lines(
    _ shell: Shell, in context: Command.Context, isAll: Bool, topics: String
  ) -> [SafeText] {
    let commands = shell.commands.filter {
      $0.context == context && $0.action.reasonNotPrinted == nil && $0.action != .help
    }
    if isAll { return commands.map { line(for: $0) } }
    let isPage = context == .reading
    let numbers: SafeText =
      isPage
      ? "An empty line reads on. A number goes to that comment."
      : "An empty line goes on with the list. A number opens that line."
    let search = isPage ? "search" : "search everything"
    return [
      "Type a command by its name, by the beginning of its name, or by its key, and Enter.",
      numbers,
    ] + commands.filter(\.isEssentialIfTyped).map { line(for: $0) } + [
      SafeText(
        "\(search) WORDS: \(isPage ? "find words in all texts" : "find words in all you keep")"),
      "again: repeat", "where: where you are",
    ]
      + (isPage
        ? ["list unread: the next unread comments", "list new: what is new, by thread"]
        : ["list: print the list again"])
      + [
        "a link: open it", "help all: all commands", "help NAME: explain a command or a topic",
        SafeText("topics: \(topics)"),
      ]
  }

  /// What a command is called, what it does, and its first key, which is last: some are signs.
  static func line(for command: Command) -> SafeText {
    let key = command.keys.first.map { "; key \(Key.name(of: $0).string)" } ?? ""
    return command.title + ": " + command.help.heard + SafeText(key)
  }

  /// What a command of a screen does, by its name; nil if none is called so.
  static func explanation(of name: String, _ shell: Shell, in context: Command.Context) -> SafeText?
  {
    let commands = shell.commands.filter { $0.context == context }
    guard case .command(let command, _, _) = TypedLine(name, of: commands) else { return nil }
    return line(for: command)
  }

  /// What help says about a screen.
  ///
  /// - Parameters:
  ///   - name: `all`, a command's name, or empty for the most important commands.
  ///   - shell: that of the screen.
  ///   - screen: which kind of screen.
  ///   - topics: which other topics there are.
  /// - Returns: nil if nothing is called so.
  public static func lines(
    about name: String, _ shell: Shell, on screen: Command.Context, topics: String
  ) -> [SafeText]? {
    if name.isEmpty || name == "all" {
      return lines(shell, in: screen, isAll: name == "all", topics: topics)
    }
    return explanation(of: name, shell, in: screen).map { [$0] }
  }
}
