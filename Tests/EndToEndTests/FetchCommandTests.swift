import Foundation
import JSONText
import RunningPrograms
import Testing

/// `understory fetch` and opening links, against a server of this machine.
@Suite struct FetchCommandTests {
  static let link = "https://lobste.rs/s/1"

  /// What Lobsters answers for a story with so many comments.
  static func story(
    _ count: Int, id: Int = 1, tag: String? = nil, text: String = "words"
  ) -> TestServer.Answer {
    let comments = (0..<count).map { index in
      """
      {"short_id": "\(id)\(index + 10)", "created_at": "2020-01-01T00:0\(index):00.000Z",
       "commenting_user": "bob", "comment": "\(text) é", "parent_comment": null}
      """
    }
    return TestServer.Answer(
      """
      {"short_id": "\(id)", "created_at": "2020-01-01T00:00:00.000Z", "submitter_user": "ann",
       "title": "A 中 title", "comments": [\(comments.joined(separator: ","))]}
      """, headers: tag.map { ["ETag": "\"\($0)\""] } ?? [:])
  }

  /// A folder for all that the program keeps, and the server that it asks instead of Lobsters.
  struct Web {
    let folder: Folder
    let server: TestServer

    init(_ answers: [String: [TestServer.Answer]]) throws {
      folder = try Folder()
      server = try TestServer(
        Dictionary(uniqueKeysWithValues: answers.map { ("/s/\($0.key).json", $0.value) }))
    }

    var environment: [String: String] {
      [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "XDG_STATE_HOME": folder.path + "/state", "TZ": "UTC", "UNDERSTORY_TEST_INTERVAL": "0",
        "UNDERSTORY_TEST_HOSTS": "lobste.rs=\(server.place)",
      ]
    }

    func run(_ arguments: String..., with more: [String: String] = [:]) throws -> Program.Outcome {
      try Program.run(arguments, environment: environment.merging(more) { $1 })
    }

    var kept: String {
      get throws { try folder.read("data/understory/lobsters:1.json") }
    }
  }

  @Test func whatIsFetchedIsKeptAndAskedForAnew() throws {
    let web = try Web([
      "1": [Self.story(2, tag: "a"), Self.story(2, tag: "a"), Self.story(5, tag: "b")]
    ])
    let first = try web.run("fetch", Self.link)
    #expect(first.output == "lobsters:1: added, 2 comments · A 中 title\n")
    #expect(first.errors == "")
    #expect(first.status == 0)
    #expect(try web.kept.contains("\"link\": \"\(Self.link)\""))

    let second = try web.run("fetch", Self.link)
    #expect(second.output == "lobsters:1: nothing new · A 中 title\n")
    #expect(second.status == 3)
    #expect(web.server.requests.map { $0.headers["if-none-match"] } == [nil, "\"a\""])

    let third = try web.run("fetch", "lobsters:1")
    #expect(third.output == "lobsters:1: 3 new comments in 3 threads · A 中 title\n")
    #expect(third.status == 0)
    #expect(
      web.server.requests.map(\.target) == Array(repeating: "/s/1.json", count: 3))
    #expect(try web.run("list").output.contains("lobsters:1"))

