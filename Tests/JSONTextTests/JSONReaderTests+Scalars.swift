import JSONText
import Testing

/// Numbers and strings as RFC 8259 forbids them.
extension JSONReaderTests {
  static let notNumbers: [Refusal] = [
    ("6", "+1", 0, .value),
    ("6", ".5", 0, .value),
    ("6", "[+1]", 1, .valueOrEndOfArray),
    ("6", "[.5]", 1, .valueOrEndOfArray),
    ("6", "01", 1, .endOfText),
    ("6", "00", 1, .endOfText),
    ("6", "-01", 2, .endOfText),
    ("6", "[012]", 2, .commaOrEndOfArray),
    ("6", "{\"a\":-012}", 7, .commaOrEndOfObject),
    ("6", "-", 1, .digit),
    ("6", "[-]", 2, .digit),
    ("6", "--1", 1, .digit),
    ("6", "-+1", 1, .digit),
    ("6", "- 1", 1, .digit),
    ("6", "-.5", 1, .digit),
    ("6", "-a", 1, .digit),
    ("6", "1.", 2, .digit),
    ("6", "-1.", 3, .digit),
    ("6", "[1.]", 3, .digit),
    ("6", "1.e1", 2, .digit),
    ("6", "0.e1", 2, .digit),
    ("6", "1.-5", 2, .digit),
    ("6", "1..5", 2, .digit),
    ("6", "1.5.5", 3, .endOfText),
    ("6", "1e", 2, .digit),
    ("6", "1E", 2, .digit),
    ("6", "0e", 2, .digit),
    ("6", "0.3e", 4, .digit),
    ("6", "1e+", 3, .digit),
    ("6", "1E-", 3, .digit),
    ("6", "1e+-1", 3, .digit),
    ("6", "1e-+1", 3, .digit),
    ("6", "1ee1", 2, .digit),
    ("6", "1e.5", 2, .digit),
    ("6", "1e1.5", 3, .endOfText),
    ("6", "1e1e1", 3, .endOfText),
    ("6", "1 e1", 2, .endOfText),
    ("6", "0x1F", 1, .endOfText),
    ("6", "[0x1F]", 2, .commaOrEndOfArray),
    ("6", "0b1", 1, .endOfText),
    ("6", "0o7", 1, .endOfText),
    ("6", "1_000", 1, .endOfText),
    ("6", "1 000", 2, .endOfText),
    ("6", "1+1", 1, .endOfText),
    ("6", "1-1", 1, .endOfText),
    ("6", "1/2", 1, .endOfText),
    ("6", "1a", 1, .endOfText),
    ("6", "1.5f", 3, .endOfText),
    ("6", "1n", 1, .endOfText),
    ("6", "NaN", 0, .value),
    ("6", "-NaN", 1, .digit),
    ("6", "[NaN]", 1, .valueOrEndOfArray),
    ("6", "nan", 0, .literal("null")),
    ("6", "Infinity", 0, .value),
    ("6", "-Infinity", 1, .digit),
    ("6", "+Infinity", 0, .value),
    ("6", "inf", 0, .value),
    ("6", "-inf", 1, .digit),
    ("6", "１", 0, .value),
    ("6", "1２", 1, .endOfText),
    ("6", "٣", 0, .value),
  ]

