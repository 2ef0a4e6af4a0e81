import Foundation
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
}