    let fourth = try web.run("fetch", "--quiet", "lobsters:1")
    #expect(fourth.output == "")
    #expect(fourth.status == 3)
  }

  @Test func allThatWasFetchedBeforeIsFetched() throws {
    let web = try Web([
      "1": [Self.story(1), Self.story(1)], "2": [Self.story(1, id: 2), Self.story(3, id: 2)],
    ])
    let nothing = try web.run("fetch", "--all")
    #expect(nothing.output == "")
    #expect(
      nothing.errors
        == "Nothing in the library was fetched from a site: use \"understory fetch LINK\".\n")
    #expect(nothing.status == 3)
    #expect(try web.run("fetch", Self.link, Self.link.dropLast() + "2").status == 0)
    try web.folder.write(Story(count: 2).json, to: "story.json")
    #expect(try web.run("add", web.folder.path + "/story.json").status == 0)
    let outcome = try web.run("fetch", "--all", "-q")
    #expect(outcome.output == "lobsters:2: 2 new comments in 2 threads · A 中 title\n")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(web.server.requests.count == 4)
    let unknown = try web.run("fetch", "story:1")
    #expect(
      unknown.errors == "understory: story:1: added from a file; fetch its link instead\n")
    let sample = try web.run("fetch", "understory:sample")
    #expect(
      sample.errors == "understory: understory:sample: built in; there is nothing to fetch\n")
    #expect(unknown.status == 1)
  }

  @Test func whatFailsIsToldAndTheOthersAreFetched() throws {
    let web = try Web(["1": [Self.story(1)]])
    let outcome = try web.run(
      "fetch", "https://lobste.rs/s/404", "https://lobste.rs/newest",
      "nowhere:1", Self.link)
    #expect(outcome.output == "lobsters:1: added, 1 comment · A 中 title\n")
    #expect(
      outcome.errors == """
        understory: https://lobste.rs/s/404.json: the site says that this does not exist
        understory: https://lobste.rs/newest: this is a front page; "understory front" lists it, \
        and so does gf in the library
        understory: nowhere:1: not in the library; \
        "understory list" lists your discussions

        """)
    #expect(outcome.status == 1)
  }

  @Test func withQuietNothingIsSaidOfNothing() throws {
    let web = try Web([:])
    let outcome = try web.run("fetch", "--all", "--quiet")
    #expect(outcome.output + outcome.errors == "")
    #expect(outcome.status == 3)
  }

  @Test(arguments: [[], ["--all", "lobsters:1"]])
  func eitherSomeOrAll(arguments: [String]) throws {
    #expect(try Program.run(["fetch"] + arguments).status == 64)
  }

  @Test func withoutCurlThatIsSaid() throws {
    let web = try Web(["1": [Self.story(1)]])
    let outcome = try web.run("fetch", Self.link, with: ["PATH": "/nowhere"])
    #expect(
      outcome.errors
        == "understory: curl is not installed; install it (Debian: apt install curl)\n"
    )
    #expect(outcome.status == 1)
  }

  @Test func curlsConfigurationIsNotRead() throws {
    let web = try Web(["1": [Self.story(1)]])
    let folder = web.folder.path
    try web.folder.write(
      "header = \"Evil: 1\"\noutput = \(folder)/out\nuser = \"a:b\"\nverbose\nnetrc\n",
      to: ".curlrc")
    try web.folder.write("machine 127.0.0.1 login a password b\n", to: ".netrc")
    // Nor is anybody else asked for what is on this machine.
    let proxy = ["http_proxy": "http://127.0.0.1:\(try TestServer.closedPort())"]
    #expect(try web.run("fetch", Self.link, with: proxy).status == 0)
    let headers = web.server.requests[0].headers
    #expect(headers["evil"] == nil)
    #expect(headers["authorization"] == nil)
    #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
  }

  @Test func hostileAnswersAreToldHarmlessly() throws {
    let text = "\\u001b]0;PWNED\\u0007\\u202e"
    var story = Self.story(1)
    story.body = Array(
      String(decoding: story.body, as: UTF8.self).replacing("A 中 title", with: text).utf8)
    let web = try Web([
      "1": [story], "2": [TestServer.Answer("<p>", headers: ["Content-Type": "a\u{1B}]0;x"])],
    ])
    let outcome = try web.run("fetch", Self.link, Self.link.dropLast() + "2")
    #expect(outcome.output == "lobsters:1: added, 1 comment · ␛]0;PWNED␇\n")
    #expect(outcome.errors.hasPrefix("understory: https://lobste.rs/s/2.json: expected"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  // MARK: In a terminal

  /// Bytes that were written, once a text is among them.
  private func wait(for text: String, in terminal: PseudoTerminal) throws {
    for _ in 0..<200 where !String(decoding: terminal.bytes, as: UTF8.self).contains(text) {
      try terminal.takeAnswer(within: 100)
    }
    try #require(String(decoding: terminal.bytes, as: UTF8.self).contains(text))
  }

  @Test func howFarItIsIsToldAndControlCGivesUp() throws {
    let web = try Web(["1": [.held]])
    let terminal = try PseudoTerminal(
      ["fetch", Self.link], columns: 80, rows: 24, environment: web.environment)
    try wait(for: "lobste.rs: page 1…", in: terminal)
    try web.server.waitForRequests()
    let curls = Self.curls(at: web.server.place)
    #expect(curls.count == 1)
    try terminal.press("\u{3}")
    #expect(try terminal.end() == 130)
    #expect(Self.curls(at: web.server.place) == [])
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    let erased = "\u{1B}[K\r"
    #expect(text == "\rlobste.rs: page 1…\(erased)^C\r\(erased)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalGivesUp(signal: Int32) throws {
    let web = try Web(["1": [.held]])
    let variables = ProcessInfo.processInfo.environment.merging(web.environment) { $1 }
    let process = try Program.start(
      [Program.path, "fetch", Self.link], environment: variables.map { "\($0)=\($1)" },
      files: ["/dev/null", "/dev/null", "/dev/null"])
    try web.server.waitForRequests()
    #expect(Self.curls(at: web.server.place).count == 1)
    kill(process, signal)
    #expect(Program.status(of: process) == 128 + signal)
    #expect(Self.curls(at: web.server.place) == [])
  }

  /// The processes that ask at a place, by their arguments.
  static func curls(at place: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { name in
      guard name.allSatisfy(\.isNumber),
        let data = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      let words = String(decoding: data, as: UTF8.self)
      return words.hasPrefix("curl\0") && words.contains(place)
    }
  }
}
