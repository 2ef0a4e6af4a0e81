import Foundation
import RunningPrograms
import Storage
import Testing

/// What fetching must neither lose, nor ask, nor write over.
@Suite struct CarefulFetchingTests {
  private typealias Web = FetchCommandTests.Web
  private static let link = FetchCommandTests.link
  private static let erased = "\u{1B}[K\r"

  private static func story(
    _ count: Int, id: Int = 1, tag: String? = nil
  ) -> TestServer.Answer { FetchCommandTests.story(count, id: id, tag: tag) }

  /// The same discussion as a file of somebody else, who says from where it came.
  private func file(_ id: String, from link: String, in folder: Folder) throws -> String {
    try folder.write(
      """
      {"understory": 1, "id": "\(id)", "title": "Their é 中 👩‍💻 title",
       "origin": {"link": "\(link)", "validators": {"\(link)": {"etag": "@/etc/passwd"}}},
       "comments": [{"id": "c", "missingReplies": 3, "body": "theirs"}]}
      """, to: "theirs.json")
    return folder.path + "/theirs.json"
  }

  // MARK: What nobody asked for

  @Test func whatAFileSaysOfItsOriginIsNotAsked() throws {
    let web = try Web([:])
    let file = try file("lobsters:7", from: web.server.url("/shut-down"), in: web.folder)
    #expect(try web.run("add", file).status == 0)
    #expect(try web.run("fetch", "--all").status == 3)
    #expect(
      try web.run("fetch", "lobsters:7").errors
        == "understory: lobsters:7: added from a file; fetch its link instead: https://lobste.rs/s/7\n"
    )
    #expect(web.server.requests == [])
  }

  @Test func whatIsMutedIsNotFetchedWithAll() throws {
    let web = try Web(["1": [Self.story(1), Self.story(2)]])
    #expect(try web.run("fetch", Self.link).status == 0)
    do {
      let library = try MarksDatabase(directory: web.folder.path + "/state/understory")
      try library.catalogue.setMuted(true, kept: "lobsters:1")
    }
    #expect(try web.run("fetch", "--all").status == 3)
    #expect(web.server.requests.count == 1)
    #expect(try web.run("fetch", "lobsters:1").status == 0)
  }

  @Test func whatAFileSaysOfItsOriginChangesNothing() throws {
    let web = try Web(["1": [Self.story(2, tag: "a")]])
    #expect(try web.run("fetch", Self.link).status == 0)
    let file = try file("lobsters:1", from: web.server.url("/shut-down"), in: web.folder)
    #expect(try web.run("add", file).status == 0)
    #expect(try web.run("fetch", "--all").status == 3)
    #expect(web.server.requests.map(\.target) == ["/s/1.json", "/s/1.json"])
    // It may have brought older texts.
    #expect(web.server.requests.map { $0.headers["if-none-match"] } == [nil, nil])
  }

  @Test func aFileThatIsNotKeptIsNotFetched() throws {
    let web = try Web([:])
    let file = try file("lemmy:a.test/1", from: web.server.url("/post/1"), in: web.folder)
    let reader = try LoneReader([file], state: web.folder, environment: web.environment)
    try reader.wait(for: "3 more replies not in this file")
    reader.type("U")
    try reader.wait(for: "nothing new on disk")
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(web.server.requests == [])
  }

  // MARK: What is lost

  @Test func whatWasCutOutByHandComesAgain() throws {
    let web = try Web(["1": [Self.story(3, tag: "a")]])
    #expect(try web.run("fetch", Self.link).status == 0)
    #expect(try web.run("fetch", Self.link).status == 3)
    let whole = try web.kept
    let read = try JSONSerialization.jsonObject(with: Data(whole.utf8))
    var object = try #require(read as? [String: Any])
    let comments = try #require(object["comments"] as? [[String: Any]])
    object["comments"] = comments.filter { $0["id"] as? String != "111" }
    try web.folder.write(
      Array(try JSONSerialization.data(withJSONObject: object)),
      to: "data/understory/lobsters:1.json")
    let outcome = try web.run("fetch", "lobsters:1")
    #expect(outcome.output == "lobsters:1: 1 new comment · A 中 title\n")
    #expect(web.server.requests.map { $0.headers["if-none-match"] } == [nil, "\"a\"", nil])
  }

  @Test func whatIsRemovedMeanwhileStaysRemoved() throws {
    let web = try Web(["1": [Self.story(1), Self.story(2)]])
    #expect(try web.run("fetch", Self.link).status == 0)
    let file = web.folder.path + "/data/understory/lobsters:1.json"
    try web.folder.writeProgram("#!/bin/sh\nrm '\(file)'\nexec curl-itself \"$@\"\n", to: "curl")
    let curl = try Program.run("/bin/sh", ["-c", "command -v curl"]).output.dropLast()
    try FileManager.default.createSymbolicLink(
      atPath: web.folder.path + "/curl-itself", withDestinationPath: String(curl))
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try web.run("fetch", "lobsters:1", with: ["PATH": web.folder.path + ":" + path])
    #expect(outcome.errors == "understory: lobsters:1: no longer in the library\n")
    #expect(outcome.status == 1)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func aBrokenFileIsNamedAndLeftAsItIs() throws {
    let web = try Web(["1": [Self.story(1)], "2": [Self.story(1, id: 2)]])
    #expect(try web.run("fetch", Self.link).status == 0)
    try web.folder.write("{\"understory\": 1, ", to: "data/understory/lobsters:2.json")
    for arguments in [["fetch", "--all"], ["fetch", Self.link.dropLast() + "2"]] {
      let outcome = try Program.run(arguments, environment: web.environment)
      #expect(
        outcome.errors.contains("/data/understory/lobsters:2.json:1:19: the file ends too early;"))
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.status == 1)
    }
    #expect(try web.folder.read("data/understory/lobsters:2.json") == "{\"understory\": 1, ")
  }

  // MARK: Links that lead to the same

  @Test func aLinkToACommentOfWhatIsKeptOpensAtOnce() throws {
    let web = try Web(["1": [Self.story(9), .held]])
    #expect(try web.run("fetch", Self.link).status == 0)
    let reader = try LoneReader(
      [Self.link + "#c_115"], state: web.folder, environment: web.environment)
    try reader.wait(for: "lobste.rs: page 1")
    #expect(reader.screen.text.contains("#6"))
    reader.type("\u{3}")
    try reader.wait(for: "cancelled; nothing changed")
    reader.type("q")
    #expect(reader.end() == 0)
  }

  /// Once it is known that the comment does not come, nobody waits for it again.
  @Test func aLinkToACommentThatDidNotComeOpensAtOnce() throws {
    let web = try Web(["1": [Self.story(9), .held]])
    #expect(try web.run("fetch", Self.link + "#c_999").status == 0)
    let reader = try LoneReader(
      [Self.link + "#c_999"], state: web.folder, environment: web.environment)
    try reader.wait(for: "is not in this discussion")
    #expect(reader.screen.text.contains("A 中 title"))
    reader.type("q")
    #expect(reader.end() == 0)
  }

  @Test func withoutItsSiteItIsShownAsItWasKept() throws {
    let web = try Web(["1": [Self.story(2, tag: "a"), TestServer.Answer("", status: 500)]])
    #expect(try web.run("fetch", Self.link).status == 0)
    // A comment that is not kept is asked for, whatever the site says of the rest.
    let outcome = try web.run("show", "http://lobste.rs/s/1#c_999")
    #expect(outcome.output.contains("A 中 title"))
    #expect(
      outcome.errors.hasSuffix("the site failed (status 500); showing the copy in the library\n"))
    #expect(web.server.requests.map { $0.headers["if-none-match"] } == [nil, nil])
    #expect(try web.kept.contains("\"link\": \"\(Self.link)\""))
  }

  // MARK: In a terminal

  @Test func whatIsToldDoesNotStandInTheLineOfProgress() throws {
    let web = try Web(["1": [Self.story(1)]])
    let terminal = try PseudoTerminal(
      ["fetch", Self.link], columns: 80, rows: 24, environment: web.environment)
    #expect(try terminal.end() == 0)
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(text.contains("lobste.rs: page 1…"))
    #expect(text.hasSuffix("\(Self.erased)lobsters:1: added, 1 comment · A 中 title\r\n"))
  }

  /// What was asked on a screen goes on on the next one, can be cancelled there, and counts.
  @Test func leavingWhileSomethingIsFetchedIsPoliteToo() throws {
    let web = try Web(["1": [Self.story(1, tag: "a"), .held, Self.story(1, tag: "a")]])
    #expect(try web.run("fetch", Self.link).status == 0)
    let slow = web.environment.merging(["UNDERSTORY_TEST_INTERVAL": "60000"]) { $1 }
    let reader = try LoneReader([], state: web.folder, environment: slow)
    try reader.wait(for: "A 中 title")
    reader.type("\r")
    try reader.wait(for: "Article · 1 unread")
    reader.type("U")
    try reader.wait(for: "lobste.rs: page 1")
    try web.server.waitForRequests(2)
    reader.type("q")
    try reader.wait(for: "Library")
    reader.type("\u{3}")
    try reader.wait(for: "cancelled; nothing changed")
    reader.type("\r")
    try reader.wait(for: "Article · 1 unread")
    reader.type("U")
    try reader.wait(for: "lobste.rs: asked to wait ")
    reader.type("\u{3}")
    try reader.wait(for: "cancelled; nothing changed")
    reader.type("Q")
    #expect(reader.end() == 0)
    #expect(web.server.requests.count == 2)
  }

  @Test func onAnotherScreenAHostIsLeftAloneToo() throws {
    let web = try Web(["1": [Self.story(1, tag: "a")]])
    #expect(try web.run("fetch", Self.link).status == 0)
    let slow = web.environment.merging(["UNDERSTORY_TEST_INTERVAL": "60000"]) { $1 }
    let reader = try LoneReader([], state: web.folder, environment: slow)
    try reader.wait(for: "A 中 title")
    reader.type("U")
    try reader.wait(for: "nothing new")
    reader.type("\r")
    try reader.wait(for: "Article · 1 unread")
    reader.type("U")
    try reader.wait(for: "lobste.rs: asked to wait ")
    reader.type("\u{3}")
    try reader.wait(for: "cancelled; nothing changed")
    reader.type("Q")
    #expect(reader.end() == 0)
    #expect(web.server.requests.count == 2)
  }
}
