import ArgumentParser
import DiscussionModel
import JSONText
import Library
import Reader
import Storage
import TextGrid

/// `understory state`: carries what was read to another machine.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Carry marks, stars and places to another machine.",
    subcommands: [Export.self, Import.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Write all marks, stars, places and hidden discussions of front pages to standard output, as JSON."
    )

    func run() throws {
      try reportingFailure {
        let contents = try MarksAccess.ofCommands.use { (library) throws(StorageError) in
          StateFile.Contents(
            readings: try library.export(), hidden: try library.fronts.decisions())
        }
        try Output.standard.writeAll(StateFile.encode(contents))
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Merge what another machine exported; the later of two marks wins.")

    @Argument(
      help: "The output of \"state export\", or - for standard input.", completion: .file())
    var file: String

    @OptionGroup var limit: LimitOption

    func run() throws {
      try reportingFailure {
        let bytes = try InputFile.bytes(file)
        let contents: StateFile.Contents
        do throws(JSONError) {
          contents = try StateFile.decode(bytes)
        } catch {
          let position = TextPosition(offset: error.offset, in: bytes)
          throw Failure(path: file, at: position, error.message(in: bytes))
        }
        let (outcomes, hidden) = try MarksAccess.ofCommands.use { (library) throws(StorageError) in
          (try library.merge(contents.readings), try library.fronts.merge(contents.hidden))
        }
        for outcome in outcomes { Output.standard.writeLine(Self.line(outcome)) }
        if hidden > 0 {
          let words = counted(hidden, "discussion")
          Output.standard.writeLine(SafeText("front pages: \(words) hidden or shown again"))
        }
        if outcomes.isEmpty, hidden == 0 { Output.standard.writeLine("nothing to import") }
      }
    }

    /// What a merge changed: `Title: 3 marks, 1 star`.
    private static func line(_ outcome: MergeOutcome) -> SafeText {
      let counts = [(outcome.marks, "mark"), (outcome.stars, "star"), (outcome.mutes, "mute")]
      var parts = counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
      if outcome.isNew { parts.insert("new here", at: 0) }
      if outcome.movesPlace { parts.append("the place") }
      let name = outcome.title.isEmpty ? outcome.id : outcome.title
      let changes = parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
      return SafeText("\(name): \(changes)")
    }
  }
}
