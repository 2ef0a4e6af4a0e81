import ArgumentParser
import Library
import Storage
import TextGrid

/// `understory search QUERY`: finds comments in all kept discussions.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in the articles and comments of the library.",
    discussion: """
      All words must occur; capitals and accents do not matter. Words in quotes must be side by side, and \
      cam* finds words that begin with cam. AND, OR, NOT and parentheses combine words; author:ann and title:sheds \
      say where to look. If the query is not valid, the literal words are searched for. The exit status is 1 if \
      nothing is found.
      """)

  @Argument(help: ArgumentHelp("What to find; several words form one query.", valueName: "query"))
  var words: [String]

  @Option(
    help: ArgumentHelp(
      "Only by authors whose names contain this. (default: any author)", valueName: "name"))
  var author: String?

  @Flag(help: "Only comments that are not marked read.")
  var unread = false

  @Option(help: ArgumentHelp("The maximum number of results.", valueName: "count"))
  var limit = 20

  @Flag(help: "As JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Whether to show matches in bold: never, auto or always.",
      discussion: "auto uses bold in a terminal, unless NO_COLOR is set and not empty.",
      valueName: "when"))
  var color = AppearanceOptions.ColorUse.auto

  /// What is looked for, as the index has it.
  private var wanted: SearchQuery {
    SearchQuery(
      SafeText(words.joined(separator: " ")).string, author: author.map { SafeText($0).string })
  }

  func validate() throws {
    if wanted.words.allSatisfy(\.isWhitespace) {
      throw ValidationError("expected words to find, found none")
    }
    if let problem = wanted.problem { throw ValidationError(problem.string) }
    if let author = wanted.author, author.allSatisfy(\.isWhitespace) {
      throw ValidationError("--author: expected a name, found none")
    }
    if limit < 1 { throw ValidationError("--limit: expected 1 or more, found \(limit)") }
    let most = 1_000_000
    if limit > most { throw ValidationError("--limit: expected at most \(most), found \(limit)") }
  }

  func run() throws {
    try reportingFailure {
      let search = try LibrarySearch()
      for problem in search.problems { Output.error.writeLine("understory: " + problem) }
      // That nothing is found in nothing need not be said.
      if search.isEmpty, !json {
        Output.error.writeLine(ListCommand.nothing)
        throw ExitCode.failure
      }
      let results = try results(of: search)
      if results.isLiteral {
        Output.error.writeLine("understory: " + wanted.literalNote)
      }
      try Output.standard.writeAll(json ? SearchReport.encoded(results) : bytes(results))
      if results.hits.isEmpty { throw ExitCode.failure }
    }
  }

  private func results(of search: LibrarySearch) throws -> SearchResults {
    guard unread else { return try search.results(wanted, limit: limit) { _ in true } }
    let found = try MarksAccess.ofCommands.use { (library) throws(StorageError) in
      var read = ReadComments()
      let found = Result {
        try search.results(wanted, limit: limit) { read.isUnread($0, in: library) }
      }
      if let problem = read.problem { throw problem }
      return found
    }
    return try found.get()
  }

  private func bytes(_ results: SearchResults) -> [UInt8] {
    var lines = HitLines.lines(results.hits)
    if !lines.isEmpty { lines.append(HitLine(text: "")) }
    lines.append(HitLine(text: SearchReport.summary(results, isUnread: unread, limit: limit)))
    return lines.flatMap { $0.bytes(bold: usesBold) }
  }

  private var usesBold: Bool {
    switch color {
    case .never: false
    case .auto: Output.standard.isTerminal && UserFolder.variable("NO_COLOR") == nil
    case .always: true
    }
  }
}
