import Foundation
import RunningPrograms
import Testing

/// Whose discussion is whose, in the library and on the command line.
@Suite struct IdsTests {
  /// A folder for all that the program keeps.
  private struct Desk {
    let folder: Folder

    init() throws { folder = try Folder() }

    func run(_ arguments: String...) throws -> Program.Outcome { try run(arguments) }

    func run(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(
        arguments,
        environment: [
          "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
          "XDG_STATE_HOME": folder.path + "/state", "XDG_CACHE_HOME": folder.path + "/cache",
          "UNDERSTORY_TEST_INTERVAL": "0", "UNDERSTORY_TEST_HOSTS": "", "TZ": "UTC",
        ])
    }

    /// Puts a discussion among those that are kept, as an earlier version did.
    func keep(_ json: String, as name: String) throws {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/data/understory", withIntermediateDirectories: true)
      try folder.write(json, to: "data/understory/\(name).json")
    }

    /// The ids of all that is kept, in the order of the alphabet.
    func ids() throws -> [String] {
      let listing = try JSONSerialization.jsonObject(
        with: Data(run("list", "--json").outputBytes))
      return (listing as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }.sorted()
    }
  }

  private static func story(_ text: String) -> TestServer.Answer {
    TestServer.Answer(
      """
      {"short_id": "abc", "title": "About \(text)", "comment_count": 1, "comments": [
        {"short_id": "c\(text)", "comment": "<p>\(text)</p>", "commenting_user": "u", "depth": 0}]}
      """)
  }

  private static func topic(_ text: String) -> TestServer.Answer {
    TestServer.Answer(
      """
      {"id": 5, "title": "About \(text)", "slug": "x", "posts_count": 2, "post_stream": {"posts": [
        {"id": 1, "post_number": 1, "username": "a", "cooked": "<p>\(text) 1</p>"},
        {"id": 2, "post_number": 2, "username": "b", "cooked": "<p>\(text) 2</p>"}], "stream": [1, 2]}}
      """)
  }

  private static func native(_ id: String, _ text: String, _ more: String = "") -> String {
    #"{"understory": 1, "id": "\#(id)", "title": "About \#(text)", "comments": [{"id": "1", "author": "ann", "body": "\#(text)"}]\#(more)}"#
  }

  // MARK: Two hosts, two folders

