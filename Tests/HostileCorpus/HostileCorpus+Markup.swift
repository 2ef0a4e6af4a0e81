extension HostileCorpus {
  /// Controls where markup would carry them to other places.
  static let markup: [HostileText] = [
    HostileText(
      "link of HTML",
      "<a href=\"https://example.org/\u{1B}]0;PWNED-7\u{7}\" title=\"\u{1B}[7331m\">\u{9B}7331m</a>"
    ),
    HostileText(
      "link of Markdown",
      "[x\u{1B}[7331m](https://example.org/\u{1B}]0;PWNED-7\u{7} \"\u{9B}7331m\")"),
    HostileText("link to itself", "<https://example.org/\u{1B}[7331m> javascript:\u{1B}[7331m"),
    HostileText("picture", "![\u{1B}[7331m](\u{1B}]0;PWNED-7\u{7}) <img alt=\"\u{1B}[7331m\">"),
    HostileText(
      "code", "```\u{1B}[7331m\na\u{1B}[7331m\tb\r\u{9B}7331m\n```\n    \u{1B}[7331m\n`\u{7}`"),
    HostileText("code of HTML", "<pre><code>\u{1B}[7331m\ta\r\u{9B}7331m</code></pre>"),
    HostileText("table", "|\u{1B}[7331m|b|\n|--|--|\n|\u{202E}c|\u{9B}7331m\u{7}|"),
    HostileText(
      "table of HTML", "<table><tr><td>\u{1B}[7331m<td>\u{202E}c<td>\u{9B}7331m</table>"),
    HostileText("heading and quotes", "# \u{1B}[7331m\n> \u{1B}[7331m\n>> \u{9B}7331m\n- \u{7}"),
    HostileText(
      "spoilers",
      "::: spoiler \u{1B}[7331m\n>!\u{1B}[7331m!<\n:::\n\n"
        + "<details><summary>\u{1B}[7331m</summary>\u{9B}7331m</details>"),
    HostileText("masked words", "***** \u{1B}[7331m **\u{9B}7331m* ***** ***** *****"),
    HostileText("an element's name", "<\u{1B}[7331m \u{9B}7331m=\u{1B}>PWNED</\u{1B}[7331m>"),
    HostileText(
      "a comment of HTML", "<!-- \u{1B}[7331m --><![CDATA[\u{1B}[7331m]]><?\u{1B}[7331m?>P"),
    HostileText("a mention and an address", "@PWNED\u{1B}[7331m www.example.org/\u{1B}[7331m"),
  ]

  /// Controls that come to be when entities are decoded.
  static let entities: [HostileText] = [
    HostileText("every C0 control as entities", (0..<0x20).map { "&#\($0);P" }.joined()),
    HostileText("every C1 control as entities", (0x7F..<0xA0).map { "&#\($0);P" }.joined()),
    HostileText(
      "the same in hexadecimal",
      (Array(0..<0x20) + Array(0x7F..<0xA0)).map { "&#x\(String($0, radix: 16));P" }.joined()),
    HostileText("title as entities", "&#27;]0;PWNED-7&#7; &#x1B;[31;7331m &#x9b;31;7331m"),
    HostileText("entities of entities", "&amp;#27;[7331m &amp;amp;#27; &#38;#27;[7331m"),
    HostileText(
      "directions and tags as entities",
      "&#x202E;DENWP&#x2028;&rlm;&lrm;&zwj;&shy;&#xE0041;&#xFEFF;"),
    HostileText("no characters", "&#xD800;&#xDFFF;&#x110000;&#xFFFE;&#99999999999;&#-1;&#x;&#;P"),
    HostileText(
      "entities in a link",
      "<a href=\"https://example.org/&#27;]0;PWNED-7&#7;\">a</a> "
        + "[b](https://example.org/&#27;]0;PWNED-7&#7;)"),
    HostileText("lines as entities", "a&#10;b&#13;c&NewLine;d&Tab;e"),
  ]

  /// Texts that take long, or much memory, where something is not linear.
  public static let large: [HostileText] = [
    HostileText("1 MB without a space", numbered(100_000) { "PWNED\($0)" }),
    HostileText("100,000 marks", "PWNED" + many("\u{301}", 100_000)),
    HostileText("100,000 unclosed tags", numbered(100_000) { "<b \($0)>" } + "PWNED"),
    HostileText("20,000 unclosed lists", numbered(20_000) { "<ul><li \($0)>" } + "PWNED"),
    HostileText("20,000 unclosed links", numbered(20_000) { "<a href=\($0)>" } + "PWNED"),
    HostileText("100,000 >", many(">", 100_000) + " PWNED"),
    HostileText("50,000 lines of >", many(">\n", 50_000) + "PWNED"),
    HostileText("100,000 brackets", numbered(100_000) { "[\($0)" } + "PWNED" + many("](x)", 1000)),
    HostileText(
      "20,000 stars", numbered(10_000) { "*\($0) " } + numbered(10_000) { "_\($0)" } + "PWNED"),
    HostileText("20,000 items", many("- ", 20_000) + "PWNED"),
    HostileText("30,000 backticks", numbered(10_000) { "`\($0)``" } + "PWNED"),
    HostileText("20,000 entities", numbered(20_000) { "&#27;[733\($0)m" } + "PWNED"),
  ]
}
