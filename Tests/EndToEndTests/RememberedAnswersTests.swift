import Foundation
import RunningPrograms
import Testing

/// What one run remembers of a site for the next, and answers that are not what they are called.
@Suite struct RememberedAnswersTests {
  /// A folder for all that the program keeps.
  private struct Desk {
    let folder: Folder

    init() throws { folder = try Folder() }

    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        arguments,
        environment: [
          "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
          "XDG_STATE_HOME": folder.path + "/state", "XDG_CACHE_HOME": folder.path + "/cache",
          "UNDERSTORY_TEST_INTERVAL": "0", "UNDERSTORY_TEST_HOSTS": "",
        ])
    }
  }

  private static let thread =
    #"{"understory": 1, "id": "x:1", "title": "Title 中", "comments": [{"id": "1", "body": "one"}]}"#

  // MARK: 304

  @Test func whatANotModifiedAnswerSaysIsSentTheNextTime() throws {
    func answer(_ status: Int, _ tag: String) -> TestServer.Answer {
      TestServer.Answer(
        status == 200 ? Self.thread : "", status: status, headers: ["ETag": "\"\(tag)\""])
    }
    let server = try TestServer([
      "/a.json": [answer(200, "1"), answer(304, "2"), answer(304, "3"), answer(304, "3")]
    ])
    let desk = try Desk()
    #expect(try desk.run("fetch", server.url("/a.json")).status == 0)
    for _ in 0..<3 {
      let outcome = try desk.run("fetch", server.url("/a.json"))
      #expect(outcome.output == "x:1: nothing new · Title 中\n")
      #expect(outcome.status == 3)
    }
    #expect(
      server.requests.map { $0.headers["if-none-match"] }
        == [nil, "\"1\"", "\"2\"", "\"3\""])
  }

  // MARK: Retry-After

  @Test func aSiteIsLeftAloneInTheNextRunToo() throws {
    let busy = TestServer.Answer("", status: 429, headers: ["Retry-After": "3600"])
    let server = try TestServer(["/a.json": busy])
    let other = try TestServer(["/a.json": TestServer.Answer(Self.thread)])
    let desk = try Desk()
    let first = try desk.run("fetch", server.url("/a.json"))
    #expect(first.errors.hasSuffix("too many requests to the site; try again in 3600 seconds\n"))
    for _ in 0..<2 {
      let outcome = try desk.run("fetch", server.url("/b.json"))
      #expect(
        outcome.errors
          == "understory: 127.0.0.1: asked to wait; try again in 60 minutes\n")
      #expect(outcome.status == 1)
    }
    #expect(server.requests.count == 1)
    // It is about that site alone.
    #expect(try desk.run("fetch", other.url("/a.json")).status == 0)
    let file = desk.folder.path + "/state/understory/waits.json"
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  /// Neither a file that is none, nor a time that no site would mean, keeps anybody from asking for ever.
  @Test(arguments: ["", "[]", "{\"127.0.0.1:", "{\"PLACE\": 1}", "{\"PLACE\": \"x\"}"])
  func aDamagedMemoryIsNone(text: String) throws {
    let server = try TestServer(["/a.json": TestServer.Answer(Self.thread)])
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder.path + "/state/understory", withIntermediateDirectories: true)
    try desk.folder.write(
      text.replacing("PLACE", with: server.place), to: "state/understory/waits.json")
    #expect(try desk.run("fetch", server.url("/a.json")).status == 0)
  }

  @Test func noSiteIsLeftAloneForMoreThanADay() throws {
    let server = try TestServer(["/a.json": TestServer.Answer(Self.thread)])
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder.path + "/state/understory", withIntermediateDirectories: true)
    try desk.folder.write(
      "{\"\(server.place)\": 9223372036854775807}", to: "state/understory/waits.json")
    #expect(
      try desk.run("fetch", server.url("/a.json")).errors
        == "understory: 127.0.0.1: asked to wait; try again in 24 hours\n")
  }

  // MARK: What an answer is

  @Test(arguments: ["text/html", "text/html; charset=utf-8", "application/xhtml+xml", "image/png"])
  func jsonIsKnownByItsFirstByte(type: String) throws {
    let server = try TestServer([
      "/a.json": TestServer.Answer("\u{FEFF} \n" + Self.thread, headers: ["Content-Type": type])
    ])
    #expect(
      try Desk().run("fetch", server.url("/a.json")).output == "x:1: added, 1 comment · Title 中\n")
  }

  @Test func aPackedFileIsUnpacked() throws {
    let folder = try Folder()
    try folder.write(Self.thread, to: "a.json")
    _ = try Program.run("/usr/bin/env", ["gzip", folder.path + "/a.json"])
    var answer = TestServer.Answer("", headers: ["Content-Type": "application/gzip"])
    answer.body = try folder.bytes("a.json.gz")
    var damaged = answer
    damaged.body.removeLast(12)
    let server = try TestServer(["/a.json.gz": answer, "/b.json.gz": damaged])
    let desk = try Desk()
    #expect(
      try desk.run("fetch", server.url("/a.json.gz")).output
        == "x:1: added, 1 comment · Title 中\n")
    let outcome = try desk.run("fetch", server.url("/b.json.gz"))
    #expect(outcome.errors.hasPrefix("understory: \(server.url("/b.json.gz")): "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.status == 1)
  }
}
