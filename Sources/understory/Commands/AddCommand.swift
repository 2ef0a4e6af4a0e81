import ArgumentParser
import Library
import Sites
import DiscussionModel
import Glibc
import TextGrid

/// `understory add FILE…`: keeps discussions in the library.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add discussions to the library, or update those you have.",
    discussion: """
      Each file is a discussion of its own. A copy is kept, so that the file is not needed any more. \
      What was fetched of one discussion in several files becomes one by "understory import".
      """)

  @Argument(
    help: """
      A discussion in any format that "understory formats" lists, or - for standard input.
      """, completion: .file())
  var files: [String]

  @OptionGroup var limit: LimitOption

  func run() throws {
    var hasFailed = false
    for file in files {
      do {
        try Self.add(file)
      } catch let failure as any LineError {
        Output.error.writeLine("understory: " + failure.line)
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode.failure }
  }

  private static func add(_ file: String) throws {
    if LinkedFiles.isLink(file) {
      throw Failure(
        SafeText("\(file): expected a file; \"understory fetch\" keeps what a link leads to"))
    }
    let imported = try InputFile.discussion([file])
    var discussion = imported.discussion
    // That is somebody else's word, and would be asked as if the user had asked for it.
    discussion.origin = nil
    let keeping = try DiscussionLibrary.usual(.ofCommands).keep(discussion, now: Int64(time(nil)))
      .keeping
    for warning in imported.warnings { Output.error.writeLine("understory: " + SafeText(warning)) }
    Output.standard.writeLine(SafeText("\(discussion.id): \(keeping.line) · \(discussion.title)"))
  }
}
