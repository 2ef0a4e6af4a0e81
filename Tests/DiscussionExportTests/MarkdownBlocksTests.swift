import RichText
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct MarkdownBlocksTests {
  /// What is written of a text in Markdown.
  @Test(arguments: [
    ("a *b* **c** ~~d~~ `e`", "a *b* **c** ~~d~~ `e`"),
    ("a\nb", "a\\\nb"),
    ("# a *b*", "**a** ***b***"),
    ("a<b> c</b>d", "a **c**d"),
    ("**a**<i>b</i>", "**a**&#8203;*b*"),
    ("`` `a` ``", "`` `a` ``"),
    ("[a](https://x.example/?b=1&c=2(3))", "[a](<https://x.example/?b=1&amp;c=2(3)>)"),
    ("[a](<https://x.example/?b&amp;amp;>)", "[a](<https://x.example/?b&amp;amp;>)"),
    ("[a](javascript:b) [c](gemini://d.example)", #"a c (gemini\://d.example)"#),
    ("https://x.example/a_b", "[https\\://x.example/a_b](<https://x.example/a_b>)"),
    ("@ann #12", "@&#8203;ann #&#8203;12"),
    ("> a\n> > b\n\nc", "> a\n>\n> > b\n\nc"),
    ("> a\n>\n> b", "> a\n>\n> b"),
    ("- a\n- b\n  - c\n\n  d", "- a\n\n- b\n  - c\n\n  d"),
    ("1. a\n2. b\n   > c", "1. a\n2. b\n\n   > c"),
    ("a\n\n3. b", "a\n\n3. b"),
    ("- a\n  3. b", "- a\\\n  3\\. b"),
    ("- a\n\n  3. b", "- a\n\n  3. b"),
    ("```\na `````\n```", "``````\na `````\n``````"),
    ("- ```\n  a\n\n  b\n  ```", "- ```\n  a\n\n  b\n  ```"),
    ("---", "---"),
    (
      "<details><summary>T @x</summary>\n\n- a\n\n</details>\n\n- b",
      "<details><summary>▒ T @&#8203;x</summary>\n\n- a\n\n</details>\n\n- b"
    ),
    (">!ab cd!< b", "▒▒ ▒▒ b"), ("x >!`ab`!<", "x ▒▒"),
    (">!中é!< b", "▒▒▒ b"), ("a >!b [cd](https://x.example) e!< f", "a ▒ ▒▒ ▒ f"),
    (">![cd](gemini://x.example)!< f", "▒▒ f"), (">!https://x.example!<", "▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒"),
    (
      "| a | b |\n|---|--:|\n| [c](https://d.example) | 中 |",
      "| a | b |\n| --- | --: |\n| [c](<https://d.example>) | 中 |"
    ),
    ("> |a|\n> |:-:|", "> | a |\n> | :-: |"),
    (
      "|a|b|\n|-|-|\n|`x\\|y`|**z** \\||\n|`w`|",
      "| a | b |\n| --- | --- |\n| x\\|y | **z** \\| |\n| `w` |  |"
    ),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "|  |  |\n| --- | --- |\n| a | b |\n| c |  |"),
    (
      "<table><tr><th>a<th>b<tr><td colspan=2>c</table>",
      "```\na │ b\n──┼──\nc\n```"
    ),
    (
      "<table><caption>d</caption><tr><th>a<th>b<tr><td>c<td>e</table>",
      "```\nd\na │ b\n──┼──\nc │ e\n```"
    ),
    ("well [sic], and [a](https://b.example)!", "well [sic], and [a](<https://b.example>)!"),
    ("look&#33;[a](https://b.example)", "look\\![a](<https://b.example>)"),
  ])
  func markdownIsWrittenAnew(raw: String, expected: String) {
    let lines = MarkdownBlocks(Body(markdown: raw)).lines
    #expect(lines.joined(separator: "\n").replacing("\u{A0}", with: " ") == expected)
  }

  /// A text that was written anew is written the same the next time.
  @Test(arguments: [
    "> - a\n>   > b\n>\n>   c\n\nd", "1. a\n   - b\n     - c\n   - d\n2. e",
    "- a\n\n      code\n",
    "<dl><dt>a<dd>b</dl>", "a<br>b<hr>c", "- - - a\n- b", "> 1. a\n>\n>    ```\n>    b\n>    ```",
  ])
  func itIsStable(raw: String) {
    let once = MarkdownBlocks(Body(markdown: raw)).lines.joined(separator: "\n")
    #expect(MarkdownBlocks(Body(markdown: once)).lines.joined(separator: "\n") == once)
  }

  /// What takes longer with each sign than with the one before does not end within the limit, which also covers the
  /// wait for tests that run beside it.
  @Test(
    .timeLimit(.minutes(5)), arguments: [("_", 1_000_000), ("&#33;[a](https://b.example)", 30_000)])
  func longLinesAreWritten(part: String, count: Int) {
    let line = "a" + String(repeating: part, count: count) + "b"
    #expect(MarkdownBlocks(Body(markdown: line)).lines.count == 1)
  }

  @Test func headingsOfTheArticleAreHeadings() {
    #expect(
      MarkdownBlocks(Body(markdown: "# a\n\n## b"), headings: 2).lines == ["## a", "", "### b"])
  }

  @Test func wordsThatAreHiddenAreCounted() {
    let mask = Mask(character: "*") { $0.allSatisfy { $0 == "*" } }
    let lines = MarkdownBlocks(Body(plain: "** **\n\n***\n\na ** b", mask: mask)).lines
    #expect(lines == ["▒ 3 words hidden by the site", "", "a ▒▒ b"])
  }

  @Test func quotesAreAsDeepAsBlocks() {
    let body = Body(plain: String(repeating: ">", count: 50_000) + " a")
    #expect(MarkdownBlocks(body).lines == [String(repeating: "> ", count: Block.deepest) + "a"])
  }
}
