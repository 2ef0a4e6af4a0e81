import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// Texts that are too long to be formatted.
@Suite struct LongTextTests {
  private static func page(
    _ text: String, _ markup: Markup = .markdown, warning: String? = nil
  ) -> Page {
    var discussion = Discussion(id: "d", title: "t")
    discussion.markup = markup
    var comment = Comment(id: "1", parent: nil, author: "ann", body: RawText(text))
    if let warning {
      var details = CommentDetails()
      details.warning = warning
      comment.details = details
    }
    discussion.comments = [comment]
    return Page(discussion)
  }

  private static func rows(_ text: String, width: Int) -> [String] {
    let long = LongText(RawText(text), width: width, from: 1)
    return (0..<long.count).map { long[$0].parts.map(\.text.string).joined() }
  }

  static let wrapped: [(text: String, rows: [String])] = [
    ("", [""]),
    ("abc", ["abc"]),
    ("one two three", ["one", "two", "three"]),
    ("one two  three four", ["one", "two", "three", "four"]),
    ("abcdefgh", ["abcdef", "gh"]),
    ("ab cdefghij", ["ab", "cdefgh", "ij"]),
    ("abcdef ghi", ["abcdef", "ghi"]),
    ("a\nb\n\nc\n", ["a", "b", "", "c"]),
    ("a\r\nb", ["a", "b"]),
    ("中文中文", ["中文中", "文"]),
    ("été où 👩\u{200D}💻é", ["été où", "👩\u{200D}💻", "é"]),
    ("a\u{1B}[2J\u{202E}b", ["a␛[2J", "b"]),
  ]

  @Test(arguments: wrapped)
  func aLineEndsAtASpaceOrBetweenCharacters(text: String, rows: [String]) {
    #expect(Self.rows(text, width: 6) == rows)
  }

  static let texts: [String] = [
    String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 9),
    String(repeating: "a\n", count: 50),
    String(repeating: "a", count: 300),
    String(repeating: "été 中文中文中文中文 👩\u{200D}💻\te\u{301} \u{1B}[2J ", count: 9),
    String(repeating: " ", count: 200),
  ]

  @Test(arguments: texts, [2, 7, 80])
  func rowsShowAllOfItAndFit(text: String, width: Int) {
    let long = LongText(RawText(text), width: width, from: 5)
    var end = 5
    var shown: [Unicode.Scalar] = []
    for index in 0..<long.count {
      let row = long[index]
      #expect(row.offsets.lowerBound == end)
      end = row.offsets.upperBound
      for part in row.parts {
        #expect(part.text.width <= width)
        shown += part.text.string.unicodeScalars
      }
    }
    #expect(end == long.end)
    #expect(end == 5 + text.utf8.count + 1)
    // A row may end before a joiner, which then joins nothing.
    let unseen: Set<Unicode.Scalar> = [" ", "\u{200D}"]
    let expected = SafeText(text).string.unicodeScalars.filter { !unseen.contains($0) }
    #expect(shown.filter { !unseen.contains($0) } == Array(expected))
  }

  static let limits: [(markup: Markup, bytes: Int, isLong: Bool)] = [
    (.markdown, 256 << 10, false), (.markdown, 256 << 10 | 1, true),
    (.html, 512 << 10, false), (.html, 512 << 10 | 1, true),
    (.plain, 512 << 10, false), (.plain, 512 << 10 | 1, true),
  ]

  @Test(arguments: limits)
  func aLimitIsStated(markup: Markup, bytes: Int, isLong: Bool) {
    let text =
      String(repeating: "*a* ", count: bytes / 4) + String(repeating: "b", count: bytes % 4)
    let page = Self.page(text, markup)
    #expect(page.isLong(page.firstComment) == isLong)
    if !isLong { return }
    let rows = page.text(of: page.firstComment, width: 80, opened: [])
    #expect(rows[0].parts[0].text.string.hasPrefix("This text is very long ("))
    #expect(rows.prefix(4).contains { $0.parts[0].text.string.hasPrefix("*a* *a*") })
  }

  @Test func matchesOfASearchStandWhereTheyAre() {
    let text = String(repeating: "中 words\n", count: 60_000) + "here it is\n"
    let page = Self.page(text)
    let search = page.searchText(of: page.firstComment, opened: [])
    let found = search.bytes.count - "here it is\n\n".utf8.count + search.start
    let rows = page.text(of: page.firstComment, width: 60, opened: [])
    let row = rows.row(at: found)
    #expect(row.map { rows[$0].parts[0].text } == "here it is")
    #expect(row.map { rows[$0].offsets.lowerBound } == found)
    #expect(rows.row(at: 0) == 0)
    #expect(rows.row(at: Int.max) == nil)
  }

  @Test func aWarningStandsForAllOfIt() {
    let text = String(repeating: "a\n", count: 200_000)
    let page = Self.page(text, warning: "long")
    let rows = page.text(of: page.firstComment, width: 60, opened: [])
    #expect(rows.map { $0.parts[0].text } == ["▒ long"])
    #expect(page.text(of: page.firstComment, width: 60, opened: .hidden).count > 200_000)
  }

  @Test func itHasABeginning() {
    let text = String(repeating: "The end. ", count: 100_000)
    let page = Self.page(text)
    let beginning = page.beginning(of: page.firstComment, cells: 40)
    #expect(beginning.string.hasPrefix("The end. The end."))
    #expect(beginning.count < 1_000)
    #expect(page.links(of: page.firstComment) == [])
  }

  @Test func itIsReadToItsEnd() {
    let text = String(repeating: "The quick brown fox.\n", count: 50_000)
    var discussion = Discussion(id: "d", title: "t")
    discussion.body = RawText(text)
    discussion.comments = [
      Comment(id: "1", parent: nil, author: "ann", body: RawText(text)),
      Comment(id: "2", parent: "1", author: "bob", body: "> The quick brown fox.\n\nLast."),
    ]
    var reading = Reading(discussion, columns: 60, rows: 12)
    #expect(reading.screen().contains("This text is very long (1 MB)"))
    _ = reading.state.update(.page(1), layout: &reading.layout)
    #expect(reading.screen().contains("The quick brown fox."))
    _ = reading.state.update(.last, layout: &reading.layout)
    #expect(reading.screen().contains("Last."))
    _ = reading.state.update(.page(-1), layout: &reading.layout)
    #expect(reading.screen().contains("The quick brown fox."))
  }
}
