import ArgumentParser
import DiscussionModel
import Storage
import TextGrid

/// `understory library`: what keeps the library in order.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "Maintain the library.", subcommands: [Reindex.self])

  struct Reindex: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rebuild the index for \"understory search\".",
      discussion: "The index is updated automatically; use this if you suspect that it is wrong.")

    func run() throws {
      try reportingFailure {
        let search = try LibrarySearch()
        for problem in search.problems { Output.error.writeLine("understory: " + problem) }
        do throws(StorageError) {
          let done = try search.update(startsAnew: true)
          let discussions = counted(done.discussions, "discussion")
          let texts = counted(done.documents, "text")
          Output.standard.writeLine(SafeText("\(discussions) indexed, \(texts)"))
        } catch .locked {
          throw Failure("another understory is updating the index")
        } catch {
          throw Failure(SafeText(error.reason))
        }
      }
    }
  }
}
