import ArgumentParser
import Library
import TextGrid

/// `understory remove ID…`: takes discussions out of the library.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove discussions from the library.",
    discussion: """
      What was read of them stays on record: should one be added again, it is known what is new.
      """)

  @Argument(
    help: "The discussion's id as \"understory list\" shows it, or its beginning.",
    completion: .discussion)
  var ids: [String]

  func run() throws {
    var hasFailed = false
    for id in ids {
      do {
        let title = try DiscussionLibrary.usual(.ofCommands).remove(id)
        Output.standard.writeLine(SafeText("removed \(title)"))
      } catch let failure as any LineError {
        Output.error.writeLine("understory: " + failure.line)
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode.failure }
  }
}
