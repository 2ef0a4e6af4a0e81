import Foundation
import RunningPrograms
import Testing

/// A day in the life of a reader: come back, see what is new, finish, leave.
extension TerminalTests {
  /// Comments 1 to 12, of which 3 and 4 are below 2, and 5 below 4.
  private static let morning = Story(
    (1...12).map { number in
      let parent = ["3": "2", "4": "2", "5": "4"]["\(number)"]
      return Story.Line(id: "\(number)", parent: parent, body: "words of \(number), 中")
    })

  /// Three replies came, one of them deep in the branch of 2.
  private static let evening = Story(
    morning.lines + [
      Story.Line(id: "13", parent: "5", body: "a late word"),
      Story.Line(id: "14", parent: "9", body: "another one"),
      Story.Line(id: "15", body: "and the last"),
    ])

  @Test func aDayInTheLife() throws {
    let desk = try Desk(Self.morning)
    // Two comments a screen.
    let terminal = try Terminal(columns: 80, rows: 8, state: desk.folder)
    try terminal.start(desk.path)
    try terminal.wait(for: "Article · 12 unread")
    for status in [
      "8 % · 12 unread", "25 % · 10 unread", "41 % · 8 unread", "58 % · 6",
    ] {
      try terminal.waitUntilItStood()
      try terminal.send("Space")
      try terminal.wait(for: status)
    }
    // The branch of 2 is folded, with what will come into it.
    try terminal.send("g", "g", "j", "j", "Enter")
    try terminal.wait(for: "▸ #2")
    try terminal.send("j")
    try terminal.wait(for: "50 % · 6 unread")
    try terminal.send("j")
    try terminal.wait(for: "58 % · 6 unread")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
    #expect(try desk.status() == "12 comments: 0 new, 6 unread, 6 read, 0 edited")

    try desk.write(Self.evening)
    try terminal.resize(columns: 80, rows: 13)
    #expect(try desk.status() == "15 comments: 3 new, 9 unread, 6 read, 0 edited")
    try terminal.start(desk.path)
    try terminal.wait(for: "3 new in 3 threads since ")
    try terminal.send("Escape")
    try terminal.wait(for: "53 % · 9 unread, 3 new")
    // The same place: numbers hold, positions have moved by the reply before it.
    try terminal.wait(for: "▌  #7")

    // Exactly the unread ones, in reading order, around the end; folds open on the way. Each is read
    // when it is left.
    let tour = [
      (8, "8 unread, 1 above"), (9, "7 unread, 1 above"), (14, "6 unread, 1 above"),
      (10, "5 unread, 1 above"), (11, "4 unread, 1 above"), (12, "3 unread, 1 above"),
      (15, "2 unread, 1 above"), (13, "1 unread"),
    ]
    for (number, words) in tour {
      try terminal.waitUntilItStood()
      try terminal.send("Tab")
      try terminal.wait("for #\(number)") { screen in
        screen.contains(words)
          && screen.split(separator: "\n").contains {
            $0.hasPrefix("▌") && $0.contains("#\(number)")
          }
      }
    }
    try terminal.waitUntilItStood()
    try terminal.send("Tab")
    try terminal.wait(for: "All read")
    // Nine keys, nine steps back; what was set unread so is not marked by passing again.
    for _ in 1...9 { try terminal.send("u") }
    try terminal.wait(for: "undid: 1 comment marked read")
    try terminal.send("Escape")
    try terminal.wait(for: "53 % · 9 unread, 3 new")
    for (number, words) in [(14, "3 new, 1 above"), (15, "3 new, 2 above"), (13, "3 new")] {
      try terminal.send(".")
      try terminal.wait("for #\(number), new") {
        $0.contains(words) && $0.contains("#\(number)")
      }
    }
    // R on the branch of 9 and 14, and back.
    try terminal.send("G", "k", "k", "k", "k")
    try terminal.wait("for #14") { $0.contains("▌+ │ #14") }
    try terminal.send("h", "R")
    try terminal.wait(for: "2 comments marked read · ")
    try terminal.send("u")
    try terminal.wait(for: "undid: 2 comments marked read")
    try terminal.send("Escape")
    let end = try terminal.wait(for: "unread, 3 new")
    try terminal.send("q")
    try terminal.wait(for: "status 0")
    let counts = try #require(end.firstMatch(of: /(\d+) unread, (\d+) new/))
    #expect(
      try desk.status().hasPrefix("15 comments: \(counts.2) new, \(counts.1) unread, "))
  }

  @Test func whatChangedIsEditedAndWhatVanishedComesBack() throws {
    let desk = try Desk(Self.morning)
    #expect(try desk.run("mark", "read", desk.path, "1-12").output == "12 comments marked read\n")
    var changed = Self.morning
    changed.lines[7].body = "other words"
    changed.lines.remove(at: 11)
    try desk.write(changed)
    #expect(try desk.status() == "11 comments: 0 new, 1 unread, 10 read, 1 edited")
    let terminal = try Terminal(state: desk.folder)
    try terminal.start(desk.path)
    try terminal.wait(for: "1 edited · Tab next unread")
    try terminal.send("Tab")
    try terminal.wait(for: "▌~ #8")
    try terminal.send("r", "q")
    try terminal.wait(for: "status 0")
    changed.lines.append(Self.morning.lines[11])
    try desk.write(changed)
    #expect(try desk.status() == "12 comments: 0 new, 0 unread, 12 read, 0 edited")
  }
}
