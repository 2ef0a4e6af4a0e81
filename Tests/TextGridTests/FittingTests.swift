import Testing

@testable import TextGrid

/// Texts made to fit a number of cells.
@Suite struct FittingTests {
  static let cuts: [(text: String, cells: Int, cut: String)] = [
    ("", 0, ""),
    ("", 5, ""),
    ("abc", -1, ""),
    ("abc", 0, ""),
    ("abc", 1, "…"),
    ("a", 1, "a"),
    ("abc", 2, "a…"),
    ("abc", 3, "abc"),
    ("abcd", 3, "ab…"),
    ("ab cd", 4, "ab…"),
    ("a    bcd", 4, "a…"),
    ("    ", 3, "…"),
    ("é", 1, "é"),
    ("éa", 1, "…"),
    ("e\u{301}ab", 2, "e\u{301}…"),
    ("中", 1, "…"),
    ("中", 2, "中"),
    ("中文", 2, "…"),
    ("中文", 3, "中…"),
    ("中文", 4, "中文"),
    ("中文字", 4, "中…"),
    ("a中b", 3, "a…"),
    ("👩\u{200D}💻!", 3, "👩…"),
    ("👩\u{200D}💻!", 4, "👩…"),
    ("👩\u{200D}💻!", 5, "👩\u{200D}💻!"),
    ("🇫🇷!", 2, "🇫…"),
    ("\u{202E}abc\u{1B}", 3, "ab…"),
    ("\u{202E}abc\u{1B}", 4, "abc␛"),
  ]

  @Test(arguments: cuts)
  func isCut(_ text: String, to cells: Int, as cut: String) {
    let result = SafeText(text).truncated(to: cells)
    #expect(result.string == cut)
    #expect(result.width <= max(0, cells))
  }

  static let ends: [(text: String, cells: Int, end: String)] = [
    ("", 0, ""), ("abc", 0, ""), ("abc", 1, "…"), ("abc", 2, "…c"), ("abc", 3, "abc"),
    ("abcd", 3, "…cd"), ("éab", 2, "…b"), ("e\u{301}ab", 3, "e\u{301}ab"), ("中文字", 5, "…文字"),
    ("中文字", 4, "…字"), ("中文字", 3, "…字"), ("中文字", 2, "…"), ("a👩\u{200D}💻", 4, "…💻"),
  ]

  @Test(arguments: ends)
  func keepsTheEnd(of text: String, in cells: Int, as end: String) {
    let result = SafeText(text).lastPart(of: cells)
    #expect(result.string == end)
    #expect(result.width <= cells)
  }

  /// A path or an address gives way, and what is said of it stays.
  @Test(arguments: [
    ("/a/b.json: too long", 40, "/a/b.json: too long"),
    (
      "/home/ann/discussions/2026/november/thread.json: this is a folder", 50,
      "/home/ann/…/november/thread.json: this is a folder"
    ),
    (
      "/home/ann/my shed/中文 2026/november/thread.json: cannot be read", 45,
      "/home/ann…ovember/thread.json: cannot be read"
    ),
    (
      "not fetched: https://shed.example/a/very/long/way/to/12345 is not there", 50,
      "not fetched: https://…ng/way/to/12345 is not there"
    ),
    // What is neither is cut at its end, if at all.
    (
      "damaged and is now marks.sqlite.damaged-20261130", 30,
      "damaged and is now marks.sqlite.damaged-20261130"
    ),
    // Of what is short by itself nothing is taken.
    (
      "unknown theme dark: it is not one of the ten", 20,
      "unknown theme dark: it is not one of the ten"
    ),
    ("/home/ann/shed.json: x", 10, "/home…/shed.json: x"), ("", 0, ""),
  ])
  func whatAMessageIsAboutIsShortened(_ text: String, to cells: Int, as expected: String) {
    let result = SafeText(text).shortened(to: cells)
    #expect(result.string == expected)
  }
}
