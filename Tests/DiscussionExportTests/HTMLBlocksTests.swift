import HostileCorpus
import RichText
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct HTMLBlocksTests {
  /// What is written of a text in Markdown; `REL` stands for what every link has.
  @Test(arguments: [
    (
      "a *b* **c** ~~d~~ `e` 中 é",
      "<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code> 中 é</p>"
    ),
    ("a\nb & 'c'", "<p>a<br>b &amp; &#39;c&#39;</p>"),
    ("# a\n\n### b", "<h3>a</h3>\n<h5>b</h5>"),
    (
      "[a **b**](https://x.example/?b=1&c=\"2\")",
      "<p><a href=\"https://x.example/?b=1&amp;c=%222%22\" REL>a <strong>b</strong></a></p>"
    ),
    (
      "[a](javascript:b) [c](gemini://d.example) [e](mailto:f@g.example)",
      "<p>a c (gemini://d.example) <a href=\"mailto:f@g.example\" REL>e</a></p>"
    ),
    (
      "> a\n> > b\n\nc",
      "<blockquote><p>a</p>\n<blockquote><p>b</p>\n</blockquote></blockquote><p>c</p>"
    ),
    (
      "- a\n- b\n  - c\n\n3. d",
      "<ul><li><p>a</p>\n</li><li><p class=\"k\">b</p>\n<ul><li><p class=\"k\">c</p>\n"
        + "</li></ul></li></ul><ol start=\"3\"><li><p>d</p>\n</li></ol>"
    ),
    ("1. a\n2. b", "<ol><li><p>a</p>\n</li><li><p class=\"k\">b</p>\n</li></ol>"),
    ("```\na <b>\n\n  c\n```", "<pre tabindex=\"0\">\n<code>a &lt;b&gt;\n\n  c</code></pre>"),
    ("---", "<hr>"),
    (
      "<details><summary>T</summary>\n\n- a\n\n</details>\n\nb",
      "<details class=\"v\"><summary>▒ T</summary>\n<ul><li><p>a</p>\n</li></ul>\n</details>\n<p>b</p>"
    ),
    (
      "a >!b *c*!<",
      "<p>a <span class=\"v\" tabindex=\"0\" role=\"note\" aria-label=\"spoiler\">b </span>"
        + "<span class=\"v\" tabindex=\"0\" role=\"note\" aria-label=\"spoiler\"><em>c</em></span></p>"
    ),
    (
      "| a | b |\n|---|--:|\n| [c](https://d.example) | 中 |",
      "<pre tabindex=\"0\">\n<span><strong>a</strong>     │  <strong>b</strong>\n──────┼───\n"
        + "<a href=\"https://d.example\" REL>c</a>\u{A0}"
        + "<a href=\"https://d.example\" REL>[1]</a> │ 中</span></pre>"
    ),
  ])
  func markdownIsWrittenAsHTML(raw: String, expected: String) {
    let lines = HTMLBlocks(Body(markdown: raw), headings: 3).lines
    let text = lines.joined(separator: "\n").replacing(HTMLLine.relation, with: "REL")
    #expect(text == expected)
  }

  @Test func anExplanationIsSetIn() {
    let lines = HTMLBlocks(Body(html: "<dl><dt>a<dd>b<dt>c<dd>d</dl>"), headings: 3).lines
    #expect(
      lines == [
        "<p><strong>a</strong></p>", "<ul class=\"x\"><li><p class=\"k\">b</p>",
        "</li></ul><p><strong>c</strong></p>", "<ul class=\"x\"><li><p class=\"k\">d</p>",
        "</li></ul>",
      ])
  }

  @Test(arguments: HostileCorpus.texts + HostileCorpus.large)
  func whatIsOpenedIsClosed(hostile: HostileText) throws {
    for body in [
      Body(plain: hostile.text), Body(markdown: hostile.text), Body(html: hostile.text),
    ] {
      var page = PageOfTags()
      for line in HTMLBlocks(body, headings: 3).lines { page.read(line) }
      #expect(page.problems == [])
      #expect(page.open == [])
    }
  }
}
