import Foundation
import RunningPrograms
import Testing

/// Three visits, hours apart: on the third, what came since the second is new, and nothing else.
extension TerminalTests {
  /// Comments 1 to 6, of which 2 is below 1.
  private static let monday = Story(
    (1...6).map { Story.Line(id: "\($0)", parent: $0 == 2 ? "1" : nil, body: "words of \($0)") })
  private static let tuesday = Story(
    monday.lines + [
      Story.Line(id: "7", parent: "2", body: "on Tuesday"),
      Story.Line(id: "8", body: "Tuesday too"),
    ])
  /// What comes during the second visit.
  private static let later = Story(
    tuesday.lines + [Story.Line(id: "9", parent: "3", body: "while reading")])
  private static let tonight = Story(
    later.lines + [
      Story.Line(id: "10", parent: "7", body: "tonight, 中"),
      Story.Line(id: "11", parent: "4", body: "tonight as well"),
    ])

  @Test func onTheThirdVisitExactlyWhatCameTonightIsNew() throws {
    let desk = try Desk(Self.monday)
    let terminal = try Terminal(columns: 80, rows: 24, state: desk.folder)
    try terminal.start(desk.path)
    try terminal.wait(for: "Article · 6 unread")
    try terminal.send("q")
    try terminal.wait(for: "status 0")

    try desk.age(hours: 5)
    try desk.write(Self.tuesday)
    #expect(try desk.status() == "8 comments: 2 new, 8 unread, 0 read, 0 edited")
    try terminal.start(desk.path)
    try terminal.wait(for: "2 new in 2 threads since ")
    // Left or killed, and opened again at once: the visit goes on.
    try terminal.send("Q")
    try terminal.wait(for: "status 0")
    let killed = try desk.reader()
    try killed.wait(for: "2 new in 2 threads since ")
    _ = killed.end(with: SIGKILL)
    #expect(try desk.status() == "8 comments: 2 new, 8 unread, 0 read, 0 edited")
    try terminal.start(desk.path)
    try terminal.wait(for: "2 new in 2 threads since ")
    try terminal.send("Enter", "r")
    try terminal.wait(for: "7 unread, 1 new")
    try desk.replace(Self.later)
    try terminal.wait(for: "1 new on disk")
    try terminal.send("U")
    try terminal.wait(for: "1 new · . next new")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
    #expect(try desk.status() == "9 comments: 2 new, 8 unread, 1 read, 0 edited")

    try desk.age(hours: 5)
    // What was left is unread, and no longer new.
    #expect(try desk.status() == "9 comments: 0 new, 8 unread, 1 read, 0 edited")
    try desk.write(Self.tonight)
    #expect(try desk.status() == "11 comments: 2 new, 10 unread, 1 read, 0 edited")
    let new = try desk.run("show", desk.path, "--new").output
    #expect(new.contains("tonight, 中") && new.contains("tonight as well"))
    #expect(!new.contains("Tuesday too") && !new.contains("while reading"))
    try terminal.start(desk.path)
    let panel = try terminal.wait(for: "2 new in 2 threads since ")
    #expect(panel.contains("#10: tonight, 中"))
    #expect(panel.contains("#11: tonight as well"))
    try terminal.send("Escape", ")")
    try terminal.wait(for: "1 new in this thread")
    // Since the first visit all that came later is new, but for what was read.
    try terminal.send("g", "s")
    try terminal.wait(for: "first visit")
    try terminal.send("G", "k", "Enter")
    try terminal.wait(for: "4 new since ")
    try terminal.send("j")
    try terminal.wait(for: ", 4 new since ")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
    // It applied until the reader left.
    #expect(try desk.status() == "11 comments: 2 new, 10 unread, 1 read, 0 edited")
  }
}

extension Desk {
  /// Lets so many hours pass, as far as visits are concerned.
  fileprivate func age(hours: Int) throws {
    let state = try run("state", "export").output
    let times = state.replacing(/"(firstVisit|lastVisit|start|lastActivity|time)": ?(\d+)/) {
      match in
      "\"\(match.1)\":\((Int(match.2) ?? 0) - hours * 3600)"
    }
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: database + suffix)
    }
    try folder.write(times, to: "aged.json")
    #expect(times != state)
    #expect(try run("state", "import", folder.path + "/aged.json").status == 0)
  }
}
