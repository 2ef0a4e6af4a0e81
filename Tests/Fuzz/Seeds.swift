import HostileCorpus

/// Inputs to begin with, so that noise gets far.
enum Seeds {
  static let texts = bytes(of: ordinary + HostileCorpus.texts.map(\.text))

  static let files =
    bytes(of: json) + HostileBytes.all.map { [0x22] + $0.bytes + [0x22] }
    + HostileCorpus.texts.map { [0x22] + $0.json() + [0x22] }

  /// As bytes; what is long is cut by libFuzzer.
  static func bytes(of texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static let ordinary = [
    "An ordinary text, with an address https://example.org/a(b)?c=d and e.g. @ann@example.org.",
    "é e\u{301} 中文。「か\u{3099}」 👩\u{200D}💻 🇫🇷 👍🏽 ❤\u{FE0F} 1\u{FE0F}\u{20E3} می\u{200C}خواهم क्षि ที่ \u{1112}\u{1161}\u{11AB}",
    "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{2028}\r\n\t\u{AD}\u{E0041}\u{E000}\u{378}\0",
    "> quoted\n>> twice\n\n***** **** ******\n\nover there—“so” (1,234.50%) $5 a-b",
  ]

  static let markdown = bytes(of: [
    "# h\n\n> q\n>> r\n\n- a\n  1. b\n     - c\n\n```\ncode\t中\n```\n\n| a | b |\n|--:|:-:|\n| 1 | `2` |\n",
    "*a **b*** ~~c~~ [d](http://e.f \"g\") ![h](i) <http://j> &#27; &nbsp; \\* `k`\n\n---\n",
    "a >!b!< c\n\n::: spoiler title\nd\n:::\n\n<b>e</b> www.f.org [g]\n\n[g]: /h\n",
  ])

  static let html = bytes(of: [
    "<p>a<i>b<b>c</i>d</b><a href=\"https://e.f/?g&amp;h\">i</a><br>&#27;[31m&#x9b;&nbsp;</p>",
    "<blockquote><ul><li>a<ol start=3><li>b</ol></ul></blockquote><pre>c\n  d</pre><hr>",
    "<table><tr><th>a<th align=right>b<tr><td>中<td>é</table><details><summary>s</summary>t</details>",
    "<script>alert(1)</script><style>b{}</style><!-- c --><span class=\"spoiler\">d</span><h2>e</h2>",
  ])

  private static let json = [
    #"{"understory":1,"id":"x","title":"t\u001b","markup":"html","maskCharacter":"*","comments":["#
      + #"{"id":"1","author":"a\u202e","body":"b \ud83d\udc69\ud800","published":"2019-04-02T10:00:00Z"},"#
      + #"{"id":"2","parent":"1","state":"deleted","missingReplies":4,"badges":["OP"],"x":[{}]}],"#
      + #""links":[{"heading":"h","items":[{"title":"t","url":"u"}]}],"notice":"n"}"#,
    #"[1, -0.5e+3, true, null, {"a": [[], {}]}, "中é"]"#,
  ]

  static let pages = bytes(of: [
    "Title\n\nBy A B, Published on Feb 3, 2018\n\nText ***** **.\n\nComments (2)\n\nOne.\n\nTwo.\n"
  ])
}
