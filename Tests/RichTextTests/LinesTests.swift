import Testing

@testable import RichText

@Suite struct LinesTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\rc\n", ["a", "b", "c", ""]),
    ("\n\n", ["", "", ""]), ("\r\r\n", ["", "", ""]), ("é\n中\r👩‍💻", ["é", "中", "👩‍💻"]),
    ("a\n\u{301}b", ["a", "\u{301}b"]), ("a\u{2028}b\u{85}c\u{B}", ["a\u{2028}b\u{85}c\u{B}"]),
  ])
  func linesEndWhereTheyEnd(text: String, lines: [String]) {
    #expect(text.splitLines.map { String($0) } == lines)
  }
}
