import DiscussionModel
import Testing

@testable import Sites

/// What of a front page is shown.
@Suite struct FrontSettledTests {
  @Test func eachDiscussionOnce() {
    let links = [
      "https://news.ycombinator.com/item?id=7", "https://l.example/post/5",
      "http://news.ycombinator.com/item?id=7#8", "https://l.example/post/6",
      "https://l.example/post/5", "https://blog.example/s/abc/one",
      "https://blog.example/s/abc/two", "https://pots.example/t/slow/31",
      "https://pots.example/t/slower/31/4",
    ]
    let page = FrontPage(title: "T", rows: links.map { FrontRow(link: $0, title: $0) })
    #expect(page.settled.rows.map(\.link) == [0, 1, 3, 5, 6, 7].map { links[$0] })
  }

  @Test func noMoreRowsThanAreShown() {
    let rows = (0..<3_000).map { FrontRow(link: "https://a.example/\($0)", title: "T") }
    #expect(FrontPage(title: "T", rows: rows).settled.rows.count == 1_000)
  }

  @Test(
    arguments: [
      ("2026-05-01T10:00:00Z", true), ("1990-01-01T00:00:00Z", true),
      ("1989-12-31T23:59:59Z", false), ("0001-01-01T00:00:00Z", false),
      ("1970-01-01T00:00:00Z", false), ("2099-12-31T23:59:59Z", true),
      ("2100-01-01T00:00:00Z", false), ("9999-12-31T00:00:00Z", false),
    ])
  func timesOfTheWeb(time: String, isShown: Bool) {
    var row = FrontRow(link: "https://a.example/", title: "T")
    row.published = Moment(time)
    row.lastActivity = Moment(time)
    let shown = FrontPage(title: "T", rows: [row]).settled.rows
    #expect(shown.map(\.published) == [isShown ? Moment(time) : nil])
    #expect(shown.map(\.lastActivity) == [isShown ? Moment(time) : nil])
  }

  @Test(
    arguments: [
      (0, 0, 0, 0), (100_000_000, 100_000_000, 100_000_000, 100_000_000),
      (100_000_001, 100_000_001, nil, nil), (-5, -5, -5, nil), (.max, .max, nil, nil),
      (.min, .min, nil, nil),
    ] as [(Int, Int, Int?, Int?)])
  func numbersThatCanBe(score: Int, comments: Int, shownScore: Int?, shownComments: Int?) {
    var row = FrontRow(link: "https://a.example/", title: "T")
    row.score = score
    row.comments = comments
    let shown = FrontPage(title: "T", rows: [row]).settled.rows
    #expect(shown.map(\.score) == [shownScore])
    #expect(shown.map(\.comments) == [shownComments])
  }

  @Test func namesAreOfOneLine() {
    var row = FrontRow(link: "https://a.example/", title: "T")
    row.author = "ann\n\nlee " + String(repeating: "中 ", count: 100)
    row.labels = [" a\nb "] + Array(repeating: "x", count: 40)
    let shown = FrontPage(title: "a\nb", rows: [row]).settled
    #expect(shown.title == "a b")
    #expect(shown.rows[0].author?.hasPrefix("ann lee 中") == true)
    #expect(shown.rows[0].author?.count ?? 0 <= 101)
    #expect(shown.rows[0].labels.count == 20)
    #expect(shown.rows[0].labels[0] == "a b")
  }
}
