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
    ("<h2>a<p>b</h2>c", "## a\n\nbc"),
    ("a<hr>b", "a\n\n---\n\nb"),
    ("a &lt;b&gt; &amp;amp; &#233; &eacute; &nope; &", "a <b> &amp; é é &nope; &"),
    ("1 < 2 <3 a<", "1 < 2 <3 a<"),
    ("<blink>a</blink> <x-y>b</x-y> <o:p>c</o:p>", "a b c"),
    ("<p>a</b></p></div>b</p>c", "a\n\nbc"),
    ("<section><p>a</section>b", "a\n\nb"),
  ]

  static let spans: [(html: String, printed: String)] = [
    ("<b>a</b><strong>b</strong> <mark>c</mark>", "{strong ab} {strong c}"),
    ("<i>a</i><em>b</em>", "{emphasis ab}"),
    ("<b>a<i>b</b>c</i>d", "{strong a}{strong+emphasis b}cd"),
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
    ("<pre>a<ul><li>b</ul></pre>", "| a\n\n• b"),
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
      ": A\n: b │   │ c\n: d │ e │ f"
    ),
    ("<tr><td>a<td>b", "a\n\nb"),
    (
      "<table><tr><td><details><summary>a</summary>b</details><td><pre>c</pre></table>",
      ": {spoiler a b} │ {code c}"
    ),
    ("<table></table><table><tr></table>", ""),
  ]

  static let hidden: [(html: String, printed: String)] = [
    ("a<script>b<p>c</script>d<style>e</style><template><p>f</p></template>g", "adg"),
    ("a<p hidden>b<b>c</b></p><span hidden=\"\">d</span>e", "ae"),
    ("a<!-- b <p>c</p> -->d<!-->e<![CDATA[f]]>", "ade<![CDATA[f]]>"),
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
    arguments: [blocks, spans, links, containers, code, tables, hidden].joined().map { $0 })
  func becomesBlocks(html: String, printed: String) {
    #expect(Body(html: html).printed == printed)
  }
}
