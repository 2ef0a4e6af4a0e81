import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// HTML on the screen, and what of it is hidden.
extension RichScreenTests {
  @Test func forumsAreRead() {
    let body: RawText = """
      <aside class="quote" data-username="ann"><div class="title"><img class="avatar" src="x">ann:\
      </div><blockquote><p>Is the shed, of all things, blue?</p></blockquote></aside>
      <p>&gt; somebody said<p>See <a href="https://a.org/x">this page</a>, \
      <a class="mention" href="/u/bob">@bob</a>:</p>
      <aside class="onebox" data-onebox-src="https://b.org"><h3>Sheds 中</h3><p>All.</p></aside>
      <dl><dt>Shed<dd>a small house</dl>
      """
    #expect(
      rows(body, markup: .html) == """
        ▏ ann:
        ▏ Is the shed, of all things, blue?
        ▏
        ▏ somebody said

        See this page [1], @bob:

        Sheds 中 [2]

        Shed
          a small house
        """)
  }

  @Test func aSpoilerIsHiddenWithAllThatIsInIt() {
    let body: RawText = """
      <p>It was <span class="spoiler"><b>é 中</b> <a href="https://a.org">x</a></span>.</p>
      <details><summary>Why</summary><p>Money.</p><ul><li>and love</ul></details>
      """
    #expect(
      rows(body, markup: .html) == """
        It was ▒▒▒▒▒▒▒▒▒▒.

        ▒ Why
        """)
    #expect(
      rows(body, markup: .html, keys: "zv") == """
        It was é 中 x\u{A0}[1].

        Money.

        • and love
        """)
    #expect(rows(body, markup: .html, keys: "zv zv") == rows(body, markup: .html))
  }

  static let folds: [(text: String, markup: Markup, rows: String)] = [
    (
      "To see it: <details>\n<summary>Log</summary>\n\nlines\n\n</details>\n\nafter", .markdown,
      "To see it:\n\n▒ Log\n\nafter"
    ),
    (
      "1. <details><summary>A</summary>one</details>\n2. two\n\n- <details><summary>中</summary>\n\n"
        + "  three\n\n  </details>\n- four", .markdown, "1. ▒ A\n2. two\n\n• ▒ 中\n\n• four"
    ),
    (
      "<details>\n<summary>S</summary>\n\n> quoted\n\nrest\n\n</details>", .markdown, "▒ S"
    ),
    ("> <details><summary>S</summary>a</details>\n\nb", .markdown, "▏ ▒ S\n\nb"),
    ("<p>é <details><summary>B</summary>c</details> d</p>", .html, "é\n\n▒ B\n\nd"),
    (
      "<ul><li><details><summary>B</summary><ul><li>c</ul></details><li>d</ul>", .html,
      "• ▒ B\n• d"
    ),
  ]

  /// What is folded keeps the signs of what it is in, and has none of what is in it.
  @Test(arguments: folds) func aFoldStandsWhereItIs(text: String, markup: Markup, rows: String) {
    #expect(self.rows(RawText(text), markup: markup) == rows)
  }

  @Test func anOpenedSpoilerLooksLikeText() {
    let theme = Theme(
      name: "", isDark: true,
      styles: [.masked: Style(foreground: .indexed(5)), .text: Style(foreground: .indexed(1))])
    var reading = Reading(Self.discussion("x >!**secret**!<"), rows: 20)
    let secret = { (reading: inout Reading) in
      let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: theme)
      let rows = (0..<20).map { Array(frame.row($0)) }
      return rows.first { $0[3].text == "x" }?[5]
    }
    reading.press("j")
    #expect(secret(&reading)?.text == "▒")
    #expect(secret(&reading)?.style == Style(foreground: .indexed(5)))
    reading.press("zv")
    #expect(secret(&reading)?.text == "s")
    #expect(secret(&reading)?.style == Style(foreground: .indexed(1), attributes: .bold))
  }

  @Test func hostileMarkupIsDrawnHarmlessly() {
    let body: RawText = """
      a&#27;[2J&#x9b;m<!-- b --><script>c</script>&#x202e;<p hidden>d</p> 中 é 👩\u{200D}💻
      <a href="javascript:alert(1)">e</a> <a href="https://a.org/&#27;]52;c;eA==&#7;">f</a>
      """
    #expect(rows(body, markup: .html) == "a␛[2J›m 中 é 👩💻 e f\u{A0}[1]")
  }

  @Test func deepQuotesLeaveRoomForText() {
    let body = RawText(String(repeating: ">", count: 100_000) + " deep 中")
    #expect(rows(body).hasSuffix("▏ deep 中"))
    #expect(
      rows(RawText(String(repeating: "<blockquote>", count: 40_000) + "é"), markup: .html)
        .hasSuffix("▏ é"))
  }
}
