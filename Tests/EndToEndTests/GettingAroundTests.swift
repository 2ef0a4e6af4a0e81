import Foundation
import RunningPrograms
import Testing

/// Every group of keys in a real terminal: on a saved page where there is one, else on the sample.
extension TerminalTests {
  @Test(arguments: [(100, 30), (40, 10), (200, 60)])
  func everyGroupOfKeys(columns: Int, rows: Int) throws {
    let folder = try Folder()
    var arguments = ["understory:sample"]
    if Program.hasShared {
      let page = folder.path + "/page.json"
      let outcome = try Program.run([
        "import", Program.shared + "/seed/page.txt", "--outline",
        Program.shared + "/seed/page.outline.json", "--output", page,
      ])
      #expect(outcome.status == 0)
      arguments = [page]
    }
    let terminal = try Terminal(
      columns: columns, rows: rows, environment: ["BROWSER": "/bin/true"])
    try terminal.start(arguments)
    try terminal.wait(for: "Article · 42 unread")
    for (keys, text) in Self.walk {
      for key in keys.split(separator: " ") { try terminal.send(String(key)) }
      try terminal.wait(for: text)
    }
    if columns >= 120 {
      try terminal.send("t")
      try terminal.wait("for no outline") { !$0.contains("▾") }
    }
    try scroll(terminal)
    try terminal.send("t")
    try terminal.wait(for: columns < 120 ? "Outline" : "▾")
    try terminal.send(columns < 120 ? "Escape" : "t")
    try terminal.wait("for no outline") { !$0.contains("Outline") && !$0.contains("▾") }
    try terminal.send("Q")
    try terminal.wait(for: "status 0")
  }

  /// Half pages and lines, down and up again.
  private func scroll(_ terminal: Terminal) throws {
    try terminal.send("Home")
    let top = try terminal.wait(for: "Article ·")
    for (down, up) in [("C-d", "C-u"), ("C-e", "C-y"), ("NPage", "PPage"), ("C-f", "C-b")] {
      let row = top.split(separator: "\n").first { $0.contains("▌") } ?? ""
      let title = "  " + (row.split(separator: "▌").last?.split(separator: "  ").first ?? "")
      try terminal.send(down)
      try terminal.wait("for \(down)") { !$0.contains(title) }
      try terminal.send(up)
      try terminal.wait("for \(up)") { $0.contains(title) }
      try terminal.send("Home")
      try terminal.wait("for the top") { $0.contains(title) }
    }
  }

  /// (keys, what the screen must show then).
  private static let walk = [
    // Move.
    ("G", "100 %"), ("g g", "Article ·"), ("1 G 3 j", "9 %"),
    ("1 7 G", "40 %"),
    ("2 0 Enter", "47 %"), ("9 9 G", "no comment #99 (#1 to #42)"),
    ("k", "45 %"),
    ("z t", "45 %"), ("z b", "45 %"), ("1 7", "17 …"),
    ("Escape", "45 %"),
    // The tree.
    ("1 G", "2 %"), ("J", " % ·"), ("K", "2 %"),
    ("4 1 G", "97 %"), ("<", " % ·"),
    ("4 0 G", "95 %"), ("h", "92 %"),
    ("l", "95 %"), ("p", "Replies to #39"),
    ("p", "Replies to the article"), ("Escape", "95 %"),
    ("p Enter", "92 %"),
    // Fold.
    ("z m", "folded at level"), ("z r", "opened at level"), ("z M", "42 comments folded"),
    ("z R", "42 comments open"), ("z u", "nothing to fold"), ("z a", "▌  ▸ #39"), ("z a", "▌  #39"),
    ("z p", "97 %"), ("z R", "42 comments open"), ("z", "M fold all"),
    ("Escape", " % ·"),
    // Jump.
    ("5 G", "11 %"), ("9 G", "21 %"),
    ("BSpace", "11 %"), ("+", "21 %"),
    ("-", "11 %"),
    // Mark.
    ("r", "41 unread"), ("u", "undid: #5 marked read"), ("C-r", "redid: #5"),
    ("s", "#5 starred"),
    ("S", "1 star"), ("Escape", "11 %"), ("u u", "undid: #5 marked read"),
    // Read on.
    ("Home Tab", "▌  #1 "), ("BTab", "42 unread, 41 above"), ("g b", "42 unread, 40 above"),
    (".", "nothing is new"),
    // Find.
    ("Home /", "/"), ("the", "/the"), ("Enter", "· /the"), ("n", "· /the"), ("N", "· /the"),
    ("Escape", "Article ·"), ("/ zqxzqx", "no match"), ("Enter", "no match for zqxzqx"),
    ("/ abc Escape", "Article ·"), ("f u", "42 comments of 42"),
    ("Escape", "showing all comments"),
    ("f / >9 Enter", "no comment matches >9"), ("f / >x Enter", "expected a"), ("C-c", " unread"),
    ("f", "u only unread"), ("Escape", "Article ·"),
    // Look.
    ("4 0 G", "95 %"), ("c", "2 comments of this conv"),
    ("c", "95 %"),
    ("i", "Details"),
    ("q", "95 %"), ("w", "100 cells wide"), ("w", "wide as the screen"),
    ("w w w", "80 cells wide"),
    ("m", "mouse off"), ("m", "mouse on"), (":", "Enter do it"), ("outline", ":outline"),
    ("Escape", "95 %"), ("C-l", "95 %"), ("?", "The basics"),
    ("G", "Keys"),
    ("q", "95 %"),
    // Take.
    ("y", "copied"), ("0", "0 does nothing · gg top"),
  ]
}
