import JSONText
import Testing

/// Unescaping, and the repair of what is not Unicode.
@Suite struct JSONStringTests {
  /// Section 8.2: a surrogate that has no partner.
  @Test(
    arguments: [
      (#"\ud83d\udc69"#, "👩", 0),
      (#"\uD83D\uDC69\u200D\ud83d\udcbb"#, "👩‍💻", 0),
      (#"\ud800\udc00"#, "\u{10000}", 0),
      (#"\udbff\udfff"#, "\u{10FFFF}", 0),
      (#"\ud7ff\ue000"#, "\u{D7FF}\u{E000}", 0),
      (#"\ud83d"#, "\u{FFFD}", 1),
      (#"a\ud83db"#, "a\u{FFFD}b", 1),
      (#"\udc69"#, "\u{FFFD}", 1),
      (#"\udc69\ud83d"#, "\u{FFFD}\u{FFFD}", 2),
      (#"\ud83d\ud83d"#, "\u{FFFD}\u{FFFD}", 2),
      (#"\ud83d\ud83d\udc69"#, "\u{FFFD}👩", 1),
      (#"\ud83d\udc69\udc69"#, "👩\u{FFFD}", 1),
      (#"\ud83d\u0041"#, "\u{FFFD}A", 1),
      (#"\ud83d\ue000"#, "\u{FFFD}\u{E000}", 1),
      (#"\ud83d\udbff"#, "\u{FFFD}\u{FFFD}", 2),
      (#"\ud83d\n"#, "\u{FFFD}\n", 1),
      (#"\ud83d \udc69"#, "\u{FFFD} \u{FFFD}", 2),
      (#"\ud83d中\udc69"#, "\u{FFFD}中\u{FFFD}", 2),
      (#"\ud83d/udc69"#, "\u{FFFD}/udc69", 1),
      (#"\ud83d\\udc69"#, "\u{FFFD}\\udc69", 1),
      ("\u{FFFD}", "\u{FFFD}", 0),
      (#"\ufffd"#, "\u{FFFD}", 0),
    ])
  func readsSurrogates(written: String, says text: String, repairs: Int) throws {
    let read = try string(Array("\"\(written)\"".utf8))
    #expect(Array(read.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(read.repairs == repairs)
  }

  /// Section 8.1 and Unicode section 3.9, tables 3-8 to 3-11: one U+FFFD for each maximal part.
  @Test(
    arguments: [
      ("a stray continuation", [0x80], "�"),
      ("the last continuation", [0xBF], "�"),
      ("two stray continuations", [0x80, 0xBF], "��"),
      ("overlong solidus", [0xC0, 0xAF], "��"),
      ("overlong NUL", [0xC0, 0x80], "��"),
      ("overlong DEL", [0xC1, 0xBF], "��"),
      ("overlong in three bytes", [0xE0, 0x80, 0xAF], "���"),
      ("the largest overlong in three", [0xE0, 0x9F, 0xBF], "���"),
      ("overlong in four bytes", [0xF0, 0x80, 0x80, 0xAF], "����"),
      ("the largest overlong in four", [0xF0, 0x8F, 0xBF, 0xBF], "����"),
      ("a surrogate", [0xED, 0xA0, 0x80], "���"),
      ("the last surrogate", [0xED, 0xBF, 0xBF], "���"),
      ("a pair of surrogates (CESU-8)", [0xED, 0xA0, 0xBD, 0xED, 0xB1, 0xA9], "������"),
      ("above U+10FFFF", [0xF4, 0x90, 0x80, 0x80], "����"),
      ("far above U+10FFFF", [0xF7, 0xBF, 0xBF, 0xBF], "����"),
      ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80], "�����"),
      ("six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], "������"),
      ("never a byte of UTF-8", [0xFE, 0xFF], "��"),
      ("one byte of two", [0xC3], "�"),
      ("one byte of three", [0xE4], "�"),
      ("two bytes of three", [0xE4, 0xB8], "�"),
      ("one byte of four", [0xF0], "�"),
      ("two bytes of four", [0xF0, 0x9F], "�"),
      ("three bytes of four", [0xF0, 0x9F, 0x91], "�"),
      ("three bytes of U+10FFFF", [0xF4, 0x8F, 0xBF], "�"),
      ("one start after another", [0xC3, 0xC3], "��"),
      ("a part and a part", [0xE4, 0xB8, 0xF0, 0x9F, 0x91], "��"),
      ("a part and a continuation too many", [0xC3, 0xA9, 0x80], "é�"),
      ("table 3-8", [0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82], "��������"),
      ("table 3-9", [0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF], "��������"),
      ("table 3-10", [0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF], "�����A��"),
      ("table 3-11", [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF], "����"),
    ] as [(String, [UInt8], String)])
  func repairs(_ what: String, bytes: [UInt8], to text: String) throws {
    let surroundings = [
      ("", "", "", ""), ("a", "a", "b", "b"), (#"\n"#, "\n", #"\u00e9"#, "é"), ("é", "é", "中", "中"),
    ]
    for (before, beforeSays, after, afterSays) in surroundings {
      let read = try string(Array("\"\(before)".utf8) + bytes + Array("\(after)\"".utf8))
      #expect(Array((beforeSays + text + afterSays).utf8) == Array(read.text.utf8))
      #expect(read.repairs == text.unicodeScalars.count { $0 == "\u{FFFD}" })
    }
  }

  /// A surrogate that has no partner and bytes that are not UTF-8, counted together.
  @Test func repairsBoth() throws {
    let bytes = Array(#""a\ud83d"#.utf8) + [0xFF, 0xE4, 0xB8] + Array(#"\udc69\u00e9""#.utf8)
    let read = try string(bytes)
    #expect(read.text == "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}é")
    #expect(read.repairs == 4)
  }

  @Test func keepsDecompositions() throws {
    let read = try string(Array("\"e\u{301} \\u0065\\u0301 \\u00e9\"".utf8))
    #expect(Array(read.text.unicodeScalars) == ["e", "\u{301}", " ", "e", "\u{301}", " ", "é"])
  }
}
