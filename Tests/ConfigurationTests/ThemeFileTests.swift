import Reader
import Testing
import TextGrid

@testable import Configuration

@Suite struct ThemeFileTests {
  /// The style of the role `title` in a theme that says this of it.
  private func title(_ value: String) throws -> Style {
    let text = """
      about = "a test"
      background = "dark"
      [palette]
      own = 42
      red = "#0102fe"
      "中é" = "bright-red"
      [roles]
      title = \(value)
      """
    return try theme(text)[.title]
  }

  private func theme(_ text: String) throws -> Theme {
    let file = ThemeFile(label: "test", text: text)
    return try ThemeLine(name: "mine", file: file, known: []) { _, _ in nil }.theme()
  }

  static let colors: [(value: String, color: Color)] = [
    ("0", .indexed(0)),
    ("255", .indexed(255)),
    ("\"own\"", .indexed(42)),
    ("\"中é\"", .indexed(9)),
    ("\"default\"", .terminal),
    ("\"black\"", .indexed(0)),
    ("\"white\"", .indexed(7)),
    ("\"bright-black\"", .indexed(8)),
    ("\"bright-red\"", .indexed(9)),
    ("\"bright-white\"", .indexed(15)),
    ("\"#000000\"", .rgb(red: 0, green: 0, blue: 0)),
    ("\"#12aBfF\"", .rgb(red: 0x12, green: 0xAB, blue: 0xFF)),
    ("\"red\"", .rgb(red: 1, green: 2, blue: 254)),
    ("{ color = \"own\" }", .indexed(42)),
  ]

  @Test(arguments: colors)
  func aRoleHasAColor(value: String, color: Color) throws {
    #expect(try title(value) == Style(foreground: color))
  }

  static let attributes: [(value: String, attributes: Style.Attributes)] = [
    ("{}", []),
    ("{ bold = true }", .bold),
    ("{ dim = true }", .dim),
    ("{ italic = true }", .italic),
    ("{ underline = true }", .underline),
    ("{ reverse = true }", .reverse),
    ("{ bold = false, reverse = true }", .reverse),
    (
      "{ bold = true, dim = true, italic = true, underline = true, reverse = true }",
      [.bold, .dim, .italic, .underline, .reverse]
    ),
  ]

  @Test(arguments: attributes)
  func aRoleHasAttributes(value: String, attributes: Style.Attributes) throws {
    #expect(try title(value) == Style(attributes: attributes))
  }

  @Test func aRoleHasABackground() throws {
    let style = Style(foreground: .indexed(3), background: .indexed(42), attributes: .bold)
    #expect(try title("{ color = 3, background = \"own\", bold = true }") == style)
  }

  @Test(arguments: [("dark", true), ("light", false)])
  func aThemeIsForABackground(background: String, isDark: Bool) throws {
    let text = "background = \"\(background)\"\n[roles]"
    #expect(try theme(text) == Theme(name: "mine", isDark: isDark, styles: [:]))
  }

  /// In TOML a dotted key is a table's, so a role may be found in that of its parent.
  static let spellings = [
    "\"quote.mark\" = 7\nquote = 5",
    "quote = { color = 5, mark = 7 }",
    "quote = { color = 5, mark = { color = 7 } }",
    "quote.color = 5\nquote.mark = 7",
    "quote.mark.color = 7\nquote.color = 5",
    "\"quote.mark\".color = 7\n\"quote\" = \"magenta\"",
    "[roles.quote]\ncolor = 5\nmark = 7",
    "[roles.quote.mark]\ncolor = 7\n[roles.quote]\ncolor = 5",
  ]

  @Test(arguments: spellings)
  func aRoleBelowAnotherIsSpeltAsTOMLAllows(roles: String) throws {
    let theme = try theme("background = \"dark\"\n[roles]\n" + roles)
    #expect(theme[.quote].foreground == .indexed(5))
    #expect(theme[.quoteMark].foreground == .indexed(7))
  }

  /// `list` is no role of its own, only what stands before a dot.
  @Test(arguments: ["list.mark = 7", "\"list.mark\" = 7", "list = { mark = 7 }"])
  func whatOnlyStandsBeforeADotMayBeATable(roles: String) throws {
    let theme = try theme("background = \"dark\"\n[roles]\n" + roles)
    #expect(theme[.listMark] == Style(foreground: .indexed(7)))
    #expect(theme[.text] == .plain)
  }

  @Test func aTableWithoutAStyleChangesNothing() throws {
    let theme = try theme("background = \"dark\"\n[roles]\ntext = 3\nguide.1 = 7")
    #expect(theme[.guide] == Style(foreground: .indexed(3)))
    #expect(theme[.guide(1)] == Style(foreground: .indexed(7)))
  }
}
