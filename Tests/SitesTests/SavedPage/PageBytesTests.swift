import Sites
import DiscussionModel
import Testing

@Suite struct PageBytesTests {
  static let outline = Array(
    #"{"title": [1, 1], "body": [2, 4], "comments": [{"number": 1, "lines": [5, 5]}]}"#.utf8)

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesEndInThreeWays(end: String) throws {
    for last in ["", end] {
      let page = ["T", "a", "", "b", "c"].joined(separator: end) + last
      let found = try SavedPageImport.discussion(
        page: Array(page.utf8), outline: Self.outline, id: nil)
      #expect(found.discussion.title == "T")
      #expect(found.discussion.body == "a\n\nb")
      #expect(found.discussion.comments.map(\.body) == ["c"])
    }
  }

  @Test func endsOfLinesMayBeMixed() throws {
    let found = try imported("T\r\ra\n\r\nb\n\rc\r\nComments (1)\r\rd\r", id: nil)
    #expect(found.discussion.body == "a\n\nb\n\nc")
    #expect(found.discussion.comments.map(\.body) == ["d"])
  }

  @Test func otherSeparatorsEndNoLine() throws {
    let found = try imported("T\na\u{2028}b\u{85}c\u{B}d\nComments (1)")
    #expect(found.discussion.body == "a\u{2028}b\u{85}c\u{B}d")
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try imported("\u{FEFF}T\nComments (1)").discussion.title == "T")
  }

  @Test(arguments: ["", "\u{FEFF}", "\n", " \r\n\t\r\u{A0}\u{3000}\n\n"])
  func aBlankPageIsCalledEmpty(page: String) {
    #expect(complaint(page) == "page: expected a saved page, found nothing")
    #expect(complaint(page, Ferry.outline) == "page: expected a saved page, found nothing")
  }

  @Test(
    arguments: [
      ([0xFF], "\u{FFFD}", 1),
      ([0xE4, 0xB8], "\u{FFFD}", 1),
      ([0xE4, 0xB8, 0xAD], "中", 0),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xC0, 0xAF, 0x5C, 0x6E], #"\#u{FFFD}\#u{FFFD}\n"#, 2),
      ([0xEF, 0xBF, 0xBD], "\u{FFFD}", 0),
    ] as [([UInt8], String, Int)])
  func whatIsNotUTF8IsReplacedAndCounted(bytes: [UInt8], text: String, count: Int) throws {
    let page = Array("T é ".utf8) + bytes + Array("\nComments (1)\na ".utf8) + bytes
    let found = try SavedPageImport.discussion(page: page, outline: nil, id: nil)
    #expect(found.discussion.title == "T é \(text)")
    #expect(found.discussion.comments.map(\.body?.text) == ["a \(text)"])
    #expect(
      found.warnings.dropLast()
        == (count == 0 ? [] : ["the page has \(2 * count) unreadable characters"]))
  }

  @Test func oneUnreadableCharacterIsOne() throws {
    let page = Array("T\nComments (1)".utf8) + [0x0A, 0x80]
    #expect(
      try SavedPageImport.discussion(page: page, outline: nil, id: nil).warnings.first
        == "the page has 1 unreadable character")
  }

  @Test(arguments: [
    ("a  \t", "a"), ("a\u{A0}", "a"), ("a \u{A0} \u{3000}", "a"), ("\u{A0}a", "a"),
    (" \u{A0}\ta", "a"), ("    a", "    a"), ("\ta", "\ta"), ("a \u{A0} b", "a b"),
    ("a\u{A0}b", "a b"), ("a  b", "a  b"),
    ("e\u{301} ", "e\u{301}"), ("a \u{301}", "a \u{301}"), ("👩‍💻 ", "👩‍💻"),
    ("\u{1B}[2J\u{202E} ", "\u{1B}[2J\u{202E}"),
  ])
  func spaceAtALinesEndsGoes(line: String, text: String) throws {
    let found = try imported("T\nx\n\(line)\ny\nComments (0)")
    #expect(found.discussion.body == RawText("x\n\(text)\ny"))
  }

  /// Neither way of reading traps, wherever the page ends.
  @Test func aPageCutAtAnyByteIsReadOrRefused() {
    let bytes = Array(Ferry.page.utf8)
    for outline in [Array(Ferry.outline.utf8), nil] {
      let titles = bytes.indices.map { end in
        try? SavedPageImport.discussion(page: Array(bytes[..<end]), outline: outline, id: nil)
          .discussion.title
      }
      #expect(Set(titles) == [nil, "The Ferry Stops at Noon"])
    }
  }
}
