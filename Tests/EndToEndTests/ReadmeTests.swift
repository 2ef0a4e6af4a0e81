import Foundation
import RunningPrograms
import Testing

@testable import understory

/// What README.md and the manual say, compared with what the program says.
@Suite struct ReadmeTests {
  private static var readme: String { get throws { try file("README.md") } }

  /// A file of the package.
  private static func file(_ path: String) throws -> String {
    try String(contentsOf: Program.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// A page of the manual as it is written.
  private static func topic(_ name: String) throws -> String {
    try file("Sources/understory/Manual/Topics/\(name).md")
  }

  @Test func itIsShort() throws {
    #expect(try Self.readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 201)
  }

  /// Ten rows of the table that the program prints, without their groups.
  @Test func itsKeysAreThoseOfTheProgram() throws {
    let outcome = try Program.run(["keys", "--markdown"])
    #expect(outcome.status == 0)
    let rows = try Self.rows(of: Self.readme, in: "Ten keys")
    #expect(rows.count == 10)
    for row in rows {
      #expect(
        outcome.output.contains(" \(row)\n"),
        "this row of README.md is not one that `understory keys --markdown` prints")
    }
  }

  /// Rows of screens, as they are in the files of whole screens.
  @Test func itsScreensAreThoseOfTheReader() throws {
    let folder = Program.root.appendingPathComponent("Tests/ReaderTests/Golden")
    let screens = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
    let blocks = Self.blocks(marked: "```screen\n", in: try Self.readme)
    #expect(blocks.count == 4)
    for block in blocks {
      #expect(
        screens.contains { $0.contains(block) },
        "these rows of README.md are in no file of Tests/ReaderTests/Golden")
    }
  }

  /// Each topic is linked, and each link to a file leads to one.
  @Test func itsLinksLeadSomewhere() throws {
    let readme = try Self.readme
    for topic in HelpTopic.allCases { #expect(readme.contains("[\(topic.rawValue)](")) }
    let pages = try HelpTopic.allCases.map { topic in
      ("Sources/understory/Manual/Topics/", try Self.topic(topic.rawValue))
    }
    for (folder, text) in [("", readme)] + pages {
      for link in text.matches(of: /\]\(([^):#]+)\)/) {
        let path = Program.root.appendingPathComponent(folder + String(link.1)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(link.1)")
      }
    }
  }

  @Test func itsSitesAreThoseOfTheProgram() throws {
    let outcome = try Program.run(["formats", "--markdown"])
    #expect(outcome.status == 0)
    #expect(
      try Self.readme.contains("\n\n" + outcome.output + "\n"),
      "the table of sites is old: put what `understory formats --markdown` prints into README.md")
    // It is for people who know their sites, and not the interfaces of these.
    for word in ["/api", ".json", "ID", "oauth", "algolia", "firebase"] {
      #expect(!outcome.output.contains(word), "\(word)")
    }
  }

  /// The example of a configuration file on the page of the configuration.
  @Test func theManualsConfigurationIsOne() throws {
    let example = try #require(
      Self.blocks(marked: "```toml\n", in: try Self.topic("config")).first)
    let folder = try Folder()
    try folder.write(example, to: "config.toml")
    let outcome = try Program.run(["config", "--check", folder.path + "/config.toml"])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  /// The blocks of commands that are marked as runnable, for somebody who has nothing but the program.
  @Test func itsCommandsRun() throws {
    let readme = try Self.readme
    let blocks = Self.blocks(marked: "```sh run\n", in: readme)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let folder = try Folder()
      let program = Program.path.split(separator: "/").dropLast().joined(separator: "/")
      let outcome = try Program.run(
        "/bin/sh", ["-e", "-c", "cd '\(folder.path)'\n\(block)"],
        environment: [
          "PATH": "/\(program):/usr/bin:/bin", "HOME": folder.path, "XDG_CONFIG_HOME": "",
          "XDG_DATA_HOME": "", "XDG_STATE_HOME": "", "XDG_CACHE_HOME": "", "TZ": "UTC",
        ])
      #expect(outcome.errors == "", "\(block)")
      #expect(outcome.status == 0, "\(block)")
      #expect(outcome.output.contains("understory:sample: added, 42 comments"), "\(block)")
      #expect(outcome.output.contains("\n  #42 · nightwatch · "), "\(block)")
      #expect(outcome.output.hasSuffix("understory:sample\",\n"), "\(block)")
    }
  }

  /// The example of the format is one.
  @Test func theManualsDiscussionIsOne() throws {
    let example = try #require(
      Self.blocks(marked: "```json\n", in: try Self.topic("formats")).first)
    let outcome = try Program.run(["show", "-"], input: example)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("A shed, and what to do about it\n"))
  }

  /// Every suite that the table of what strangers try names.
  @Test func itsTestsExist() throws {
    let rows = try Self.rows(of: Self.file("Sources/README.md"), in: "Safety")
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

  /// The rows of the table in a section, without the names of its columns.
  private static func rows(of text: String, in section: String) throws -> [Substring] {
    let section = try #require(text.components(separatedBy: "\n## \(section)\n").dropFirst().first)
    let lines = section.components(separatedBy: "\n## ")[0].split(separator: "\n")
    return lines.filter { $0.hasPrefix("| ") }.dropFirst(2).map { $0 }
  }

  private static func blocks(marked mark: String, in text: String) -> [String] {
    text.components(separatedBy: mark).dropFirst().map {
      String($0.components(separatedBy: "```").first ?? "")
    }
  }
}
