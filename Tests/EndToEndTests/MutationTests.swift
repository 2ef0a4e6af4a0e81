import Foundation
import RunningPrograms
import Testing

/// Files that were changed or cut: the first of those that `Mutations` reads when it is asked for all.
@Suite struct MutationTests {
  @Test(arguments: [
    "native", "hackernews", "hackernews-firebase", "reddit", "lobsters", "discourse", "lemmy",
    "mastodon", "github", "page",
  ])
  func noChangedFileStopsTheReader(format: String) throws {
    let program = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + "/Mutations"
    let outcome = try Program.run(program, ["2000", format])
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(outcome.status == 0, "ended by \(outcome.status) at \(lines.last ?? "the start")")
    #expect(lines.last?.hasPrefix("\(format): 2000 changed, 20 cut; ") == true)
  }
}
