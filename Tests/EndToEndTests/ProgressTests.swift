import RunningPrograms
import Testing

/// How far the reading of many files is, on a terminal.
@Suite struct ProgressTests {
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
