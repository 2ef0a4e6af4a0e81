import HTMLTree
import Testing

/// What stands between `&` and `;`.
@Suite struct CharacterReferenceTests {
  static let texts: [(html: String, text: String)] = [
    ("", ""),
    ("a & b && c &", "a & b && c &"),
    ("&amp;&lt;&gt;&quot;&apos;&nbsp;", "&<>\"'\u{A0}"),
    ("&amp;amp; &amp;#38;", "&amp; &#38;"),
    ("&AMP &LT &Eacute &eacute &ETH &frac12 &yen", "& < É é Ð ½ ¥"),
    ("&nope; &Nope &; &#; &#x; &#xg;", "&nope; &Nope &; &#; &#x; &#xg;"),
    ("&notit; &notin; &not;it &noti", "¬it; ∉ ¬it ¬i"),
    ("&hellip; &hellip &mdash;&rarr;&starf;&hearts;", "… &hellip —→★♥"),
    ("&CounterClockwiseContourIntegral;", "∳"),
    ("&CounterClockwiseContourIntegrals;", "&CounterClockwiseContourIntegrals;"),
    ("&fjlig;&NotEqualTilde;&bne;", "fj≂\u{338}=\u{20E5}"),
    ("&Aacute;&zwnj;&zwj;", "Á\u{200C}\u{200D}"),
    ("&#65;&#x42;&#X43 &#0000068;&#233&#128512;", "ABC Dé😀"),
    ("&#128;&#x85;&#146;&#x9F;&#129;", "€…’Ÿ\u{81}"),
    ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&#1;&#27;&#xFFFE;", "\u{1}\u{1B}\u{FFFE}"),
    ("中&eacute;中", "中é中"),
    ("&é;&eacuté", "&é;&eacuté"),
  ]

  @Test(arguments: texts) func isDecoded(html: String, text: String) {
    #expect(CharacterReference.decoded(html) == text)
  }
}
