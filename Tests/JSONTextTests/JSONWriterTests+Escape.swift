import JSONText
import Testing

/// What a terminal might obey or hide is escaped; the rest stays.
extension JSONWriterTests {
  static let escapes: [(what: String, text: String, written: String)] = [
    ("quotation mark", "\"", #"\""#),
    ("reverse solidus", "\\", #"\\"#),
    ("solidus", "/", "/"),
    ("printable ASCII", " !#[]~", " !#[]~"),
    ("line feed, tab, return", "\n\t\r", #"\n\t\r"#),
    ("CR LF", "\r\n", #"\r\n"#),
    ("NUL", "\0", #"\u0000"#),
    ("backspace, form feed", "\u{8}\u{C}", #"\u0008\u000c"#),
    ("escape sequence", "\u{1B}[31m", #"\u001b[31m"#),
    ("last of C0", "\u{1F}", #"\u001f"#),
    ("DEL", "\u{7F}", #"\u007f"#),
    ("first of C1", "\u{80}", #"\u0080"#),
    ("NEL", "\u{85}", #"\u0085"#),
    ("C1 control sequence", "\u{9B}31m", #"\u009b31m"#),
    ("last of C1", "\u{9F}", #"\u009f"#),
    ("no-break space", "\u{A0}", "\u{A0}"),
    ("soft hyphen", "\u{AD}", #"\u00ad"#),
    ("é composed", "é", "é"),
    ("é decomposed", "e\u{301}", "e\u{301}"),
    ("中", "中", "中"),
    ("👩", "👩", "👩"),
    ("👩‍💻", "👩‍💻", #"👩\u200d💻"#),
    ("zero width non-joiner", "\u{200C}", #"\u200c"#),
    ("zero width space", "a\u{200B}b", #"a\u200bb"#),
    ("marks of direction", "\u{200E}\u{200F}\u{61C}", #"\u200e\u200f\u061c"#),
    ("overrides", "\u{202A}\u{202D}\u{202E}\u{202C}", #"\u202a\u202d\u202e\u202c"#),
    ("isolates", "\u{2066}\u{2067}\u{2068}\u{2069}", #"\u2066\u2067\u2068\u2069"#),
    ("line, paragraph separator", "\u{2028}\u{2029}", #"\u2028\u2029"#),
    ("word joiner", "\u{2060}", #"\u2060"#),
    ("byte order mark", "\u{FEFF}", #"\ufeff"#),
    ("interlinear annotation", "\u{FFF9}", #"\ufff9"#),
    ("text and emoji variation", "\u{2764}\u{FE0F}\u{FE0E}", "\u{2764}\\ufe0f\\ufe0e"),
    ("variation supplement", "\u{E0100}", #"\udb40\udd00"#),
    ("tag", "\u{E0041}", #"\udb40\udc41"#),
    ("grapheme joiner", "\u{34F}", #"\u034f"#),
    ("Hangul fillers", "\u{115F}\u{3164}\u{FFA0}", #"\u115f\u3164\uffa0"#),
    ("private use", "\u{E000}\u{F8FF}", #"\ue000\uf8ff"#),
    ("private use, plane 16", "\u{10FFFD}", #"\udbff\udffd"#),
    ("unassigned", "\u{378}", #"\u0378"#),
    ("no characters", "\u{FFFE}\u{FFFF}\u{10FFFF}", #"\ufffe\uffff\udbff\udfff"#),
    ("replacement character", "\u{FFFD}", "\u{FFFD}"),
    ("four marks", "a\u{301}\u{302}\u{303}\u{304}b", "a\u{301}\u{302}\u{303}\u{304}b"),
    (
      "five marks", "a\u{301}\u{302}\u{303}\u{304}\u{305}b", "a\u{301}\u{302}\u{303}\u{304}\\u0305b"
    ),
    (
      "six marks of each kind", "a\u{301}\u{20DD}\u{903}\u{304}\u{20DD}\u{903}",
      "a\u{301}\u{20DD}\u{903}\u{304}\\u20dd\\u0903"
    ),
    (
      "four marks twice", "a\u{301}\u{302}\u{303}\u{304}中\u{301}\u{302}\u{303}\u{304}",
      "a\u{301}\u{302}\u{303}\u{304}中\u{301}\u{302}\u{303}\u{304}"
    ),
    (
      "four marks and one", "a\u{301}\u{302}\u{303}\u{304}b\u{301}",
      "a\u{301}\u{302}\u{303}\u{304}b\u{301}"
    ),
    (
      "marks around a line feed", "a\u{301}\u{302}\u{303}\u{304}\n\u{301}",
      "a\u{301}\u{302}\u{303}\u{304}\\n\u{301}"
    ),
  ]

  @Test(arguments: escapes)
  func escapes(_ what: String, text: String, as written: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.bytes == Array("\"\(written)\"".utf8))
  }

  @Test(arguments: escapes)
  func escapesNames(_ what: String, text: String, as written: String) {
    var writer = JSONWriter()
    writer.name(text)
    #expect(writer.bytes == Array("\"\(written)\": ".utf8))
  }

  @Test(arguments: UInt32(0)...16)
  func returnsEveryScalar(ofPlane plane: UInt32) throws {
    var scalars = String.UnicodeScalarView()
    for value in plane << 16..<(plane + 1) << 16 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    var writer = JSONWriter()
    writer.string(String(scalars))
    let read = try string(writer.bytes)
    #expect(read.repairs == 0)
    #expect(Array(read.text.utf8) == Array(String(scalars).utf8))
  }

  @Test func returnsStringsOfMarks() throws {
    let text = "a" + String(repeating: "\u{301}", count: 100) + "👩‍💻\u{E0041}\"\\\n"
    var writer = JSONWriter()
    writer.string(text)
    #expect(try string(writer.bytes).text.utf8.elementsEqual(text.utf8))
  }
}