  static let notStrings: [Refusal] = [
    ("7", "\"", 1, .endOfString),
    ("7", "\"abc", 4, .endOfString),
    ("7", "\"abcdefghijkl", 13, .endOfString),
    ("7", "\"中", 4, .endOfString),
    ("7", "[\"a]", 4, .endOfString),
    ("7", "{\"a", 3, .endOfString),
    ("7", "{\"a:1}", 6, .endOfString),
    ("7", #""\""#, 3, .endOfString),
    ("7", #""\\\""#, 5, .endOfString),
    ("7", #""\u0041"#, 7, .endOfString),
    ("7", "\"\\", 2, .escape),
    ("7", "\"a\nb\"", 2, .escapedControl),
    ("7", "\"\\\n\"", 2, .escape),
    ("7", "\"\\\0\"", 2, .escape),
    ("7", #""\é""#, 2, .escape),
    ("7", #""\👩‍💻""#, 2, .escape),
    ("7", #""\x41""#, 2, .escape),
    ("7", #""abc\'""#, 5, .escape),
    ("7", #""\U0041""#, 2, .escape),
    ("7", #"{"\a":1}"#, 3, .escape),
    ("7", "'a'", 0, .value),
    ("7", "`a`", 0, .value),
    ("7", "“a”", 0, .value),
    ("7", "a", 0, .value),
    ("7", "\"a\"b\"", 3, .endOfText),
    ("7", #"["a"\n]"#, 4, .commaOrEndOfArray),
    ("7", #""\u"#, 3, .hexDigit),
    ("7", #""\u00"#, 5, .hexDigit),
    ("7", #""\u""#, 3, .hexDigit),
    ("7", #""\u1""#, 4, .hexDigit),
    ("7", #""\u12""#, 5, .hexDigit),
    ("7", #""\u123""#, 6, .hexDigit),
    ("7", #""\u123g""#, 6, .hexDigit),
    ("7", #""\uG000""#, 3, .hexDigit),
    ("7", #""\u00:0""#, 5, .hexDigit),
    ("7", #""\u@000""#, 3, .hexDigit),
    ("7", #""\u/000""#, 3, .hexDigit),
    ("7", #""\u`000""#, 3, .hexDigit),
    ("7", #""\u{41}""#, 3, .hexDigit),
    ("7", #""\u 041""#, 3, .hexDigit),
    ("7", #""\u+041""#, 3, .hexDigit),
    ("7", #""\u００41""#, 3, .hexDigit),
    ("7", "\"\\u00\u{1F}0\"", 5, .hexDigit),
    ("8.2", #""\uD83D\u""#, 9, .hexDigit),
    ("8.2", #""\uD83D\uDC6""#, 12, .hexDigit),
    ("8.2", #""\uD83D\""#, 9, .endOfString),
    ("8.2", #""\uD83D\"#, 8, .escape),
    ("8.2", #""\uD83D\x""#, 8, .escape),
  ]

  @Test(arguments: [notNumbers, notStrings].joined())
  func refusesScalar(
    section: String, text: String, at offset: Int, expecting expected: JSONError.Expectation
  ) {
    #expect(throws: JSONError(offset: offset, expected: expected)) { try events(text) }
  }

  /// Section 7: U+0000 to U+001F must be escaped, wherever they stand in a word of eight bytes.
  @Test(arguments: UInt8(0)..<0x20)
  func refusesRawControl(_ control: UInt8) {
    for length in 0..<17 {
      let text =
        Array("\"".utf8) + Array(repeating: 0x61, count: length) + [control] + Array("\"".utf8)
      #expect(throws: JSONError(offset: length + 1, expected: .escapedControl)) { try events(text) }
    }
  }

  /// Section 7: only nine characters may follow a reverse solidus.
  @Test func refusesEveryOtherEscape() {
    let allowed = Set("\"\\/bfnrtu".utf8)
    for byte in UInt8(0)...255 where !allowed.contains(byte) {
      #expect(throws: JSONError(offset: 2, expected: .escape)) {
        try events([0x22, 0x5C, byte, 0x22])
      }
    }
  }

  /// Quotation marks and reverse solidi are found in any place of a word of eight bytes.
  @Test(arguments: 0..<20)
  func findsEndOfString(after length: Int) throws {
    let plain =
      String(repeating: "é", count: length / 2) + String(repeating: "~", count: length % 2)
    for text in [plain, plain + "\\\"", plain + "\\\\" + plain] {
      var reader = JSONReader(Array("\"\(text)\",\"".utf8))
      let string = try reader.string()
      #expect(string.range == 1..<1 + text.utf8.count)
      #expect(string.hasEscapes == (text != plain))
      #expect(string.mayNeedRepair == (length > 1))
    }
  }
}
