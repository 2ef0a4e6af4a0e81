import RunningPrograms
import Testing

@testable import understory

/// What the program says of itself: help, topics, and the manual page.
@Suite struct HelpTests {
  /// All commands, those of commands included.
  private static func commands(of tree: CommandTree) -> [CommandTree] {
    var result: [CommandTree] = []
    var open = [tree]
    while let command = open.popLast() {
      result.append(command)
      open += command.subcommands
    }
    return result
  }

  @Test func everyArgumentIsExplainedWithItsDefault() throws {
    for command in Self.commands(of: try CommandTree.whole()) {
      #expect(!command.abstract.isEmpty, "\(command.name)")
      for argument in command.arguments where argument.isShown {
        let name = "\(command.name) \(argument.names.last ?? argument.valueName)"
        #expect(!argument.abstract.isEmpty, "\(name)")
        let tellsDefault =
          argument.abstract.contains("(default: ") || argument.defaultValue != nil
          || argument.kind == .flag || !argument.isOptional || argument.kind == .positional
        #expect(tellsDefault, "\(name) does not tell its default")
      }
    }
  }

  @Test func helpListsTheTopics() throws {
    let help = try Program.run(["help"])
    #expect(help.status == 0)
    #expect(help.output == (try Program.run(["--help"]).output))
    for topic in HelpTopic.allCases { #expect(help.output.contains(topic.rawValue)) }
  }

  @Test(arguments: [
    ("formats", "hackernews"),
    ("sites", "Bluesky\n  Links                 bsky.app/profile/NAME/post/ID\n"),
    ("sites", "  As files              hackernews, hackernews-firebase\n"),
    ("keys", "Shift-Tab gb          previous unread comment"),
    ("keys", "In the library"), ("keys", "O                     the next order"),
    ("files", "$XDG_STATE_HOME/understory/marks.sqlite"),
    ("files", "$XDG_CACHE_HOME/understory/search.sqlite"),
    ("environment", "NO_COLOR"), ("environment", "XDG_CACHE_HOME"),
  ])
  func aTopicIsExplained(topic: String, text: String) throws {
    let help = try Program.run(["help", topic])
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(help.output.contains(text))
  }

  @Test func helpExplainsCommandsOfCommands() throws {
    let help = try Program.run(["help", "mark", "read"])
    #expect(help.status == 0)
    #expect(help.output == (try Program.run(["mark", "read", "--help"]).output))
  }

  @Test func theManualHasEverythingThatHelpHas() throws {
    let manual = try Program.run(["manual"])
    #expect(manual.status == 0)
    for section in ["NAME", "SYNOPSIS", "KEYS", "FORMATS", "ENVIRONMENT", "FILES", "EXIT STATUS"] {
      #expect(manual.output.contains("\n.Sh \(section)\n"))
    }
    for command in Self.commands(of: try CommandTree.whole()) where command.isShown {
      #expect(manual.output.contains(Mdoc.escaped(command.name)), "\(command.name)")
    }
  }
}
