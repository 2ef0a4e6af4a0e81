import ArgumentParser
import Library
import TextGrid

/// `understory remove ID…`: takes discussions out of the library.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove discussions from the library.",
    discussion: """
      What you have read stays on record, for the case that you add a discussion again.
      """)

  @Argument(
    help: "The discussion's id as \"understory list\" shows it, or its beginning.",
    completion: .discussion)
  var ids: [String]

  func run() throws {
    try Self.each(of: ids) { library, id in SafeText("removed \(try library.remove(id))") }
  }

  /// Does something with each of some discussions, and reports in a line what, or why not.
  ///
  /// - Throws: the exit status if it could not be done with all of them.
  static func each(
    of ids: [String], _ work: (DiscussionLibrary, String) throws -> SafeText
  ) throws {
    var hasFailed = false
    for id in ids {
      do {
        Output.standard.writeLine(try work(DiscussionLibrary.usual(.ofCommands), id))
      } catch let failure as any LineError {
        Output.error.writeLine("understory: " + failure.line)
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode.failure }
  }
}
