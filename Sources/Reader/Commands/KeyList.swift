public import TextGrid

/// All keys of the screens as text: for the terminal, and as tables in a document.
public enum KeyList {
  /// Lines for a terminal: each group under its name.
  public static func lines(of commands: [Command]) -> [SafeText] {
    var result: [SafeText] = []
    for (context, heading) in screens {
      if let heading { result += ["", heading + ":"] }
      result += lines(of: commands, in: context)
    }
    return result
  }

  /// The screens whose keys are listed, and what is said before those of all but the first.
  private static let screens: [(Command.Context, SafeText?)] = [
    (.reading, nil), (.library, "In the library"), (.front, "On a front page"),
    (.results, "In library search results"),
  ]

  private static func lines(
    of commands: [Command], in context: Command.Context
  ) -> [SafeText] {
    var result: [SafeText] = []
    for (group, commands) in groups(of: commands, in: context) {
      if !result.isEmpty { result.append("") }
      result.append(SafeText(group.rawValue))
      for command in commands {
        let keys = "  " + names(of: command.keys, separator: " ")
        let spaces = String(repeating: " ", count: max(1, keyColumns - keys.width))
        result.append(keys + SafeText(spaces) + command.help)
      }
    }
    return result
  }

  /// Tables in Markdown, with a row for each command.
  public static func markdown(of commands: [Command]) -> [SafeText] {
    var result: [SafeText] = []
    for (context, heading) in screens {
      if let heading { result += ["", heading + ":", ""] }
      result += markdown(of: commands, in: context)
    }
    return result
  }

  private static func markdown(
    of commands: [Command], in context: Command.Context
  ) -> [SafeText] {
    var result: [SafeText] = ["| | keys | what they do |", "| --- | --- | --- |"]
    for (group, commands) in groups(of: commands, in: context) {
      for (index, command) in commands.enumerated() {
        let name = index == 0 ? SafeText(group.rawValue) : ""
        let keys = names(of: command.keys, separator: "` `").replacing("|", with: "\\|")
        result.append("| \(name.string) | `\(keys.string)` | \(command.help.string) |")
      }
    }
    return result
  }

  /// Cells for the keys.
  private static let keyColumns = 24

  private static func groups(
    of commands: [Command], in context: Command.Context
  ) -> [(Command.Group, [Command])] {
    Command.Group.allCases.compactMap { group in
      let members = commands.filter {
        $0.context == context && $0.group == group && !$0.keys.isEmpty
      }
      return members.isEmpty ? nil : (group, members)
    }
  }

  private static func names(of keys: [[Key]], separator: String) -> SafeText {
    SafeText(keys.map { Key.name(of: $0).string }.joined(separator: separator))
  }
}

extension SafeText {
  fileprivate func replacing(_ old: Character, with new: String) -> SafeText {
    SafeText(String(string.flatMap { $0 == old ? Array(new) : [$0] }))
  }
}
