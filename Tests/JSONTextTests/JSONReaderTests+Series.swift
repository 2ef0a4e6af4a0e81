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
    let last = try reader.next()
    #expect(last == .end)
  }

  @Test func doesNotGoOnWithinAText() throws {
    var reader = JSONReader(Array("[1, 2] 3".utf8))
    try #require(Self.hasNoNext(&reader))
    try reader.beginArray()
    try #require(Self.hasNoNext(&reader))
    _ = try reader.skipValue()
    try #require(Self.hasNoNext(&reader))
    _ = try reader.skipValue()
    let hasMore = try reader.hasElement()
    #expect(!hasMore)
    #expect(throws: JSONError(offset: 7, expected: .endOfText)) { try reader.next() }
    try #require(!Self.hasNoNext(&reader))
    let three = try reader.integerOrNull()
    #expect(three == 3)
    try #require(Self.hasNoNext(&reader))
  }

  private static func hasNoNext(_ reader: inout JSONReader) -> Bool { !reader.beginNext() }
}
