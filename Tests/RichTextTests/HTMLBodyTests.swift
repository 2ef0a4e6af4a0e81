import RichText
import Testing
import TextGrid

/// HTML as blocks and spans.
@Suite struct HTMLBodyTests {
  static let blocks: [(html: String, printed: String)] = [
    ("", ""),
    (" \n<p></p><div> </div>", ""),
    ("one\ntwo  three", "one two three"),
    ("one<p>two<p>三 é 👩\u{200D}💻", "one\n\ntwo\n\n三 é 👩\u{200D}💻"),
    ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
    ("a<br>b<br/><br>c<br>", "a\nb\n\nc"),
    ("<html><head><title>T</title></head><body>b</body></html>", "T\n\nb"),
    ("<h1>One</h1>a<h6>Six</h6>", "# One\n\na\n\n###### Six"),
    ("<h2>a<p>b</h2>c", "## a\n\nb\n\nc"),
    ("a<hr>b", "a\n\n---\n\nb"),
    ("a &lt;b&gt; &amp;amp; &#233; &eacute; &nope; &", "a <b> &amp; é é &nope; &"),
    ("1 < 2 <3 a<", "1 < 2 <3 a<"),
    ("<blink>a</blink> <x-y>b</x-y> <o:p>c</o:p>", "a b c"),
    ("<p>a</b></p></div>b</p>c", "a\n\nb\n\nc"),
    ("<section><p>a</section>b", "a\n\nb"),
  ]

  static let traits: [(html: String, printed: String)] = [
    ("<b>a</b><strong>b</strong> <mark>c</mark>", "{strong ab} {strong c}"),
    ("<i>a</i><em>b</em>", "{emphasis ab}"),
    ("<b>a<i>b</b>c</i>d", "{strong a}{strong+emphasis b}{emphasis c}d"),
    (
      "<code>a</code> <kbd>b</kbd> <tt>c</tt> <samp>d</samp>", "{code a} {code b} {code c} {code d}"
    ),
    ("<del>a</del> <s>b</s> <strike>c</strike>", "{strike ~a~} {strike ~b~} {strike ~c~}"),
    ("<del><p>a</p><p>b</p></del><p>c</p>", "{strike ~a~}\n\n{strike ~b~}\n\nc"),
    ("<ins>a</ins> <u>b</u> <small>c</small> <abbr title=d>e</abbr>", "a b c e"),
    ("x<sup>2</sup> H<sub>2</sub>O <sup>small</sup>", "x^2 H2O small"),
    ("<q>中</q>", "“中”"),
    ("<b><div>a</div>b</b>c", "{strong a}\n\n{strong b}c"),
    ("a<wbr>b<!-- c -->d", "abd"),
  ]

  static let links: [(html: String, printed: String)] = [
    (
      "<a href=\"https://a.org/?b=1&amp;c=2\" rel=\"nofollow\">x</a>",
      "{link 1 x} [1]\n\n[1] https://a.org/?b=1&c=2"
    ),
    ("<a href='//a.org/x'>x</a>", "{link 1 x} [1]\n\n[1] https://a.org/x"),
    ("<a href=/t/1>x</a> <a name=y>z</a> <a href=\"#x\">w</a>", "x z w"),
    ("<a href=\"JavaScript:alert(1)\">x</a>", "x"),
    ("<a href=\"java&#10;script:alert(1)\">x</a>", "x"),
    ("<a href=\"&#1;https://a.org\">x</a>", "x"),
    (
      "<a href=\"https://a.org\"><div>x</div><p>y</p></a>z",
      "{link 1 x} [1]\n\n{link 1 y} [1]\n\nz\n\n[1] https://a.org"
    ),
    ("<a href=\"https://a.org\"></a>", "{link 1 https://a.org} [1]\n\n[1] https://a.org"),
    (
      "https://a.org and <code>https://b.org</code>",
      "{link 1 https://a.org} [1] and {code https://b.org}\n\n[1] https://a.org"
    ),
    ("<a class=\"mention\" href=\"/u/ann\">@ann</a>", "{mention @ann}"),
    (
      "<img src=\"https://a.org/é.png\" alt=\"A 猫\">",
      "{link 1 [image: A 猫]} [1]\n\n[1] https://a.org/%C3%A9.png"
    ),
    (
      "<a href=\"https://a.org\"><img src=\"https://b.org/c.png\"></a>",
      "{link 1 [image]} [1]\n\n[1] https://a.org"
    ),
    ("<img src=\"data:image/png;base64,AAAA\" title=t>", "[image: t]"),
    (
      "<video src=\"https://a.org/v\">No <b>video</b></video>.",
      "{link 1 [video]} [1].\n\n[1] https://a.org/v"
    ),
    ("<video>No <b>video</b></video>.", "No {strong video}."),
  ]

