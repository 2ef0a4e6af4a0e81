import Foundation
import RunningPrograms
import Testing

@testable import Fetching

@Suite struct SavedResponsesTests {
  static func received(_ body: String, type: String = "application/json") -> Curl.Received {
    Curl.Received(
      url: "https://a.example/x?page=2", status: 200,
      headers: ["content-type": [type], "set-cookie": ["a=1", "b=2"]], body: Array(body.utf8))
  }

  @Test func eachResponseIsABodyAndWhatWasSaidOfIt() throws {
    let folder = try Folder()
    let saved = try SavedResponses(folder: folder.path + "/new/one")
    for (body, type) in [
      ("\u{FEFF} {}", "text/html"), ("[]", ""), ("<p>中", "text/html"),
      ("<feed/>", "application/atom+xml"),
      ("<?xml version=\"1.0\"?>", ""), ("null", "application/json"), ("", ""),
    ] {
      try saved.save(Self.received(body, type: type), without: [])
    }
    let bodies = ["json", "json", "html", "xml", "xml", "txt"].enumerated()
    let names = bodies.map { "00\($0.offset + 1)-a.example.\($0.element)" }
    let headers = (1...7).map { "00\($0)-a.example.headers" }
    #expect(try folder.names(in: "new/one").sorted() == (names + headers).sorted())
    #expect(try folder.read("new/one/003-a.example.html") == "<p>中")
    #expect(
      try folder.read("new/one/003-a.example.headers") == """
        GET https://a.example/x?page=2
        HTTP 200
        content-type: text/html
        set-cookie: (left out)
        set-cookie: (left out)

        """)
  }

  /// Whatever is there stays, and the numbers go on after it.
  @Test func nothingIsWrittenOver() throws {
    let folder = try Folder()
    let saved = try SavedResponses(folder: folder.path)
    for name in ["notes", "007-b.example.json", "99999999999-x", "12", "013-a.example.json"] {
      try folder.write("mine", to: name)
    }
    try saved.save(Self.received("{}"), without: [])
    try saved.save(Self.received("{}"), without: [])
    #expect(try folder.read("013-a.example.json") == "mine")
    #expect(try folder.read("014-a.example.json") == "{}")
    #expect(try folder.read("015-a.example.json") == "{}")
    #expect(try folder.names(in: "").count == 9)
  }

  @Test func hostileHeadersDriveNoTerminal() throws {
    let folder = try Folder()
    let saved = try SavedResponses(folder: folder.path)
    var received = Self.received("")
    received.headers = ["server": ["a\u{1B}]0;x\u{7}\r\nGET /é"], "x\u{1B}": [""]]
    received.url = "https://../../etc/passwd"
    received.failure = "timed out"
    try saved.save(received, without: [])
    let names = try folder.names(in: "")
    #expect(names.allSatisfy { !$0.contains("/") && $0.hasPrefix("001-") })
    let text = try folder.read(names[0])
    #expect(text.utf8.allSatisfy { $0 == 0x0A || 0x20...0x7E ~= $0 })
    #expect(text.contains("server: a?]0;x???GET /??\n"))
    #expect(text.hasSuffix("(timed out)\n"))
  }

  @Test func aFolderThatCannotBeMadeIsAProblem() throws {
    let folder = try Folder()
    try folder.write("x", to: "file")
    #expect(throws: SavedResponses.Problem(path: folder.path + "/file", number: ENOTDIR)) {
      try SavedResponses(folder: folder.path + "/file")
    }
    #expect(throws: SavedResponses.Problem(path: folder.path + "/file", number: ENOTDIR)) {
      try SavedResponses(folder: folder.path + "/file/below")
    }
  }
}
