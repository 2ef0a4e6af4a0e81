import ArgumentParser
import Library
import TextGrid

/// `understory keep ID…`: keeps discussions that were only visited.
struct KeepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Keep discussions that you opened from a front page until you remove them.",
    discussion: """
      Others are removed some time after your last visit (keep_visited in the configuration), unless a comment \
      in them has a star. What you added or fetched is kept anyway.
      """)

  @Argument(
    help: ArgumentHelp(
      "The discussion's id as \"understory list\" shows it, or its beginning.", valueName: "id"),
    completion: .discussion)
  var ids: [String]

  func run() throws {
    try RemoveCommand.each(of: ids) { library, id in
      SafeText("kept \(try library.keepForGood(id))")
    }
  }
}
