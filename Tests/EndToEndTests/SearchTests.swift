import Foundation
import RunningPrograms
import Testing

/// Searching a library of three discussions.
@Suite struct SearchTests {
  private let folder: Folder
  private let home: [String: String]

  private static let sheds = """
    {"understory": 1, "id": "hn:1", "title": "Sheds, and what to paint them with",
     "author": "The caretaker", "published": "2019-04-01", "markup": "html",
     "body": "<p>Every <b>shed</b> needs paint.", "comments": [
     {"id": "1", "author": "ann", "published": "2019-04-02T10:00:00Z", "body": "Paint it <i>green</i>."},
     {"id": "2", "parent": "1", "author": "bob",
      "body": "Which paint? <span class='spoiler'>crimson</span>"},
     {"id": "3", "parent": "2", "state": "deleted", "body": "paint"}]}
    """
  private static let tea = """
    {"understory": 1, "id": "tea", "title": "Tea 中 👩‍💻", "markup": "markdown", "comments": [
     {"id": "a", "author": "Zoë", "body": "*他说*中文很难 \\u001b[31m café"},
     {"id": "b", "author": "ann\\u001b[2J", "body": "green tea"},
     {"id": "c", "warning": "a secret", "body": "crimson"}]}
    """
  private static let plain = """
    {"understory": 1, "id": "plain", "title": "Plain", "comments": [
     {"id": "1", "author": "eve", "body": "> greener\\nand a well-known: green (C++)"}]}
    """

