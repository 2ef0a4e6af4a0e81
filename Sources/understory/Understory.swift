import ArgumentParser
import Glibc

/// The program: reads a discussion on the whole screen, or does what a subcommand says.
@main struct Understory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understory",
    abstract: "A terminal reader for long discussions: an article and the tree of its comments.",
    usage: """
      understory [FILE] [--theme NAME]
      understory <subcommand>
      """,
    discussion: "Press ? while reading for the keys.",
    version: "0.1.0",
    subcommands: [OpenCommand.self, ShowCommand.self, ImportCommand.self],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    main(nil)
  }
}
