import Foundation
import RunningPrograms
import Testing

/// `understory themes`, and themes on the command line.
@Suite struct ThemesCommandTests {
  private let folder: Folder
  private let environment: [String: String]

  init() throws {
    folder = try Folder()
    environment = ["XDG_CONFIG_HOME": folder.path]
    try FileManager.default.createDirectory(
      atPath: folder.path + "/understory/themes", withIntermediateDirectories: true)
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, environment: environment)
  }

  @Test func allAreListed() throws {
    let themes = folder.path + "/understory/themes"
    try folder.write(
      "inherits = \"light\"\nabout = \"Moss \\u001B[31m é\"", to: "understory/themes/中.toml")
    try folder.write("[roles]\ntxt = 1", to: "understory/themes/odd.toml")
    let outcome = try run("themes")
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(
      outcome.output == """
        contrast-dark   dark   High contrast, white on black whatever the terminal has
        contrast-light  light  High contrast, black on white whatever the terminal has
        dark            dark   Body text bright, the rest quiet, three accents
        light           light  The same for light backgrounds
        mono            dark   No colours, for any background
        odd             wrong  \(themes)/odd.toml: background: expected "dark" or "light", the \
        intended background (and 1 more)
        terminal        dark   Only the terminal's own 16 colours, on a dark background
        中              light  Moss ␛[31m é  \(themes)/中.toml

        """)
  }

  @Test func everyProblemIsExplained() throws {
    try folder.write(
      """
      background = "drak"
      [roles]
      "comment.autor" = "red"
      title = { color = "reed\\u007F", bold = 1 }
      """, to: "a.toml")
    let path = folder.path + "/a.toml"
    let outcome = try run("themes", "--check", path)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        \(path):1:1: background: expected "dark" or "light", the intended background
        \(path):3:1: roles.comment.autor: unknown role; did you mean comment.author?
        \(path):4:33: roles.title.bold: expected true or false
        \(path):4:11: roles.title.color: expected 0 to 255, "#rrggbb", or the name of a palette \
        or terminal colour

        """)
  }

  @Test func aFileThatIsInOrderIsSaidToBe() throws {
    try folder.write("inherits = \"dark\"", to: "a.toml")
    let outcome = try run("themes", "--check", folder.path + "/a.toml")
    #expect(outcome.status == 0)
    #expect(outcome.output == "\(folder.path)/a.toml: no problems\n")
    let missing = try run("themes", "--check", folder.path + "/b.toml")
    #expect(missing.status == 1 && missing.output == "")
    #expect(
      missing.errors
        == "understory: \(folder.path)/b.toml: cannot be read: No such file or directory\n")
  }

  @Test func aThemeIsCheckedByItsName() throws {
    try folder.write("[roles]\ntitel = 1", to: "understory/themes/moss.toml")
    #expect(try run("themes", "--check", "dark").output == "dark: no problems\n")
    let moss = try run("themes", "--check", "moss")
    #expect(moss.status == 1 && moss.output.contains("/moss.toml:2:1: roles.titel: unknown role"))
    let unknown = try run("themes", "--check", "drak")
    #expect(unknown.status == 1)
    #expect(unknown.errors.hasPrefix("understory: unknown theme \"drak\": expected one of "))
  }

  @Test func anUnknownThemeNamesTheOthers() throws {
    try folder.write("inherits = \"dark\"", to: "understory/themes/moss.toml")
    let outcome = try run("--theme", "drak")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "understory: unknown theme \"drak\": expected one of contrast-dark, contrast-light, dark,"
        + " light, mono, moss, terminal; did you mean dark?\n")
    #expect(try run("--theme", "moss").status == 0)
  }

  /// Nothing that is wrong in these files keeps anybody from reading, and the notice names what explains it.
  @Test(arguments: [
    (
      "theme = \"moss\"", [],
      "theme moss is broken, using dark · \"understory themes --check moss\""
    ),
    ("theme = \"moos\"", [], "1 problem in config.toml · \"understory config\" explains"),
    ("theme = [[", [], "1 problem in config.toml · \"understory config\" explains"),
    (
      "", ["--theme", "drak"],
      "unknown theme drak, using dark · \"understory themes\" lists them"
    ),
  ])
  func brokenFilesDoNotStopTheReader(config: String, arguments: [String], notice: String) throws {
    try folder.write("[roles]\ntitel = 1", to: "understory/themes/moss.toml")
    try folder.write(config, to: "understory/config.toml")
    let reader = try LoneReader(
      arguments, state: folder,
      environment: ["XDG_CONFIG_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data"])
    try reader.wait(for: notice)
    #expect(reader.screen.text.contains("Hikvision"))
    reader.type("Q")
    #expect(reader.end() == 0)
  }

  @Test func aThemeMayBeAFile() throws {
    try folder.write("inherits = \"moss\"", to: "a.toml")
    let outcome = try run("--theme", folder.path + "/a.toml")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "understory: \(folder.path)/a.toml:1:1: inherits: unknown theme \"moss\": expected one of"))
  }

  @Test func colorIsOneOfThree() throws {
    for when in ["never", "auto", "always"] {
      #expect(try run("--color", when).status == 0)
    }
    let outcome = try run("--color", "sometimes")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("'sometimes'"))
  }
}