  static let containers: [(html: String, printed: String)] = [
    ("<blockquote>a<blockquote><p>b</blockquote></blockquote>c", "» a\n\n» » b\n\nc"),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "• a\n• b\n  • c\n• d"),
    ("<ol start=9><li>a</li><li>b</li></ol>", "9. a\n10. b"),
    ("<ol start=x><li>a</ol>", "1. a"),
    ("<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p></li></ul>", "• a\n\n  b\n\n• c"),
    ("<ul><li><blockquote>a</blockquote><pre>b</pre></ul>", "• » a\n\n  | b"),
    ("<li>a<li>b", "• a\n\n• b"),
    ("<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>f", "{strong a}\n  b\n  c\n\n{strong d}\n  e\n\nf"),
    (
      "<input type=checkbox checked>a<br><input type=\"checkbox\">b<input type=text value=x>",
      "[x] a\n[ ] b"
    ),
    ("<p>&gt; a<br>&gt;&gt; b<br>c<p>&gt; <i>d</i>", "» a\n\n» » b\n\nc\n\n» {emphasis d}"),
    ("<p><i>&gt; a</i> b", "» {emphasis a} b"),
    ("<ul><li>&gt; a<br>b</ul>", "• » a\n\n  b"),
    ("a &gt; b<p>-&gt; c", "a > b\n\n-> c"),
    ("<pre>&gt; a</pre>", "| > a"),
  ]

  static let code: [(html: String, printed: String)] = [
    ("<pre><code>\n  a\n\n\tb &lt;c&gt;\n</code></pre>", "|   a\n| \n|     b <c>"),
    ("<p>a<pre>b</pre>c", "a\n\n| b\n\nc"),
    ("<pre>a<br>b<div>c</div><div>d</div>e</pre>", "| a\n| b\n| c\n| d\n| e"),
    (
      "<pre>a <b>b</b> <a href=\"https://a.org\">c</a></pre>",
      "| a {strong b} {link 1 c} [1]\n\n[1] https://a.org"
    ),
    ("<pre>a<ul><li>b</ul></pre>", "| a\n| b"),
    ("<pre>a</pre><pre>b</pre>", "| a\n\n| b"),
  ]

  static let tables: [(html: String, printed: String)] = [
    (
      """
      <table><thead><tr><th>a</th><th align=right>bb</th></tr></thead>
      <tbody><tr><td>中文</td><td style="text-align: right">1</td></tr></tbody></table>c
      """,
      ": {strong a}    │ {strong bb}\n: ─────┼───\n: 中文 │  1\n\nc"
    ),
    ("<table><tr><th>a<td>b<tr><th>c<td>d</table>", ": a │ b\n: c │ d"),
    (
      "<table><tr><td><p>a</p><ul><li>b</ul><td>c<table><tr><td>d<td>e</table>f</table>g",
      ": a b │ c d e f\n\ng"
    ),
    (
      "<table><caption>A</caption><tr><td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>",
      ": A\n: b     │ c\n: d │ e │ f"
    ),
    ("<tr><td>a<td>b", "a\n\nb"),
    (
      "<table><tr><td><details><summary>a</summary>b</details><td><pre>c</pre></table>",
      ": {spoiler a b} │ {code c}"
    ),
    ("<table></table><table><tr></table>", ""),
  ]

  static let lists: [(html: String, printed: String)] = [
    ("<ol start=3><li>a<li value=7>b<li>c<li value=x>d</ol>", "3. a\n7. b\n8. c\n9. d"),
    ("<ol start=-1><li>a<li>b<li>c</ol>", "-1. a\n0. b\n1. c"),
    ("<ol start=' +4px'><li>a</ol>", "4. a"),
    ("<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c"),
    ("<ol reversed start=9><li>a<li value=4>b<li>c</ol>", "9. a\n4. b\n3. c"),
    (
      "<ol reversed><li>a<ol reversed><li>x<li>y</ol><li>b</ol>",
      "2. a\n   2. x\n   1. y\n1. b"
    ),
    ("<ol type=a><li>é<li value=26>b<li>c</ol>", "a. é\nz. b\naa. c"),
    ("<ol type=A start=28><li>a<li>b</ol>", "AB. a\nAC. b"),
    ("<ol type=i><li>a<li>b<li value=1994>c</ol>", "i. a\nii. b\nmcmxciv. c"),
    ("<ol type=I start=4><li>中<li>b</ol>", "IV. 中\nV. b"),
    ("<ol type=a start=0><li>a<li>b</ol>", "0. a\na. b"),
    ("<ol type=i start=4000><li>a</ol>", "4000. a"),
    ("<ol type=x><li>a<li type=a>b<li>c</ol>", "1. a\nb. b\n3. c"),
    ("<ul><li value=7>a<li>b</ul>", "• a\n• b"),
    ("<ol start=99999999999999999999><li>a<li>b</ol>", "1000000000. a\n1000000001. b"),
  ]

  static let spans: [(html: String, printed: String)] = [
    (
      "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>",
      ": a │ b\n:   │ c\n: d │ e"
    ),
    (
      "<table><tr><th>a<th colspan=2>bc<tr><td>1<td>2<td>三</table>",
      ": {strong a} │ {strong bc}\n: ──┼───┼───\n: 1 │ 2 │ 三"
    ),
    (
      "<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>",
      ": a     │ b\n:   │   │ c\n: d │ e │ f"
    ),
    (
      "<table><tr><td colspan=2>a long one<td>b<tr><td>c<td>d<td>e</table>",
      ": a long one │ b\n: c │ d      │ e"
    ),
    (
      "<table><tr><td>a<td rowspan=0>b<tr><td>c<tr><td>d<td>e</table>",
      ": a │ b\n: c\n: d │   │ e"
    ),
    ("<table><tr><td colspan=0>a<td colspan=x rowspan=-3>b<tr><td>c</table>", ": a │ b\n: c"),
  ]

  static let folded: [(html: String, printed: String)] = [
    ("<p>a <details><summary>B</summary>c</details> d</p>e", "a\n\n(spoiler 1 B) c\n\nd\n\ne"),
    (
      "<ol><li><details><summary>A</summary>one</details><li>two</ol>",
      "1. (spoiler 1 A) one\n2. two"
    ),
    (
      "<details><summary>S</summary><blockquote>a</blockquote><p>b</details>",
      "» (spoiler 1 S) a\n\n(spoiler 1 S) b"
    ),
  ]

  static let hidden: [(html: String, printed: String)] = [
    ("a<script>b<p>c</script>d<style>e</style><template><p>f</p></template>g", "adg"),
    ("a<p hidden>b<b>c</b></p><span hidden=\"\">d</span>e", "ae"),
    ("a<!-- b <p>c</p> -->d<!-->e<![CDATA[f]]>", "ade"),
    ("<span style=\"display:none\">a</span>", "a"),
    ("a<script>b", "a"),
    ("a<!-- b", "a"),
    (
      "<details><summary>A <b>b</b></summary>c<p>d</details>e",
      "(spoiler 1 A b) c\n\n(spoiler 1 A b) d\n\ne"
    ),
    ("<details>a</details>", "(spoiler 1 ) a"),
    ("<details open><summary>A</summary>b</details>", "{strong A}\nb"),
    ("<details><summary>A</summary></details>b", "A\n\nb"),
    (
      "<details><summary>A</summary>b<details><summary>C</summary>d</details></details>",
      "(spoiler 1 A) b\n\n(spoiler 1 A) {strong C}\n(spoiler 1 A) d"
    ),
    ("<summary>A</summary>b", "{strong A}\nb"),
    ("a <span class=\"spoiler\">b <b>c</b></span> d", "a {spoiler b }{strong+spoiler c} d"),
    ("<div class=\"spoiler\">b<p>c</p></div>d", "(spoiler 1 ) b\n\n(spoiler 1 ) c\n\nd"),
  ]

  @Test(
    arguments: [
      blocks, traits, links, containers, lists, code, tables, spans, folded, hidden,
    ].joined().map { $0 })
  func becomesBlocks(html: String, printed: String) {
    #expect(Body(html: html).printed == printed)
  }

  /// What hides a block stands only in what is around the fold.
  @Test func aFoldStandsWhereItIs() {
    let quoted = Body(html: "<details><summary>S</summary><blockquote>a</blockquote></details>")
    #expect(quoted.blocks.map(\.coverDepth) == [0])
    let item = Body(html: "<ul><li><details><blockquote><ul><li>a</ul></blockquote></details></ul>")
    #expect(item.blocks.map(\.coverDepth) == [1])
    #expect(item.blocks.map(\.containers.count) == [3])
    #expect(Body(html: "a").blocks.map(\.coverDepth) == [0])
  }
}
