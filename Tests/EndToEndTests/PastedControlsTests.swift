import Foundation
import RunningPrograms
import Testing

/// Pastes on a pseudo-terminal, whose driver acts on some bytes unless it is told not to.
@Suite struct PastedControlsTests {
  /// Every control byte, before a text that would mark all and quit.
  @Test(arguments: ["", "/", ":", "f/"])
  func noControlByteOfAPasteActs(prompt: String) throws {
    let folder = try Folder()
    let environment = ["XDG_STATE_HOME": folder.path]
    let terminal = try PseudoTerminal(
      ["understory:sample"], columns: 80, rows: 24, environment: environment)
    try terminal.take(until: "unread")
    try terminal.press(prompt)
    for control in (1...31).filter({ $0 != 27 }) + [127] {
      let text = String(Character(Unicode.Scalar(UInt8(control))))
      terminal.type("\u{1B}[200~first \(text) A all, Q\u{1B}[201~")
    }
    try terminal.takeAnswer(within: 500)
    // Esc closes the line or the notice, and the status row is there again. A key sent before that would be read with Esc.
    let start = terminal.bytes.count
    terminal.type("\u{1B}")
    try terminal.take(until: "42 unread", from: start)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
    let status = try Program.run(["status", "understory:sample"], environment: environment)
    #expect(status.output.contains("42 unread, 0 read"))
  }
}
