import JSONText
import Testing

/// The words that follow "expected" in a message.
@Suite struct JSONErrorTests {
  @Test(
    arguments: [
      ("", "a value"),
      ("[", "a value or ]"),
      ("{", "a member name in quotes or }"),
      ("{\"a\":1,", "a member name in quotes"),
      ("{\"a\"", ": after the member name"),
      ("[1", ", or ]"),
      ("{\"a\":1", ", or }"),
      ("1 1", "the end of the text"),
      ("\"a", "a closing quotation mark"),
      ("\"\t\"", "an escape such as \\n instead of a control character"),
      ("\"\\x\"", "one of \" \\ / b f n r t u after \\"),
      ("\"\\u\"", "four hexadecimal digits after \\u"),
      ("-", "a digit"),
      ("nil", "null"),
    ])
  func saysWhatWasExpected(text: String, words: String) throws {
    let error = #expect(throws: JSONError.self) { try events(text) }
    #expect(try #require(error).expected.description == words)
  }

  /// Wherever a text is cut, nothing is wrong but that it ends too early.
  @Test func aTextThatIsCutEndsTooEarly() {
    let text = Array(
      #" {"a": [1, -2.5e+3, true, false, null], "é\u00e9\n": {}, "b": "x\\", "c": [[]] } "#.utf8)
    for length in 2..<text.count - 2 {
      let start = Array(text.prefix(length))
      let error = #expect(throws: JSONError.self) { try events(start) }
      #expect(error?.isAtEnd(of: JSONBytes(start)) == true, "\(length)")
      let isCut = error?.message(in: start).hasPrefix("the file ends too early; ") == true
      #expect(isCut, "\(length)")
    }
  }

  @Test(arguments: [
    "[1 2]", "{a", "tru]", "nil", "[01]", "{\"a\" 1", "\"\t", "-x", "1 1", "[\"\\u00x",
  ])
  func aTextThatIsWrongDoesNot(text: String) {
    let error = #expect(throws: JSONError.self) { try events(text) }
    #expect(error?.isAtEnd(of: JSONBytes(Array(text.utf8))) == false)
    #expect(error?.message(in: Array(text.utf8)).hasPrefix("expected ") == true)
  }

  @Test func saysWantedType() {
    #expect(JSONReader([]).mismatch("a string").expected.description == "a string")
  }
}
