import DiscussionModel
import JSONText
import Testing

@testable import Sites

/// Front pages as they are kept.
struct FrontPageJSONTests {
  @Test func whatIsWrittenIsRead() throws {
    var full = FrontRow(link: "https://a.example/1", title: "中 é 👩‍💻 \u{1b}[2J \"q\" \u{0}")
    full.target = "https://b.example/"
    full.author = "ann"
    full.published = Moment("2026-05-01")
    full.lastActivity = Moment("2026-05-02T10:00:00Z")
    full.score = -3
    full.comments = 12
    full.labels = ["pinned", "solved"]
    let bare = FrontRow(link: "https://a.example/2", title: "")
    for page in [
      FrontPage(title: "A", rows: [full, bare], next: "https://a.example/?p=2"),
      FrontPage(title: ""),
    ] {
      #expect(try FrontPage(json: page.json) == page)
    }
  }

  @Test func numbersAreBoundedAndOtherMembersPassedOver() throws {
    let page = try FrontPage(
      json: Array(
        #"""
        {"later": [1], "discussions": [{"link": "l", "title": "t", "score": 9223372036854775807,
          "comments": -5, "labels": [null, "x"], "later": {}}]}
        """#.utf8))
    #expect(page.rows.map(\.score) == [NumberBounds.score.upperBound])
    #expect(page.rows.map(\.comments) == [0])
    #expect(page.rows.map(\.labels) == [["x"]])
  }

  @Test(arguments: [
    "", "[]", "{", #"{"discussions": 1}"#, "{} {}", #"{"discussions": [{"link": 1}]}"#,
  ])
  func anythingElseIsAnError(text: String) {
    #expect(throws: JSONError.self) { try FrontPage(json: Array(text.utf8)) }
  }
}
