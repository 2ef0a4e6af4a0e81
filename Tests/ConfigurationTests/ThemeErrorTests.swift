import Testing

@testable import Configuration

/// What a theme's file must not say, and what its author is told.
@Suite struct ThemeErrorTests {
  private static let color =
    "expected 0 to 255, \"#rrggbb\", or the name of a palette or terminal colour"
  private static let own = "expected 0 to 255, \"#rrggbb\" or the name of a terminal colour"
  private static let keys =
    "expected one of color, background, bold, dim, italic, reverse, underline"
  private static let entries = "expected one of about, background, inherits, palette, roles"

  /// Entries after `background = "dark"`, and the message.
  static let wrong: [(text: String, message: String)] = [
    ("", "t: roles: expected a table"),
    ("roles = 1", "t:2:1: roles: expected a table"),
    ("palette = 1\n[roles]", "t:2:1: palette: expected a table"),
    ("colour = 1\n[roles]", "t:2:1: colour: \(entries)"),
    ("role = 1\n[roles]", "t:2:1: role: \(entries); did you mean roles?"),
    ("about = 1\n[roles]", "t:2:1: about: expected text in quotes"),
    ("inherits = 1\n[roles]", "t:2:1: inherits: expected text in quotes"),
    ("[roles]\ntitel = 1", "t:3:1: roles.titel: unknown role; did you mean title?"),
    ("[roles]\n\"中é\" = 1", "t:3:1: roles.中é: unknown role"),
    ("[roles]\nmark.unred = 1", "t:3:6: roles.mark.unred: unknown role; did you mean mark.unread?"),
    ("[roles]\nmarks.unread = 1", "t:3:1: roles.marks: unknown role; did you mean mark?"),
    ("[roles]\ntitle = { colour = 1 }", "t:3:11: roles.title.colour: \(keys); did you mean color?"),
    ("[roles]\ntitle = { bold = 1 }", "t:3:11: roles.title.bold: expected true or false"),
    ("[roles]\ntitle = { color = 256 }", "t:3:11: roles.title.color: \(color)"),
    ("[roles]\ntitle = { background = \"\" }", "t:3:11: roles.title.background: \(color)"),
    ("[roles.title]\nbackground = \"x\"", "t:3:1: roles.title.background: \(color)"),
    ("[roles]\ntitle = -1", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = 256", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = 1.5", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = true", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = []", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"Red\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"bright-default\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"bright-\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"#12345\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"#1234567\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"#12345g\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"#+12345\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"#-00000\"", "t:3:1: roles.title: \(color)"),
    ("[roles]\ntitle = \"#中é1\"", "t:3:1: roles.title: \(color)"),
    ("[palette]\nown = \"mine\"\n[roles]", "t:3:1: palette.own: \(own)"),
    ("[palette]\na = 1\nb = \"a\"\n[roles]", "t:4:1: palette.b: \(own)"),
    ("[palette]\na = 256\n[roles]", "t:3:1: palette.a: \(color)"),
  ]

  @Test(arguments: wrong)
  func isTold(text: String, message: String) {
    #expect(complaints("background = \"dark\"\n" + text) == [message])
  }

  @Test(arguments: [
    ("", ""), ("background = \"grey\"\n", ":1:1"), ("background = \"Dark\"\n", ":1:1"),
  ])
  func theBackgroundIsAskedFor(text: String, place: String) {
    let message =
      "t\(place): background: expected \"dark\" or \"light\", the intended background"
    #expect(complaints(text + "[roles]") == [message])
  }

  @Test func everyProblemIsTold() {
    let text = """
      background = 1
      [roles]
      title = "nothing"
      quote.mark = { bold = 2, colour = 1 }
      [palette]
      own = "mine"
      """
    #expect(
      complaints(text) == [
        "t:1:1: background: expected text in quotes",
        "t:4:16: roles.quote.mark.bold: expected true or false",
        "t:4:26: roles.quote.mark.colour: \(Self.keys); did you mean color?",
        "t:6:1: palette.own: \(Self.own)",
        "t:3:1: roles.title: \(Self.color)",
      ])
  }

  @Test(arguments: [
    ("background = dark", 1, 14), ("\n\n[roles\ntitle = 1", 3, 7), ("a = 1\na = 2", 2, 5),
    ("é = 1", 1, 1), ("a = \"中\u{1B}\"", 1, 7),
  ])
  func aSyntaxErrorHasAPlace(text: String, line: Int, column: Int) {
    let messages = complaints(text)
    #expect(messages.count == 1)
    let message = messages.first ?? ""
    #expect(message.hasPrefix("t:\(line):\(column): "), "\(message)")
    #expect(!message.contains("\n"))
    #expect(message.utf8.count > 14)
  }

  @Test func anErrorIsOneLine() {
    let file = ThemeFile(label: "t", text: "[roles]\ntitel = 1\nquot = 2")
    let error = ThemeError.problems(file.problems)
    #expect(
      error.message
        == "t: background: expected \"dark\" or \"light\", the intended background (and 2 more)")
    let unreadable = ThemeError.unreadable(path: "/é/中", reason: "No such file or directory")
    #expect(unreadable.message == "/é/中: cannot be read: No such file or directory")
  }

  /// What is wrong with a theme's text.
  private func complaints(_ text: String) -> [String] {
    let file = ThemeFile(label: "t", text: text)
    let line = try? ThemeLine(name: "t", file: file, known: []) { _, _ in nil }
    return line?.problems.map(\.message) ?? []
  }
}
