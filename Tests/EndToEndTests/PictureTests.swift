import Foundation
import FoundationXML
import RunningPrograms
import Testing

/// `understory show --format svg`, and the pictures of the themes.
@Suite struct PictureTests {
  private func run(
    _ arguments: [String], of discussion: String = "understory:sample", input: String = ""
  ) throws -> Program.Outcome {
    try Program.run(
      ["show", discussion] + arguments, input: input, environment: ["XDG_CONFIG_HOME": "/nowhere"])
  }

  private static var pictures: URL { Program.root.appendingPathComponent("Themes/Pictures") }

  @Test(arguments: ["contrast-dark", "contrast-light", "dark", "light", "mono", "terminal"])
  func aThemesPictureIsUpToDate(theme: String) throws {
    let outcome = try run(["--format", "svg", "--theme", theme, "--size", "100x30"])
    let url = Self.pictures.appendingPathComponent(theme + ".svg")
    let kept = try? String(contentsOf: url, encoding: .utf8)
    #expect(outcome.status == 0 && outcome.errors == "")
    // The sample is never older than a day, so that the line with its date is another tomorrow.
    let day = /<text[^>]*>[^<]*[0-9]+ [A-Z][a-z][a-z] [0-9]{4}[^<]*<\/text>/
    #expect(
      kept?.replacing(day, with: "") == outcome.output.replacing(day, with: ""),
      "Themes/Pictures/\(theme).svg is out of date: Sources/README.md says how to make it")
  }

  @Test func theMovingPictureIsUpToDate() throws {
    let folder = Program.root.appendingPathComponent(".pictures")
    let script = folder.appendingPathComponent("first.keys").path
    let outcome = try run(["--format", "svg", "--script", script, "--size", "84x24"])
    #expect(outcome.status == 0 && outcome.errors == "")
    let kept = try String(contentsOf: folder.appendingPathComponent("first.svg"), encoding: .utf8)
    #expect(
      kept == outcome.output,
      ".pictures/first.svg is out of date: Sources/README.md says how to make it")
    #expect(kept.utf8.count < 250_000)
  }

  @Test func aScriptIsReadWithOtherDiscussionsAndThemes() throws {
    let folder = try Folder()
    try folder.write("/shed Enter\n", to: "keys")
    let json = """
      {"understory": 1, "id": "x", "title": "A shed", "comments": [{"id": "1", "body": "a shed"}]}
      """
    let outcome = try run(
      ["--format", "svg", "--script", folder.path + "/keys", "--theme", "light"], of: "-",
      input: json)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(XMLParser(data: Data(outcome.outputBytes)).parse())
    #expect(!outcome.output.contains("prefers-color-scheme"))
    #expect(outcome.output.contains(">/shed Enter</text>"))
  }

  @Test func aBadScriptIsExplainedInALine() throws {
    let folder = try Folder()
    try folder.write("Tab\n\nwait long\n", to: "keys")
    let outcome = try run(["--format", "svg", "--script", folder.path + "/keys"])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.errors == "understory: \(folder.path)/keys:3: expected a time from 0.1s to 60s,"
        + " such as 1.5s, found long\n")
    let missing = try run(["--format", "svg", "--script", folder.path + "/none"])
    #expect(missing.status == 1)
    #expect(
      missing.errors
        == "understory: \(folder.path)/none: cannot be read: No such file or directory\n")
  }

  @Test func eachThemeHasAPictureAndNoOther() throws {
    func names(_ folder: URL, _ ending: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }
    let themes = try names(Program.root.appendingPathComponent("Themes"), ".toml")
    #expect(try names(Self.pictures, ".svg") == themes)
  }

  @Test func aPictureIsXMLWhateverIsInTheText() throws {
    let json = """
      {"understory": 1, "id": "x", "title": "</text><script>&\\u001B[2J\\uFFFE 中 é 👩‍💻 ]]>",
        "comments": [{"id": "1", "author": "a\\"b<c", "body": "&amp; \\u202E \\u0000"}]}
      """
    let outcome = try run(["--format", "svg", "--size", "60x12"], of: "-", input: json)
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("<script"))
    #expect(XMLParser(data: Data(outcome.outputBytes)).parse())
    #expect(outcome.output.contains(">&lt;/text&gt;&lt;script&gt;&amp;</text>"))
    #expect(outcome.output.contains(">␛</text>"))
    #expect(outcome.output.contains("a\"b&lt;c"))
    #expect(outcome.output.contains("&amp;amp;"))
    #expect(!outcome.output.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0xFFFE })
  }

  @Test(arguments: [
    (["--format", "pdf"], "'pdf'"),
    (["--format", "svg", "--size", "80"], "'80'"),
    (["--format", "svg", "--size", "0x24"], "'0x24'"),
    (["--format", "svg", "--size", "80x1001"], "'80x1001'"),
    (["--format", "svg", "--size", "80x24x2"], "'80x24x2'"),
    (["--format", "svg", "--width", "80"], "--width: expected with --format plain; see --size"),
    (["--format", "svg", "--theme", "drak"], "--theme: unknown theme \"drak\": expected one of"),
    (["--theme", "dark"], "--theme: expected with --format svg or html"),
    (["--script", "keys"], "--script: expected with --format svg"),
    (["--size", "80x24"], "--size: expected with --format svg; see --width"),
  ])
  func wrongValuesAreToldInALine(arguments: [String], line: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.contains(line))
  }

  @Test func noStateIsReadOrMade() throws {
    let folder = try Folder()
    let outcome = try Program.run(
      ["show", "understory:sample", "--format", "svg"],
      environment: ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path])
    #expect(outcome.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
