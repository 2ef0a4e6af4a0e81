import Foundation
import RunningPrograms
import Testing

/// Ctrl-C where there is no screen to give back: the shell is told by the signal itself.
@Suite struct InterruptTests {
  /// Starts the program with signals as a shell would, whatever the tests were started by.
  private static let plainSignals = ["/usr/bin/env", "--default-signal=INT"]

  /// F_GETPIPE_SZ, which Swift's Glibc leaves out.
  private static let getPipeSize: Int32 = 1032

  @Test(arguments: [["import", "-"], ["show", "-"], ["status", "-"]])
  func waitingForInputEnds(arguments: [String]) throws {
    let terminal = try PseudoTerminal(
      arguments, columns: 80, rows: 24,
      wrapper: Self.plainSignals + ["/bin/sh", "-c", "echo begun; exec \"$0\" \"$@\""])
    for _ in 0..<100 where terminal.bytes.isEmpty { try terminal.takeAnswer(within: 100) }
    try terminal.press("\u{3}")
    #expect(try terminal.end() == 130)
    // Nothing but the terminal's own ^C.
    #expect(String(decoding: terminal.bytes, as: UTF8.self) == "begun\r\n^C")
  }

  @Test func writingToAPipeThatNobodyReadsEnds() throws {
    let folder = try Folder()
    try folder.write(Story(count: 4000).json, to: "story.json")
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let reading = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reading) }
    let process = try Program.start(
      Self.plainSignals + [Program.path, "show", folder.path + "/story.json"],
      environment: ["LC_ALL=C.UTF-8"], files: ["/dev/null", pipe, "/dev/null"])
    let capacity = fcntl(reading, Self.getPipeSize)
    var waiting: Int32 = 0
    for _ in 0..<2000 where waiting < capacity {
      try #require(ioctl(reading, UInt(FIONREAD), &waiting) == 0)
      usleep(10_000)
    }
    #expect(waiting == capacity)
    kill(process, SIGINT)
    #expect(Program.status(of: process) == 130)
  }
}
