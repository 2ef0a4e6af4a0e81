import Foundation
import RunningPrograms
import Testing

/// Documents that are larger than any that people have.
@Suite struct LargeDocumentTests {
  /// Every text of a file has 256 KiB: ids, titles, names, addresses.
  @Test(.timeLimit(.minutes(10)))
  func longTextsEverywhereAreRead() throws {
    let folder = try Folder()
    try folder.write(Self.longTexts(of: 1 << 18), to: "long.json")
    let path = folder.path + "/long.json"
    let environment = [
      "XDG_STATE_HOME": folder.path + "/s", "XDG_DATA_HOME": folder.path + "/d",
      "XDG_CACHE_HOME": folder.path + "/c",
    ]
    for arguments in [
      ["show", path], ["show", path, "--format", "markdown"], ["show", path, "--format", "html"],
      ["show", path, "--format", "json"], ["status", path], ["stats", path],
    ] {
      let outcome = try Program.run(arguments, environment: environment)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors.prefix(200))")
    }
    // It is kept, or refused in one line.
    let added = try Program.run(["add", path], environment: environment)
    #expect(added.status <= 1)
    #expect(added.errors.split(separator: "\n").count <= 1)
    let terminal = try PseudoTerminal([path], columns: 80, rows: 24, environment: environment)
    try terminal.takeFirstAnswer()
    for key in ["j", "j", " ", "t", "t", "i", "\u{1B}", "G", "zM"] { try terminal.press(key) }
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  /// The sizes that take minutes are tried only if `UNDERSTORY_LARGE` is set.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["UNDERSTORY_LARGE"] != nil),
    arguments: [(comments: 200_000, bytes: 1_000), (1_000_000, 30)])
  func aDocumentOfHundredsOfMegabytesIsRead(comments: Int, bytes: Int) throws {
    let folder = try Folder()
    let path = folder.path + "/large.json"
    let size = try Self.write(comments: comments, bytes: bytes, to: path)
    let environment = ["XDG_STATE_HOME": folder.path + "/s"]
    let status = try Program.run(["status", path], environment: environment)
    #expect(status.output.contains("\(comments) comments"))
    let terminal = try PseudoTerminal([path], columns: 80, rows: 24, environment: environment)
    #expect(try terminal.takeAnswer(within: 120_000))
    for key in ["j", " ", "\t", "G", "zM", "zR", "gg"] { try terminal.press(key, within: 20_000) }
    let peak = try Self.peakMemory(of: terminal.process)
    #expect(peak < 10 * size + 100_000_000)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  private static func longTexts(of bytes: Int) -> String {
    let text = String(repeating: "é中 word ", count: bytes / 11)
    let word = String(repeating: "w", count: bytes)
    return """
      {"understory":1,"id":"\(word)","title":"\(text)","author":"\(text)","published":"\(word)",
      "url":"https://example.org/\(word)","notice":"\(text)","body":"\(text)","comments":[
      {"id":"\(word)1","author":"\(text)","url":"https://example.org/\(word)","body":"\(word)",
      "badges":["\(text)"],"published":"\(word)","warning":"\(text)","parentLabel":"\(text)"},
      {"id":"\(word)2","parent":"\(word)1","author":"\(word)","markup":"markdown","body":"# \(text)"},
      {"id":"\(word)3","parent":"\(word)2","markup":"html","body":"<b title='\(word)'>\(word)"}],
      "links":[{"heading":"\(text)","items":[{"title":"\(text)","url":"\(word)","summary":"\(text)"}]}]}
      """
  }

  /// Writes a discussion in which every tenth comment begins a thread; its size in bytes.
  private static func write(comments: Int, bytes: Int, to path: String) throws -> Int {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    let body = String(repeating: "lorem ", count: bytes / 6)
    fputs(#"{"understory":1,"id":"large:1","title":"Large","comments":["#, file)
    for number in 1...comments {
      let parent = number % 10 == 1 ? "null" : "\"\(number - 1)\""
      let comma = number == comments ? "" : ","
      fputs("{\"id\":\"\(number)\",\"parent\":\(parent),\"body\":\"\(body)\"}\(comma)\n", file)
    }
    fputs("]}", file)
    return ftell(file)
  }

  /// The most memory that a process had at once, in bytes.
  private static func peakMemory(of process: pid_t) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber))) * 1024
  }
}
