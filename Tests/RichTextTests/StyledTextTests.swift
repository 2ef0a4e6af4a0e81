import Testing
import TextGrid

@testable import RichText

@Suite struct StyledTextTests {
  /// `▒▒` are the words "cd" and "é", at 3..<5 and 6..<8.
  static let text = StyledText(
    "ab cd é中",
    spans: [Span(range: 3..<5, traits: .masked), Span(range: 6..<8, traits: .masked)])

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
      part.traits == .masked ? "[\(part.text)]" : part.text.string
    }
    #expect(text.joined(separator: "|") == parts)
  }

  @Test func ordinaryTextIsOnePart() {
    let parts = StyledText("👩\u{200D}💻\u{1B}").parts(of: 0..<14)
    #expect(parts.map(\.text) == ["👩\u{200D}💻␛"])
    #expect(parts.map(\.traits) == [[]])
    #expect(parts.map(\.link) == [nil])
  }

  @Test func neighboursThatAreAlikeAreOneSpan() {
    var text = StyledText("")
    text.append("é", .strong)
    text.append("中", .strong)
    text.append("", .code)
    text.append("a", .strong, link: 1)
    text.append("b", .strong, link: 2)
    text.append("c", [])
    #expect(
      text
        == StyledText(
          "é中abc",
          spans: [
            Span(range: 0..<5, traits: .strong), Span(range: 5..<6, traits: .strong, link: 1),
            Span(range: 6..<7, traits: .strong, link: 2),
          ]))
  }

  /// A span must never end within a character, however many marks are joined to what was before.
  @Test func marksBeyondTheLimitMakeNoSpan() {
    var text = StyledText("e\u{300}\u{301}\u{302}\u{303}")
    text.append("\u{304}", .strong)
    #expect(text == StyledText("e\u{300}\u{301}\u{302}\u{303}"))
  }

  /// What joins a base is drawn with it, whatever its own traits are.
  @Test(arguments: [("e", "\u{301}b", 3), ("👍", "🏽b", 8), ("a", "🏽b", 1), ("", "\u{301}b", 0)])
  func aSpanEndsBetweenClusters(one: String, other: String, end: Int) {
    var text = StyledText("")
    text.append(SafeText(one), .mention)
    text.append(SafeText(other), .code)
    let before = end > 0 ? [Span(range: 0..<end, traits: .mention)] : []
    #expect(text.spans == before + [Span(range: end..<text.text.count, traits: .code)])
    #expect(text.runs.reduce(0) { $0 + $1.text.width } == text.text.width)
  }

  @Test func spacesAtTheEndGoWithTheirSpans() {
    var text = StyledText("")
    text.append("a ", .strong)
    text.append(" ", .code)
    text.trimEnd()
    #expect(text == StyledText("a", spans: [Span(range: 0..<1, traits: .strong)]))
  }

  static let tabs: [(text: String, column: Int, expanded: String)] = [
    ("a", 0, "a"), ("\ta", 0, "    a"), ("\ta", 3, " a"), ("a\tb\tc", 0, "a   b   c"),
    ("中\tb", 0, "中  b"), ("é\t👩\u{200D}💻\t.", 2, "é 👩\u{200D}💻    ."),
  ]

  @Test(arguments: tabs)
  func tabsReachTheNextStop(text: String, column: Int, expanded: String) {
    #expect(text.expandingTabs(at: column) == expanded)
  }
}
