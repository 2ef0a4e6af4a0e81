import Foundation
import RunningPrograms
import Testing

/// Front pages on the screen, against a server that lists stories as Lobsters does.
extension TerminalTests {
  /// A story of so many comments, the first of which links to a page of the site: the story `clay`.
  private static func story(
    _ id: String, _ title: String, comments: Int, linkTo page: String = "s/clay/clay"
  ) -> TestServer.Answer {
    let link = "<a href=\\\"https://lobste.rs/\(page)\\\">more</a>"
    let list = (1...comments).map { number in
      """
      {"short_id": "\(id)\(number)", "comment": "<p>Word \(number) on \(title). \
      \(number == 1 && id != "clay" ? link : "")</p>", "commenting_user": "eli", "depth": 0,
       "created_at": "2026-05-01T09:00:00.000-05:00"}
      """
    }
    return TestServer.Answer(
      """
      {"short_id": "\(id)", "title": "\(title)", "comment_count": \(comments),
       "submitter_user": "dee", "comments_url": "https://lobste.rs/s/\(id)/x",
       "url": "https://kiln.example/\(id)", "comments": [\(list.joined(separator: ","))]}
      """)
  }

  private static func list(_ stories: (id: String, title: String, comments: Int)...)
    -> TestServer.Answer
  {
    let rows = stories.map { story in
      """
      {"short_id": "\(story.id)", "title": "\(story.title)", "score": 41,
       "url": "https://kiln.example/\(story.id)", "comment_count": \(story.comments),
       "submitter_user": "dee", "tags": [], "created_at": "2026-05-01T08:00:00.000-05:00"}
      """
    }
    return TestServer.Answer("[\(rows.joined(separator: ","))]")
  }

  /// From an empty library to a front page, a discussion, a link in it to a second one, back and back; and the next day.
  @Test func aDayBeginsOnAFrontPage() throws {
    let desk = try WebDesk(
      [
        "/hottest.json": [
          Self.list(("glaze", "Glazes", 2), ("raku", "Raku at home", 4)),
          Self.list(
            ("wheel", "A new wheel", 1), ("glaze", "Glazes", 2), ("raku", "Raku at home", 16)),
        ],
        "/s/raku.json": [
          Self.story("raku", "Raku", comments: 4), Self.story("raku", "Raku", comments: 4),
          Self.story("raku", "Raku", comments: 16),
        ],
        "/s/clay.json": [Self.story("clay", "Clay", comments: 3)],
      ], standingInFor: ["lobste.rs"], columns: 100)
    let terminal = desk.terminal
    try terminal.start()
    try terminal.wait(for: "Library")
    #expect(desk.asked() == [])
    try terminal.send("g", "f")
    try terminal.wait(for: "front page:")
    try terminal.send("lobsters", "Enter")
    var screen = try terminal.wait(for: "Raku at home")
    #expect(screen.focusedLine.contains("Glazes") && !screen.contains("new  "))
    try terminal.send("j", "Enter")
    try terminal.wait(for: "Word 1 on Raku")
    try terminal.send("j", "x")
    try terminal.wait(for: "opens here")
    try terminal.send("Enter")
    try terminal.wait(for: "Word 1 on Clay")
    try terminal.send("q")
    screen = try terminal.wait(for: "Word 1 on Raku")
    #expect(screen.focusedLine.contains("eli"))
    try terminal.send("q")
    screen = try terminal.wait(for: "points")
    #expect(screen.focusedLine.contains("Raku at home"))
    // What is there opens at once, and is asked for once, even if nothing is new.
    try terminal.send("Enter")
    try terminal.wait(for: "Word 1 on Raku")
    try desk.waitUntilAsked(4)
    usleep(300_000)
    try terminal.send("q")
    try terminal.wait(for: "points")
    // What the page is called is kept with it.
    try terminal.send("g", "a")
    try terminal.wait(for: "listed in the library")
    try terminal.send("q")
    screen = try terminal.wait(for: "Library")
    #expect(screen.contains("Lobsters") && screen.contains("front page"))
    try terminal.send("Q")
    try terminal.wait(for: "status 0")
    #expect(
      desk.asked() == ["/hottest.json", "/s/clay.json", "/s/raku.json", "/s/raku.json"])

