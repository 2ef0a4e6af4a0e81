import RunningPrograms
import Testing

/// What holds on every screen: the theme from a file, what Ctrl-C does, and how screens are left.
@Suite struct EveryScreenTests {
  private typealias Web = FetchCommandTests.Web
  private let folder: Folder

  init() throws { folder = try Folder() }

  private var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CACHE_HOME": folder.path + "/cache", "XDG_STATE_HOME": folder.path + "/state",
      "XDG_CONFIG_HOME": folder.path + "/config",
    ]
  }

  private func add(_ id: String, _ title: String) throws {
    let comment = #"{"id": "1", "author": "é", "body": "green tea"}"#
    try folder.write(
      #"{"understory": 1, "id": "\#(id)", "title": "\#(title)", "comments": [\#(comment)]}"#,
      to: "\(id).json")
    let file = folder.path + "/\(id).json"
    #expect(try Program.run(["add", file], environment: environment).status == 0)
  }

  private func reader(_ arguments: String...) throws -> LoneReader {
    try LoneReader(arguments, state: folder, environment: environment)
  }

  @Test func aThemeFromAFileHoldsAfterThePaletteIsClosed() throws {
    try add("a", "First 中")
    try folder.write("inherits = \"dark\"", to: "mine.toml")
    let reader = try reader("--theme", folder.path + "/mine.toml")
    for (keys, text) in [("", "Library"), ("\r", "Article")] {
      reader.type(keys)
      try reader.wait(for: text)
      reader.type(":")
      try reader.wait(for: "choose")
      reader.type("\u{1B}")
      let screen = try reader.wait(for: text)
      #expect(!screen.contains("unknown theme"))
    }
    reader.type("Q")
    #expect(reader.end() == 0)
  }

  /// Opening puts a screen on the others, and q takes it off: each is as it was left.
  @Test func screensAreLeftOneByOne() throws {
    try add("a", "First 中")
    try add("b", "Second")
    let reader = try reader()
    try reader.wait(for: "1 of 2")
    reader.type("G")
    try reader.wait(for: "▌    1  Second")
    reader.type("g", "/", "tea\r")
    try reader.wait(for: "2 hits")
    reader.type("j")
    try reader.wait(for: "2 of 2 hits")
    reader.type("\r")
    try reader.wait(for: "100 % · 1 unread")
    reader.type("q")
    try reader.wait(for: "2 of 2 hits")
    reader.type("q")
    try reader.wait(for: "▌    1  Second")
    reader.type("q")
    #expect(reader.end() == 0)
  }

  /// What was read after a search is no longer among what comes next.
  @Test func theLibraryKnowsWhatWasReadBehindASearch() throws {
    try add("a", "First 中")
    try add("b", "Second")
    let reader = try reader()
    try reader.wait(for: "Library")
    reader.type("g", "/", "tea\r")
    try reader.wait(for: "2 hits")
    reader.type("\r")
    try reader.wait(for: "1 unread")
    for _ in 0..<3 {
      reader.type("A")
      try reader.wait(for: "marked read")
      reader.type("\u{E}")
      let screen = try reader.wait("for the next discussion") {
        $0.contains("no other discussion has unread") || $0.contains(" unread  ")
      }
      if screen.contains("no other discussion has unread") { break }
    }
    try reader.wait(for: "no other discussion has unread")
    reader.type("Q")
    #expect(reader.end() == 0)
  }

  /// A line that is typed is closed first, then what is fetched is cancelled, then the program ends.
  @Test(arguments: ["", "\r"]) func ctrlCEndsOneThingAtATime(opening: String) throws {
    let web = try Web([
      "1": [FetchCommandTests.story(1, id: 1, tag: "a"), .held, FetchCommandTests.story(1, id: 1)]
    ])
    #expect(try web.run("fetch", FetchCommandTests.link).status == 0)
    let reader = try LoneReader([], state: web.folder, environment: web.environment)
    try reader.wait(for: "A 中 title")
    reader.type(opening)
    try reader.wait(for: opening.isEmpty ? "Library" : "Article · 1 unread")
    reader.type("U")
    try web.server.waitForRequests(2)
    reader.type("/", "x")
    try reader.wait(for: "/x")
    reader.type("\u{3}")
    try reader.wait(for: "lobste.rs: page 1")
    reader.type("\u{3}")
    try reader.wait(for: "cancelled; nothing changed")
    reader.type("\u{3}")
    #expect(reader.end() == 130)
  }
}
