import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// Where the row stands that says what is hidden.
@Suite struct CoverMarginTests {
  static let texts: [(markdown: String, rows: [String])] = [
    // Beside its bullet or number.
    (
      "1. <details><summary>A</summary>b</details>\n2. c\n\n- <details><summary>D</summary>\n\n  e\n\n  </details>\n- f",
      ["1. ▒ A", "2. c", "", "• ▒ D", "", "• f"]
    ),
    // Outside quotes and lists that it hides.
    ("<details>\n<summary>A</summary>\n\n> b\n\n- c\n\n</details>", ["▒ A"]),
    // In the quote in which it is hidden.
    (
      "> a\n>\n> <details><summary>B</summary>\n>\n> > c\n>\n> </details>\n>\n> d",
      ["▏ a", "▏ ", "▏ ▒ B", "▏ ", "▏ d"]
    ),
    ("- a\n\n  <details><summary>B</summary>c</details>", ["• a", "", "  ▒ B"]),
  ]

  @Test(arguments: texts)
  func isThatOfWhatHidesIt(markdown: String, rows: [String]) {
    var discussion = Discussion(id: "d", title: "t")
    discussion.markup = .markdown
    discussion.comments = [Comment(id: "1", parent: nil, body: RawText(markdown))]
    let page = Page(discussion)
    let found = page.textRows(of: page.firstComment, width: 40, opened: []).map { row in
      (row.margin + row.parts).map(\.text.string).joined()
    }
    #expect(found == rows)
  }
}
