import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// Comments with markup on the screen.
@Suite struct RichScreenTests {
  static func discussion(_ body: RawText, markup: Markup = .markdown) -> Discussion {
    var result = Discussion(
      id: "t", title: "Title", comments: [Comment(id: "1", author: "ann", body: body)])
    result.markup = markup
    return result
  }

  /// The rows of the one comment, from its header on.
  func rows(
    _ body: RawText, markup: Markup = .markdown, columns: Int = 40, keys: String = ""
  ) -> String {
    var reading = Reading(Self.discussion(body, markup: markup), columns: columns, rows: 24)
    reading.press("j " + keys)
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
    let rows = (0..<24).map { Array(frame.row($0)) }
    let own = rows.drop { $0[0].text != "▌" }.dropFirst().prefix { $0[0].text == "▌" }
    return own.map { row in
      let text = row[3..<reading.layout.geometry.textLimit].map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  @Test func quotesAndListsStandBesideTheirSigns() {
    let body: RawText = """
      > First of all, this is what somebody said.
      >
      > > And before.

      Two things:

      - one that is long enough for two rows
      - two
        1. inner
      """
    #expect(
      rows(body) == """
        ▏ First of all, this is what
        ▏ somebody said.
        ▏
        ▏ ▏ And before.

        Two things:

        • one that is long enough for two
          rows
        • two
          1. inner
        """)
  }

  @Test func codeIsCutAndScrolled() {
    let body: RawText = """
      Try:

      ```
      let answer = 中文(first: 1, second: 2, third: 3, fourth: 4)
        end
      ```
      """
    #expect(
      rows(body) == """
        Try:

        let answer = 中文(first: 1, second›
          end
        """)
    #expect(
      rows(body, keys: "zl") == """
        Try:

        ‹first: 1, second: 2, third: 3, fo›
        ‹
        """)
    #expect(rows(body, keys: "zl zl zl").contains("fourth: 4)"))
    #expect(rows(body, keys: "zl zl zh zh") == rows(body))
    #expect(rows(body, keys: "zw zw") == rows(body))
    #expect(
      rows(body, keys: "zw") == """
        Try:

        let answer = 中文(first: 1, second:
        ↳ 2, third: 3, fourth: 4)
          end
        """)
  }

  @Test func whatCannotBeScrolledSaysSo() {
    var reading = Reading(Self.discussion("Short."), rows: 20)
    reading.press("j zl")
    #expect(reading.notice == "no line here is wider than the screen")
    reading.press("zw")
    #expect(reading.notice == "no code or table here")
  }

  @Test func linksAreNumbered() {
    let body: RawText = "See [the docs](https://a.org/x) or https://b.org, says @bob."
    #expect(
      rows(body) == """
        See the docs\u{A0}[1] or
        https://b.org\u{A0}[2], says @bob.
        """)
  }

  @Test func tablesAreAligned() {
    let body: RawText = """
      | wood | years |
      | --- | ---: |
      | oak | 40 |
      | 中 | 7 |
      """
    #expect(
      rows(body) == """
        wood │ years
        ─────┼──────
        oak  │    40
        中   │     7
        """)
  }

  @Test func spoilersAreOpenedByTheirKey() {
    let body: RawText = "It was >!the cook!< after all.\n\n::: spoiler Why\nHe was late.\n:::"
    #expect(
      rows(body) == """
        It was ▒▒▒▒▒▒▒▒ after all.

        ▒ Why
        """)
    #expect(
      rows(body, keys: "zv") == """
        It was the cook after all.

        He was late.
        """)
  }

  @Test func headingsAndRulesStandAlone() {
    #expect(
      rows("# One\ntwo\n\n---\nthree", columns: 24) == """
        One
        two

        ───────────────────

        three
        """)
  }

  @Test func rolesAndAttributesAreDrawn() {
    var reading = Reading(Self.discussion("a **b** *c* `d`"), rows: 20)
    let theme = Theme(
      name: "", isDark: true,
      styles: [.code: Style(foreground: .indexed(5)), .text: Style(foreground: .indexed(1))])
    reading.press("j")
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: theme)
    let row =
      (0..<20).map { Array(frame.row($0)) }.first { $0[4].text == " " && $0[3].text == "a" } ?? []
    #expect(row[5].style == Style(foreground: .indexed(1), attributes: .bold))
    #expect(row[7].style == Style(foreground: .indexed(1), attributes: .italic))
    #expect(row[9].style == Style(foreground: .indexed(5)))
  }

  /// The sign at the end of a cut line leaves no gap in the ground of code.
  @Test func signsOfCutLinesStandOnTheGroundOfCode() {
    let line = String(repeating: "中é ", count: 30)
    var reading = Reading(Self.discussion(RawText("```\n\(line)\n```")), columns: 40, rows: 12)
    let ground = Color.indexed(236)
    let theme = Theme(
      name: "", isDark: true,
      styles: [.code: Style(background: ground), .foldMark: Style(foreground: .indexed(5))])
    reading.press("j zl")
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: theme)
    let signs = (0..<12).flatMap { Array(frame.row($0)) }.filter { ["‹", "›"].contains($0.text) }
    #expect(signs.map(\.text) == ["‹", "›"])
    #expect(signs.allSatisfy { $0.style == Style(foreground: .indexed(5), background: ground) })
  }

  /// The numbers of links are for the text: in a row of its beginning they lead nowhere.
  @Test(arguments: [
    ("[See](https://a.example) [the é](https://b.example) plan, 👩‍💻", "See the é plan, 👩💻"),
    ("https://a.example", "https://a.example"), ("array[1] of [2]", "array[1] of [2]"),
  ])
  func aFoldedRowNumbersNoLinks(body: String, row: String) {
    var reading = Reading(Self.discussion(RawText(body)), columns: 60, rows: 20)
    reading.press("j Enter")
    #expect(reading.screen().contains("▸ ann  \(row)  "), "\(reading.screen())")
  }

  @Test func aFoldedRowKeepsTheSecret() {
    var reading = Reading(Self.discussion("It was >!the cook!< there."), columns: 60, rows: 20)
    reading.press("j Enter")
    #expect(reading.screen().contains("▸ ann  It was ▒▒▒▒▒▒▒▒ there."))
  }

  @Test func aCommentsMarkupGoesBeforeTheDiscussions() {
    var discussion = Self.discussion("a *b*", markup: .plain)
    var details = CommentDetails()
    details.markup = .html
    discussion.comments[0].body = "<p>one<p>two"
    discussion.comments[0].details = details
    var reading = Reading(discussion, rows: 20)
    #expect(!reading.screen().contains("<p>"))
  }
}
