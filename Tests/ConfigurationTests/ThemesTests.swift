import Configuration
import FoundationEssentials
import Reader
import Testing
import TextGrid

@Suite struct ThemesTests {
  @Test(arguments: Themes.names)
  func aBuiltInThemeIsWhatItsFileSays(name: String) throws {
    let theme = try Themes.theme(named: name)
    let file = try String(contentsOfFile: "\(Self.folder)/\(name).toml", encoding: .utf8)
    let lines = file.split(separator: "\n")
    #expect(theme.name == name)
    #expect(lines.contains("name = \"\(name)\""))
    #expect(lines.contains(theme.isDark ? "background = \"dark\"" : "background = \"light\""))
  }

  /// What matters must be told from what is around it.
  @Test(arguments: Themes.names)
  func aBuiltInThemeTellsRolesApart(name: String) throws {
    let theme = try Themes.theme(named: name)
    let text = theme[.text]
    for role in [Role.focus, .unread, .new, .problem, .detail, .guide, .masked] {
      #expect(theme[role] != text, "\(role)")
    }
    #expect(theme[.unread] != theme[.new] && theme[.unread] != theme[.readNow])
    #expect(theme[.map] != theme[.mapHere] && theme[.mapHere] != theme[.mapUnread])
  }

  @Test func eachFileIsBuiltIn() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    #expect(names.sorted() == Themes.names)
    #expect(Themes.names.contains("dark") && Themes.names.contains("light"))
  }

  @Test(arguments: ["", "Dark", "dark.toml", "中é👩\u{200D}💻", "\u{1B}[2J"])
  func anotherNameIsUnknown(name: String) {
    #expect(throws: ThemeError.unknownName(name, known: Themes.names)) {
      try Themes.theme(named: name)
    }
    let error = ThemeError.unknownName(name, known: ["dark", "light"])
    #expect(error.message == "unknown theme \"\(name)\": expected one of dark, light")
  }

  /// The package's folder of themes.
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Themes"
}
