import Foundation
import RunningPrograms
import Testing

/// What the README says, held against what the program says.
@Suite struct ReadmeTests {
  private static var readme: String {
    get throws {
      let file = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
      return try String(contentsOfFile: "/" + file + "/README.md", encoding: .utf8)
    }
  }

  @Test func itsKeysAreThoseOfTheProgram() throws {
    let outcome = try Program.run(["keys", "--markdown"])
    #expect(outcome.status == 0)
    #expect(
      try Self.readme.contains("\n\n" + outcome.output + "\n"),
      "the table of keys is old: put what `understory keys --markdown` prints into README.md")
  }

  @Test func itsSitesAreThoseOfTheProgram() throws {
    let outcome = try Program.run(["formats", "--markdown"])
    #expect(outcome.status == 0)
    #expect(
      try Self.readme.contains("\n\n" + outcome.output + "\n"),
      "the table of sites is old: put what `understory formats --markdown` prints into README.md")
  }

  /// The example of a configuration file, as it stands there.
  @Test func itsConfigurationIsOne() throws {
    let readme = try Self.readme
    let start = try #require(readme.range(of: "```toml\ntheme = \"light\"")).lowerBound
    let text = readme[start...].dropFirst("```toml\n".count)
    let end = try #require(text.range(of: "```"))
    let folder = try Folder()
    try folder.write(String(text[..<end.lowerBound]), to: "config.toml")
    let outcome = try Program.run(["config", "--check", folder.path + "/config.toml"])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  /// The blocks of commands that are marked as runnable, with the example of a discussion beside them.
  @Test func itsCommandsRun() throws {
    let readme = try Self.readme
    let blocks = Self.blocks(marked: "```sh run\n", in: readme)
    let example = try #require(
      Self.blocks(marked: "```json\n", in: readme).first { $0.contains("\"understory\": 1") })
    #expect(!blocks.isEmpty)
    for block in blocks {
      let folder = try Folder()
      try folder.write(example, to: "shed.json")
      let program = Program.path.split(separator: "/").dropLast().joined(separator: "/")
      let outcome = try Program.run(
        "/bin/sh", ["-e", "-c", "cd '\(folder.path)'\n\(block)"],
        environment: [
          "PATH": "/\(program):/usr/bin:/bin", "HOME": folder.path, "XDG_CONFIG_HOME": "",
          "XDG_DATA_HOME": "", "XDG_STATE_HOME": "", "XDG_CACHE_HOME": "", "TZ": "UTC",
        ])
      #expect(outcome.errors == "", "\(block)")
      #expect(outcome.status == 0, "\(block)")
      #expect(outcome.output.contains("example:1: added, 3 comments"), "\(block)")
    }
  }

  /// Every suite that the table of what strangers try names.
  @Test func itsTestsExist() throws {
    let readme = try Self.readme
    let section = try #require(readme.components(separatedBy: "\n## Safety\n").dropFirst().first)
    let rows = section.components(separatedBy: "\n## ")[0].split(separator: "\n").filter {
      $0.hasPrefix("| ")
    }
    .dropFirst(2)
    #expect(rows.count == 10)
    let tests = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let files = FileManager.default.enumerator(atPath: tests)?.compactMap { $0 as? String } ?? []
    let sources = try files.filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: "\(tests)/\($0)", encoding: .utf8) }.joined()
    for row in rows {
      let suites = row.split(separator: "|").last.map(String.init) ?? ""
      for suite in suites.components(separatedBy: ",").map({
        $0.trimmingCharacters(in: .whitespaces)
      }) {
        #expect(sources.contains("struct \(suite) {"), "there is no suite \(suite)")
      }
    }
  }

  private static func blocks(marked mark: String, in text: String) -> [String] {
    text.components(separatedBy: mark).dropFirst().map {
      String($0.components(separatedBy: "```").first ?? "")
    }
  }
}
