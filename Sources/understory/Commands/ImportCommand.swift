import ArgumentParser
import DiscussionImport
import DiscussionModel
import TextGrid

/// `understory import PAGE`: makes a discussion of what somebody else wrote.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a discussion of the saved text of a web page.",
    discussion: """
      The page's text is what a browser saves or copies. An outline, in JSON, says which lines are \
      what and who answers whom; without one, every paragraph after the heading "Comments (N)" \
      becomes a comment at the top level.
      """)

  @Argument(help: "The page's text, or - for standard input.")
  var page: String

  @Option(help: ArgumentHelp("The page's outline.", valueName: "file"))
  var outline: String?

  @Option(help: "The discussion's id. (default: made from its title and byline)")
  var id: String?

  @Option(
    help: ArgumentHelp("Where to write the discussion; - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    try reportingFailure {
      let pageBytes = try InputFile.bytes(page)
      let outlineBytes = try outline.map(InputFile.bytes)
      let imported: ImportedDiscussion
      do throws(ImportError) {
        imported = try SavedPageImport.discussion(page: pageBytes, outline: outlineBytes, id: id)
      } catch {
        let path = error.file == .outline ? outline ?? page : page
        throw Failure(path: path, at: error.position, error.message)
      }
      let json = DiscussionFile.encode(imported.discussion)
      if output == "-" {
        try Output.standard.writeAll(json)
      } else {
        try OutputFile.write(json, to: output)
      }
      for warning in imported.warnings {
        Output.error.writeLine("understory: " + SafeText(warning))
      }
      let report = output == "-" ? Output.error : Output.standard
      report.writeLine(SafeText(imported.summary))
    }
  }
}
