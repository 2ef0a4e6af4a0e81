import Foundation
import RunningPrograms
import Testing

extension TerminalTests {
  /// However the program ends, the terminal is as it was before.
  @Test(arguments: [
    ("TERM", "status 143"), ("INT", "status 130"), ("HUP", "status 129"), ("QUIT", "status 131"),
  ])
  func theTerminalIsGivenBackOnASignal(signal: String, status: String) throws {
    let terminal = try Terminal()
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try kill(signal, in: terminal)
    let screen = try terminal.wait(for: status)
    #expect(!screen.contains("Article"))
    try terminal.send("stty -a | tr ';' '\\n' | grep -c -w -e icanon -e isig", "Enter")
    try terminal.wait("for a sane terminal") { $0.contains("\n1\n") || $0.contains("\n2\n") }
  }

  @Test func ctrlCLeavesAndKeepsThePlace() throws {
    let state = try Folder()
    let terminal = try Terminal(state: state)
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send("G")
    // A terminal forgets what was typed before Ctrl-C and not yet read.
    try terminal.wait(for: "thread 15 of 15 · 100 %")
    try terminal.send("C-c")
    try terminal.wait(for: "status 130")
    try terminal.start("understory:sample")
    try terminal.wait(for: "thread 15 of 15 · 100 % · 42 unread")
  }

  @Test func ctrlZStopsAndFgGoesOn() throws {
    let terminal = try Terminal()
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.send("fg", "Enter")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send("q")
    try terminal.wait("for the shell") { !$0.contains("Article") && $0.contains("%") }
  }

  @Test func aResizeWhileStoppedIsTakenUp() throws {
    let terminal = try Terminal()
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.resize(columns: 50, rows: 12)
    try terminal.send("fg", "Enter")
    try terminal.wait("for the status line at 50x12") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.indices.contains(11) && lines[11].contains("Article · 42 unread")
    }
  }

  @Test func aStopThatNobodyAnnouncedIsMended() throws {
    let terminal = try Terminal()
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try kill("STOP", in: terminal)
    try terminal.wait(for: "Stopped")
    // Nobody gave the shell a sane terminal: Enter would be a carriage return.
    try terminal.send("fg", "C-j")
    try terminal.wait("for a clean screen") { $0.contains("Article ·") && !$0.contains("Stopped") }
    try terminal.send("G")
    try terminal.wait(for: "thread 15 of 15 · 100 %")
  }

  @Test func aMarkOutlivesBeingKilled() throws {
    let state = try Folder()
    let terminal = try Terminal(state: state)
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send(">", "r")
    try terminal.wait(for: "thread 1 of 15 · 2 % · 41 unread")
    try kill("KILL", in: terminal)
    let second = try Terminal(state: state)
    try second.start("understory:sample")
    try second.wait(for: "· 41 unread")
  }

  @Test func withoutAStateFolderReadingGoesOnAndSaysSo() throws {
    let terminal = try Terminal(
      columns: 100, environment: ["XDG_STATE_HOME": "/dev/null/nowhere"])
    try terminal.start("understory:sample")
    try terminal.wait(for: "42 unread · marks not saved: cannot create /dev/null: Not a")
    try terminal.send(">", "r")
    try terminal.wait(for: "○ mari_g")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
  }

  @Test func anUnknownTerminalIsTreatedAsXterm() throws {
    let terminal = try Terminal(environment: ["TERM": "no-such-terminal"])
    try terminal.send("TERM=no-such-terminal; export TERM", "Enter")
    try terminal.start("understory:sample")
    try terminal.wait(for: "Article · 42 unread")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
  }

  @Test func aPipedDocumentIsReadAndKeysComeFromTheTerminal() throws {
    let terminal = try Terminal()
    try terminal.send(
      "echo '{\"understory\":1,\"id\":\"x\",\"title\":\"Piped\",\"comments\":[]}' | "
        + "'\(Program.path)' -; echo status $?", "Enter")
    try terminal.wait(for: "Article · no comments")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
  }

  private func kill(_ signal: String, in terminal: Terminal) throws {
    let processes = try Program.run("/usr/bin/env", ["ps", "-eo", "pid,tty,args"]).output
    let tty = try terminal.tty()
    let line = processes.split(separator: "\n").first {
      $0.contains(tty) && $0.contains(Program.path)
    }
    let process = try #require(line?.split(separator: " ").first)
    _ = try Program.run("/usr/bin/env", ["kill", "-\(signal)", String(process)])
  }
}
