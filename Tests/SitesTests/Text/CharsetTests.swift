import DiscussionModel
import Testing

@testable import Sites

/// Answers that are not in UTF-8, as `Content-Type` says.
@Suite struct CharsetTests {
  @Test(
    arguments: [
      ("text/html; charset=ISO-8859-1", [0x63, 0xE9, 0x80], "cé€"),
      ("application/json;charset=\"latin1\"", [0xE9, 0x97], "é—"),
      ("application/json; q=1; Charset = windows-1252", [0x93, 0xE9, 0x94, 0x81], "“é”\u{81}"),
      ("text/plain; charset=iso-8859-15", [0xA4, 0xE9, 0xA5], "€é¥"),
      ("text/plain; charset=us-ascii", [0xE9], "é"),
      ("application/json; charset=utf-16le", [0xE9, 0x00, 0x2D, 0x4E], "é中"),
      ("application/json; charset=UTF-16BE", [0x00, 0xE9, 0x4E, 0x2D], "é中"),
      ("application/json", [0xFE, 0xFF, 0x00, 0xE9], "é"),
      ("application/json; charset=utf-8", [0xFF, 0xFE, 0xE9, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "é😀"),
      // What is UTF-8 is UTF-8, whatever a server says that nobody has told.
      ("application/json; charset=iso-8859-1", [0xC3, 0xA9, 0xE4, 0xB8, 0xAD], "é中"),
      ("text/plain; charset=iso-8859-15", [0xC3, 0xA9], "é"),
      ("application/json; charset=utf-8", [0xC3, 0xA9], "é"), ("", [0xC3, 0xA9], "é"),
      ("application/json", [0x63, 0xE9], "c\u{FFFD}"),
      ("application/json; charset=koi8-r", [0x63, 0xC9], "cи"),
      ("application/json; charset=nobody-knows", [0x63, 0xE9], "c\u{FFFD}"),
      ("application/json; boundary=charset", [0x63, 0xE9], "c\u{FFFD}"),
    ] as [(String, [UInt8], String)])
  func aBodyIsReadAsItIsSaidToBe(type: String, body: [UInt8], text: String) {
    #expect(String(decoding: Charset.utf8(body, contentType: type), as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("<meta charset=koi8-r>", "и"), ("<META\tCHARSET = 'KOI8-R' >", "и"),
    ("<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "и"),
    ("<meta name=charset><meta charset=koi8-r>", "и"), ("<meta charset>", "É"), ("", "É"),
    ("<meta charset=nobody-knows><meta charset=koi8-r><meta charset=iso-8859-15>", "и"),
    ("<meta charset=utf-8>", "\u{FFFD}"), ("<meta charset='koi8-r'", "и"), ("<metacharset=", "É"),
  ]) func aPageIsReadAsItSays(head: String, text: String) {
    let page = Charset.utf8(page: Array(head.utf8) + [0xC9])
    #expect(String(decoding: page.dropFirst(head.utf8.count), as: UTF8.self) == text)
  }

  @Test func aDiscussionIsReadInLatin1() throws {
    let url = "https://a.test/thread.json"
    let json = #"{"understory": 1, "id": "x:1", "title": "Caf\#u{E9}", "comments": []}"#
    var site = FakeSite([:])
    site.answers[url] = SiteResponse(
      status: 200, url: url, contentType: "application/json; charset=ISO-8859-1",
      body: json.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(try site.open(url).fetched.discussion.title == "Café")
  }
}
