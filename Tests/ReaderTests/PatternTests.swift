import TextGrid
import Testing

@testable import Reader

/// Where a pattern stands in a text.
@Suite struct PatternTests {
  @Test(arguments: [
    // Literal, and without capitals whatever the case.
    ("roof", "a Roof, a ROOF", ["Roof", "ROOF"]), ("Roof", "a Roof, a ROOF", ["Roof"]),
    ("a.c", "abc a.c", ["a.c"]), ("aa", "aaaaa", ["aa", "aa"]), ("x", "", []), ("(", "f(x)", ["("]),
    ("/", "and/or", ["/"]), ("//", "http://x", ["//"]), ("a b", "a b\na\nb", ["a b"]),
    // Regular expressions.
    ("/r.of/", "Roof root roof", ["Roof", "roof"]), ("/R.of/", "Roof roof", ["Roof"]),
    ("/^b/", "ab\nb", ["b"]), ("/x*/", "axxb", ["xx"]), ("/\\S+/", "Ab c", ["Ab", "c"]),
    ("/a.b/", "a\nb", []), ("/中./", "a中文b", ["中文"]),
    // Canonical equivalence, whole characters.
    ("é", "caf\u{E9} cafe\u{301} cafe", ["\u{E9}", "e\u{301}"]),
    ("e\u{301}", "caf\u{E9} cafe\u{301}", ["\u{E9}", "e\u{301}"]),
    ("É", "caf\u{E9} \u{C9}", ["\u{C9}"]), ("é", "\u{C9}", ["\u{C9}"]),
    ("e", "e\u{301} e", ["e"]), ("cafe", "cafe\u{301}", []),
    ("中", "一中二中", ["中", "中"]), ("👩‍💻", "a 👩‍💻 b", ["👩💻"]), ("💻", "a 👩‍💻 b", ["💻"]),
    ("İ", "İstanbul", ["İ"]), ("ß", "Straße", ["ß"]),
    // What strangers write is found as it is shown.
    ("␛[31m", "red \u{1B}[31m", ["␛[31m"]), ("\u{1B}[31m", "red \u{1B}[31m", ["␛[31m"]),
    ("ab", "a\u{202E}b", ["ab"]),
  ])
  func finds(pattern: String, text: String, expected: [String]) throws {
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText(String($0)).string }.joined(separator: "\n")
    let bytes = Array(shown.utf8)
    let found = try #require(Pattern(pattern)).finder().ranges(in: bytes)
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test(arguments: ["", "/(/", "/[/", "/*/"])
  func isNone(pattern: String) {
    #expect(Pattern(pattern) == nil)
  }
}
