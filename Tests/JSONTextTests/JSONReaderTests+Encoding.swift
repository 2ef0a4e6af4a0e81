import JSONText
import Testing

/// Section 8.1: UTF-8, without a byte order mark save at the start.
extension JSONReaderTests {
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test func passesOverByteOrderMark() throws {
    #expect(try events(Self.mark + Array("[1]".utf8)) == "[ 1 ]")
    var reader = JSONReader(Self.mark + Array(" [1]".utf8))
    #expect(reader.offset == 3)
    _ = try reader.next()
    #expect(reader.eventOffset == 4)
  }

  @Test(
    arguments: [
      ("only a mark", mark, 3, .value),
      ("two marks", mark + mark + [0x31], 3, .value),
      ("a mark after a space", [0x20] + mark + [0x31], 1, .value),
      ("a mark within", [0x5B] + mark + [0x5D], 1, .valueOrEndOfArray),
      ("a mark at the end", [0x31] + mark, 1, .endOfText),
      ("part of a mark", [0xEF, 0xBB, 0x31], 0, .value),
      ("one byte of a mark", [0xEF], 0, .value),
      ("UTF-16, big end first", [0x00, 0x5B, 0x00, 0x5D], 0, .value),
      ("UTF-16, little end first", [0x5B, 0x00, 0x5D, 0x00], 1, .valueOrEndOfArray),
      ("UTF-16 with a mark", [0xFE, 0xFF, 0x00, 0x31], 0, .value),
      ("UTF-16 with a mark, little end first", [0xFF, 0xFE, 0x31, 0x00], 0, .value),
      ("UTF-32, little end first", [0x31, 0x00, 0x00, 0x00], 1, .endOfText),
      ("not UTF-8 outside strings", [0x5B, 0xFF, 0x5D], 1, .valueOrEndOfArray),
      ("Latin-1 after a value", [0x31, 0xE9], 1, .endOfText),
      ("a stray continuation", [0x5B, 0x31, 0x80, 0x5D], 2, .commaOrEndOfArray),
      ("an overlong quotation mark", [0xC0, 0xA2], 0, .value),
    ] as [(String, [UInt8], Int, JSONError.Expectation)])
  func refusesBytes(
    _ what: String, bytes: [UInt8], at offset: Int, expecting expected: JSONError.Expectation
  ) {
    #expect(throws: JSONError(offset: offset, expected: expected)) { try events(bytes) }
  }

  /// Only these can need a repair, so that a reader may pass the others unread.
  @Test(
    arguments: [
      ("abc", false), (#"\n\u0041\ud7ff\ue000"#, false), ("é", true), ("abcdefgh中", true),
      (#"\ud800"#, true), (#"\uDFFF"#, true), (#"\ud83d\udc69"#, true),
    ])
  func tellsWhatMayNeedRepair(_ text: String, _ expected: Bool) throws {
    var reader = JSONReader(Array("[\"\(text)\", \"\"]".utf8))
    try reader.beginArray()
    #expect(try reader.string().mayNeedRepair == expected)
    #expect(try reader.string().mayNeedRepair == false)
  }

  /// The word of eight bytes in which a string ends may hold bytes of the next one.
  @Test(arguments: 0..<17)
  func findsHighByte(after length: Int) throws {
    let plain = String(repeating: "a", count: length)
    var reader = JSONReader(Array("[\"\(plain)\",\"é\",\"\(plain)é\(plain)\"]".utf8))
    try reader.beginArray()
    #expect(try reader.string().mayNeedRepair == false)
    #expect(try reader.string().mayNeedRepair)
    #expect(try reader.string().mayNeedRepair)
  }
}
