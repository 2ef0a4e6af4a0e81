import ArgumentParser
import Library
import Sites
import DiscussionModel
import Platform
import TextGrid

/// `understory add FILE…`: keeps discussions in the library.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add discussions to the library, or update those you have.",
    discussion: """
      Each file is one discussion; HTML pages of the same topic are merged. The library keeps a copy, so you no longer \
      need the file. To join several responses for one discussion, use "understory import".
      """)

  @Argument(
    help: ArgumentHelp(
      """
      A discussion in any format that "understory formats" lists, or - for standard input. \
      \(Sample.id) is built in.
      """, valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup var limit: LimitOption

  func run() throws {
    var hasFailed = false
    func attempt(_ work: () throws -> Void) throws {
      do {
        try work()
      } catch let failure as any LineError {
        Output.error.writeLine("understory: " + failure.line)
        hasFailed = true
      }
    }
    // Pages of one topic are one discussion, and are put together before they are kept.
    var topics: [(files: [String], pages: [ImportedDiscussion])] = []
    for file in files {
      try attempt {
        let imported = try Self.read(file)
        // What came through a pipe cannot be read again.
        guard imported.isPage, file != "-" else { return try Self.keep(imported) }
        let place = topics.firstIndex { $0.pages[0].discussion.id == imported.discussion.id }
        if let place {
          topics[place].files.append(file)
          topics[place].pages.append(imported)
        } else {
          topics.append(([file], [imported]))
        }
      }
    }
    for topic in topics {
      try attempt {
        try Self.keep(
          topic.files.count == 1 ? topic.pages[0] : try InputFile.discussion(topic.files))
      }
    }
    if hasFailed { throw ExitCode.failure }
  }

  private static func read(_ file: String) throws -> ImportedDiscussion {
    if LinkedFiles.link(file) != nil {
      throw Failure(
        SafeText("\(file): expected a file; \"understory fetch\" keeps what a link leads to"))
    }
    return try InputFile.discussion([file])
  }

  /// Keeps a discussion that came as a file.
  ///
  /// - Returns: its id, and what became of it, in a line.
  /// - Throws: ``Failure`` if it cannot be kept.
  static func keep(
    _ imported: ImportedDiscussion, _ access: MarksAccess
  ) throws -> (id: String, line: SafeText) {
    var discussion = imported.discussion
    // Those are somebody else's word: an address would be asked as if the user had asked for it, and a text would be
    // shown as that of the article's site.
    discussion.origin = nil
    discussion.linked = nil
    let saved = try DiscussionLibrary.usual(access).keep(
      discussion, isPage: imported.isPage, now: WallClock.now)
    let line = saved.keeping.line(of: saved.discussion)
    return (discussion.id, SafeText("\(line) · \(discussion.title)"))
  }

  private static func keep(_ imported: ImportedDiscussion) throws {
    let (id, line) = try keep(imported, .ofCommands)
    for warning in imported.warnings { Output.error.writeLine("understory: " + SafeText(warning)) }
    Output.standard.writeLine(SafeText("\(id): ") + line)
  }
}
