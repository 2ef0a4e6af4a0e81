import ArgumentParser
import CPlatform
import Platform
import Paths
import TextGrid

/// The program: reads a discussion on the whole screen, or does what a subcommand says.
@main struct Understory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understory",
    abstract: "A terminal reader for long discussions: an article and the tree of its comments.",
    usage: """
      understory [FILE, ID or LINK …] [--theme NAME] [--color WHEN] [--top] [--linear | --append]
      understory <subcommand>
      """,
    discussion: """
      Press ? while reading for the keys. "understory help TOPIC" explains a topic: \(HelpTopic.list).
      """,
    version: ProgramVersion.line,
    subcommands: [
      OpenCommand.self, AddCommand.self, ListCommand.self, FetchCommand.self, FrontCommand.self,
      KeepCommand.self, RemoveCommand.self,
      SearchCommand.self, LibraryCommand.self, ShowCommand.self, StatsCommand.self,
      ImportCommand.self, FormatsCommand.self,
      StatusCommand.self, MarkCommand.self, StateCommand.self, KeysCommand.self,
      ThemesCommand.self, ConfigCommand.self, DoctorCommand.self, CompletionsCommand.self,
      CompleteCommand.self, ManualCommand.self, HelpCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Those of which people are told.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { command in
      command.configuration.shouldDisplay ? command.configuration.commandName : nil
    }
  }

  static func main() {
    _ = ProgramStart.time
    understory_keep_little_memory()
    // A file that is opened must not become one of these.
    for file in 0...2 as ClosedRange<Int32> where fcntl(file, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
    // What cannot be written is told as an error, not by the end of the program.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      // Swift's own list of them repairs what is not UTF-8.
      let arguments = UnsafeBufferPointer(
        start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
      let words = arguments.dropFirst().compactMap { $0.map { String(cPath: $0) } }
      // The parser needs longer than all else that happens before the first frame.
      if words == ["--version"] { return Output.standard.writeLine(SafeText(ProgramVersion.line)) }
      if let opening = OpenCommand.plain(words) { return try opening.run() }
      var command = try parseAsRoot(words)
      try command.run()
    } catch {
      report(error)
    }
  }

  /// Ends the program with what the command line's parser has to say: it quotes the arguments.
  ///
  /// What was asked for goes to standard output, and what is wrong, in one line, to standard error.
  private static func report(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    if code == .success {
      for line in fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false) {
        Output.standard.writeLine(SafeText(String(line)))
      }
    } else {
      let advice =
        code == .validationFailure
        ? CommandAdvice.message(for: Array(CommandLine.arguments.dropFirst())) : nil
      let said = advice ?? message(for: error)
      var message = (ArgumentHelp.expectation(for: said) ?? said)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if message.hasSuffix(".") { message.removeLast() }
      let hint =
        code == .validationFailure && advice == nil
        ? " (see \(helpCommand(for: CommandLine.arguments)))" : ""
      if !message.isEmpty {
        Output.error.writeLine(SafeText("understory: " + message.beginningSmall + hint))
      }
    }
    Platform.exit(code.rawValue)
  }

  /// What explains the command that was called: `understory mark read --help`.
  private static func helpCommand(for arguments: [String]) -> String {
    var command: any ParsableCommand.Type = Understory.self
    var names: [String] = []
    for word in arguments.dropFirst() {
      let subcommands = command.configuration.subcommands
      guard let next = subcommands.first(where: { $0._commandName == word }) else { break }
      command = next
      names.append(word)
    }
    return (["understory"] + names + ["--help"]).joined(separator: " ")
  }
}

extension String {
  /// With a small letter at its start, unless its first word is all capitals.
  fileprivate var beginningSmall: String {
    guard dropFirst().first?.isLowercase ?? false else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
