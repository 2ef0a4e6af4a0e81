import JSONText
import Testing

extension JSONReaderTests {
  /// Texts one after the other, each read to its end.
  @Test(arguments: [
    ("1", 1), ("{}[]", 2), ("{\"é\": [1]}\n\"中\"\r\n null ", 3), ("\u{FEFF}true false", 2),
    ("1 2 3", 3),
  ])
  func goesOnToTheNextText(series: String, count: Int) throws {
    var reader = JSONReader(Array(series.utf8))
    var found = 0
    repeat {
      _ = try reader.skipValue()
      found += 1
    } while reader.beginNext()
    #expect(found == count)
    #expect(try reader.next() == .end)
  }

  @Test func doesNotGoOnWithinAText() throws {
    var reader = JSONReader(Array("[1, 2] 3".utf8))
    #expect(!reader.beginNext())
    try reader.beginArray()
    #expect(!reader.beginNext())
    _ = try reader.skipValue()
    #expect(!reader.beginNext())
    _ = try reader.skipValue()
    #expect(try !reader.hasElement())
    #expect(throws: JSONError(offset: 7, expected: .endOfText)) { try reader.next() }
    #expect(reader.beginNext())
    #expect(try reader.integerOrNull() == 3)
    #expect(!reader.beginNext())
  }
}
