import JSONText
import Testing

/// Reading a known shape, and what is told when the shape is another.
extension JSONReaderTests {
  /// One of the calls that say what must come next.
  enum Call: CaseIterable {
    case beginObject, beginArray, memberName, hasElement, string, stringOrNull, integerOrNull, bool
    case skipValue, end

    func callAsFunction(_ reader: inout JSONReader) throws(JSONError) {
      switch self {
      case .beginObject: try reader.beginObject()
      case .beginArray: try reader.beginArray()
      case .memberName: _ = try reader.memberName()
      case .hasElement: _ = try reader.hasElement()
      case .string: _ = try reader.string()
      case .stringOrNull: _ = try reader.stringOrNull()
      case .integerOrNull: _ = try reader.integerOrNull()
      case .bool: _ = try reader.bool()
      case .skipValue: _ = try reader.skipValue()
      case .end: try reader.end()
      }
    }
  }

  @Test func takesKnownShape() throws {
    let bytes = Array(#" {"é\n": "x", "b": [1, null, "y", null, true], "c": {"d": []}} "#.utf8)
    var reader = JSONReader(bytes)
    try reader.beginObject()
    #expect(try reader.memberName() == "é\n")
    #expect(try reader.string() == JSONString(range: 11..<12, hasEscapes: false))
    #expect(try reader.memberName() == "b")
    try reader.beginArray()
    #expect(try reader.hasElement())
    #expect(try reader.hasElement())
    #expect(try reader.integerOrNull() == 1)
    #expect(try reader.integerOrNull() == nil)
    #expect(try reader.stringOrNull()?.text(in: bytes).text == "y")
    #expect(try reader.stringOrNull() == nil)
    #expect(try reader.hasElement())
    #expect(try reader.bool())
    #expect(try reader.hasElement() == false)
    #expect(try reader.memberName() == "c")
    let range = try reader.skipValue()
    #expect(String(decoding: bytes[range], as: UTF8.self) == #"{"d": []}"#)
    #expect(try reader.memberName() == nil)
    try reader.end()
  }

  @Test(arguments: [("[]", 0), ("[ \n]", 0), ("[1]", 1), ("[1 ]", 1), ("[ [ ] , 2 ]", 2)])
  func countsElements(of text: String, _ expected: Int) throws {
    var reader = JSONReader(Array(text.utf8))
    try reader.beginArray()
    var count = 0
    while try reader.hasElement() {
      _ = try reader.skipValue()
      count += 1
    }
    #expect(count == expected)
    try reader.end()
  }

  @Test(
    arguments: [
      "1", "-1.5e3", "\"a ] } \\\" b\"", "true", "null", "[]", "{}", "[ ]", "[1,[2,[3]],{}]",
      #"{"a":{"b":[{}]},"c":"}"}"#, #"{"中":"👩‍💻"}"#,
    ])
  func skipsValue(_ value: String) throws {
    let bytes = Array("[0, \(value) , 1]".utf8)
    var reader = JSONReader(bytes)
    try reader.beginArray()
    #expect(try reader.skipValue() == 1..<2)
    #expect(try reader.skipValue() == 4..<4 + value.utf8.count)
    #expect(try reader.integerOrNull() == 1)
    #expect(try reader.hasElement() == false)
    try reader.end()
  }

  @Test(
    arguments: [
      (.beginObject, " []", 1, "an object"), (.beginObject, "\"{\"", 0, "an object"),
      (.beginArray, " {}", 1, "an array"), (.beginArray, "null", 0, "an array"),
      (.memberName, " []", 1, "a member name or }"),
      (.memberName, "\"a\"", 0, "a member name or }"),
      (.string, " 1", 1, "a string"), (.string, "null", 0, "a string"),
      (.string, "[]", 0, "a string"),
      (.stringOrNull, " false", 1, "a string or null"),
      (.stringOrNull, "{}", 0, "a string or null"),
      (.integerOrNull, " 1.0", 1, "an integer or null"),
      (.integerOrNull, "1e2", 0, "an integer or null"),
      (.integerOrNull, "9223372036854775808", 0, "an integer or null"),
      (.integerOrNull, "\"1\"", 0, "an integer or null"),
      (.bool, " null", 1, "true or false"), (.bool, "1", 0, "true or false"),
      (.bool, "\"true\"", 0, "true or false"),
      (.end, " 1", 1, "the end of the text"), (.end, "[]", 0, "the end of the text"),
    ] as [(Call, String, Int, String)])
  func tellsMismatch(call: Call, text: String, at offset: Int, expecting words: String) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONError(offset: offset, expected: .type(words))) { try call(&reader) }
  }

  /// A mismatch after a comma lies at the value, not at the comma.
  @Test func tellsMismatchInside() throws {
    var array = JSONReader(Array("[1, 2]".utf8))
    try array.beginArray()
    _ = try array.skipValue()
    #expect(throws: JSONError(offset: 4, expected: .type("a string"))) { try array.string() }
    var object = JSONReader(Array("{\"a\": 1, \"b\": 2}".utf8))
    try object.beginObject()
    _ = try object.memberName()
    _ = try object.skipValue()
    #expect(throws: JSONError(offset: 9, expected: .type("a value"))) { try object.skipValue() }
  }

  @Test(arguments: ["[]", "{}", "1"])
  func skipsNoEnd(_ text: String) throws {
    var reader = JSONReader(Array(text.utf8))
    _ = try reader.next()
    let offset = text.utf8.count == 2 ? 1 : text.utf8.count
    #expect(throws: JSONError(offset: offset, expected: .type("a value"))) {
      try reader.skipValue()
    }
  }

  /// Bytes that are not JSON are told as such, whatever was wanted.
  @Test(arguments: Call.allCases.filter { $0 != .hasElement })
  func passesOnSyntaxErrors(call: Call) {
    var reader = JSONReader(Array(" x".utf8))
    #expect(throws: JSONError(offset: 1, expected: .value)) { try call(&reader) }
  }

  @Test(
    arguments: [
      ("[1 2]", 3, .commaOrEndOfArray), ("[1", 2, .commaOrEndOfArray), ("[1,]", 3, .value),
    ]
      as [(String, Int, JSONError.Expectation)])
  func leavesBrokenArrayToNextCall(
    text: String, at offset: Int, expecting expected: JSONError.Expectation
  ) throws {
    var reader = JSONReader(Array(text.utf8))
    try reader.beginArray()
    _ = try reader.skipValue()
    #expect(try reader.hasElement())
    #expect(throws: JSONError(offset: offset, expected: expected)) { try reader.skipValue() }
  }

  @Test(arguments: ["[[[1,2", "{\"a\":[1}"])
  func refusesUnfinishedSkippedValue(_ text: String) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONError.self) { try reader.skipValue() }
  }
}
