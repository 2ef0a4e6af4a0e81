import ArgumentParser
import Reader
import TextGrid

/// `understory keys`: prints what every key does.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List all keys.")

  @Flag(help: "As a table in Markdown.")
  var markdown = false

  func run() throws {
    let lines = markdown ? KeyList.markdown(of: Command.all) : KeyList.lines(of: Command.all)
    try reportingFailure {
      try Output.standard.writeLines { write in for line in lines { try write(line) } }
    }
  }
}