  @Test func twoSitesOfOneSoftwareAreTwo() throws {
    let boats = try TestServer(["/s/abc.json": Self.story("boats")])
    let bread = try TestServer(["/s/abc.json": Self.story("bread")])
    let desk = try Desk()
    for server in [boats, bread] {
      #expect(
        try desk.run("fetch", server.url("/s/abc")).output.hasPrefix(
          "lobsters:\(server.place)/abc: added, 1 comment"))
    }
    #expect(try desk.run("fetch", "--all").status == 3)
    #expect([boats, bread].map(\.requests.count) == [2, 2])
    #expect(
      try desk.ids() == [boats, bread].map { "lobsters:\($0.place)/abc" }.sorted())
  }

  @Test func twoForumsInFoldersAreTwo() throws {
    let server = try TestServer([
      "/boats/t/5.json": Self.topic("boats"), "/bread/t/5.json": Self.topic("bread"),
    ])
    let desk = try Desk()
    for name in ["boats", "bread"] {
      #expect(try desk.run("fetch", server.url("/\(name)/t/x/5")).status == 0)
    }
    #expect(
      try desk.ids() == ["boats", "bread"].map { "discourse:\(server.place)/\($0)/5" })
    #expect(try desk.run("show", "discourse:\(server.place)/bread/5").output.contains("bread 2"))
  }

  // MARK: What a file says of itself

  @Test func aFileFromElsewhereReplacesNothing() throws {
    let one = try TestServer([
      "/a.json": TestServer.Answer(Self.native("x:news", "real")),
      "/b.json": TestServer.Answer(Self.native("x:news", "later")),
    ])
    let other = try TestServer([
      "/b.json": TestServer.Answer(Self.native("x:news", "evil")),
      "/c.json": TestServer.Answer(Self.native("hn:1", "evil")),
    ])
    let desk = try Desk()
    #expect(try desk.run("fetch", one.url("/a.json")).status == 0)
    let refused = try desk.run("fetch", other.url("/b.json"))
    #expect(
      refused.errors
        == """
        understory: x:news: the library has another discussion with this id, from \(one.place); \
        \(other.url("/b.json")) is not kept; to replace it, first run: understory remove x:news

        """)
    #expect(refused.status == 1)
    #expect(try desk.run("show", "x:news").output.contains("real"))
    // The same host may replace what it gave.
    #expect(try desk.run("fetch", one.url("/b.json")).output.contains("1 comment changed"))
    // Nor does a file become that of a site.
    try desk.folder.write(Self.native("hn:1", "mine"), to: "mine.json")
    #expect(try desk.run("add", desk.folder.path + "/mine.json").status == 0)
    #expect(
      try desk.run("fetch", other.url("/c.json")).output
        == "web:\(other.place)/c.json: added, 1 comment · About evil\n")
    #expect(try desk.run("show", "hn:1").output.contains("mine"))
    #expect(try desk.ids() == ["hn:1", "web:\(other.place)/c.json", "x:news"])
  }

  @Test func whatWasAddedByHandIsNotReplaced() throws {
    let server = try TestServer(["/a.json": TestServer.Answer(Self.native("x:1", "evil"))])
    let desk = try Desk()
    try desk.folder.write(Self.native("x:1", "mine"), to: "mine.json")
    #expect(try desk.run("add", desk.folder.path + "/mine.json").status == 0)
    let refused = try desk.run("fetch", server.url("/a.json"))
    #expect(
      refused.errors
        == """
        understory: x:1: the library has another discussion with this id, added from a file; \
        \(server.url("/a.json")) is not kept; to replace it, first run: understory remove x:1

        """)
    // What somebody adds is their own word, unless its page is on another host.
    try desk.folder.write(
      Self.native("x:1", "other", #", "url": "https://a.test/1""#), to: "a.json")
    #expect(try desk.run("add", desk.folder.path + "/a.json").status == 0)
    try desk.folder.write(
      Self.native("x:1", "evil", #", "url": "https://b.test/1""#), to: "b.json")
    let outcome = try desk.run("add", desk.folder.path + "/b.json")
    #expect(
      outcome.errors
        == "understory: x:1: the library has another discussion with this id, from https://a.test/1\n"
    )
    #expect(outcome.status == 1)
    #expect(try desk.run("show", "x:1").output.contains("other"))
  }

  // MARK: Spellings

  @Test func capitalsMakeNoDifferenceAtGitHub() throws {
    let desk = try Desk()
    let link = #", "fetchedFrom": "https://github.com/Owner/Repo/issues/1""#
    try desk.keep(Self.native("github:Owner/Repo/1", "kept", link), as: "any")
    for name in [
      "https://github.com/Owner/Repo/issues/1", "https://github.com/owner/repo/issues/1",
    ] {
      let outcome = try Program.run(
        ["show", name],
        environment: [
          "HOME": desk.folder.path, "XDG_DATA_HOME": desk.folder.path + "/data",
          "XDG_STATE_HOME": desk.folder.path + "/state", "https_proxy": "http://127.0.0.1:1",
          "UNDERSTORY_TEST_HOSTS": "",
        ])
      #expect(outcome.output.contains("kept"))
      #expect(outcome.errors.hasSuffix("showing the copy in the library\n"))
    }
    #expect(try desk.run("mark", "read", "github:OWNER/repo/1", "--all").status == 0)
    #expect(try desk.run("status", "github:owner/Repo/1").output.contains("0 unread"))
    try desk.folder.write(Self.native("github:owner/repo/1", "newer"), to: "a.json")
    #expect(try desk.run("add", desk.folder.path + "/a.json").output.contains("1 comment changed"))
    #expect(try desk.ids() == ["github:Owner/Repo/1"])
    #expect(try desk.run("remove", "github:owner/repo/1").status == 0)
    #expect(try desk.ids() == [])
  }

  @Test func composedAndDecomposedAreOne() throws {
    let desk = try Desk()
    let (composed, decomposed) = ("x:\u{E9}", "x:e\u{301}")
    try desk.folder.write(Self.native(decomposed, "one"), to: "a.json")
    try desk.folder.write(Self.native(composed, "two"), to: "b.json")
    #expect(try desk.run("add", desk.folder.path + "/a.json").output.contains("added"))
    #expect(try desk.run("add", desk.folder.path + "/b.json").output.contains("1 comment changed"))
    for id in [composed, decomposed] {
      #expect(try desk.run("show", id).output.contains("two"))
      #expect(try desk.run("mark", "read", id, "--all").status == 0)
    }
    #expect(try desk.run("status", desk.folder.path + "/a.json").output.contains("1 edited"))
    #expect(try desk.run("search", "two").output.contains("About two"))
    #expect(try desk.run("remove", decomposed).status == 0)
    #expect(try desk.ids() == [])
  }

  // MARK: Every id in every command

  static let ids = [
    "", ".", "x/", "/x/", "a//b", "\n", "./x", "/x", "/", "..", "~", "~/x", "a.json", "./a.json",
    "-x", "--help", "--", "a/b.json",
    "x y",
    "hn:1/x.json", "$(x)", "*", "\u{1B}[31m", "中/é👩‍💻", "file:///x", "list",
    String(repeating: "x", count: 5000),
  ]

  @Test(arguments: ids) func itWorksInEveryCommand(id: String) throws {
    let desk = try Desk()
    let name = String(decoding: try JSONEncoder().encode(id), as: UTF8.self).dropFirst().dropLast()
    try desk.folder.write(Self.native(String(name), "words"), to: "given")
    #expect(try desk.run("add", desk.folder.path + "/given").status == 0)
    for command in [
      ["show"], ["open"], ["show", "--format", "json"], ["stats"], ["status"],
      ["mark", "read", "--all"], ["mark", "unread", "--all"],
    ] {
      let outcome = try desk.run(command + ["--", id])
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      #expect(outcome.errors == "", "\(command)")
    }
    #expect(try desk.run(["show", "--", id]).output.contains("words"))
    let fetched = try desk.run(["fetch", "--", id])
    #expect(fetched.errors.contains("added from a file"))
    #expect(try desk.run(["remove", "--", id]).output == "removed About words\n")
    #expect(try desk.ids() == [])
  }

  /// A stranger's id does not take the place of a file that somebody names.
  @Test func aFileThatIsThereComesFirst() throws {
    let desk = try Desk()
    let path = desk.folder.path + "/a.json"
    try desk.folder.write(Self.native(path, "stranger"), to: "b.json")
    #expect(try desk.run("add", desk.folder.path + "/b.json").status == 0)
    #expect(try desk.run("show", path).output.contains("stranger"))
    try desk.folder.write(Self.native("x", "mine"), to: "a.json")
    #expect(try desk.run("show", path).output.contains("mine"))
    // Only discussions of the library are removed.
    #expect(try desk.run("remove", path).output == "removed About stranger\n")
  }

  // MARK: Ids as they were

  /// A discussion that an earlier version kept, with what was read of it, under an id that two sites shared.
  private func olderDesk(_ server: TestServer) throws -> Desk {
    let desk = try Desk()
    let link = #", "fetchedFrom": "\#(server.url("/s/abc"))""#
    let json = """
      {"understory": 1, "id": "lobsters:abc", "title": "About boats", "comments": [
        {"id": "cboats", "number": 1, "author": "u", "body": "<p>boats</p>"}], "markup": "html"\(link)}
      """
    // It is read while nothing says where it is from.
    try desk.keep(json.replacing(link, with: ""), as: "lobsters:abc")
    #expect(try desk.run("mark", "read", "lobsters:abc", "1").status == 0)
    #expect(try desk.run("search", "boats").output.contains("lobsters:abc"))
    #expect(try desk.run("list").output.contains("done"))
    try desk.keep(json, as: "lobsters:abc")
    return desk
  }

  static let ways: [(name: String, arguments: @Sendable (TestServer) -> [String])] = [
    ("by its link", { ["fetch", $0.url("/s/abc")] }),
    ("shown by its link", { ["show", $0.url("/s/abc")] }),
    ("by its older id", { _ in ["show", "lobsters:abc"] }),
    ("by the beginning of an id", { _ in ["show", "lobsters:127"] }),
    ("fetched by its older id", { _ in ["fetch", "lobsters:abc"] }),
    ("all", { _ in ["fetch", "--all"] }),
    ("listed", { _ in ["list"] }), ("searched", { _ in ["search", "boats"] }),
  ]

  @Test(arguments: ways.indices) func whatWasKeptIsTakenAlong(index: Int) throws {
    let server = try TestServer(["/s/abc.json": Self.story("boats")])
    let desk = try olderDesk(server)
    let id = "lobsters:\(server.place)/abc"
    for _ in 0..<2 {
      let outcome = try desk.run(Self.ways[index].arguments(server))
      #expect(
        !outcome.errors.contains("understory:"), "\(Self.ways[index].name): \(outcome.errors)")
    }
    #expect(try desk.ids() == [id])
    #expect(
      try desk.folder.names(in: "data/understory").filter { $0.hasSuffix(".json") }.count == 1)
    #expect(try desk.run("status", id).output.contains("0 unread, 1 read"))
    #expect(try desk.run("search", "boats").output.contains(id))
    #expect(try desk.run("show", "lobsters:abc").output.contains("boats"))
  }

  @Test func aFileThatIsAddedTakesItsOlderCopyAlong() throws {
    let desk = try Desk()
    let url = #", "url": "https://forge.example/ann/shed/issues/4""#
    try desk.keep(Self.native("github:ann/shed/4", "Blue", url), as: "x")
    try desk.folder.write(
      """
      [{"id": 5, "html_url": "https://forge.example/ann/shed/issues/4#issuecomment-5", "pull_request_url": "",
        "issue_url": "https://forge.example/ann/shed/issues/4", "user": {"login": "ann"}, "body": "Red",
        "created_at": "2020-01-01T00:00:00Z"}]
      """, to: "a.json")
    #expect(try desk.run("list").output.contains("forge:forge.example/ann/shed/4"))
    #expect(try desk.run("add", desk.folder.path + "/a.json").output.contains("1 new comment"))
    #expect(try desk.ids() == ["forge:forge.example/ann/shed/4"])
  }
}
