import Testing

@testable import TextGrid

/// What the second pass keeps together that UAX #14 would break, in lines of twenty cells.
@Suite struct KeptWordTests {
  static let texts: [(what: String, text: String, lines: String)] = [
    ("address", "look at http://a.org/b-c now", "look at|http://a.org/b-c now"),
    ("address at the end", "it is http://a.org/b?c=d.", "it is|http://a.org/b?c=d."),
    (
      "address wider than a line", "at http://example.org/a/longer/path",
      "at http://|example.org/a/|longer/path"
    ),
    ("address with ideographs", "あああhttp://a.jp/一二三 x", "あああ|http://a.jp/一二三 x"),
    ("e.g.", "this holds for it, e.g. x", "this holds for it,|e.g. x"),
    ("slash", "I would like and/or have", "I would like and/or|have"),
    ("path", "found in the file /etc/it", "found in the file|/etc/it"),
    ("option", "it is called with --all-of", "it is called with|--all-of"),
    ("C++", "a program written in C++11", "a program written in|C++11"),
    ("percent signs", "I am sure, one hundred%%%", "I am sure, one|hundred%%%"),
    ("code", "it is the call of f(x)->y", "it is the call of|f(x)->y"),
    ("hyphen", "that was a well-known one", "that was a well-|known one"),
    ("é", "it was of the très-bon sort", "it was of the très-|bon sort"),
    ("closing after a space", "et il cria : attention !", "et il cria :|attention !"),
    ("dialogue", "on me dit alors —quoi", "on me dit alors|—quoi"),
    ("closing at the edge", "a23456789b123456789)", "a23456789b123456789)"),
    ("closing past the edge", "a23456789b1234567890)", "a23456789b123456789|0)"),
    ("quotation past the edge", "一二三四五六七八九十」一", "一二三四五六七八九|十」一"),
  ]

  @Test(arguments: texts)
  func keeps(_ what: String, raw: String, lines: String) {
    let text = SafeText(raw)
    let found = LineBreaker(width: 20).lines(of: text).map { text[$0].string }
    #expect(found.joined(separator: "|") == lines)
  }

  @Test func graphemesStayWhole() {
    let flags = SafeText("🇫🇷🇩🇪🇮🇹")
    let lines = LineBreaker(width: 3).lines(of: flags).map { flags[$0].string }
    #expect(lines == ["🇫🇷", "🇩🇪", "🇮🇹"])
    let syllables = SafeText("किकिकि")
    #expect(
      LineBreaker(width: 3).lines(of: syllables).map { syllables[$0].string } == ["कि", "कि", "कि"])
  }

  @Test func aMillionBytesWithoutASpaceAreBroken() {
    let text = SafeText(String(repeating: "x", count: 1_000_000))
    #expect(LineBreaker(width: 80).lines(of: text).count == 12_500)
  }
}
