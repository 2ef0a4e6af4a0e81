import JSONText
import Testing

@Suite struct TextPositionTests {
  @Test(
    arguments: [
      ("", 0, 1, 1),
      ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 9, 1, 4),
      ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\nb", 3, 2, 2),
      ("a\rb", 1, 1, 2), ("a\rb", 2, 2, 1),
      ("a\r\nb", 1, 1, 2), ("a\r\nb", 2, 1, 3), ("a\r\nb", 3, 2, 1), ("a\r\nb", 4, 2, 2),
      ("a\n", 2, 2, 1), ("a\r", 2, 2, 1), ("a\r\n", 3, 2, 1),
      ("\n\n\n", 3, 4, 1), ("\r\r\r", 3, 4, 1), ("\r\n\r\n", 4, 3, 1), ("\n\r\n\r", 4, 4, 1),
      ("\t\ta", 2, 1, 3),
      ("é,", 0, 1, 1), ("é,", 2, 1, 2), ("é,", 3, 1, 3),
      ("中,", 3, 1, 2), ("\n中中,", 7, 2, 3),
      ("👩‍💻,", 11, 1, 4), ("e\u{301},", 3, 1, 3),
      ("中", 3, 1, 2), ("👩‍💻\n中", 12, 2, 1),
      ("a\u{2028}b\u{85}c", 7, 1, 5),
    ])
  func tellsLineAndColumn(text: String, offset: Int, line: Int, column: Int) {
    let position = TextPosition(offset: offset, in: Array(text.utf8))
    #expect(position == TextPosition(line: line, column: column))
  }

  /// A byte that starts no scalar counts with the scalar before it.
  @Test(
    arguments: [
      ("a中b", [1, 2, 2, 2, 3, 4]),
      ("👩‍💻", [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4]),
    ])
  func countsBytesOfScalarOnce(text: String, columns: [Int]) {
    let bytes = Array(text.utf8)
    let found = (0...bytes.count).map { TextPosition(offset: $0, in: bytes).column }
    #expect(found == columns)
  }

  @Test func staysOnFirstColumnBeforeAnyScalar() {
    #expect(TextPosition(offset: 1, in: [0x80, 0x80]) == TextPosition(line: 1, column: 1))
    #expect(TextPosition(offset: 2, in: [0x0A, 0x80, 0x80]) == TextPosition(line: 2, column: 1))
  }

  /// An editor shows no byte order mark.
  @Test func passesOverByteOrderMark() {
    let bytes = Array("\u{FEFF}x\ny".utf8)
    let places = [(0, 1, 1), (3, 1, 1), (4, 1, 2), (5, 2, 1)]
    for (offset, line, column) in places {
      #expect(TextPosition(offset: offset, in: bytes) == TextPosition(line: line, column: column))
    }
  }
}
