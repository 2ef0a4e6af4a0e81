import Foundation
import RunningPrograms
import Testing

/// Everything that drives the built program in a real terminal; one at a time.
@Suite(.serialized, .needsTerminal) struct TerminalTests {
  @Test func aVisitIsKeptForTheNext() throws {
    let state = try Folder()
    do {
      let terminal = try Terminal(state: state)
      try terminal.start("understory:sample")
      let screen = try terminal.wait(for: "Article · 42 unread")
      #expect(screen.contains("by Tobias Wrenfield · "))
      #expect(screen.contains("? help"))
      try terminal.send(">", ">", ">", "r")
      try terminal.wait(for: "thread 3 of 15 · 11 % · 41 unread")
      try terminal.send("j", "Enter")
      try terminal.wait(for: "▸ kestrel")
      try terminal.send("Enter", "l", "q")
      try terminal.wait(for: "status 0")
    }
    let terminal = try Terminal(state: state)
    try terminal.start("understory:sample")
    let screen = try terminal.wait(for: "thread 3 of 15 · 16 % · 41 unread")
    #expect(screen.contains("▌  │ │ oldfield"))
    #expect(screen.contains("#7"))
    #expect(!screen.contains("● nightwatch"))
  }

  @Test func spaceAloneReadsTheSample() throws {
    let terminal = try Terminal(columns: 100, rows: 60)
    try terminal.start("understory:sample")
    try terminal.wait(for: "42 unread")
    var presses = 0
    var screen = try terminal.waitUntilItStood()
    while !screen.contains("All read"), presses < 200 {
      let before = screen
      try terminal.send("Space")
      try terminal.wait("for another screen") { $0 != before }
      screen = try terminal.waitUntilItStood()
      presses += 1
    }
    #expect(screen.contains("All read"))
    try terminal.send("Escape")
    try terminal.wait(for: "thread 15 of 15 · 100 % · all read")
  }

  @Test(arguments: [(100, 30), (40, 10), (200, 60)])
  func keysDoWhatTheySay(columns: Int, rows: Int) throws {
    let terminal = try Terminal(columns: columns, rows: rows)
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    for (keys, text) in [
      ("G", "15 of 15 · 100 %"), ("g g", "Article ·"), ("Tab", "▌  mari_g"),
      ("BTab", "42 unread, 41 above"), ("z M", "42 comments folded"), ("z R", "42 comments open"),
      ("<", "14 of 15 · 97 %"), ("K", "13 of 15 · 92 %"),
      ("J", "14 of 15 · 97 %"), ("k", "13 of 15 · 95 %"),
      ("h", "13 of 15 · 92 %"), ("l", "13 of 15 · 95 %"),
      (">", "14 of 15 · 97 %"), ("Up", "13 of 15 · 95 %"),
      ("Left", "13 of 15 · 92 %"), ("Right", "13 of 15 · 95 %"),
      (">", "14 of 15 · 97 %"), ("Down", "15 of 15 · 100 %"),
      ("Up", "14 of 15 · 97 %"), ("Enter", "▸ onhold"),
      ("Enter", "▌  onhold"), ("r", "41 unread"), ("u", "undid: #41 marked read"),
      ("Home", "Article ·"), ("End", "15 of 15 · 100 %"), ("z", "M fold all"),
      ("Escape", "15 of 15 · 100 %"),
      ("?", "The basics"), ("j", "Keys"), ("Escape", "15 of 15 · 100 %"),
      ("Z", "Z does nothing · q quit"),
      ("Home", "by Tobias Wrenfield"),
    ] {
      for key in keys.split(separator: " ") { try terminal.send(String(key)) }
      try terminal.wait(for: text)
    }
    let title = "by Tobias Wrenfield"
    for back in ["PPage", "b"] where rows < 60 {
      try terminal.send("NPage")
      try terminal.wait("for the next screen") { !$0.contains(title) }
      try terminal.send(back)
      try terminal.wait(for: title)
    }
    try terminal.send("Space")
    try terminal.wait("for what comes next") { !$0.contains(title) }
    try terminal.send("Home", "z", "v")
    try terminal.wait("for masked words") { !$0.contains("hidden by the site") }
  }

  @Test func theCursorStandsOnTheFocusedComment() throws {
    let terminal = try Terminal()
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send(">", "j", "j")
    let screen = try terminal.wait(for: "1 of 15 · 7 %")
    let row = screen.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("▌  │ keel") }
    #expect(try terminal.cursorRow() == row)
  }

  @Test func resizingKeepsThePlace() throws {
    let terminal = try Terminal()
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send(">", ">", ">", ">")
    try terminal.wait(for: "▌  doorbell")
    for (columns, rows) in [(40, 10), (200, 60), (30, 8), (100, 30)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.wait("for #10 at \(columns)x\(rows)") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return screen.contains("▌  doorbell") && lines.count >= rows - 1
          && screen.contains("4 of 15 · 23 %")
      }
    }
  }

  @Test func noColourIsUsedWhenNoneIsWanted() throws {
    let terminal = try Terminal(environment: ["NO_COLOR": "1"])
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    #expect(!(try terminal.screen("-e")).contains("\u{1B}[38;5"))
  }
}
