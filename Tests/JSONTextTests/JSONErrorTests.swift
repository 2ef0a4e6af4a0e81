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

  @Test func saysWantedType() {
    #expect(JSONReader([]).mismatch("a string").expected.description == "a string")
  }
}
