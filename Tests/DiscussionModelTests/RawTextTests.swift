import DiscussionModel
import JSONText
import Testing

@Suite struct RawTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("中 é 👩‍💻", "中 é 👩‍💻"),
    (#"a\n\"b\"\\c\/"#, "a\n\"b\"\\c/"),
    (#"\u00e9 \u4e2d \ud83d\udc69\u200d\ud83d\udcbb"#, "é 中 👩‍💻"),
    (#"\u001b[2J\u202e"#, "\u{1B}[2J\u{202E}"),
    (#"\ud83d!"#, "\u{FFFD}!"),
    ("", ""),
  ])
  func aStringOfAFileIsUnescaped(json: String, text: String) {
    let bytes = Array(#"["before", "\#(json)", "after"]"#.utf8)
    let string = JSONString(
      range: 12..<12 + json.utf8.count, hasEscapes: json.utf8.contains(UInt8(ascii: "\\")))
    let raw = RawText(string, in: bytes)
    #expect(raw.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(raw == RawText(text))
    #expect(raw.isEmpty == text.isEmpty)
  }

  @Test(arguments: ["plain", #"back\slash \u0041 \"#, "中 é 👩‍💻", "\u{1B}[2J\u{0}", ""])
  func aTextIsKeptAsItIs(text: String) {
    #expect(RawText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func bytesThatAreNotUTF8AreReplaced() {
    let raw = RawText(
      JSONString(range: 1..<4, hasEscapes: false), in: [0x22, 0x61, 0xFF, 0x62, 0x22])
    #expect(raw == "a\u{FFFD}b")
  }

  @Test func oneLetterWrittenInTwoWaysIsTwoTexts() {
    #expect(RawText("e\u{301}") != RawText("\u{E9}"))
    #expect(RawText("a") != RawText("b"))
    #expect(RawText("a") != RawText("ab"))
  }
}
