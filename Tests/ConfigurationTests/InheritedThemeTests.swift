import Reader
import Testing
import TextGrid

@testable import Configuration

/// Themes that change others.
@Suite struct InheritedThemeTests {
  private static let base = """
    background = "light"
    about = "the base"
    [palette]
    ink = 1
    paper = 2
    [roles]
    title = "ink"
    quote = { color = "paper", bold = true }
    "quote.mark" = 3
    """

  /// The line of the theme `a` among files.
  private func line(_ files: [String: String]) throws(ThemeError) -> ThemeLine {
    let file = ThemeFile(label: "a", text: files["a"] ?? "")
    return try ThemeLine(name: "a", file: file, known: files.keys.sorted()) { name, line in
      if line.contains(where: { $0.label == name }) { return nil }
      return files[name].map { ThemeFile(label: name, text: $0) }
    }
  }

  @Test func whatIsNotSaidIsInherited() throws {
    let theme = try line(["a": "inherits = \"b\"", "b": Self.base]).theme()
    #expect(theme.name == "a" && !theme.isDark)
    #expect(theme[.title] == Style(foreground: .indexed(1)))
    #expect(theme[.quoteMark] == Style(foreground: .indexed(3)))
  }

  @Test func aPaletteChangesWhatIsInherited() throws {
    let text = """
      inherits = "b"
      background = "dark"
      [palette]
      ink = "#010203"
      [roles]
      quote = "paper"
      """
    let line = try line(["a": text, "b": Self.base])
    let theme = try line.theme()
    #expect(theme.isDark)
    #expect(line.about == nil)
    #expect(theme[.title] == Style(foreground: .rgb(red: 1, green: 2, blue: 3)))
    // A role is replaced as a whole.
    #expect(theme[.quote] == Style(foreground: .indexed(2)))
    #expect(theme[.quoteMark] == Style(foreground: .indexed(3)))
  }

  @Test func aLineMayBeLong() throws {
    let files = [
      "a": "inherits = \"b\"\n[palette]\nink = 9", "b": "inherits = \"c\"\n[palette]\nink = 8",
      "c": Self.base,
    ]
    #expect(try line(files).theme()[.title] == Style(foreground: .indexed(9)))
  }

  static let circles: [(files: [String: String], message: String)] = [
    (
      ["a": "inherits = \"a\""],
      "a:1:1: inherits: inheritance cycle: a inherits a"
    ),
    (
      ["a": "# é\ninherits = \"b\"", "b": "inherits = \"c\"", "c": "inherits = \"a\""],
      "c:1:1: inherits: inheritance cycle: a inherits b inherits c inherits a"
    ),
    (
      ["a": "inherits = \"b\"", "b": "inherits = \"c\"", "c": "\ninherits = \"b\""],
      "c:2:1: inherits: inheritance cycle: b inherits c inherits b"
    ),
    (
      ["a": "inherits = \"中\"", "b": "[roles]"],
      "a:1:1: inherits: unknown theme \"中\": expected one of a, b"
    ),
    (
      ["a": "inherits = \"drak\"", "dark": "[roles]"],
      "a:1:1: inherits: unknown theme \"drak\": expected one of a, dark; did you mean dark?"
    ),
  ]

  @Test(arguments: circles)
  func aCircleIsNamed(files: [String: String], message: String) throws {
    #expect(try line(files).problems.map(\.message) == [message])
  }

  @Test func whatIsWrongIsToldWithItsFile() throws {
    let files = [
      "a": "inherits = \"b\"\n[roles]\ntext = \"pink\"",
      "b": "background = \"dark\"\n[roles]\ntitle = \"ink\"\nquotes = 1",
    ]
    #expect(
      try line(files).problems.map(\.message).map { $0.prefix { $0 != " " } } == [
        "a:3:1:", "b:4:1:", "b:3:1:",
      ])
  }

  /// A palette may name what only the theme above it uses.
  @Test func aNameMayComeFromBelow() throws {
    let files = [
      "a": "inherits = \"b\"\n[palette]\nink = 7",
      "b": "background = \"dark\"\n[roles]\ntitle = \"ink\"",
    ]
    #expect(try line(files).theme()[.title] == Style(foreground: .indexed(7)))
  }

  @Test func somethingMustSayTheBackground() throws {
    let files = ["a": "inherits = \"b\"", "b": "inherits = \"c\"", "c": "background = 1\n[roles]"]
    #expect(
      try line(files).problems.map(\.message) == ["c:1:1: background: expected text in quotes"])
  }
}
