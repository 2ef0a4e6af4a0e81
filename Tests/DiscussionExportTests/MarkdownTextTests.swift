import Foundation
import HostileCorpus
import RichText
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct MarkdownTextTests {
  /// `_` stands for the gap that holds a sign apart.
  @Test(arguments: [
    ("plain words, 中 é", "plain words, 中 é"), ("👩\u{200D}💻", "👩\u{200D}💻"),
    ("*a* _b_ `c` ~d~ [e](f) <g> |h| !", #"\*a\* \_b\_ \`c\` \~d\~ \[e\](f) \<g> \|h\| !"#),
    ("a\\b &amp; $x$ {y}", #"a\\b \&amp; \$x\$ {y}"#),
    // Nothing is escaped that can be nothing else where it stands.
    ("so [sic] and [ ] and [1] go on!", "so [sic] and [ ] and [1] go on!"),
    ("a [b] c]", #"a \[b\] c\]"#), ("a [b][c] d", #"a \[b\]\[c\] d"#),
    ("a [b]: c", #"a \[b\]: c"#), ("a [^b] c", #"a \[^b\] c"#), ("[ ] a", #"\[ \] a"#),
    ("[x] a", #"\[x\] a"#), ("[!NOTE] a", #"\[!NOTE\] a"#), ("[sic] a", "[sic] a"),
    ("![a] b", "![a] b"), ("a -> b > c", "a -> b > c"), ("> a", "\\> a"), ("{a} }", "{a} }"),
    ("snake_case a__b _a a_", #"snake_case a__b \_a a\_"#), ("é_a", #"é\_a"#),
    ("2 * 3 ~ 6", "2 * 3 ~ 6"), ("* a", "\\* a"), ("2*3 ~6", #"2\*3 \~6"#),
    ("AT&T & R&D;", #"AT&T & R\&D;"#), ("a&", #"a\&"#), ("&#64;x", #"\&#¬64;x"#),
    ("C#, #tag @ (@) a@", "C#, #tag @ (@) a@¬"),
    ("# a", "\\# a"), ("a # b", "a # b"), ("#12", "\\#¬12"), ("see #12, C#", "see #¬12, C#¬"),
    ("@ann", "@¬ann"), ("(@ann)", "(@¬ann)"), ("é@ann", "é@¬ann"),
    ("bo@loaf.example", "bo@¬loaf.example"), ("a @ b", "a @ b"), ("a@", "a@¬"),
    ("http://a.b/<c>", "http\\://a.b/\\<c>"), ("FTP://a", "FTP\\://a"),
    ("a: b://c", "a: b\\://c"),
    ("www.a.b", "www\\.a.b"), ("Www.a", "Www\\.a"), ("wwww.a", "wwww\\.a"), ("ww.a", "ww.a"),
    ("10:00:00", "10:00:00"), ("^1]", "\\^1\\]"), ("x^2", "x^2"),
    ("deadbeef", "deadbe¬ef"), ("facade abcdefg 123456", "facade abcdefg 123456"),
    ("1234567", "123456¬7"), ("DEADBEEFdead0", "DEADBE¬EFdead¬0"), ("deadbeef_", "deadbeef\\_"),
    ("GH-12 H-x", "GH-¬12 H-x"), ("owner/repo#3", "owner/repo#¬3"),
    ("- a", "\\- a"), ("+ a", "\\+ a"), ("a - b + c = d", "a - b + c = d"), ("===", "\\==="),
    (":-:", "\\:-:"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("a 1. b", "a 1. b"),
    ("3.5.", "3\\.5."), ("  a   b", "&nbsp;&nbsp;a &nbsp;&nbsp;b"),
    ("\u{1B}[2J\u{202E}\nx", "␛[2J x"),
  ])
  func nothingIsMarkup(raw: String, expected: String) {
    let text = MarkdownText(SafeText(raw), isAtStart: true).string
    #expect(text == expected.replacing("¬", with: "&#8203;"))
  }

  /// What is written says the same once it is read as Markdown.
  @Test(
    arguments: HostileCorpus.texts.map(\.text) + [
      "</details>\n<script>x</script>\n\n```\n~~~\n\n    code\n\n> q\n- [ ] x",
      "***\n---\n___\n===",
      "| a | b |\n|---|---|\n| 1 | 2 |", "a  \nb\\\nc", "[x]: https://a.example\n\n[x] ![y](z)",
      "<!-- x --> <b>y</b> &#64;ann &lt;", "**_~~a~~_** __b__ *c", "1) a\n2) b\n\n100000000000. c",
      "`` ` `` ``` ` \\` \\\\", ":::\n::: spoiler a\nb\n:::", ">!a!<", "\ta\n \tb",
    ])
  func itSaysTheSameAgain(raw: String) {
    let body = Body(plain: raw)
    let again = Body(markdown: MarkdownBlocks(body).lines.joined(separator: "\n"))
    #expect(said(again) == said(body))
    #expect(again.links.map(decoded).filter { !$0.hasPrefix("mailto:") } == body.links.map(decoded))
    #expect(again.blocks.allSatisfy { $0.kind == .paragraph && $0.cover == nil })
  }

  /// An address without the percent signs that Markdown has for what is not ASCII.
  private func decoded(_ address: SafeText) -> String {
    address.string.removingPercentEncoding ?? address.string
  }

  /// The letters of a body, without the numbers of links and without spaces.
  private func said(_ body: Body) -> String {
    body.blocks.flatMap(\.lines).map { line in
      line.pieces().flatMap(\.parts).map(\.text.string).joined()
    }.joined().filter { !$0.isWhitespace }
  }
}
