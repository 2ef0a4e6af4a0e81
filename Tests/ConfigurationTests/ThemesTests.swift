import Configuration
import FoundationEssentials
import Reader
import Testing
import TextGrid

@Suite struct ThemesTests {
  @Test(arguments: Themes.builtInNames)
  func aBuiltInThemeIsWhatItsFileSays(name: String) throws {
    let themes = Themes()
    let theme = try themes.theme(named: name)
    let file = try String(contentsOfFile: "\(Self.folder)/\(name).toml", encoding: .utf8)
    let lines = file.split(separator: "\n")
    #expect(theme.name == name)
    #expect(lines.contains(theme.isDark ? "background = \"dark\"" : "background = \"light\""))
    let about = try #require(try themes.about(name))
    #expect(lines.contains("about = \"\(about)\""))
    #expect(themes.path(of: name) == nil)
  }

  /// What matters must be told from what is around it.
  @Test(arguments: Themes.builtInNames)
  func aBuiltInThemeTellsRolesApart(name: String) throws {
    let theme = try Themes().theme(named: name)
    let text = theme[.text]
    for role in [Role.focus, .unread, .new, .problem, .detail, .guide, .masked, .matchCurrent] {
      #expect(theme[role] != text, "\(role)")
    }
    #expect(theme[.unread] != theme[.new] && theme[.unread] != theme[.readNow])
    #expect(theme[.map] != theme[.mapHere] && theme[.mapHere] != theme[.mapUnread])
    #expect(theme[.match] != theme[.matchCurrent])
  }

  @Test func eachFileIsBuiltIn() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    #expect(names.sorted() == Themes.builtInNames)
    #expect(
      Themes.builtInNames
        == ["contrast-dark", "contrast-light", "dark", "light", "mono", "terminal"])
  }

  @Test(arguments: ["", "Dark", "dark.toml", "../dark", "中é👩\u{200D}💻", "\u{1B}[2J"])
  func anotherNameIsUnknown(name: String) {
    #expect(throws: ThemeError.unknownName(name, known: Themes.builtInNames)) {
      try Themes().theme(named: name)
    }
    let error = ThemeError.unknownName(name, known: ["sand", "moss"])
    #expect(error.message == "unknown theme \"\(name)\": expected one of sand, moss")
  }

  @Test func aThemeOfTheUsersHidesABuiltInOne() throws {
    let folder = try Files([
      "dark.toml": "inherits = \"dark\"\n[roles]\ntext = 7", "é中.toml": "inherits = \"dark\"",
      "notes.txt": "", ".hidden.toml": "", ".toml": "",
    ])
    let themes = Themes(folder: folder.path)
    #expect(themes.names == (Themes.builtInNames + ["é中"]).sorted())
    #expect(themes.path(of: "dark") == folder.path + "/dark.toml")
    let dark = try themes.theme(named: "dark")
    #expect(dark[.text] == Style(foreground: .indexed(7)))
    #expect(dark[.guide] == (try Themes().theme(named: "dark"))[.guide])
    // Who inherits it gets the user's.
    #expect(try themes.theme(named: "é中")[.text] == Style(foreground: .indexed(7)))
  }

  @Test func aFileAnywhereMayBeATheme() throws {
    let folder = try Files([
      "a.toml": "inherits = \"light\"\n[palette]\nquiet = \"#cccccc\"", "b": "[roles]\ntxt = 1",
    ])
    let themes = Themes()
    let theme = try themes.theme(at: folder.path + "/a.toml")
    #expect(theme.name == "a" && !theme.isDark)
    // What it inherits is measured in its own colours.
    let problems = try themes.problems(at: folder.path + "/a.toml").map(\.message)
    #expect(
      problems.first
        == "built-in theme light:39:1: roles.byline: expected a contrast of 4.5:1, found 1.3:1"
        + " (#cccccc on #eeeeee), with true colour")
    #expect(
      try themes.problems(at: folder.path + "/b").map(\.message) == [
        "\(folder.path)/b: background: expected \"dark\" or \"light\", the intended background",
        "\(folder.path)/b:2:1: roles.txt: unknown role; did you mean text?",
      ])
    #expect(try themes.problems(at: Self.folder + "/dark.toml") == [])
  }

  @Test func whatCannotBeReadIsTold() throws {
    let folder = try Files(["large.toml": String(repeating: "#", count: 1 << 20) + "\n"])
    #expect(throws: ThemeError.unreadable(path: "/é/x.toml", reason: "No such file or directory")) {
      try Themes().theme(at: "/é/x.toml")
    }
    #expect(throws: ThemeError.unreadable(path: folder.path, reason: "Is a directory")) {
      try Themes().theme(at: folder.path)
    }
    let large = ThemeError.unreadable(
      path: folder.path + "/large.toml", reason: "expected at most 1 MB")
    #expect(throws: large) { try Themes(folder: folder.path).theme(named: "large") }
    #expect(Themes(folder: "/é/中").names == Themes.builtInNames)
  }

  /// The package's folder of themes.
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Themes"

  /// A folder of files that is removed in the end.
  private final class Files {
    let path: String

    init(_ files: [String: String]) throws {
      path = FileManager.default.temporaryDirectory.path + "/themes-\(UUID().uuidString)"
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }
}
