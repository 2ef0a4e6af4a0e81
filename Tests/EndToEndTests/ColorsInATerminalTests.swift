import Foundation
import RunningPrograms
import Testing

/// What colours reach terminals of several kinds.
@Suite(.needsTerminal) struct ColorsInATerminalTests {
  /// A screen with its colours, of the article, in a terminal that says that it is of a kind.
  private func screen(
    _ kind: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    let terminal = try Terminal(environment: environment)
    try terminal.send("TERM=\(kind)", "Enter")
    try terminal.start(["understory:sample"] + arguments)
    try terminal.wait(for: "Article · 42 unread")
    return try terminal.screen("-e")
  }

  /// A kind of terminal, a theme, and the colour of the focus bar: select graphic rendition.
  static let kinds: [(kind: String, theme: String, colors: String)] = [
    ("xterm-256color", "dark", "38;5;81"),
    ("xterm-256color", "light", "38;5;26"),
    ("xterm-256color", "contrast-dark", "38;5;51"),
    ("xterm-256color", "terminal", "94"),
    ("xterm", "dark", "36"),
    ("xterm", "light", "34"),
  ]

  @Test(arguments: kinds)
  func coloursAreThoseThatTheTerminalHas(kind: String, theme: String, colors: String) throws {
    let screen = try screen(kind, ["--theme", theme])
    #expect(screen.contains { "\($0)" == "▌" })
    #expect(screen.contains("\u{1B}[\(colors)m▌"), "\(screen.debugDescription)")
  }

  @Test(arguments: [
    ("vt100", ["--theme", "dark"]), ("xterm-mono", ["--theme", "light"]),
    ("xterm-256color", ["--color", "never"]), ("xterm-256color", ["--theme", "mono"]),
  ])
  func whereThereAreNoneThereAreNone(kind: String, arguments: [String]) throws {
    let screen = try screen(kind, arguments)
    #expect(!Self.hasColors(screen))
    // What is told by attributes still is, where the terminal has them.
    #expect(screen.contains("\u{1B}[1m"))
  }

  /// See no-color.org: only a value that is not empty counts, and a user's word goes before it.
  @Test(arguments: [("1", "auto", false), ("", "auto", true), ("1", "always", true)])
  func theEnvironmentMaySayNone(value: String, when: String, hasColors: Bool) throws {
    let screen = try screen(
      "xterm-256color", ["--color", when], environment: ["NO_COLOR": value])
    #expect(Self.hasColors(screen) == hasColors)
  }

  /// Kinds of direct colours, by the capabilities RGB and CO, and the colour of the focus bar.
  @Test(arguments: [
    ("RGB, colors#0x1000000, CO#8", "38;2;95;215;255"),
    ("RGB#8, colors#0x1000000, CO#8", "38;2;95;215;255"),
    ("RGB=8/8/8, colors#0x1000000, CO#8", "38;2;95;215;255"),
    // Without RGB a number means an index.
    ("colors#256", "38;5;81"),
    ("RGB, colors#256", "38;5;81"),
  ])
  func trueColorIsUsedWhereTerminfoHasIt(capabilities: String, colors: String) throws {
    let folder = try Folder()
    // As in ncurses' entry xterm-direct.
    let direct = "%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"
    let indexed = "%e38;5;%p1%d%;m"
    let rest = capabilities.contains("256") ? indexed : direct
    try folder.write(
      """
      painted|a terminal for tests,
      \t\(capabilities), pairs#0x7fff,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d\(rest),
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d\(rest.replacingOccurrences(of: "%e38", with: "%e48")),
      \tuse=xterm-256color,

      """, to: "painted.info")
    let compiled = try Program.run(
      "/usr/bin/env", ["tic", "-x", "-o", folder.path, folder.path + "/painted.info"])
    try #require(compiled.status == 0, "\(compiled.errors)")
    let screen = try screen(
      "painted", ["--theme", "dark"],
      environment: ["TERMINFO": folder.path, "COLORTERM": "truecolor"])
    #expect(screen.contains("\u{1B}[\(colors)m▌"), "\(screen.debugDescription)")
  }

  /// A program cannot know that a terminal takes what its terminfo does not tell.
  @Test func whatOnlyTheEnvironmentSaysDoesNotCount() throws {
    let screen = try screen(
      "xterm-256color", ["--theme", "dark"], environment: ["COLORTERM": "truecolor"])
    #expect(!screen.contains("38;2;") && screen.contains("38;5;81"))
  }

  @Test func aThemeMayColourTheScreen() throws {
    let screen = try screen("xterm-256color", ["--theme", "contrast-light"])
    // Text is black on white.
    #expect(screen.contains("\u{1B}[38;5;16m") && screen.contains("\u{1B}[48;5;231m"))
    #expect(!(try self.screen("xterm-256color", ["--theme", "light"])).contains("[48;5;231"))
  }

  @Test func aThemeOfTheUsersCanBeTriedAndLeft() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/understory/themes", withIntermediateDirectories: true)
    try folder.write(
      "inherits = \"dark\"\n[palette]\nfocus = 201", to: "understory/themes/moss.toml")
    let terminal = try Terminal(environment: ["XDG_CONFIG_HOME": folder.path])
    try terminal.send("TERM=xterm-256color", "Enter")
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    #expect((try terminal.screen("-e")).contains("38;5;81m"))
    try terminal.send(":", "moss")
    try terminal.wait(for: "moss")
    try terminal.send("Enter")
    try terminal.wait(for: "theme moss")
    #expect((try terminal.screen("-e")).contains("38;5;201m"))
  }

  private static func hasColors(_ screen: String) -> Bool {
    screen.split(separator: "\u{1B}[").dropFirst().contains { part in
      let codes = part.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
      return codes.contains { 30...38 ~= $0 || 40...48 ~= $0 || 90...107 ~= $0 }
    }
  }
}
