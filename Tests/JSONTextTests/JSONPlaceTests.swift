import JSONText
import Testing

/// Where in a text a value is, in words.
@Suite struct JSONPlaceTests {
  /// The place is that of the caret, which is not a part of the text.
  @Test(arguments: [
    (#"^{"a": 1}"#, ""),
    (#"{"a": ^1}"#, "a"),
    (#"{"a": 1, "b": ^null}"#, "b"),
    (#"{"a": [1, {"b": ^true}]}"#, "a[1].b"),
    (#"{"a": [[], [1, ^2]]}"#, "a[1][1]"),
    (#"[{"a": {}, "é\n": ^"x"}]"#, "[0].é\n"),
    (#"{"a": {"b": 1}, "c": ^[]}"#, "c"),
    (#"{"a": [1, 2], "b": 3^}"#, ""),
    (#"{"a": [^"#, "a[0]"),
    ("^", ""),
  ])
  func isThatOfTheValue(text: String, name: String) {
    let bytes = Array(text.utf8)
    let offset = bytes.firstIndex(of: UInt8(ascii: "^"))!
    let whole = bytes.filter { $0 != UInt8(ascii: "^") }
    #expect(JSONPlace.name(at: offset, in: JSONBytes(whole)) == name)
  }

  @Test func aDeepOneIsFoundWithoutRecursion() {
    let text = String(repeating: "[", count: 100_000) + "1"
    let name = JSONPlace.name(at: 100_000, in: JSONBytes(Array(text.utf8)))
    #expect(name.utf8.count == 300_000)
  }
}
