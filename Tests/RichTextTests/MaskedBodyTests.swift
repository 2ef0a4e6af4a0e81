import RichText
import Testing
import TextGrid

/// Bodies of which the site hides words.
@Suite struct MaskedBodyTests {
  /// A word is masked when it begins with the mask.
  private func blocks(_ body: String, mask: Character = "*") -> [Block] {
    PlainBody.blocks(of: body, mask: mask) { $0.first == mask }
  }

  private func masked(_ range: Range<Int>) -> Span { Span(range: range, kind: .masked) }

  @Test func aWordIsDrawnAsBlocks() {
    let line = StyledText("The ▒▒▒▒▒ too", spans: [masked(4..<19)])
    #expect(blocks("The ***** too") == [.paragraph(Paragraph(lines: [line]))])
  }

  @Test func onlyMasksAreReplaced() {
    let line = StyledText("é ▒▒▒, 中 ▒▒👩💻 now", spans: [masked(3..<13), masked(18..<32)])
    #expect(
      blocks("é ***, 中 **👩\u{200D}💻 now") == [.paragraph(Paragraph(lines: [line]))])
  }

  @Test func anyCharacterMayBeTheMask() {
    let line = StyledText("a ▒▒ 中", spans: [masked(2..<8)])
    let blocks = blocks("a 👩\u{200D}💻👩\u{200D}💻 中", mask: "👩\u{200D}💻")
    #expect(blocks == [.paragraph(Paragraph(lines: [line]))])
  }

  @Test func theCallerSaysWhatIsMasked() {
    let blocks = PlainBody.blocks(of: "a ** b* c", mask: "*") { $0 == "b*" }
    let line = StyledText("a ** b▒ c", spans: [masked(5..<9)])
    #expect(blocks == [.paragraph(Paragraph(lines: [line]))])
  }

  @Test func nothingIsMaskedWithoutAMask() {
    let blocks = PlainBody.blocks(of: "** **") { _ in true }
    #expect(blocks == [.paragraph(Paragraph(lines: [StyledText("** **")]))])
  }

  @Test func linesKeepTheirOwnSpans() {
    let lines = [
      StyledText("one ▒", spans: [masked(4..<7)]), StyledText("two"),
      StyledText("▒▒ three", spans: [masked(0..<6)]),
    ]
    #expect(blocks("one *\ntwo\n** three") == [.paragraph(Paragraph(lines: lines))])
  }

  @Test func hostileWordsAreSafe() {
    let line = StyledText("a b ␛[2J▒ c", spans: [masked(4..<13)])
    let blocks = PlainBody.blocks(of: "a b \u{1B}[2J*\u{202E} c", mask: "*") { $0.contains("*") }
    #expect(blocks == [.paragraph(Paragraph(lines: [line]))])
  }

  /// For each block its words when it is hidden, or else `text`.
  static let hidden: [(body: String, blocks: String)] = [
    ("one two", "text"),
    ("* two", "text"),
    ("* *", "2"),
    ("* * three", "2"),
    ("* * three four", "text"),
    ("* * *\nfour five six", "text"),
    ("one\n* *", "2"),
    ("*\n\n*", "2"),
    ("* *\n\n* * three\n\n*\n*", "6"),
    ("* *\n\none\n\n*", "2 text 1"),
    ("one\n\n*\n\ntwo", "text 1 text"),
    ("*\t*\u{A0}*\u{3000}four", "3"),
  ]

  @Test(arguments: hidden)
  func mostlyMaskedParagraphsAreHidden(body: String, as expected: String) {
    let blocks = blocks(body).map { block in
      switch block {
      case .paragraph: "text"
      case .hidden(_, let words): "\(words)"
      }
    }
    #expect(blocks.joined(separator: " ") == expected)
  }

  @Test func hiddenParagraphsKeepTheirText() {
    let first = Paragraph(lines: [StyledText("▒ ▒ x", spans: [masked(0..<3), masked(4..<7)])])
    let second = Paragraph(lines: [StyledText("▒▒", spans: [masked(0..<6)])])
    let expected = Block.hidden([first, second], words: 3)
    #expect(blocks("* * x\n\n**") == [expected])
    #expect(expected.paragraphs == [first, second])
  }
}
