import Testing
import TextGrid

@testable import understory

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (0, 4, 40, "[....................]   0% reading 中é"),
    (1, 4, 40, "[#####...............]  25% reading 中é"),
    (4, 4, 40, "[####################] 100% reading 中é"),
    (1, 3, 26, "[##.....]  33% reading 中é"),
    (1, 3, 19, "  33% reading 中é"),
    (1, 3, 10, "  33% rea…"),
    (9, 4, 40, "[####################] 100% reading 中é"),
    (-1, 4, 40, "[....................]   0% reading 中é"),
    (0, 0, 40, "[####################] 100% reading 中é"),
    (1, 2, 0, ""),
  ])
  func aLineTellsHowFarItIs(done: Int, all: Int, columns: Int, line: String) {
    let found = ProgressBar.line("reading 中é", done: done, of: all, columns: columns)
    #expect("\(found)" == line)
  }

  /// Ten files, of which the last is missing.
  private static func files(in folder: Folder) -> [String] {
    (1...9).map { _ in "/dev/null" } + [folder.path + "/none"]
  }

  @Test func itIsErasedBeforeAnythingElseIsSaid() throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(["import"] + Self.files(in: folder), columns: 80, rows: 24)
    #expect(try terminal.end() == 1)
    let written = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(written.hasPrefix("\r[....................]   0% reading files\u{1B}[K\r"))
    let rest = try #require(written.split(separator: "\r\u{1B}[K\r", maxSplits: 1).last)
    #expect(rest.hasPrefix("understory: \(folder.path)/none: cannot be read"))
    #expect(!rest.contains("%"))
  }

  @Test func thereIsNoneWithoutATerminal() throws {
    let folder = try Folder()
    let outcome = try Program.run(["import"] + Self.files(in: folder))
    #expect(
      outcome.errors
        == "understory: \(folder.path)/none: cannot be read: No such file or directory\n")
  }

  @Test func aDumbTerminalShowsNone() throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal(
      ["import"] + Self.files(in: folder), columns: 80, rows: 24, environment: ["TERM": "dumb"])
    #expect(try terminal.end() == 1)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).hasPrefix("understory: "))
  }
}
