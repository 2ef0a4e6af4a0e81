import Testing

@testable import Configuration

/// What a theme's file must not say, and what its author is told.
@Suite struct ThemeErrorTests {
  private static let color =
    "expected 0 to 255, \"#rrggbb\", a name of the palette or of the terminal's"
  private static let keys =
    "expected one of color, background, bold, dim, italic, reverse, underline"

  /// Entries after `background = "dark"`, and the message.
  static let wrong: [(text: String, message: String)] = [
    ("", "theme t: roles: expected a table"),
    ("roles = 1", "theme t: roles: expected a table"),
    ("palette = 1\n[roles]", "theme t: palette: expected a table"),
    (
      "colour = 1\n[roles]",
      "theme t: colour: expected one of name, background, palette, roles"
    ),
    ("[roles]\ntitel = 1", "theme t: roles.titel: expected a role"),
    ("[roles]\n\"中é\" = 1", "theme t: roles.中é: expected a role"),
    ("[roles]\nmark.unread = 1", "theme t: roles.mark: expected a role"),
    ("[roles]\nstatus.key = 1", "theme t: roles.status.key: \(keys)"),
    ("[roles]\ntitle = { colour = 1 }", "theme t: roles.title.colour: \(keys)"),
    ("[roles]\ntitle = { bold = 1 }", "theme t: roles.title.bold: expected true or false"),
    ("[roles]\ntitle = { color = 256 }", "theme t: roles.title.color: \(color)"),
    ("[roles]\ntitle = { background = \"\" }", "theme t: roles.title.background: \(color)"),
    ("[roles]\ntitle = -1", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = 256", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = 1.5", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = true", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = []", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"Red\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"bright-default\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"bright-\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"#12345\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"#1234567\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"#12345g\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"#+12345\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"#-00000\"", "theme t: roles.title: \(color)"),
    ("[roles]\ntitle = \"#中é1\"", "theme t: roles.title: \(color)"),
    ("[palette]\nown = \"mine\"\n[roles]", "theme t: palette.own: \(color)"),
    ("[palette]\na = 1\nb = \"a\"\n[roles]", "theme t: palette.b: \(color)"),
  ]

  @Test(arguments: wrong)
  func isTold(text: String, message: String) {
    #expect(complaint("background = \"dark\"\n" + text) == message)
  }

  @Test(arguments: ["", "background = \"grey\"\n[roles]", "background = 1\n[roles]", "[roles]"])
  func theBackgroundIsAskedFor(text: String) {
    #expect(complaint(text) == "theme t: background: expected \"dark\" or \"light\"")
  }

  @Test(arguments: [
    ("background = dark", 1, 14), ("\n\n[roles\ntitle = 1", 3, 7), ("a = 1\na = 2", 2, 5),
    ("é = 1", 1, 1), ("a = \"中\u{1B}\"", 1, 7),
  ])
  func aSyntaxErrorHasAPlace(text: String, line: Int, column: Int) {
    let message = complaint(text) ?? ""
    #expect(message.hasPrefix("theme t:\(line):\(column): "), "\(message)")
    #expect(!message.contains("\n"))
    #expect(message.utf8.count > 20)
  }

  /// The message of the error that a theme's text is; nil when it is in order.
  private func complaint(_ text: String) -> String? {
    do throws(ThemeError) {
      _ = try ThemeFile(name: "t", text: text).theme()
      return nil
    } catch {
      return error.message
    }
  }
}
