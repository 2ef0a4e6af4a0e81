import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// All links of a discussion, and comments taken as quotes.
@Suite struct AllLinksTests {
  private static var discussion: Discussion {
    var result = Discussion.outline("a ann: x\n  b bob: y\nc: z")
    result.markup = .markdown
    result.comments[0].body = "first\n\nsee https://a.example/1 and [中](https://b.example/2)"
    result.comments[1].body = "again https://a.example/1"
    result.comments[2].body = "evil javascript:alert(1)"
    return result
  }

  @Test func eachHasItsLineAndItsNumber() {
    let links = Page(Self.discussion).allLinks
    #expect(links.map(\.address.string) == ["https://a.example/1", "https://b.example/2"])
    #expect(links.map(\.count) == [2, 1])
    #expect(links.allSatisfy { $0.line.string.hasPrefix("see https://a.example/1") })
    #expect(links.map(\.entry) == [1, 1])
  }

  @Test func enterOpensAndOGoesThere() {
    var reading = Reading(Self.discussion, columns: 80, rows: 12)
    reading.press("G gx")
    #expect(reading.screen().contains("2×   https://a.example/1"))
    #expect(reading.screen().contains("see https://a.example/1"))
    reading.press("k Enter")
    #expect(reading.effects == [.browse("https://a.example/1")])
    reading.press("o")
    #expect(reading.focus == "a")
    reading.press("Backspace")
    #expect(reading.focus == "c")
  }

  @Test func withoutLinksThereIsNoList() {
    var reading = Reading(.outline("a"))
    reading.press("gx")
    #expect(reading.notice == "no links in this discussion")
  }

  @Test(arguments: [
    (
      "1G gy",
      ["ann wrote:", "> first", ">", "> see https://a.example/1 and [中](https://b.example/2)"]
    ),
    ("2G gy", ["bob wrote (https://x.example/c/2):", "> again https://a.example/1"]),
    ("3G gy", ["#3:", "> evil javascript:alert(1)"]),
  ])
  func copiesAsAQuote(keys: String, lines: [String]) {
    var discussion = Self.discussion
    var details = CommentDetails()
    details.url = "https://x.example/c/2"
    discussion.comments[1].details = details
    var reading = Reading(discussion)
    reading.press(keys)
    #expect(reading.effects == [.copy(lines.map { SafeText($0) })])
  }
}
