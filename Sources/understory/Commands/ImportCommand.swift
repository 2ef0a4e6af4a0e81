import ArgumentParser
import Sites
import DiscussionModel
import TextGrid

/// `understory import FILE…`: makes a discussion of what other programs have written.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Convert a response from a site, or a saved page, to a discussion in JSON.",
    discussion: """
      The format is detected from the content; "understory formats" lists all formats. Several files are one \
      discussion, such as its pages. A saved page is HTML, or the text that a browser saved or copied; for text, an \
      outline in JSON states which lines are which part, and who replies to whom.
      """)

  @Argument(
    help: ArgumentHelp(
      """
      A response from a site, or a saved page as HTML or text, or - for standard input; several are \
      parts of one discussion.
      """, valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup var limit: LimitOption

  @Option(
    help: ArgumentHelp(
      "The format. (default: detected from the content)", valueName: "name"),
    completion: .format,
    transform: Self.format(named:))
  var format: DiscussionFormat?

  @Option(
    help: ArgumentHelp(
      "The outline of a saved page. (default: none; the parts are detected)",
      valueName: "file"),
    completion: .file())
  var outline: String?

  @Option(
    help: ArgumentHelp(
      "The discussion to read from several, by number or id. (default: all)",
      valueName: "number"),
    transform: { try ArgumentText.checked($0) })
  var only: String?

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp(
      """
      Where parts of a page in HTML are, as CSS selectors: comment, id, parent, depth, author, time, text; \
      time@datetime is an attribute. (default: detected)
      """, valueName: "part=css,…"),
    transform: Self.selections(in:))
  var selections: [[PageSelection]] = []

  @Flag(help: "Explain how an HTML page was read. (default: write the discussion)")
  var explain = false

  @Option(
    help: "The host that responded, if the file does not name it. (default: none)",
    transform: { try ArgumentText.checked($0) })
  var host: String?

  @Option(
    help: "The discussion's id. (default: the source's, or derived from title and byline)",
    transform: { try ArgumentText.checked($0) })
  var id: String?

  @Option(
    help: ArgumentHelp("Where to write the discussion; - for standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  private static func format(named name: String) throws -> DiscussionFormat {
    if let format = DiscussionFormat(rawValue: name) { return format }
    let names = DiscussionFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("expected one of \(names)")
  }

  private static func selections(in text: String) throws -> [PageSelection] {
    let text = try ArgumentText.checked(text)
    do throws(PageSelection.Fault) {
      return try PageSelection.list(text)
    } catch {
      throw ValidationError(error.message)
    }
  }

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("expected a file to import") }
    guard outline == nil || files.count == 1 else {
      throw ValidationError("--outline: expected one page, found \(files.count) files")
    }
  }

  func run() throws {
    try reportingFailure {
      var options = ImportOptions(
        format: outline == nil ? format : .page, id: id, only: only, host: host)
      options.selections = selections.flatMap { $0 }
      let imported = try InputFile.discussion(files + (outline.map { [$0] } ?? []), options)
      if explain { return try Self.explain(imported, files) }
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
      if let account = imported.account { report.writeLine(SafeText(account.line)) }
    }
  }

  /// Prints how a page was read.
  private static func explain(_ imported: ImportedDiscussion, _ files: [String]) throws {
    guard imported.isPage else {
      throw Failure(
        path: files[0], "expected an HTML page; --explain works only with those")
    }
    for line in imported.explanation + imported.warnings {
      Output.standard.writeLine(SafeText(line))
    }
    Output.standard.writeLine(SafeText(imported.summary))
    if let account = imported.account { Output.standard.writeLine(SafeText(account.line)) }
  }
}
