import ArgumentParser
import Library
import Storage
import TextGrid

/// `understory remove ID…`: takes discussions out of the library.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove discussions from the library.",
    discussion: """
      Your marks are kept, in case you add a discussion again.
      """)

  @Argument(
    help: ArgumentHelp(
      "The discussion's id as \"understory list\" shows it; with --yes, its beginning is enough.",
      valueName: "id"),
    completion: .discussion)
  var ids: [String]

  @Flag(help: "Also remove a discussion by the beginning of its id.")
  var yes = false

  func run() throws {
    try Self.each(of: ids) { library, id in
      if !yes, let found = try library.discussion(beginning: id) {
        throw Failure(
          SafeText("\(id): not a whole id; to remove \(found.id) (\(found.title)), add --yes"))
      }
      return SafeText("removed \(try library.remove(id))")
    }
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
