import RichText
import Testing
import TextGrid

@Suite struct StyledTextTests {
  /// `▒▒` are the words "cd" and "é", at 3..<5 and 6..<8.
  static let text = StyledText(
    "ab cd é中",
    spans: [Span(range: 3..<5, kind: .masked), Span(range: 6..<8, kind: .masked)])

  /// Masked parts stand in brackets; `|` between parts.
  static let parts: [(range: Range<Int>, parts: String)] = [
    (0..<11, "ab |[cd]| |[é]|中"),
    (0..<0, ""),
    (4..<4, ""),
    (11..<11, ""),
    (0..<2, "ab"),
    (0..<3, "ab "),
    (0..<4, "ab |[c]"),
    (3..<5, "[cd]"),
    (4..<5, "[d]"),
    (4..<6, "[d]| "),
    (5..<6, " "),
    (4..<8, "[d]| |[é]"),
    (8..<11, "中"),
  ]

  @Test(arguments: parts)
  func hasParts(range: Range<Int>, parts: String) {
    let text = Self.text.parts(of: range).map { part in
      part.kind == .masked ? "[\(part.text)]" : part.text.string
    }
    #expect(text.joined(separator: "|") == parts)
  }

  @Test func ordinaryTextIsOnePart() {
    let parts = StyledText("👩\u{200D}💻\u{1B}").parts(of: 0..<11)
    #expect(parts.map(\.text) == ["👩💻␛"])
    #expect(parts.map(\.kind) == [nil])
  }
}
