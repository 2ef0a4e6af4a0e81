import ArgumentParser
import Glibc
import TextGrid

/// The program: reads a discussion on the whole screen, or does what a subcommand says.
@main struct Understory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understory",
    abstract: "A terminal reader for long discussions: an article and the tree of its comments.",
    usage: """
      understory [FILE …] [--theme NAME] [--color WHEN] [--top]
      understory <subcommand>
      """,
    discussion: "Press ? while reading for the keys.",
    version: ProgramVersion.number,
    subcommands: [
      OpenCommand.self, AddCommand.self, ListCommand.self, FetchCommand.self, RemoveCommand.self,
      SearchCommand.self, LibraryCommand.self, ShowCommand.self, StatsCommand.self,
      ImportCommand.self, FormatsCommand.self,
      StatusCommand.self, MarkCommand.self, StateCommand.self, KeysCommand.self,
      ThemesCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    // What cannot be written is told as an error, not by the end of the program.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      report(error)
    }
  }

  /// Ends the program with what the command line's parser has to say: it quotes the arguments.
  private static func report(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let output = code == .success ? Output.standard : Output.error
    let message = fullMessage(for: error)
    if !message.isEmpty {
      for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
        output.writeLine(SafeText(String(line)))
      }
    }
    Glibc.exit(code.rawValue)
  }
}
