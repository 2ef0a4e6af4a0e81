import Foundation
import RunningPrograms
import Testing

/// Searching for an expression that is never done with, in a terminal.
extension TerminalTests {
  @Test func ctrlCCancelsASearchAndOnlyThenLeaves() throws {
    let folder = try Folder()
    let text = String(repeating: "a", count: 60) + "!"
    let comments = (0..<4_000).map { #"{"id":"\#($0)","body":"\#(text)"}"# }
    let start = #"{"understory":1,"id":"test:costly","title":"Letters","comments":["#
    try folder.write(start + comments.joined(separator: ",") + "]}", to: "costly.json")
    let terminal = try Terminal(columns: 100)
    try terminal.start(folder.path + "/costly.json")
    try terminal.wait(for: "4000 unread")
    try terminal.send("/", "/(a+)+[bc]/", "Enter")
    try terminal.wait(for: "too costly to search")
    try terminal.send("C-c")
    try terminal.wait(for: "search cancelled")
    try terminal.send("C-c")
    try terminal.wait(for: "status 130")
  }
}