    // A day later nothing is asked for until somebody does.
    try terminal.send("export UNDERSTORY_TEST_CLOCK=86400", "Enter")
    try terminal.start()
    screen = try terminal.wait(for: "front page")
    try terminal.send("g", "g", "Enter")
    screen = try terminal.wait(for: "A new wheel")
    let rows = screen.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("new  1  A new wheel") })
    #expect(rows.contains { $0.contains("+12  3  Raku at home") })
    #expect(rows.contains { $0.contains("       2  Glazes") })
    try terminal.send("Tab", "Enter")
    try terminal.wait(for: "12 new comments")
    try terminal.send("Q")
    try terminal.wait(for: "status 0")
    #expect(
      desk.asked(after: 4) == ["/hottest.json", "/s/raku.json"])
  }

  @Test func withoutANetworkTheListIsAsItWas() throws {
    let desk = try WebDesk(
      [
        "/hottest.json": [
          Self.list(("glaze", "Glazes", 2), ("raku", "Raku at home", 4)),
          TestServer.Answer("", status: 500),
        ],
        "/s/raku.json": [Self.story("raku", "Raku", comments: 4)],
      ], standingInFor: ["lobste.rs"], columns: 100)
    _ = try desk.run("front", "lobsters")
    _ = try desk.run("fetch", "https://lobste.rs/s/raku")
    let terminal = desk.terminal
    try terminal.send("export UNDERSTORY_TEST_CLOCK=86400", "Enter")
    try terminal.start()
    try terminal.wait(for: "Library")
    try terminal.send("g", "f")
    try terminal.send("lobsters", "Enter")
    let screen = try terminal.wait(for: "the site failed")
    #expect(screen.contains("Lobsters · 1 d old") && screen.contains("Raku at home"))
    try terminal.send("j", "Enter")
    try terminal.wait(for: "Word 1 on Raku")
  }

  /// What HN has about the same article, with one comment.
  private static let hits = TestServer.Answer(
    """
    {"hits": [{"objectID": "77", "title": "Raku, said HN", "points": 9, "num_comments": 1,
      "url": "https://www.kiln.example/raku?utm_source=hn", "author": "zed",
      "created_at_i": 1764500000, "_tags": ["story"]}], "page": 0, "nbPages": 1}
    """)
  private static let item = TestServer.Answer(
    """
    {"id": 77, "type": "story", "title": "Raku, said HN", "url": "https://kiln.example/raku",
     "author": "zed", "points": 9, "created_at": "2026-05-01T08:00:00.000Z", "children": [
       {"id": 78, "type": "comment", "author": "amy", "text": "<p>Word of HN", "parent_id": 77,
        "story_id": 77, "created_at": "2026-05-01T08:10:00.000Z", "children": []}]}
    """)

  /// Only the key asks who else discusses an article; read together, marks are those of the single discussions.
  @Test func anArticlesDiscussionsAreReadTogether() throws {
    let search =
      "/api/v1/search?query=kiln.example%2Fraku&restrictSearchableAttributes=url&tags=story&hitsPerPage=100"
    let desk = try WebDesk(
      [
        "/s/raku.json": [Self.story("raku", "Raku", comments: 2)], search: [Self.hits],
        "/stories/url/all.json?url=https%3A%2F%2Fkiln.example%2Fraku": [
          Self.list(("raku", "Raku", 2))
        ],
        "/api/v1/items/77": [Self.item],
      ],
      standingInFor: [
        "lobste.rs", "hn.algolia.com", "hacker-news.firebaseio.com", "oauth.reddit.com",
      ], columns: 100)
    _ = try desk.run("fetch", "https://lobste.rs/s/raku")
    let terminal = desk.terminal
    try terminal.start("lobsters:raku")
    try terminal.wait(for: "2 unread")
    #expect(desk.asked() == ["/s/raku.json"])
    try terminal.send("g", "e")
    let screen = try terminal.wait(for: "Raku, said HN")
    #expect(screen.contains("Elsewhere · https://kiln.example/raku"))
    #expect(screen.contains("Lobsters") && screen.contains("Hacker News"))
    try terminal.send("=")
    try terminal.wait(for: "Word of HN")
    try terminal.send("j", "j", "r")
    try terminal.wait(for: "4 unread")
    try terminal.send("Q")
    try terminal.wait(for: "status 0")
    #expect(try desk.run("status", "hn:77").output.contains("1 comment: 0 new, 0 unread, 1 read"))
    #expect(try desk.run("list").output.contains("hn:77"))
  }

  @Test func aLinkToTheSameDiscussionGoesThere() throws {
    let desk = try WebDesk(
      [
        "/s/raku.json": [
          Self.story("raku", "Raku", comments: 30, linkTo: "s/raku/x#c_raku29")
        ]
      ], standingInFor: ["lobste.rs"], columns: 100)
    _ = try desk.run("fetch", "https://lobste.rs/s/raku")
    let terminal = desk.terminal
    try terminal.start("lobsters:raku")
    try terminal.wait(for: "30 unread")
    try terminal.send("j", "x")
    try terminal.wait(for: "opens here")
    try terminal.send("Enter")
    try terminal.wait("for the comment") { $0.focusedLine.contains("#29") }
    // One level: no second screen of the same was opened.
    try terminal.send("BSpace")
    try terminal.wait("for the comment before") { $0.focusedLine.contains("#1 ") }
    try terminal.send("q")
    try terminal.wait(for: "status 0")
    #expect(desk.asked() == ["/s/raku.json"])
  }

  /// The list of a page that is opened gives way to a discussion, and comes after that.
  @Test func aListThatGaveWayComesLater() throws {
    let desk = try WebDesk(
      [
        "/hottest.json": [
          Self.list(("glaze", "Glazes", 2), ("raku", "Raku at home", 4)), .held,
          Self.list(("wheel", "A new wheel", 1), ("raku", "Raku at home", 4)),
        ],
        "/s/raku.json": [Self.story("raku", "Raku", comments: 4)],
      ], standingInFor: ["lobste.rs"], columns: 100)
    _ = try desk.run("front", "lobsters")
    let terminal = desk.terminal
    try terminal.send("export UNDERSTORY_TEST_CLOCK=86400", "Enter")
    try terminal.start()
    try terminal.wait(for: "Library")
    try terminal.send("g", "f")
    try terminal.wait(for: "front page:")
    try terminal.send("lobsters", "Enter")
    try terminal.wait(for: "1 d old")
    try desk.waitUntilAsked(2)
    try terminal.send("j", "Enter")
    try terminal.wait(for: "Word 1 on Raku")
    try desk.waitUntilAsked(4)
    try terminal.send("q")
    try terminal.wait(for: "newer list: U")
    try terminal.send("U")
    let screen = try terminal.wait(for: "A new wheel")
    #expect(!screen.contains("Glazes"))
  }

  /// A list that cannot be fetched while another screen is on top says so once its reader comes back, and only once.
  @Test func aListThatFailsBelowAnotherScreenSaysSo() throws {
    let desk = try WebDesk(
      [
        "/hottest.json": [.held, TestServer.Answer("", status: 500)],
        "/newest.json": [Self.list(("glaze", "Glazes", 2))],
      ], standingInFor: ["lobste.rs"], columns: 100)
    let terminal = desk.terminal
    try terminal.start()
    try terminal.wait(for: "Library")
    try terminal.send("g", "f")
    try terminal.wait(for: "front page:")
    try terminal.send("lobsters", "Enter")
    try desk.waitUntilAsked(1)
    try terminal.send("g", "f")
    try terminal.wait(for: "front page:")
    try terminal.send("lobsters/newest", "Enter")
    try terminal.wait(for: "not fetched: lobste.rs: the site failed")
    try terminal.send("q")
    let screen = try terminal.wait(for: "Could not be fetched · U tries again")
    #expect(screen.split(separator: "the site failed").count == 2)
  }
}
