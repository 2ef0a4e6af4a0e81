import Foundation
import HostileCorpus
import RunningPrograms
import Testing

/// What the program writes to a terminal while keys walk through a hostile discussion.
@Suite struct HostileTerminalTests {
  @Test(arguments: HostileDiscussion.markups)
  func nothingOfIt(markup: String) throws {
    let folder = try Folder()
    let terminal = try open(
      markup, in: folder, columns: 100, rows: 50, environment: try Self.strictTerminal(in: folder))
    try walk(in: terminal, isInspecting: true)
    try check(terminal, to: .screen)
    try checkState(in: folder)
  }

  @Test func nothingOfItOnASmallScreen() throws {
    let folder = try Folder()
    let terminal = try open(
      "html", in: folder, columns: 24, rows: 9, environment: try Self.strictTerminal(in: folder))
    try walk(in: terminal)
    try check(terminal, to: .screen)
  }

  /// As the entry of xterm-256color is, so that ncurses writes what it writes to everybody.
  @Test func nothingOfItWithCarriageReturns() throws {
    let folder = try Folder()
    let terminal = try open(
      "markdown", in: folder, columns: 80, rows: 24, environment: ["XDG_STATE_HOME": folder.path])
    try walk(in: terminal)
    try check(terminal, to: .screenMovedByControls)
  }

  @Test func nothingOfLongTexts() throws {
    let folder = try Folder()
    // Without markup they are printed only, by HostileOutputTests: it is long enough so.
    let file = HostileDiscussion.file(of: HostileCorpus.large, markups: ["html", "markdown"])
    try folder.write(file, to: "hostile.json")
    let terminal = try PseudoTerminal(
      [folder.path + "/hostile.json"], columns: 100, rows: 300,
      environment: try Self.strictTerminal(in: folder))
    try terminal.takeFirstAnswer()
    try page(in: terminal, within: 500)
    try terminal.press("q")
    try check(terminal, to: .screen)
  }

  private func open(
    _ markup: String, in folder: Folder, columns: Int, rows: Int, environment: [String: String]
  ) throws -> PseudoTerminal {
    try folder.write(HostileDiscussion.file(markups: [markup]), to: "hostile.json")
    return try PseudoTerminal(
      [folder.path + "/hostile.json"], columns: columns, rows: rows, environment: environment)
  }

  /// An xterm-256color that ncurses moves the cursor of by control functions only: CR, LF, BS, TAB
  /// and BEL can come from nowhere but the text.
  private static func strictTerminal(in folder: Folder) throws -> [String: String] {
    try folder.write(
      "xterm-256color|strict,cr@,cub1@,cud1@,ind@,ht@,cbt@,nel@,bel@,use=xterm-256color,\n",
      to: "strict.ti")
    let outcome = try Program.run(
      "/usr/bin/env", ["tic", "-x", "-o", folder.path, folder.path + "/strict.ti"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return [
      "TERMINFO": folder.path, "TERM": "xterm-256color", "XDG_STATE_HOME": folder.path,
    ]
  }

  /// Opens everything that is hidden, gives each comment a star, and looks at all of it: what was
  /// taken from each text, the pages, the folded rows, the stars, and whatever else a key shows.
  private func walk(
    in terminal: PseudoTerminal, isInspecting: Bool = false
  ) throws {
    try terminal.takeFirstAnswer()
    for keys in [">", "k", "\r", "k", "\r", "zl", "zw", "gg", "zv", ">"] {
      try terminal.press(keys)
    }
    for _ in 0..<HostileDiscussion.commentCount {
      for keys in isInspecting ? ["zv", "s", "i", "\u{1B}", ">"] : ["zv", "s", ">"] {
        // Esc is only known to be alone after a while.
        try terminal.press(keys, within: keys == "\u{1B}" ? 1000 : 50)
      }
    }
    try page(in: terminal)
    for keys in ["zM", "gg"] { try terminal.press(keys) }
    try page(in: terminal)
    for keys in [
      "S", " ", "j", "\r", "?", "q", "R", "u", "A", "zR", "t", "j", "j", "t", "p", "p", "\u{1B}",
      "/PWNED\r", "n", "N", "\u{1B}", "fa", "ff", "f/title\r", "ff", "x", "j", "\u{1B}", "c", "c",
      "*", "#", ":", "\u{1B}", "y", "Y", "zp", "Q",
    ] {
      // Esc is a key of its own only if nothing else comes with it.
      if keys == "\u{1B}" { try terminal.takeAnswer(within: 200) }
      try terminal.press(keys)
    }
  }

  /// Pages from the top to the end, which is where some pages on end nothing changes.
  private func page(in terminal: PseudoTerminal, within milliseconds: Int32 = 250) throws {
    try terminal.press("gg")
    var pages = 0
    var silence = 0
    while silence < 8 {
      let hasAnswered = try terminal.press("\u{1B}[6~", within: milliseconds)
      silence = hasAnswered ? 0 : silence + 1
      pages += 1
    }
    #expect(pages > 15)
  }

  private func check(_ terminal: PseudoTerminal, to place: WrittenBytes.Place) throws {
    let status = try terminal.end()
    #expect(status == 0)
    let written = WrittenBytes(terminal.bytes, to: place)
    #expect(written.violations == [])
    #expect(written.text.split(separator: "PWNED").count > 200)
  }

  private func checkState(in folder: Folder) throws {
    let environment = ["XDG_STATE_HOME": folder.path]
    let exported = try Program.run(["state", "export"], environment: environment)
    #expect(exported.status == 0)
    #expect(exported.output.contains("PWNED"))
    #expect(WrittenBytes(exported.outputBytes, to: .file).violations == [])
    try folder.write(exported.outputBytes, to: "state.json")
    for arguments in [["state", "import", "state.json"], ["status"], ["status", "--json"]] {
      let file =
        folder.path + "/" + (arguments.last == "state.json" ? "state.json" : "hostile.json")
      let outcome = try Program.run(
        arguments.filter { $0 != "state.json" } + [file], environment: environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(WrittenBytes(outcome.outputBytes, to: .file).violations == [])
    }
  }
}
