import RichText
import Testing
import TextGrid

@Suite struct PlainBodyTests {
  static let bodies: [(what: String, body: String, printed: String)] = [
    ("nothing", "", ""),
    ("white space", " \n\t\n\r\n  ", ""),
    ("one line", "one line", "one line"),
    ("hard line ends", "one\ntwo\nthree", "one\ntwo\nthree"),
    ("paragraphs", "one\n\ntwo", "one\n\ntwo"),
    ("several blank lines", "one\n\n\n\ntwo", "one\n\ntwo"),
    ("blank lines with spaces", "one\n  \t \ntwo\n\u{A0}\u{3000}\nthree", "one\n\ntwo\n\nthree"),
    ("blank lines around", "\n\none\n\n", "one"),
    ("CR LF", "one\r\ntwo\r\n\r\nthree\r\n", "one\ntwo\n\nthree"),
    ("CR", "one\rtwo\r\rthree", "one\ntwo\n\nthree"),
    ("mixed ends", "one\r\n\ntwo\n\r\nthree", "one\n\ntwo\n\nthree"),
    ("spaces are kept", "  one   two ", "  one   two "),
    ("tab", "one\ttwo", "one two"),
    ("中é👩", "中é\n\n👩\u{200D}💻", "中é\n\n👩\u{200D}💻"),
    ("a mark after a line end", "one\n\u{301}two", "one\n\u{301}two"),
    ("hostile", "\u{1B}[2J\u{202E}\n\u{9B}0m\u{2028}x", "␛[2J\n\u{FFFD}0m\u{FFFD}x"),
    ("nothing that shows", "one\n\n\u{200B}\n\ntwo", "one\n\ntwo"),
    ("only a byte order mark", "\u{FEFF}", ""),
    ("spaces and what does not show", " \u{200B} \u{202E}\n\u{2060}\none", "one"),
    ("a mask is a character", "* one\n** two", "* one\n** two"),
    ("a quote", "> one\n>two\nthree", "» one\n» two\n\nthree"),
    ("quotes nest", "> > one\n>> two\n> three\n\n> four", "» » one\n» » two\n\n» three\n\n» four"),
    ("a blank line in a quote", "> one\n>\n> two", "» one\n\n» two"),
    ("no quote", "a > b\n -> c", "a > b\n -> c"),
    ("markup", "<b>*a*</b> &amp; `b`", "<b>*a*</b> &amp; `b`"),
    (
      "an address", "see https://a.org/é, or www.b.org.",
      "see {link 1 https://a.org/é} [1], or {link 2 www.b.org} [2].\n\n"
        + "[1] https://a.org/%C3%A9\n[2] https://www.b.org"
    ),
    (
      "the same address", "https://a.org https://a.org",
      "{link 1 https://a.org} [1] {link 1 https://a.org} [1]\n\n[1] https://a.org"
    ),
    ("no address", "javascript:alert(1) a:b http:// x@y", "javascript:alert(1) a:b http:// x@y"),
    ("mentions", "@ann, @bob@example.org", "{mention @ann}, {mention @bob@example.org}"),
  ]

  @Test(arguments: bodies)
  func becomesBlocks(_ what: String, body: String, printed: String) {
    #expect(Body(plain: body).printed == printed)
  }

  @Test func aBlockShowsSomething() {
    let hostile = ["\u{200B}", "\u{202E}\n", " \u{AD} ", "\u{E0041}\n\n\u{FEFF}", "\u{FE0F}\r\n"]
    #expect(hostile.flatMap { Body(plain: $0).blocks } == [])
  }

  @Test func aNumberStaysWithItsLink() {
    #expect(
      Body(plain: "https://a.org").blocks.first?.lines.first?.text == "https://a.org\u{A0}[1]")
  }
}
