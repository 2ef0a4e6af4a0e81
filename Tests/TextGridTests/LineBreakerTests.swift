import Testing

@testable import TextGrid

@Suite struct LineBreakerTests {
  /// Lines of at most ten cells, `|` between them.
  static let texts: [(what: String, text: String, lines: String)] = [
    ("nothing", "", ""),
    ("one word", "word", "word"),
    ("fits", "0123456789", "0123456789"),
    ("space", "over there now", "over there|now"),
    ("several spaces", "over   there   now", "over|there|now"),
    ("spaces within", "a   b", "a   b"),
    ("spaces at the edge", "0123456789   a", "0123456789|a"),
    ("more spaces than cells", "a              b", "a|b"),
    ("leading spaces", "  over there", "  over|there"),
    ("leading spaces, long word", "  0123456789", "|0123456789"),
    ("trailing spaces", "over there   ", "over there"),
    ("trailing spaces, more lines", "over there now  ", "over there|now"),
    ("only spaces", "   ", ""),
    ("only spaces, more than a line", "              ", ""),
    ("no-break space", "over the\u{A0}end", "over|the\u{A0}end"),
    ("long word", "0123456789abc", "0123456789|abc"),
    ("long word after another", "a 0123456789abc", "a|0123456789|abc"),
    ("word after a long one", "0123456789ab cdef", "0123456789|ab cdef"),
    ("marks stay with their base", "012345678e\u{301}e\u{302}", "012345678e\u{301}|e\u{302}"),
    ("hyphen", "a long-tailed cat", "a long-|tailed cat"),
    ("hyphen at the edge", "very long-tailed", "very long-|tailed"),
    ("hyphen too far", "a very long-tailed", "a very|long-|tailed"),
    ("hyphen before a digit", "the years 1990-2", "the years|1990-2"),
    ("hyphen after a digit", "with a 16-bit", "with a 16-|bit"),
    ("hyphen before a word", "remove use -force", "remove use|-force"),
    ("hyphens before a word", "ls use --force", "ls use|--force"),
    ("minus", "five is -123456", "five is|-123456"),
    ("en dash", "over Bonn–Köln", "over Bonn–|Köln"),
    ("em dash", "so then—nothing", "so then—|nothing"),
    ("em dash after a quotation", "“so him”—and", "“so him”—|and"),
    ("em dash at the start", "—abcdefghij", "—abcdefghi|j"),
    ("two em dashes", "ab cdefgh——i", "ab|cdefgh——i"),
    ("closing after an em dash", "and I saw—”", "and I|saw—”"),
    ("ellipsis", "and I waited…", "and I|waited…"),
    ("é decomposed", "e\u{301}te\u{301} de\u{301}cor 0", "e\u{301}te\u{301} de\u{301}cor|0"),
  ]

  @Test(arguments: texts)
  func breaks(_ what: String, text: String, into lines: String) {
    #expect(broken(text, width: 10) == lines)
  }

  static let wide: [(what: String, text: String, lines: String)] = [
    ("ideographs", "一二三四五六七", "一二三四五|六七"),
    ("odd cells", "a一二三四五", "a一二三四|五"),
    ("letters among ideographs", "一二三abcdef四", "一二三|abcdef四"),
    ("ideographic full stop", "一二三四五。六", "一二三四|五。六"),
    ("closing bracket", "一二三四五」六", "一二三四|五」六"),
    ("ASCII comma", "一二三四五,六", "一二三四|五,六"),
    ("two that close", "一二三四五！」六", "一二三四|五！」六"),
    ("small kana", "アイウエカッタ", "アイウエ|カッタ"),
    ("long vowel", "アイウエオーカ", "アイウエ|オーカ"),
    ("repetition", "一二三四人々六", "一二三四|人々六"),
    ("opening bracket", "一二三四「五六", "一二三四|「五六"),
    ("ASCII bracket", "一二三四 (五六)", "一二三四|(五六)"),
    ("em dash", "一二三四——五六", "一二三四——|五六"),
    ("full stops only", "。。。。。。。", "。。。。。|。。"),
    ("wide after letters", "-bcdefghi。", "-bcdefgh|i。"),
    ("wide after a space", " bcdefghij。", "|bcdefghi|j。"),
    ("Hangul", "가나다 라마바사", "가나다 라|마바사"),
    ("か with a mark", "か\u{3099}か\u{3099}一二三四", "か\u{3099}か\u{3099}一二三|四"),
    ("emoji", "👩\u{200D}💻👩\u{200D}💻👩\u{200D}💻", "👩\u{200D}💻👩\u{200D}💻|👩\u{200D}💻"),
    ("emoji after a word", "abcdefghi👩", "abcdefghi|👩"),
    ("flags", "I like 🇫🇷🇩🇪", "I like|🇫🇷🇩🇪"),
    ("hostile", "一二\u{202E}三\u{1B}[2J四五", "一二三␛[2J|四五"),
  ]

  @Test(arguments: wide)
  func breaksBesideWideCharacters(_ what: String, text: String, into lines: String) {
    #expect(broken(text, width: 10) == lines)
  }

  @Test(arguments: [
    (-1, "ab|c"), (0, "ab|c"), (1, "ab|c"), (2, "ab|c"), (3, "abc"),
  ])
  func neverBreaksAboveTwoCells(width: Int, lines: String) {
    #expect(broken("abc", width: width) == lines)
  }

  @Test(arguments: [
    ("中é👩", "中|é|👩"), ("a 中", "a|中"), ("e\u{301}\u{302}bc", "e\u{301}\u{302}b|c"), ("。。", "。|。"),
  ])
  func breaksNarrowly(text: String, lines: String) {
    #expect(broken(text, width: 2) == lines)
  }

  @Test func linesAreRangesOfBytes() {
    #expect(LineBreaker(width: 4).lines(of: "中文  é👩 x") == [0..<6, 8..<14, 15..<16])
    #expect(LineBreaker(width: 4).lines(of: "") == [0..<0])
    #expect(LineBreaker(width: 4).lines(of: "  ") == [0..<0])
  }

  private func broken(_ raw: String, width: Int) -> String {
    let text = SafeText(raw)
    return LineBreaker(width: width).lines(of: text).map { text[$0].string }
      .joined(separator: "|")
  }
}
