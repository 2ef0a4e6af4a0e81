import Foundation
import HostileCorpus
import RunningPrograms
import Testing

/// `understory stats`.
@Suite struct StatsTests {
  private func run(
    _ arguments: [String], of discussion: String = "understory:sample", locale: String = "C.UTF-8",
    configuration: String = ""
  ) throws -> Program.Outcome {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("understory"), withIntermediateDirectories: true)
    try folder.write(configuration, to: "understory/config.toml")
    return try Program.run(
      ["stats", discussion] + arguments,
      environment: ["XDG_CONFIG_HOME": folder.path, "LC_ALL": locale])
  }

  @Test func theSampleIsCounted() throws {
    let outcome = try run([])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.contains("\n42 comments, 15 threads, "))
    #expect(outcome.output.contains("\n20 participants\n  bergmann   4 ██"))
    #expect(outcome.output.contains("\n  level 6  1 ██▋\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let narrow = try run(["--width", "30"])
    #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }

  @Test(arguments: ["C.UTF-8", "xx_YY.UTF-8", "xx_YY.utf8"])
  func barsAreDrawnWhereTheLocaleSaysUTF8(locale: String) throws {
    #expect(try !run([], locale: locale).output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [
    (["--ascii"], "C.UTF-8", ""), ([], "C", ""), ([], "xx_YY.ISO-8859-1", ""),
    ([], "C.UTF-8", "ascii = true"),
  ])
  func barsAreOfASCIIWhereTheyMustBe(
    arguments: [String], locale: String, configuration: String
  ) throws {
    let outcome = try run(arguments, locale: locale, configuration: configuration)
    #expect(outcome.status == 0)
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(outcome.output.contains("\n  level 6  1 ##=\n"))
  }

  @Test func scriptsGetJSON() throws {
    let outcome = try run(["--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any])
    #expect(object["comments"] as? Int == 42)
    #expect(object["levels"] as? [Int] == [15, 10, 10, 4, 2, 1])
    let longest = (object["longestThreads"] as? [[String: Any]])?.first
    #expect(longest?["number"] as? Int == 25 && longest?["comments"] as? Int == 13)
    #expect(longest?["author"] as? String == "walt")
    #expect(object["withoutAuthor"] as? Int == 0 && object["times"] != nil)
  }

  @Test(arguments: [
    (["--width", "19"], "--width: expected 20 or more, found 19"),
    (["--json", "--ascii"], "--ascii: not valid with --json"),
    (["--json", "--width", "40"], "--width: not valid with --json"),
  ])
  func whatDoesNotFitIsToldInALine(arguments: [String], line: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64 && outcome.errors.contains(line))
  }

  @Test(arguments: [[], ["--json"], ["--ascii"]])
  func aHostileDiscussionIsCountedHarmlessly(arguments: [String]) throws {
    let folder = try Folder()
    try folder.write(HostileDiscussion.file(), to: "hostile.json")
    let outcome = try run(arguments, of: folder.path + "/hostile.json")
    #expect(outcome.status == 0)
    #expect(WrittenBytes(outcome.outputBytes, to: .file).violations == [])
  }
}
