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
    ("/\\bé\\w+/", "école lycée", ["école"]), ("/\\p{Greek}+/", "a λόγος b", ["λόγος"]),
    ("/straße/", "STRASSE Straße", ["Straße"]), ("/ÉCOLE/", "école ÉCOLE", ["ÉCOLE"]),
    ("/école/", "ÉCOLE", ["ÉCOLE"]), ("/(?i)École/", "ÉCOLE", ["ÉCOLE"]),
    ("/\\d+/", "٣٤ 12", ["٣٤", "12"]), ("/^$|a/", "\nba", ["a"]), ("/a|ab/", "ab", ["a"]),
    ("/(a)\\1/", "aaaa a", ["aa", "aa"]), ("/a(?=b)/", "ab ac", ["a"]),
    ("/(?<=b)a/", "ba ca", ["a"]), ("/x{2}/", "xxxxx", ["xx", "xx"]), ("/b\\Ka/", "ba", ["a"]),
    // A letter and its marks are one character in an expression too, however they are written.
    ("/caf.$/", "cafe\u{301}", ["cafe\u{301}"]), ("/[é]/", "e\u{301}", ["e\u{301}"]),
    ("/[e\u{301}]/", "é", ["é"]), ("/가/", "\u{1100}\u{1161}", ["\u{1100}\u{1161}"]),
    ("/한글/", "\u{1112}\u{1161}\u{11AB}글", ["\u{1112}\u{1161}\u{11AB}글"]),
    ("/が/", "か\u{3099}き", ["か\u{3099}"]), ("/ệ/", "e\u{302}\u{323}", ["e\u{302}\u{323}"]),
    ("/й/", "и\u{306}", ["и\u{306}"]), ("/x/", "x\u{331}\u{35F} x", ["x\u{331}\u{35F}", "x"]),
    ("/e/", "e\u{301} e", ["e"]), ("/[x\u{331}]+?/", "x\u{331}", ["x\u{331}"]),
    // One white space is as good as another.
    ("a b", "a\u{3000}b a\u{A0}b", ["a\u{3000}b", "a\u{A0}b"]), ("a\u{3000}b", "a b", ["a b"]),
    ("大阪\u{3000}東", "大阪 東京", ["大阪 東"]), ("a b", "a\nb", []), ("a  b", "a b", []),
    // What nearly stands there does not hide what does.
    ("aab", "aaab", ["aab"]), ("abab", "abaabab", ["abab"]), ("ｅｅz", "ｅｅｅz", ["ｅｅz"]),
    ("éé", "ééé", ["éé"]),
    // Canonical equivalence, whole characters.
    ("é", "caf\u{E9} cafe\u{301} cafe", ["\u{E9}", "e\u{301}"]),
    ("e\u{301}", "caf\u{E9} cafe\u{301}", ["\u{E9}", "e\u{301}"]),
    ("É", "caf\u{E9} \u{C9}", ["\u{C9}"]), ("é", "\u{C9}", ["\u{C9}"]),
    ("e", "e\u{301} e", ["e"]), ("cafe", "cafe\u{301}", []),
    ("中", "一中二中", ["中", "中"]), ("👩‍💻", "a 👩‍💻 b", ["👩‍💻"]), ("💻", "a 👩‍💻 b", ["💻"]),
    ("İ", "İstanbul", ["İ"]), ("ß", "Straße", ["ß"]),
    // What strangers write is found as it is shown.
    ("␛[31m", "red \u{1B}[31m", ["␛[31m"]), ("\u{1B}[31m", "red \u{1B}[31m", ["␛[31m"]),
    ("ab", "a\u{202E}b", ["ab"]),
  ])
  func finds(pattern: String, text: String, expected: [String]) throws {
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText(String($0)).string }.joined(separator: "\n")
    let bytes = Array(shown.utf8)
    let found = PatternFinder(try Pattern(pattern)).ranges(in: bytes)
    #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test(
    arguments: [
      ("", .empty), ("\u{200B}", .empty),
      ("/(/", .expression("missing closing parenthesis", character: 1)),
      ("/[/", .expression("missing terminating ] for character class", character: 1)),
      ("/*/", .expression("quantifier does not follow a repeatable item", character: 1)),
      ("/中é(?<n>/", .expression("missing closing parenthesis", character: 7)),
      ("/a\\C/", .expression("using \\C is disabled by the application", character: 3)),
      (
        "/" + String(repeating: "a", count: 5000) + "/",
        .expression("pattern string is longer than the limit set by the application", character: 1)
      ),
    ] as [(String, Pattern.Problem)])
  func problems(pattern: String, problem: Pattern.Problem) {
    #expect(throws: problem) { try Pattern(pattern) }
  }
}
