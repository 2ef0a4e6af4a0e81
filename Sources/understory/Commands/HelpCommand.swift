import ArgumentParser
import TextGrid

/// `understory help [COMMAND…|TOPIC]`: explains a command, or a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explain a command or a topic: \(HelpTopic.list).",
    discussion:
      """
      If a command has the name of a topic, this explains the topic; add --help to the command for its usage. \
      Each topic but files and environment is also a manual page, such as understory-keys(7).
      """,
    helpNames: [.customShort("h"), .customLong("help")])

  @Argument(
    help: "A command such as \"mark read\", or a topic. (default: an overview)",
    completion: .list(names))
  var words: [String] = []

  private static var names: [String] {
    let commands = Understory.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return HelpTopic.allCases.map(\.rawValue)
      + commands.map { $0._commandName }.filter { HelpTopic(rawValue: $0) == nil }
  }

  /// The command or topic that a word is near to, or what is called in its place.
  private static func advice(for word: String) -> String {
    let call =
      CommandAdvice.synonym(for: word)
      ?? nearestName(to: word.lowercased(), among: names).map { "understory help \($0)" }
    return call.map { "; did you mean \"\($0)\"?" } ?? ""
  }

  func run() throws {
    if words.count == 1, let topic = HelpTopic(rawValue: words[0]) {
      return try reportingFailure {
        try Output.standard.writeLines { write in for line in topic.lines { try write(line) } }
      }
    }
    var command: any ParsableCommand.Type = Understory.self
    for word in words {
      guard
        let next = command.configuration.subcommands.first(where: { $0._commandName == word })
      else {
        throw ValidationError("No command or topic is called '\(word)'\(Self.advice(for: word)).")
      }
      command = next
    }
    throw CleanExit.helpRequest(command)
  }
}
