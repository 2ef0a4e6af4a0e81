import Testing
import TextGrid

/// Texts as they are searched.
@Suite struct FormlessTextTests {
  @Test(arguments: [
    ("plain é “中”", "plain é “中”"), ("❤\u{FE0F}x", "❤x"), ("a\n👩🏽\u{200D}🚀\0b", "a\n👩🏽🚀\0b"),
    ("می\u{200C}خ", "می\u{200C}خ"), ("葛\u{E0100}城", "葛城"), ("", ""),
  ])
  func itsBytesAreShown(text: String, shown: String) {
    #expect(FormlessText(Array(text.utf8)).bytes == Array(shown.utf8))
  }

  /// Offsets lead back to where something stood, with what chooses its form.
  @Test func offsetsLeadBack() {
    let text = FormlessText(Array("a❤\u{FE0F}b👩\u{200D}💻".utf8))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a❤b👩💻")
    #expect(text.original(0..<1) == 0..<1)
    #expect(text.original(1..<4) == 1..<7)
    #expect(text.original(4..<5) == 7..<8)
    #expect(text.original(5..<9) == 8..<15)
    #expect(text.original(9..<13) == 15..<19)
    #expect(FormlessText(Array("abc".utf8)).original(1..<3) == 1..<3)
  }
}
