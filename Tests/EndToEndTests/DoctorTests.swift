import Foundation
import RunningPrograms
import Storage
import Testing

@testable import understory

/// `understory doctor` as a whole.
@Suite struct DoctorTests {
  /// Folders of its own, and nothing else that could be wrong.
  private static func environment(_ folder: Folder) -> [String: String] {
    [
      "HOME": folder.path, "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "", "XDG_DATA_HOME": "",
      "XDG_CACHE_HOME": "", "NO_COLOR": "", "COLORTERM": "", "BROWSER": "true", "DISPLAY": "",
      "WAYLAND_DISPLAY": "",
    ]
  }

  private static func run(_ folder: Folder, _ more: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(["doctor"], environment: environment(folder).merging(more) { $1 })
  }

  @Test func withoutATerminalThatIsSaid() throws {
    let folder = try Folder()
    let outcome = try Self.run(folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.contains("note     terminal: not checked: standard output is not a terminal\n")
    )
    #expect(!outcome.output.contains("widths"))
    #expect(
      outcome.output.contains(
        "ok       marks: \(folder.path)/.local/state/understory/marks.sqlite, not created yet"
      ))
    #expect(!outcome.output.contains("\u{1B}"))
    // Nothing was made.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().count <= 3)
  }

  @Test func aWrongConfigurationIsAProblem() throws {
    let folder = try Folder()
    _ = try Program.run("/bin/mkdir", ["-p", folder.path + "/understory/themes"])
    try folder.write("widht = 3\u{7}\n", to: "understory/config.toml")
    try folder.write("palette = 1", to: "understory/themes/é中.toml")
    let outcome = try Self.run(folder, ["XDG_CONFIG_HOME": folder.path])
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("problem  configuration: \(folder.path)/understory/config.toml:1:"))
    #expect(outcome.output.contains("theme: \(folder.path)/understory/themes/é中.toml"))
    #expect(!outcome.output.contains("\u{7}"))
  }

  @Test func damagedMarksAreAProblemAndStayAsTheyAre() throws {
    let folder = try Folder()
    let state = folder.path + "/understory"
    _ = try Program.run("/bin/mkdir", ["-p", state])
    try folder.write("no database", to: "understory/marks.sqlite")
    let outcome = try Self.run(folder, ["XDG_STATE_HOME": folder.path])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("problem  marks: \(state)/marks.sqlite is damaged\n"))
    #expect(try folder.read("understory/marks.sqlite") == "no database")
    #expect(try FileManager.default.contentsOfDirectory(atPath: state) == ["marks.sqlite"])
  }

  @Test func wholeMarksAreFine() throws {
    let folder = try Folder()
    _ = try MarksDatabase(directory: folder.path + "/understory")
    let outcome = try Self.run(folder, ["XDG_STATE_HOME": folder.path])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("/marks.sqlite, intact, format "))
  }

  // MARK: Terminals

  /// Notes and problems of a terminal that answers with the widths that `cells` makes of the right
  /// ones.
  private static func answering(
    _ environment: [String: String] = [:], _ cells: (Int) -> Int
  ) throws -> (output: String, status: Int32) {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      ["doctor"], columns: 100, rows: 40,
      environment: Self.environment(folder).merging(environment) { $1 })
    // The answers wait in the terminal until they are asked for, after a key that is none.
    let answers = WidthCheck.samples.map {
      "\u{1B}[1;\(cells(WidthCheck.drawn($0.text).cells) + 1)R"
    }
    try terminal.press("x" + answers.joined(), within: 0)
    let status = try terminal.end()
    return (String(decoding: terminal.bytes, as: UTF8.self), status)
  }

  @Test func aTerminalThatDrawsAsExpectedIsFine() throws {
    let (output, status) = try Self.answering { $0 }
    #expect(status == 0)
    #expect(
      output.contains("ok       widths: the terminal draws 10 test texts as wide as expected"))
    #expect(output.contains("ok       terminal: xterm-256color"))
  }

  @Test func aTerminalThatDrawsWiderIsAProblem() throws {
    let (output, status) = try Self.answering { $0 + ($0 == 7 ? 7 : 0) }
    #expect(status == 1)
    #expect(
      output.contains("problem  widths: the terminal draws guides and badges in 14 cells, not 7"))
    #expect(output.contains("set ascii = true"))
  }

  @Test(arguments: [
    (
      ["TERM": "no-such-terminal"],
      "terminfo does not know no-such-terminal; using xterm-256color instead"
    ),
    (["TERM": "dumb"], "TERM is dumb"), (["TERM": ""], "problem  terminal: TERM is not set"),
    (["NO_COLOR": "1"], "not used: NO_COLOR is set"),
    (["COLORTERM": "truecolor"], "256 colours are used; the terminal claims true colour"),
    (["LC_ALL": "C"], "LC_ALL=C says ANSI_X3.4-1968: the screen is drawn in ASCII"),
    (
      ["LC_ALL": "xx_YY.UTF-8"],
      "note     locale: the system does not have LC_ALL=xx_YY.UTF-8: C.UTF-8 is used instead"
    ),
    (
      ["LC_ALL": "xx_YY.utf8@euro"],
      "note     locale: the system does not have LC_ALL=xx_YY.utf8@euro: C.UTF-8 is used instead"
    ),
    (["LC_ALL": "xx_YY"], "problem  locale: the system does not have LC_ALL=xx_YY"),
    (
      ["LC_ALL": "xx_YY.ISO-8859-1"],
      "problem  locale: the system does not have LC_ALL=xx_YY.ISO-8859-1"
    ),
  ])
  func whatATerminalLacksIsTold(environment: [String: String], text: String) throws {
    #expect(try Self.answering(environment) { $0 }.output.contains(text))
  }

  /// Around it, a shell that tells the terminal's settings before and after, and the status.
  private static func silent(_ folder: Folder) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["doctor"], columns: 100, rows: 40, environment: environment(folder),
      wrapper: [
        "/bin/sh", "-c", "trap : INT; stty -g; \"$0\" \"$@\"; echo status $?; stty -g",
      ])
  }

  /// The lines that tell the settings: numbers with colons between them.
  private static func settings(_ terminal: PseudoTerminal) -> [String] {
    String(decoding: terminal.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init).filter { $0.filter { $0 == ":" }.count > 20 }
  }

  @Test func aTerminalThatNeverAnswersIsGivenBack() throws {
    let folder = try Folder()
    let terminal = try Self.silent(folder)
    #expect(try terminal.end() == 0)
    let output = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(output.contains("not checked: the terminal does not report the cursor position"))
    #expect(output.contains("status 0"))
    // It asked once, not ten times.
    #expect(output.split(separator: "\u{1B}[6n").count == 2)
    let settings = Self.settings(terminal)
    #expect(settings.count == 2)
    #expect(settings.first == settings.last)
  }

  @Test func controlCGivesTheTerminalBack() throws {
    let folder = try Folder()
    let terminal = try Self.silent(folder)
    for _ in 0..<100 where !terminal.hasAsked {
      try terminal.takeAnswer(within: 100)
    }
    try terminal.press("\u{3}")
    #expect(try terminal.end() == 0)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("status 130"))
    let settings = Self.settings(terminal)
    #expect(settings.count == 2)
    #expect(settings.first == settings.last)
  }

  @Test(.needsTerminal) func tmuxDrawsAsExpected() throws {
    let folder = try Folder()
    let terminal = try Terminal(
      columns: 100, rows: 40,
      environment: Self.environment(folder).merging(["TERM": "tmux-256color"]) { $1 })
    try terminal.start("doctor")
    // The line that was typed has `status $?`.
    let screen = try terminal.wait("for its end") { screen in
      ["status 0", "status 1"].contains { screen.contains($0) }
    }
    #expect(screen.contains("widths: the terminal draws"))
    #expect(!screen.contains("[6n"))
    #expect(!screen.contains(";1R"))
  }
}

extension PseudoTerminal {
  /// Whether the program has asked where the cursor is.
  fileprivate var hasAsked: Bool { String(decoding: bytes, as: UTF8.self).contains("\u{1B}[6n") }
}
