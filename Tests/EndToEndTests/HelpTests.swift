import Foundation
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
    ("sites", "WHO ELSE DISCUSSES IT\n"), ("keys", "On a front page"),
    ("reading", "  >3                    with more than 3 points\n"),
    ("config", "  theme = \"dark\"        The theme: "),
    ("privacy", "GITHUB_TOKEN is sent"),
    ("library", "Lobsters\n  Names                 lobsters, lobsters/newest"),
    ("output", "  --subtree             also its replies, and theirs\n"),
    ("sites", "  As files              hackernews, hackernews-firebase\n"),
    ("keys", "Shift-Tab gb          previous unread comment"),
    ("keys", "In the library"), ("keys", "O                     change the order"),
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

  @Test func theManualHasAllCommands() throws {
    let manual = try Program.run(["manual"])
    #expect(manual.status == 0)
    for section in ["NAME", "SYNOPSIS", "ENVIRONMENT", "FILES", "EXIT STATUS", "SEE ALSO"] {
      #expect(manual.output.contains("\n.Sh \(section)\n"))
    }
    for command in Self.commands(of: try CommandTree.whole()) where command.isShown {
      #expect(manual.output.contains(Mdoc.escaped(command.name)), "\(command.name)")
    }
  }

  /// A page for each topic but those that are sections, with the words of help in it.
  @Test func eachTopicHasAPage() throws {
    for topic in HelpTopic.allCases {
      let page = try Program.run(["manual", topic.rawValue])
      guard let section = topic.section else {
        #expect(page.status == 64)
        #expect(
          page.errors
            == "understory: there is no manual page for '\(topic)' (see understory manual --help)\n"
        )
        continue
      }
      #expect(page.status == 0)
      #expect(page.output.contains("\n.Dt UNDERSTORY-\(topic.rawValue.uppercased()) \(section)\n"))
      #expect(page.output.contains("\n.Xr understory 1 ,\n"))
    }
  }

  /// An installation has the pages that the program has.
  @Test func installationHasAllPages() throws {
    let files = try String(
      contentsOf: Program.root.appendingPathComponent("Sources/Installation/files"), encoding: .utf8
    )
    let topics = HelpTopic.pages.map { "\($0.rawValue).\($0.section ?? 0)" }
    #expect(files.contains("\ntopics=\"\(topics.joined(separator: " "))\"\n"))
  }

  private static let mandoc = "/usr/bin/mandoc"

  /// What mandoc finds fault with, all pages being there.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: mandoc), "mandoc is missing"))
  func mandocFindsNoFault() throws {
    let folder = try Folder()
    for topic in [nil] + HelpTopic.pages {
      let page = try Program.run(["manual"] + (topic.map { [$0.rawValue] } ?? []))
      try folder.write(page.output, to: "\(topic?.pageName ?? "understory").\(topic?.section ?? 1)")
    }
    // References are looked for in the folder in which it is started.
    let outcome = try Program.run(
      "/bin/sh", ["-c", "cd '\(folder.path)' && exec \(Self.mandoc) -T lint *"])
    #expect(outcome.output == "")
    #expect(outcome.status == 0)
  }
}
