import DiscussionModel
import Testing

@testable import Sites

@Suite struct SourceTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_552_039_200, "2019-03-08T10:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func secondsAreWrittenOut(seconds: Int, text: String) {
    #expect(SourceTime(seconds: seconds)?.text.text == text)
  }

  @Test(arguments: [253_402_300_800, -62_135_596_801, .max, .min])
  func otherYearsAreNone(seconds: Int) { #expect(SourceTime(seconds: seconds) == nil) }

  @Test(arguments: [
    ("2019-03-08T10:00:00Z", true), ("2019-03-08T10:00:00.123+01:00", true),
    ("2019-03-08T10:00:00", true),
    ("2019-03-08", false), ("2019-03-08 10:00:00Z", false), ("2019-03-08T10:00:00 mail", false),
    ("2019-03-08T10:00:00.123456789123456", false), ("", false), ("中019-03-08T10:00:00Z", false),
  ])
  func theFormOfATime(text: String, isTime: Bool) {
    #expect(SourceTime.looksLikeTime(Array(text.utf8)[...]) == isTime)
  }
}

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>A <b>b</b>ee</p><p>中 &amp; é</p>", "A bee 中 & é"), ("a<br>b", "a b"),
    ("1 &lt; 2 &#x1F41D; &#33;", "1 < 2 🐝 !"),
    ("&amp;lt; &bogus; &; & &#xFFFFFFFFF; &#xD800;", "&lt; &bogus; &; & \u{FFFD} \u{FFFD}"),
    ("a < b", "a < b"), ("<", "<"), ("", ""), ("&nbsp; x", "x"), ("&#27;[2J", "\u{1B}[2J"),
    ("<SPAN>a</SPAN>b", "ab"), ("&rarr; &frac12 &copy 中", "→ ½ © 中"),
    ("It&#146;s &#x96; &#0;", "It’s – \u{FFFD}"), ("a<bé>b", "a b"), ("a</b\n>b<i", "ab<i"),
    ("a<!-- b -->c<?d?>e", "a c e"), ("a<>b<1>", "a<>b<1>"),
    ("\u{2003}a\u{3000}\u{85}b\u{2028}", "a b"),
    ("a\u{200B}\u{2009}é", "a\u{200B} é"), ("\u{C2}\u{E2}", "\u{C2}\u{E2}"),
  ])
  func aLineOfHTML(html: String, line: String) { #expect(HTMLText.line(html) == line) }

  @Test(arguments: [
    ("one two three", 7, "one two…"), ("one two", 7, "one two"), ("👩‍💻 👩‍💻 👩‍💻", 3, "👩‍💻 👩‍💻…"),
    ("abcdefghij", 4, "abc…"), ("a", 0, "…"), (" ", 3, ""),
  ])
  func aLongLineBreaksOff(text: String, limit: Int, line: String) {
    #expect(HTMLText.shortened(text, limit: limit) == line)
  }

  @Test func escapingLosesNothing() {
    let text = "<a href=\"x\">&amp; é</a>"
    #expect(HTMLText.escaped(text) == "&lt;a href=&quot;x&quot;&gt;&amp;amp; é&lt;/a&gt;")
    #expect(HTMLText.decoded(HTMLText.escaped(text)) == text)
  }

  @Test(arguments: [
    (#"a href="x" class='b c'"#, "href", "x"), (#"a href="x" class='b c'"#, "class", "b c"),
    (#"a data-x = "1">"#, "data-x", "1"), ("a href=x", "href", nil),
    (#"a title="class=""#, "class", nil),
    (#"a href="unclosed"#, "href", "unclosed"), ("a", "a", nil), ("", "x", nil),
  ])
  func attributesAreFound(tag: String, name: String, value: String?) {
    #expect(HTMLTag(tag[...])[name].map { String($0) } == value)
  }
}
