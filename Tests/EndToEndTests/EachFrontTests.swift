import Foundation
import RunningPrograms
import Testing

/// Every kind of front page from its address, by the built program, against a server that stands in for its site.
@Suite struct EachFrontTests {
  struct Front: Sendable, CustomTestStringConvertible {
    /// The name or address by which it is listed.
    var name: String
    var hosts: [String]
    /// What is answered to each path with its query; to others, that there is nothing.
    var answers: [String: String]
    /// What `--plain` prints: rank, points, comments, title, link.
    var line: String
    var type = "application/json"

    var testDescription: String { name }
  }

  private static let issues = """
    [{"number": 42, "title": "Kiln too cold", "user": {"login": "ann"}, "comments": 5, "state": "open",
      "created_at": "2026-05-01T10:00:00Z", "updated_at": "2026-05-03T10:00:00Z"}]
    """
  private static let toots = """
    [{"id": "88", "content": "<p>Wedging</p>", "spoiler_text": "", "replies_count": 4,
      "favourites_count": 51, "account": {"acct": "ann", "display_name": "Ann"},
      "created_at": "2026-05-01T10:00:00.000Z"}]
    """
  private static let topics = """
    {"users": [], "topic_list": {"topics": [
      {"id": 31, "title": "Slow", "slug": "slow", "posts_count": 24, "created_at": "2026-04-01T00:00:00Z"}]}}
    """
  private static let posts = """
    {"items": [{"post": {"id": 5, "name": "Crawling glaze", "published": "2026-05-01T10:00:00Z", "comments": 41,
      "score": 120}, "creator": {"name": "bob"}}]}
    """

  private static let fronts: [Front] =
    [("hn", "top"), ("hn/new", "new"), ("hn/best", "best"), ("hn/ask", "ask"), ("hn/show", "show")]
    .map {
      name, list in
      Front(
        name: name, hosts: ["hacker-news.firebaseio.com", "hn.algolia.com"],
        answers: [
          "/v0/\(list)stories.json": "[13]",
          "/v0/item/13.json":
            #"{"id": 13, "title": "Late", "by": "cem", "score": 1, "descendants": 2}"#,
        ], line: "1 1 2 Late https://news.ycombinator.com/item?id=13")
    } + [
      Front(
        name: "lobsters/t/clay", hosts: ["lobste.rs"],
        answers: [
          "/t/clay.json":
            #"[{"short_id": "ab12cd", "title": "Raku", "score": 7, "comment_count": 4, "tags": []}]"#
        ], line: "1 7 4 Raku https://lobste.rs/s/ab12cd"),
      Front(
        name: "reddit/r/knots", hosts: ["www.reddit.com"],
        answers: [
          "/r/knots/.rss": """
          <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>t3_abc</id><title>A bowline</title>
          <link href="https://www.reddit.com/r/knots/comments/abc/bowline/"/></entry></feed>
          """
        ], line: "1   A bowline https://www.reddit.com/r/knots/comments/abc/bowline/",
        type: "application/atom+xml"),
      Front(
        name: "https://pots.example/latest", hosts: ["pots.example"],
        answers: ["/latest.json": topics], line: "1  23 Slow https://pots.example/t/slow/31"),
      Front(
        name: "https://pots.example/top", hosts: ["pots.example"], answers: ["/top.json": topics],
        line: "1  23 Slow https://pots.example/t/slow/31"),
      Front(
        name: "https://pots.example/c/firing/4", hosts: ["pots.example"],
        answers: ["/c/firing/4.json": topics], line: "1  23 Slow https://pots.example/t/slow/31"),
      Front(
        name: "https://l.example/", hosts: ["l.example"],
        answers: ["/api/v4/post/list?limit=50&sort=active&type_=all": posts],
        line: "1 120 41 Crawling glaze https://l.example/post/5"),
      Front(
        name: "https://l.example/c/clay", hosts: ["l.example"],
        answers: ["/api/v4/post/list?limit=50&sort=active&community_name=clay": posts],
        line: "1 120 41 Crawling glaze https://l.example/post/5"),
      Front(
        name: "https://m.example/tags/clay", hosts: ["m.example"],
        answers: ["/api/v1/timelines/tag/clay?limit=40": toots],
        line: "1 51 4 Wedging https://m.example/@ann/88"),
      Front(
        name: "https://m.example/explore", hosts: ["m.example"],
        answers: ["/api/v1/trends/statuses?limit=40&offset=0": toots],
        line: "1 51 4 Wedging https://m.example/@ann/88"),
      Front(
        name: "github/ann/kiln/issues", hosts: ["api.github.com"],
        answers: [
          "/repos/ann/kiln/issues?page=1&per_page=50&sort=updated&direction=desc&state=all": issues
        ], line: "1  5 Kiln too cold https://github.com/ann/kiln/issues/42"),
      Front(
        name: "https://code.example/ann/kiln/issues", hosts: ["code.example"],
        answers: [
          "/api/v1/repos/ann/kiln/issues?page=1&limit=50&state=all&sort=recentupdate&type=issues":
            issues
        ], line: "1  5 Kiln too cold https://code.example/ann/kiln/issues/42"),
      Front(
        name: "https://clay.example/feed", hosts: ["clay.example"],
        answers: [
          "/feed": """
          <rss version="2.0"><channel><title>Clay</title><item><title>The kiln sighed</title>
          <link>https://clay.example/sigh/</link>
          <comments>https://news.ycombinator.com/item?id=77</comments></item></channel></rss>
          """
        ], line: "1   The kiln sighed https://news.ycombinator.com/item?id=77",
        type: "application/rss+xml"),
    ]

  @Test(arguments: fronts) func itIsListedFromItsAddress(_ front: Front) throws {
    let desk = try WebDesk(
      front.answers.mapValues { [TestServer.Answer($0, headers: ["Content-Type": front.type])] },
      standingInFor: front.hosts, with: ["REDDIT_TOKEN": ""])
    let outcome = try desk.run("front", front.name, "--plain")
    #expect(outcome.errors == "")
    let fields = outcome.output.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
    }
    // Without new comments and date.
    #expect(fields.map { ($0[...2] + $0[5...]).joined(separator: " ") } == [front.line])
  }
}
