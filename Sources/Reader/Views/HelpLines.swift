import TextGrid

/// The help screen, made from the command table.
enum HelpLines {
  /// The essential dozen first, then all by group.
  static func lines(of commands: [Command], columns: Int) -> [OverlayView.Line] {
    let commands = commands.filter { $0.context == .reading && !$0.keys.isEmpty }
    var result = [OverlayView.Line(name: "To begin with", isHeading: true)]
    for command in commands where command.isEssential {
      result += lines(of: command, columns: columns)
    }
    for group in Command.Group.allCases {
      let rest = commands.filter { $0.group == group && !$0.isEssential }
      if rest.isEmpty { continue }
      result += [
        OverlayView.Line(), OverlayView.Line(name: SafeText(group.rawValue), isHeading: true),
      ]
      for command in rest { result += lines(of: command, columns: columns) }
    }
    return result + [OverlayView.Line()] + legend(columns: columns)
  }

  /// What the signs mean.
  private static func legend(columns: Int) -> [OverlayView.Line] {
    [OverlayView.Line(name: "Signs", isHeading: true)]
      + [
        ("●", "unread"), ("+", "new since your first visit"),
        ("~", "read before, and edited since"), ("○", "read in this visit"), ("★", "starred"),
        ("▸", "folded, with what it hides"), ("▒", "hidden by the site"),
        ("┃ • + ◆", "at the right: where you are, the unread, the new, what a search found"),
      ].flatMap { sign, text in
        OverlayView.wrapped(SafeText(sign), SafeText(text), columns: columns)
      }
  }

  private static func lines(of command: Command, columns: Int) -> [OverlayView.Line] {
    let keys = command.keys.map { ReadingState.name(of: $0).string }.joined(separator: " ")
    return OverlayView.wrapped(SafeText(keys), command.help, columns: columns)
  }
}
