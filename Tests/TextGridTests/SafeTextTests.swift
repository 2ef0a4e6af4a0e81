import Testing

@testable import TextGrid

@Suite struct SafeTextTests {
  static let wales = "\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}"

  static let rules: [(what: String, raw: String, safe: String)] = [
    ("nothing", "", ""),
    ("printable ASCII", " !\"#[]~", " !\"#[]~"),
    ("é composed", "\u{E9}", "\u{E9}"),
    ("é decomposed", "e\u{301}", "e\u{301}"),
    ("中", "中", "中"),
    ("tab", "a\tb", "a b"),
    ("LF", "a\nb", "a b"),
    ("two LF", "a\n\nb", "a  b"),
    ("CR LF", "a\r\nb", "a b"),
    ("CR", "a\rb", "a␍b"),
    ("LF CR", "a\n\rb", "a ␍b"),
    ("CR CR LF", "a\r\r\nb", "a␍ b"),
    ("DEL", "a\u{7F}b", "a␡b"),
    ("escape sequence", "\u{1B}[31m\u{7}", "␛[31m␇"),
    ("C1 control sequence", "\u{9B}31m", "\u{FFFD}31m"),
    ("NEL", "a\u{85}b", "a\u{FFFD}b"),
    ("first and last of C1", "\u{80}\u{9F}", "\u{FFFD}\u{FFFD}"),
    ("no-break space", "a\u{A0}b", "a\u{A0}b"),
    ("line separator", "a\u{2028}b", "a\u{FFFD}b"),
    ("paragraph separator", "a\u{2029}b", "a\u{FFFD}b"),
    ("private use", "\u{E000}\u{F8FF}", "\u{FFFD}\u{FFFD}"),
    ("private use, plane 16", "\u{10FFFD}", "\u{FFFD}"),
    ("noncharacters", "\u{FFFE}\u{FFFF}\u{1FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("last scalar", "\u{10FFFF}", "\u{FFFD}"),
    ("unassigned", "\u{378}", "\u{FFFD}"),
    ("replacement character", "\u{FFFD}", "\u{FFFD}"),
    ("override", "a\u{202E}dcb\u{202C}", "adcb"),
    ("marks of direction", "\u{200E}a\u{200F}b\u{61C}", "ab"),
    ("isolates", "\u{2066}a\u{2067}b\u{2068}c\u{2069}", "abc"),
    ("zero width space", "a\u{200B}b", "ab"),
    ("word joiner", "a\u{2060}b", "ab"),
    ("byte order mark", "\u{FEFF}ab", "ab"),
    ("soft hyphen", "a\u{AD}b", "ab"),
    (
      "text and emoji variation", "\u{2764}\u{FE0E}\u{2764}\u{FE0F}",
      "\u{2764}\u{FE0E}\u{2764}\u{FE0F}"
    ),
    ("two selectors", "\u{2764}\u{FE0F}\u{FE0F}x", "\u{2764}\u{FE0F}x"),
    ("selectors of nothing", "\u{FE0F}a\u{FE0F} \u{FE00}é\u{FE0E}", "a é"),
    ("a keycap", "1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"),
    ("a slashed zero and a sign", "0\u{FE00}∩\u{FE00}", "0\u{FE00}∩\u{FE00}"),
    ("variation supplement", "葛\u{E0100}か\u{E0100}", "葛\u{E0100}か"),
    ("Mongolian", "\u{1820}\u{180B}a\u{180B}", "\u{1820}\u{180B}a"),
    ("Mongolian, the fourth", "\u{1820}\u{180F}a\u{180F}", "\u{1820}\u{180F}a"),
    ("tag", "a\u{E0041}b", "ab"),
    ("tags of no flag", "🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"),
    ("tags without an end", "🏴" + wales, "🏴"),
    ("flag of Wales", "🏴" + wales + "\u{E007F}\u{E0041}x", "🏴" + wales + "\u{E007F}x"),
    ("reserved, to be ignored", "a\u{E0FFF}b", "ab"),
    ("annotation", "a\u{FFF9}b\u{FFFA}c\u{FFFB}", "abc"),
    ("Arabic number sign", "\u{600}١", "\u{600}١"),
    ("Hangul fillers", "a\u{115F}\u{1160}\u{3164}\u{FFA0}b", "ab"),
  ]

  @Test(arguments: rules)
  func replacesAndDrops(_ what: String, raw: String, safe: String) {
    #expect(scalars(SafeText(raw)) == Array(safe.unicodeScalars))
  }

  /// U+0000 to U+001F, save the tab and the line feed.
  @Test func showsControlsAsPictures() {
    let pictures = "␀␁␂␃␄␅␆␇␈  ␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟"
    let controls = (0..<32).map { String(Unicode.Scalar(UInt8($0))) }.joined()
    #expect(SafeText(controls).string == pictures)
  }

  static let joiners: [(what: String, raw: String, safe: String)] = [
    ("programmer", "👩\u{200D}💻", "👩\u{200D}💻"),
    ("with a skin tone", "👩🏽\u{200D}🚀", "👩🏽\u{200D}🚀"),
    ("with a selector", "🏳\u{FE0F}\u{200D}🌈", "🏳\u{FE0F}\u{200D}🌈"),
    ("emoji and a letter", "👩\u{200D}a\u{200D}💻", "👩a💻"),
    ("two between emoji", "👩\u{200D}\u{200D}💻", "👩\u{200D}💻"),
    ("after the last emoji", "👩\u{200D}", "👩"),
    ("ZWNJ between emoji", "👩\u{200C}💻", "👩💻"),
    ("a digit and an emoji", "1\u{200D}💻", "1💻"),
    ("Latin", "a\u{200D}b\u{200C}c", "abc"),
    ("at the start", "\u{200C}\u{200D}", ""),
    ("Persian", "می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("Devanagari", "क्\u{200D}ष", "क्\u{200D}ष"),
    ("one after the other", "می\u{200C}\u{200C}\u{200D}خ", "می\u{200C}خ"),
    ("after a dropped one", "می\u{200B}\u{200C}خ", "می\u{200C}خ"),
    ("Arabic comma", "،\u{200C}خ", "،خ"),
    ("Devanagari digit", "१\u{200D}", "१"),
    ("unassigned in Gurmukhi", "\u{A00}\u{200D}", "\u{FFFD}"),
  ]

  @Test(arguments: joiners)
  func keepsJoinersWhereTheyMatter(_ what: String, raw: String, safe: String) {
    #expect(scalars(SafeText(raw)) == Array(safe.unicodeScalars))
  }

  static let four = "\u{301}\u{302}\u{303}\u{304}"

  static let marks: [(what: String, raw: String, safe: String)] = [
    ("four", "a" + four, "a" + four),
    ("five", "a" + four + "\u{305}", "a" + four),
    (
      "ten thousand", "a" + String(repeating: "\u{301}", count: 10_000),
      "a\u{301}\u{301}\u{301}\u{301}"
    ),
    ("a new base", "a" + four + "中" + four, "a" + four + "中" + four),
    ("a new base after five", "a" + four + "\u{305}b\u{306}", "a" + four + "b\u{306}"),
    ("a space is a base", "a" + four + "\n\u{305}", "a" + four + " \u{305}"),
    ("what is dropped is none", "a" + four + "\u{200B}\u{305}", "a" + four),
    (
      "after a flag's tags", "🏴" + wales + "\u{E007F}\u{301}x\u{302}",
      "🏴" + wales + "\u{E007F}x\u{302}"
    ),
    ("no base", four + "\u{305}", four),
    ("enclosing", "1\u{20E3}\u{20E3}\u{20E3}\u{20E3}\u{20E3}", "1\u{20E3}\u{20E3}\u{20E3}\u{20E3}"),
  ]

  @Test(arguments: marks)
  func keepsFourMarks(_ what: String, raw: String, safe: String) {
    #expect(scalars(SafeText(raw)) == Array(safe.unicodeScalars))
  }

  /// What a terminal is shown of what the author wrote.
  @Test(arguments: [
    ("plain", "plain"), ("é 中", "é 中"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("क्\u{200D}ष", "क्\u{200D}ष"), ("👩🏽\u{200D}🚀", "👩🏽🚀"), ("❤\u{FE0F}", "❤"),
    ("1\u{FE0F}\u{20E3}", "1\u{20E3}"), ("葛\u{E0100}", "葛"),
    ("🏴" + wales + "\u{E007F}x", "🏴x"),
  ])
  func aTerminalIsShownNoForms(raw: String, shown: String) {
    #expect(scalars(SafeText(raw).forTerminal) == Array(shown.unicodeScalars))
  }

  private func scalars(_ text: SafeText) -> [Unicode.Scalar] { Array(text.string.unicodeScalars) }
}
