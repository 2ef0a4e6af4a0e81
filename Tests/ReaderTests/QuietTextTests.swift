import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// Quotes, tables and diffs: what is beside and between the words is quieter than they are.
@Suite struct QuietTextTests {
  private func reading(_ body: String, markup: Markup = .markdown) -> Reading {
    var discussion = Discussion.outline("1 ann: x")
    discussion.markup = markup
    discussion.comments[0].body = RawText(body)
    var reading = Reading(discussion, columns: 40, rows: 20)
    reading.press("1G")
    return reading
  }

  @Test func eachLineOfAQuoteHasAThinBar() {
    var reading = reading("> one two three four five six seven eight nine ten\n\nmine")
    #expect(reading.pieces(of: .quoteMark) == ["▏ ", "▏ "])
    let ascii = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
      .inASCII(keepsText: true).description
    #expect(ascii.contains(">  > one two three"), "\(ascii)")
  }

  @Test func theRulesOfATableAreNotText() {
    var reading = reading("| a | 中 |\n|---|---|\n| x | **y** |")
    #expect(reading.pieces(of: .rule) == ["│", "──┼───", "│"])
  }

  static let diffs: [(body: String, added: [String], removed: [String])] = [
    ("```diff\n--- a/x\n+++ b/x\n- one\n+ two\n  three\n```", ["+ two"], ["- one"]),
    ("```patch\n+é中\n```", ["+é中"], []),
    ("```\n@@ -1,2 +1,2 @@\n-a\n+b\n```", ["+b"], ["-a"]),
    ("<pre><code class=\"lang-diff\">-a\n+b</code></pre>", ["+b"], ["-a"]),
    ("```\n- a list\n+ in code\n```", [], []), ("```swift\n-a\n```", [], []),
    ("- a list\n+ another", [], []),
  ]

  @Test(arguments: diffs)
  func linesOfADiffHaveColors(body: String, added: [String], removed: [String]) {
    var reading = reading(body)
    #expect(reading.pieces(of: .added) == added)
    #expect(reading.pieces(of: .removed) == removed)
  }
}
