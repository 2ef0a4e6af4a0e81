import Testing

@testable import TextGrid

/// Texts made of others.
extension SafeTextTests {
  @Test func literalsAreMadeSafe() {
    let text: SafeText = "a\u{1B}\u{202E}b"
    #expect(text.string == "a␛b")
  }

  @Test func interpolatedValuesAreMadeSafe() {
    let author = "\u{9B}2J\u{202E}中"
    let text: SafeText = "#\(3) \(author)\u{7}"
    #expect(text.string == "#3 \u{FFFD}2J中␇")
  }

  @Test func theirSumIsSafe() {
    var text = SafeText("e\u{301}\u{1B}") + SafeText("\u{202E}👩\u{200D}💻")
    text += SafeText("\u{7F}")
    #expect(text.string == "e\u{301}␛👩\u{200D}💻␡")
    #expect(text.width == 7)
  }

  @Test(arguments: [
    (0..<0, ""), (0..<1, "a"), (1..<4, "中"), (1..<7, "中e\u{301}"), (4..<5, "e"), (7..<11, "👩"),
    (11..<11, ""), (0..<11, "a中e\u{301}👩"),
  ])
  func partsAreByBytes(range: Range<Int>, part: String) {
    let text: SafeText = "a中e\u{301}👩"
    #expect(Array(text[range].string.utf8) == Array(part.utf8))
  }

  @Test(arguments: [("", 0), ("a", 1), ("é", 2), ("中", 3), ("👩\u{200D}💻", 11), ("\u{202E}", 0)])
  func countsBytes(raw: String, count: Int) {
    #expect(SafeText(raw).count == count)
    #expect(SafeText(raw).isEmpty == (count == 0))
  }

  @Test func equalTextsLookTheSame() {
    #expect(SafeText("\u{E9}") == SafeText("e\u{301}"))
    #expect(SafeText("\u{1B}") == SafeText("␛"))
    #expect(SafeText("a") != SafeText("b"))
  }

  @Test func describesItself() {
    #expect("\(SafeText("中\u{202E}é"))" == "中é")
  }
}
