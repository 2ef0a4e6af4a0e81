import TextGrid

/// The help screen, made from the command table.
enum HelpLines {
  /// What the keys of a screen do, and what its signs mean.
  ///
  /// - Parameters:
  ///   - commands: all there are.
  ///   - context: where their keys apply.
  ///   - columns: cells in a row.
  /// - Returns: the essential dozen and the signs first, which is a screen or little more, then all others by group.
  static func lines(
    of commands: [Command], in context: Command.Context, columns: Int
  ) -> [OverlayView.Line] {
    let commands = commands.filter { $0.context == context && !$0.keys.isEmpty }
    var result = [OverlayView.Line(name: "The basics", isHeading: true)]
    for command in commands where command.isEssential {
      result += lines(of: command, columns: columns)
    }
    let signs = signs(in: context)
    if !signs.isEmpty { result += [OverlayView.Line()] + legend(signs, columns: columns) }
    for group in Command.Group.allCases {
      let rest = commands.filter { $0.group == group && !$0.isEssential }
      if rest.isEmpty { continue }
      result += [
        OverlayView.Line(), OverlayView.Line(name: SafeText(group.rawValue), isHeading: true),
      ]
      for command in rest { result += lines(of: command, columns: columns) }
    }
    return result
  }

  private static func legend(
    _ signs: [(SafeText, SafeText)], columns: Int
  ) -> [OverlayView.Line] {
    [OverlayView.Line(name: "Symbols", isHeading: true)]
      + signs.flatMap { OverlayView.wrapped($0, $1, columns: columns) }
  }

  /// What the signs of a screen mean.
  private static func signs(in context: Command.Context) -> [(SafeText, SafeText)] {
    switch context {
    case .results: []
    case .front:
      [
        ("+12", "comments that arrived since your last visit"),
        ("new", "its title is new since your last visit"), ("3", "unread comments"),
        ("done", "all read"), ("here", "fetched, not opened yet"),
        ("muted", "muted in the library"),
      ]
    case .library, .libraryPeek:
      [
        ("+140", "comments that arrived since your last visit"),
        ("3", "unread comments, none of them new"), ("done", "all read"),
        ("muted", "listed last; nothing counts as new"), ("unseen", "never opened"),
        ("2 h", "when it was added or last got comments"),
        (
          "front page",
          "discussions with new comments, all that it lists, and when it was fetched"
        ),
      ]
    case .reading, .text, .list, .peek, .news, .outline, .prompt:
      [
        ("●", "unread"), ("+", "new since your last visit"),
        ("~", "edited since you read it"), ("○", "read in this visit"), ("★", "starred"),
        ("▸", "folded; the row says what it hides"), ("▒", "hidden by the site"),
        ("┃ • + ◆", "map at the right: where you are, unread, new, search matches"),
        ("·", "map at the right: what you have read; on a first visit, instead of ●"),
      ]
    }
  }

  private static func lines(of command: Command, columns: Int) -> [OverlayView.Line] {
    let keys = command.keys.map { Key.name(of: $0).string }.joined(separator: " ")
    return OverlayView.wrapped(SafeText(keys), command.help, columns: columns)
  }
}