  init() throws {
    folder = try Folder()
    home = [
      "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CACHE_HOME": folder.path + "/cache", "TZ": "UTC",
    ]
    for (name, text) in [("sheds", Self.sheds), ("tea", Self.tea), ("plain", Self.plain)] {
      try folder.write(text, to: name + ".json")
      _ = try run("add", folder.path + "/\(name).json")
    }
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, environment: home)
  }

  @Test func hitsStandUnderTheirDiscussions() throws {
    let outcome = try run("search", "paint")
    #expect(
      outcome.output == """
        Sheds, and what to paint them with · hn:1
          article · The caretaker · 1 Apr 2019
            Every shed needs paint.
          #2 · bob
            Which paint? ▒
          #1 · ann · 2 Apr 2019
            Paint it green.

        3 hits

        """)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    (["中文"], "    他说中文很难 ␛[31m café\n\n1 hit\n"),
    (["cafe"], "    他说中文很难 ␛[31m café\n\n1 hit\n"),
    (["👩‍💻"], "Tea 中 👩💻 · tea\n  article\n\n1 hit\n"),
    (["green", "--author", "ann"], "2 hits\n"),
    (["green*", "--limit", "1"], "1 of 3 hits, the best first\n"),
    (["crimson"], "nothing found\n"),
    (["green NOT tea"], "2 hits\n"), (["green", "NOT", "tea"], "2 hits\n"),
    (["Which", "中", "--limit", "3"], "nothing found\n"),
  ])
  func findsWhatIsAskedFor(arguments: [String], end: String) throws {
    let outcome = try Program.run(["search"] + arguments, environment: home)
    #expect(outcome.output.hasSuffix(end), "\(outcome.output)")
    #expect(outcome.errors == "")
    #expect(outcome.status == (end == "nothing found\n" ? 1 : 0))
  }

  /// A damaged page of the index, wherever it is: the index is made again, for a command and on the screen.
  @Test(arguments: 1...8, [0x00, 0xA5] as [UInt8])
  func aDamagedIndexIsMadeAgain(page: Int, byte: UInt8) throws {
    #expect(try run("search", "green").output.hasSuffix("\n3 hits\n"))
    var bytes = try folder.bytes("cache/understory/search.sqlite")
    try #require(bytes.count >= (page + 1) * 4096)
    for index in page * 4096..<(page + 1) * 4096 { bytes[index] = byte }
    try folder.write(bytes, to: "cache/understory/search.sqlite")
    let reader = try LoneReader([], state: folder, environment: home)
    try reader.wait(for: "Sheds")
    reader.type("g/", "green\r")
    try reader.wait(for: "3 hits")
    reader.type("q", "q", "q")
    #expect(reader.end() == 0)
    try folder.write(bytes, to: "cache/understory/search.sqlite")
    let outcome = try run("search", "green")
    #expect(outcome.output.hasSuffix("\n3 hits\n"))
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    ("well-known:", "1 hit"), ("green (C++", "1 hit"), ("\"green", "3 hits"),
    ("green AND", "1 hit"),
    ("green '; DROP TABLE words", "nothing found"), ("NEAR(", "nothing found"),
    ("*", "nothing found"), ("https://green.example", "nothing found"),
    ("Re: green", "nothing found"),
  ])
  func whatIsNoQueryIsTakenAsItIs(query: String, end: String) throws {
    let outcome = try run("search", query)
    #expect(
      outcome.errors
        == "understory: not a valid query; searching for the literal words\n")
    #expect(outcome.output.split(separator: "\n").last == end[...])
    #expect(outcome.status == (end == "nothing found" ? 1 : 0))
  }

  @Test func anUnknownFieldIsNamed() throws {
    #expect(
      try run("search", "auther:ann").errors
        == "understory: unknown filter auther: (did you mean author:?); searching for the literal words\n"
    )
  }

  @Test(arguments: [
    ["", "--json"], [" \n"], ["\u{200B}"], ["green", "--limit", "0"], ["green", "--author", ""], [],
  ])
  func whatCannotBeLookedForIsAUsageError(arguments: [String]) throws {
    let outcome = try Program.run(["search"] + arguments, environment: home)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
  }

  @Test func beginningsOfOneLetterOrTwoAreToldToBeTooShort() throws {
    let outcome = try Program.run(["search", "ca*"], environment: home)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("ca*: expected three letters or more"))
  }

  @Test func onlyUnreadCommentsAreFoundIfAskedFor() throws {
    _ = try run("mark", "read", folder.path + "/sheds.json", "1")
    let outcome = try run("search", "paint", "--unread")
    #expect(outcome.output.contains("#2 · bob"))
    #expect(!outcome.output.contains("#1 · ann") && !outcome.output.contains("article"))
    #expect(outcome.output.hasSuffix("\n\n1 unread of 3 hits\n"))
  }

  @Test func wordsAreBoldIfAskedFor() throws {
    let bold = try run("search", "green AND paint", "--color", "always").output
    #expect(bold.contains("    \u{1B}[1mPaint\u{1B}[22m it \u{1B}[1mgreen\u{1B}[22m.\n"))
    #expect(!(try run("search", "green").output.contains("\u{1B}")))
  }

  @Test func asJSON() throws {
    let outcome = try run("search", "cafe", "--json")
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any])
    #expect(value["order"] as? String == "best")
    #expect(value["count"] as? Int == 1)
    let hit = try #require((value["hits"] as? [[String: Any]])?.first)
    #expect(hit["discussion"] as? String == "tea")
    #expect(hit["comment"] as? String == "a")
    #expect(hit["number"] as? Int == 1)
    #expect(hit["time"] is NSNull)
    #expect(hit["text"] as? String == "他说中文很难 ␛[31m café")
    #expect(hit["matches"] as? [[Int]] == [[27, 32]])
  }

  @Test func theIndexFollowsTheLibrary() throws {
    #expect(try run("search", "green").output.hasSuffix("\n3 hits\n"))
    _ = try run("remove", "plain")
    #expect(try run("search", "green").output.hasSuffix("\n2 hits\n"))
    try folder.write(
      Self.plain.replacingOccurrences(of: "green (", with: "red ("), to: "plain.json")
    _ = try run("add", folder.path + "/plain.json")
    #expect(try run("search", "red").output.hasSuffix("\n1 hit\n"))
    #expect(try run("search", "green").output.hasSuffix("\n2 hits\n"))
  }

  @Test func theIndexIsMadeAnew() throws {
    let index = folder.path + "/cache/understory/search.sqlite"
    for damage in ["", "no database", "SQLite format 3\0 and no more"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/cache/understory", withIntermediateDirectories: true)
      try Data(damage.utf8).write(to: URL(fileURLWithPath: index))
      let outcome = try run("search", "green")
      #expect(outcome.output.hasSuffix("\n3 hits\n"))
      #expect(outcome.errors == "")
    }
    #expect(try run("library", "reindex").output == "3 discussions indexed, 9 texts\n")
    #expect(try run("search", "green").output.hasSuffix("\n3 hits\n"))
  }

  @Test func aBrokenFileIsToldAndTheRestIsFound() throws {
    try folder.write("{", to: "data/understory/broken.json")
    let outcome = try run("search", "green")
    #expect(outcome.output.hasSuffix("\n3 hits\n"))
    #expect(outcome.errors.contains("/broken.json:1:2: the file ends too early; "))
  }

  @Test func anEmptyLibraryIsTold() throws {
    let outcome = try Program.run(
      ["search", "green"],
      environment: home.merging(["XDG_DATA_HOME": folder.path + "/none"]) { $1 })
    #expect(outcome.output == "" && outcome.status == 1)
    #expect(outcome.errors.hasPrefix("No discussions yet: \"understory LINK\" or "))
  }

  /// What the index has of a discussion that was removed is taken away first, by the same process.
  @Test(arguments: ["tea", "plain"])
  func theLibrarysScreenSearchesAfterARemoval(id: String) throws {
    _ = try run("search", "green")
    _ = try run("remove", id)
    let terminal = try PseudoTerminal([], columns: 80, rows: 24, environment: home)
    try terminal.take(until: "Library")
    let start = terminal.bytes.count
    try terminal.press("g/green\r")
    try terminal.take(until: "#1", from: start)
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }
}
