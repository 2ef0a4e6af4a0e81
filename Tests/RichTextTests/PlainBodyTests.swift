import RichText
import Testing
import TextGrid

@Suite struct PlainBodyTests {
  /// Bodies without hidden words: lines end with `|`, paragraphs with `||`.
  static let bodies: [(what: String, body: String, paragraphs: String)] = [
    ("nothing", "", ""),
    ("white space", " \n\t\n\r\n  ", ""),
    ("one line", "one line", "one line"),
    ("hard line ends", "one\ntwo\nthree", "one|two|three"),
    ("paragraphs", "one\n\ntwo", "one||two"),
    ("several blank lines", "one\n\n\n\ntwo", "one||two"),
    ("blank lines with spaces", "one\n  \t \ntwo\n\u{A0}\u{3000}\nthree", "one||two||three"),
    ("blank lines around", "\n\none\n\n", "one"),
    ("CR LF", "one\r\ntwo\r\n\r\nthree\r\n", "one|two||three"),
    ("CR", "one\rtwo\r\rthree", "one|two||three"),
    ("mixed ends", "one\r\n\ntwo\n\r\nthree", "one||two||three"),
    ("spaces are kept", "  one   two ", "  one   two "),
    ("tab", "one\ttwo", "one two"),
    ("中é👩", "中é\n\n👩\u{200D}💻", "中é||👩💻"),
    ("a mark after a line end", "one\n\u{301}two", "one|\u{301}two"),
    ("hostile", "\u{1B}[2J\u{202E}\n\u{9B}0m\u{2028}x", "␛[2J|\u{FFFD}0m\u{FFFD}x"),
    ("nothing that shows", "one\n\n\u{200B}\n\ntwo", "one||two"),
    ("only a byte order mark", "\u{FEFF}", ""),
    ("spaces and what does not show", " \u{200B} \u{202E}\n\u{2060}\none", "one"),
    ("a mask is a character", "* one\n** two", "* one|** two"),
  ]

  @Test(arguments: bodies)
  func becomesParagraphs(_ what: String, body: String, paragraphs: String) {
    let blocks = PlainBody.blocks(of: body)
    let text = blocks.map { block in
      block.paragraphs.map { $0.lines.map(\.text.string).joined(separator: "|") }
        .joined(separator: "+")
    }
    #expect(text.joined(separator: "||") == paragraphs)
    for block in blocks {
      guard case .paragraph(let paragraph) = block else {
        Issue.record("\(block)")
        continue
      }
      #expect(paragraph.lines.allSatisfy { $0.spans.isEmpty })
    }
  }

  @Test func aBlockShowsSomething() {
    let hostile = ["\u{200B}", "\u{202E}\n", " \u{AD} ", "\u{E0041}\n\n\u{FEFF}", "\u{FE0F}\r\n"]
    #expect(hostile.flatMap { PlainBody.blocks(of: $0) } == [])
  }
}
