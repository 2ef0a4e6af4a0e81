import DiscussionModel
import Testing

@testable import Sites

/// Front pages: what is requested, and what the rows are.
struct FrontTests {
  /// A row in one line: `title | target | author | score | comments | labels -> link`.
  private static func line(_ row: FrontRow) -> String {
    let fields = [
      row.title, row.target ?? "-", row.author ?? "-", row.score.map(String.init) ?? "-",
      row.comments.map(String.init) ?? "-", row.labels.joined(separator: ","),
    ]
    return fields.joined(separator: " | ") + " -> " + row.link
  }

  static func lines(_ page: FrontPage) -> [String] { page.rows.map { line($0) } }

  // MARK: Names

  @Test(arguments: [
    ("hn", "https://news.ycombinator.com/news"),
    ("hn/new", "https://news.ycombinator.com/newest"),
    ("hn/best", "https://news.ycombinator.com/best"),
    ("lobsters", "https://lobste.rs/"),
    ("lobsters/t/rust", "https://lobste.rs/t/rust"),
    ("reddit/r/knots", "https://www.reddit.com/r/knots"),
    ("github/ann/kiln/issues", "https://github.com/ann/kiln/issues"),
    ("https://forum.example/top", "https://forum.example/top"),
  ])
  func namesLeadToAddresses(name: String, address: String) throws {
    #expect(try FrontName(name).address == address)
  }

  @Test(arguments: ["", "hn/old", "lobsters/s/abc", "reddit", "knots", "hn/", "github/ann"])
  func otherNamesAreRefusedWithThoseThereAre(name: String) {
    #expect(throws: SiteError(.unknownFront(known: FrontName.known), url: name)) {
      try FrontName(name)
    }
  }

  @Test func theNamesThatThereAreAreNames() throws {
    #expect(FrontName.known.prefix(3) == ["hn", "hn/new", "hn/best"])
    for name in FrontName.known where !name.contains(where: \.isUppercase) {
      _ = try FrontVisit(url: FrontName(name).address)
    }
  }

  @Test func anotherPageOfAKnownSiteIsRefused() {
    #expect(throws: SiteError.self) { try FrontVisit(url: "https://lobste.rs/u/ann") }
    #expect(throws: SiteError.self) { try FrontVisit(url: "https://github.com/ann") }
  }

  // MARK: Hacker News

  private static let firebase = "https://hacker-news.firebaseio.com/v0"
  private static let search =
    "https://hn.algolia.com/api/v1/search?tags=(story,poll,job),"
    + "(story_12,story_11,story_13)&hitsPerPage=30"

  private static let hits = """
    {"hits": [
      {"objectID": "11", "title": "Glazes &amp; fire", "url": "https://kiln.example/fire", "points": 90,
       "num_comments": 7, "author": "ann", "created_at": "2026-05-01T10:00:00Z"},
      {"objectID": "12", "title": "Ask HN: Which clay?", "points": 12, "num_comments": 3, "author": "ben",
       "story_text": "For mugs."}
    ], "nbPages": 4}
    """

  @Test func hackerNewsIsInTheSitesOrder() throws {
    let site = FakeSite([
      "\(Self.firebase)/topstories.json": "[12, 11, 13]",
      Self.search: Self.hits,
      "\(Self.firebase)/item/13.json":
        #"{"id": 13, "title": "Late", "by": "cem", "score": 1, "descendants": 0, "time": 1777629600}"#,
    ])
    let (page, requested) = try site.front("https://news.ycombinator.com/")
    #expect(page.title == "Hacker News")
    #expect(
      Self.lines(page) == [
        "Ask HN: Which clay? | - | ben | 12 | 3 |  -> https://news.ycombinator.com/item?id=12",
        "Glazes & fire | https://kiln.example/fire | ann | 90 | 7 |  "
          + "-> https://news.ycombinator.com/item?id=11",
        "Late | - | cem | 1 | 0 |  -> https://news.ycombinator.com/item?id=13",
      ])
    #expect(requested.count == 3)
    #expect(page.next == nil)
  }

  @Test func withoutFirebaseTheOrderIsAlgolias() throws {
    let site = FakeSite([
      "https://hn.algolia.com/api/v1/search?tags=front_page&hitsPerPage=30&page=0": Self.hits
    ])
    let (page, _) = try site.front("https://news.ycombinator.com/news")
    #expect(page.rows.map(\.score) == [90, 12])
    #expect(page.next == "https://news.ycombinator.com/news?p=2")
  }

  @Test func withoutAlgoliaTheItemsAreFirebases() throws {
    let site = FakeSite([
      "\(Self.firebase)/newstories.json": "[12, 11, 13]",
      "\(Self.firebase)/item/12.json": "null",
      "\(Self.firebase)/item/11.json": #"{"id": 11, "title": "One", "score": 5}"#,
      "\(Self.firebase)/item/13.json": #"{"id": 13, "title": "Two", "dead": true}"#,
    ])
    let (page, _) = try site.front("https://news.ycombinator.com/newest")
    #expect(page.rows.map(\.title) == ["One"])
  }

  @Test func pagesOfHackerNewsHaveThirtyRows() throws {
    let ids = (1...70).map(String.init).joined(separator: ",")
    let second = (31...60).map { "story_\($0)" }.joined(separator: ",")
    let site = FakeSite([
      "\(Self.firebase)/topstories.json": "[\(ids)]",
      "https://hn.algolia.com/api/v1/search?tags=(story,poll,job),(\(second))&hitsPerPage=30":
        #"{"hits": [{"objectID": "31", "title": "Thirty-one"}]}"#,
    ])
    let (page, _) = try site.front("https://news.ycombinator.com/news?p=2")
    #expect(page.rows.map(\.title) == ["Thirty-one"])
    #expect(page.next == "https://news.ycombinator.com/news?p=3")
  }

  // MARK: Sites with one request

  @Test func lobsters() throws {
    let site = FakeSite([
      "https://lobste.rs/t/ceramics.json": """
      [{"short_id": "ab12cd", "title": "Raku at home", "url": "https://kiln.example/raku", "score": -1,
        "comment_count": 4, "submitter_user": "dee", "tags": ["ceramics", "practices"],
        "created_at": "2026-05-01T08:00:00.000-05:00"},
       {"short_id": "ef34", "title": "What do you fire?", "url": "", "score": 8, "comment_count": 0,
        "submitter_user": {"username": "eli"}, "tags": []}]
      """
    ])
    let (page, _) = try site.front("https://lobste.rs/t/ceramics")
    #expect(page.title == "Lobsters: ceramics")
    #expect(
      Self.lines(page) == [
        "Raku at home | https://kiln.example/raku | dee | -1 | 4 | ceramics,practices "
          + "-> https://lobste.rs/s/ab12cd",
        "What do you fire? | - | eli | 8 | 0 |  -> https://lobste.rs/s/ef34",
      ])
    #expect(page.rows.first?.published?.iso == "2026-05-01T13:00:00Z")
  }

  @Test(arguments: [
    ("https://lobste.rs/", "https://lobste.rs/hottest.json"),
    ("https://lobste.rs/newest", "https://lobste.rs/newest.json"),
    ("https://lobste.rs/page/3", "https://lobste.rs/page/3.json"),
    ("https://lobste.rs/t/rust/page/2", "https://lobste.rs/t/rust/page/2.json"),
    ("https://www.reddit.com/r/knots/top", "https://www.reddit.com/r/knots/top/.rss"),
    (
      "https://github.com/ann/kiln/pulls",
      "https://api.github.com/repos/ann/kiln/issues?page=1&per_page=50&sort=updated&direction=desc&state=all"
    ),
    (
      "https://github.com/ann/kiln/discussions?page=2",
      "https://api.github.com/repos/ann/kiln/discussions?page=2&per_page=50&sort=updated&direction=desc"
    ),
  ])
  func requests(address: String, request: String) throws {
    var visit = try FrontVisit(url: address)
    guard case .ask(let asked) = try visit.next() else {
      Issue.record("nothing is requested")
      return
    }
    #expect(asked.url == request)
  }

  @Test func discourse() throws {
    let site = FakeSite([
      "https://pots.example/c/firing/4.json": """
      {"users": [{"id": 7, "username": "ann"}],
       "topic_list": {"more_topics_url": "/c/firing/4?page=1", "topics": [
         {"id": 31, "title": "Slow & low", "slug": "slow-low", "posts_count": 24, "pinned": true,
          "has_accepted_answer": true, "created_at": "2026-04-01T00:00:00Z",
          "last_posted_at": "2026-05-02T00:00:00Z", "posters": [{"user_id": 7}]},
         {"id": 32, "title": "Shut", "slug": "../x", "posts_count": 1, "closed": true}]}}
      """
    ])
    let (page, _) = try site.front("https://pots.example/c/firing/4")
    #expect(
      Self.lines(page) == [
        "Slow & low | - | ann | - | 23 | pinned,solved -> https://pots.example/t/slow-low/31",
        "Shut | - | - | - | 0 | closed -> https://pots.example/t/-/32",
      ])
    #expect(page.rows[0].lastActivity?.iso == "2026-05-02T00:00:00Z")
    #expect(page.next == "https://pots.example/c/firing/4?page=1")
  }

  /// At the top of a host that nobody knows, one interface after the other is tried.
  @Test func lemmyOfEachVersion() throws {
    let post = """
      {"id": 5, "name": "Crawling glaze", "url": "https://kiln.example/crawl", "locked": true,
       "featured_local": true, "published": "2026-05-01T10:00:00Z", "comments": 41, "score": 120}
      """
    let new = FakeSite([
      "https://l.example/api/v4/post/list?limit=50&sort=active&type_=all":
        #"{"items": [{"post": \#(post), "creator": {"name": "bob"}}], "next_page": "P1a"}"#
    ])
    let old = FakeSite([
      "https://l.example/api/v3/post/list?limit=50&sort=Active&type_=All": """
      {"posts": [{"post": \(post), "creator": {"name": "bob"}, "counts": {"comments": 41, "score": 120}}],
       "next_page": "P1a"}
      """
    ])
    for site in [new, old] {
      let (page, _) = try site.front("https://l.example/")
      #expect(
        Self.lines(page) == [
          "Crawling glaze | https://kiln.example/crawl | bob | 120 | 41 | pinned,locked "
            + "-> https://l.example/post/5"
        ])
      #expect(page.next == "https://l.example/?page_cursor=P1a")
    }
    let (_, requested) = try old.front("https://l.example/")
    #expect(
      requested == [
        "https://l.example/latest.json",
        "https://l.example/api/v4/post/list?limit=50&sort=active&type_=all",
        "https://l.example/api/v3/post/list?limit=50&sort=Active&type_=All",
      ])
  }

  @Test func pieFed() throws {
    let site = FakeSite([
      "https://p.example/api/alpha/post/list?limit=50&sort=Active&page=2&community_name=clay@l.example":
        """
      {"posts": [{"post": {"id": 9, "title": "Pies of clay", "sticky": true},
                  "creator": {"user_name": "gil"}, "counts": {"comments": 2, "score": 3}}], "next_page": "3"}
      """
    ])
    let (page, _) = try site.front("https://p.example/c/clay@l.example?page=2")
    #expect(
      Self.lines(page) == ["Pies of clay | - | gil | 3 | 2 | pinned -> https://p.example/post/9"])
    #expect(page.next == "https://p.example/c/clay@l.example?page=3")
  }

  @Test func mastodon() throws {
    let site = FakeSite([
      "https://m.example/api/v1/timelines/tag/clay?limit=40": """
      [{"id": "88", "content": "<p>Wedging &amp; waiting</p>", "spoiler_text": "", "replies_count": 4,
        "favourites_count": 51, "account": {"acct": "ann@far.example", "display_name": "Ann"},
        "created_at": "2026-05-01T10:00:00.000Z", "card": {"url": "https://kiln.example/wedge"}},
       {"id": "87", "content": "<p>Hidden</p>", "spoiler_text": "Broken pots", "account": {"acct": "ben"}}]
      """
    ])
    let (page, _) = try site.front("https://m.example/tags/clay")
    #expect(
      Self.lines(page) == [
        "Wedging & waiting | https://kiln.example/wedge | Ann | 51 | 4 |  "
          + "-> https://m.example/@ann@far.example/88",
        "Broken pots | - | ben | - | - |  -> https://m.example/@ben/87",
      ])
  }

  @Test func issuesOfGitHubAndForgejo() throws {
    let items = """
      [{"number": 42, "title": "Kiln too cold", "user": {"login": "ann"}, "comments": 5, "state": "open",
        "created_at": "2026-05-01T10:00:00Z", "updated_at": "2026-05-03T10:00:00Z", "pull_request": null},
       {"number": 41, "title": "Turn it up", "user": null, "comments": 2, "state": "closed", "draft": true,
        "pull_request": {"html_url": "x"}}]
      """
    let site = FakeSite([
      "https://api.github.com/repos/ann/kiln/issues?page=1&per_page=50&sort=updated&direction=desc&state=all":
        items,
      "https://code.example/api/v1/repos/ann/kiln/issues?page=1&limit=50&state=all&sort=recentupdate&type=issues":
        items,
    ])
    #expect(
      try Self.lines(site.front("https://github.com/ann/kiln/issues").page) == [
        "Kiln too cold | - | ann | - | 5 |  -> https://github.com/ann/kiln/issues/42"
      ])
    #expect(
      try Self.lines(site.front("https://github.com/ann/kiln/pulls").page) == [
        "Turn it up | - | - | - | 2 | closed,draft -> https://github.com/ann/kiln/pull/41"
      ])
    #expect(
      try Self.lines(site.front("https://code.example/ann/kiln/issues").page) == [
        "Kiln too cold | - | ann | - | 5 |  -> https://code.example/ann/kiln/issues/42"
      ])
  }

  @Test func gitLab() throws {
    let site = FakeSite([
      "https://code.example/api/v4/projects/a%2Fb%2Fkiln/merge_requests?order_by=updated_at&per_page=50&page=1":
        """
      [{"iid": 42, "title": "Turn it up", "author": {"username": "ann"}, "user_notes_count": 5,
        "upvotes": 3, "state": "merged", "draft": true, "created_at": "2026-05-01T10:00:00Z",
        "updated_at": "2026-05-03T10:00:00Z"}, {"title": "No number"}]
      """,
      "https://code.example/api/v4/projects/a%2Fb/issues?search=slow%20fire&order_by=updated_at&per_page=50&page=2":
        "[\(Array(repeating: #"{"iid": 7}"#, count: 50).joined(separator: ","))]",
    ])
    let (page, requested) = try site.front("https://code.example/a/b/kiln/-/merge_requests")
    #expect(requested.count == 1)
    #expect(page.title == "a/b/kiln: merge requests")
    #expect(
      Self.lines(page) == [
        "Turn it up | - | ann | 3 | 5 | merged,draft "
          + "-> https://code.example/a/b/kiln/-/merge_requests/42"
      ])
    #expect(page.rows[0].lastActivity?.iso == "2026-05-03T10:00:00Z")
    let (found, _) = try site.front("https://code.example/a/b/-/issues?search=slow+fire&page=2")
    #expect(found.title == "a/b: issues “slow fire”")
    #expect(found.rows.map(\.link) == ["https://code.example/a/b/-/issues/7"])
    #expect(found.next == "https://code.example/a/b/-/issues?search=slow%20fire&page=3")
  }

  /// What leads to a discussion that can be opened is taken before a page for browsers.
  @Test func aFeedLeadsToTheCommentsThatCanBeRead() throws {
    var site = FakeSite([:])
    let url = "https://clay.example/feed"
    let item = "<wfw:commentRss>/slow/feed/</wfw:commentRss><link>/slow/</link>"
    let feed = """
      <rss><channel><item><title>Slow</title>\(item)<comments>/slow/#comments</comments></item>
      <item><title>Fast</title>\(item)<comments>https://news.ycombinator.com/item?id=7</comments></item>
      <item><title>Twice</title>\(item)</item></channel></rss>
      """
    site.answers[url] = SiteResponse(
      status: 200, url: url, contentType: "application/rss+xml", body: Array(feed.utf8))
    #expect(
      try Self.lines(site.front(url).page) == [
        "Slow | https://clay.example/slow/ | - | - | - |  -> https://clay.example/slow/feed/",
        "Fast | https://clay.example/slow/ | - | - | - |  "
          + "-> https://news.ycombinator.com/item?id=7",
      ])
  }

  /// GitHub lists issues and pull requests together.
  @Test func aPageOfTheOtherKindIsFollowedByTheNext() throws {
    let pull = #"{"number": 41, "title": "Turn it up", "pull_request": {}}"#
    let pulls = "[\(Array(repeating: pull, count: 50).joined(separator: ","))]"
    let list = "https://api.github.com/repos/ann/kiln/issues"
    let rest = "per_page=50&sort=updated&direction=desc&state=all"
    var site = FakeSite([
      "\(list)?page=1&\(rest)": pulls, "\(list)?page=2&\(rest)": pulls,
      "\(list)?page=3&\(rest)": #"[{"number": 40, "title": "Too cold"}]"#,
    ])
    let (page, requested) = try site.front("https://github.com/ann/kiln/issues")
    #expect(page.rows.map(\.title) == ["Too cold"])
    #expect(requested.count == 3)
    #expect(page.next == nil)
    // One that does not come leaves the list empty, with the way to go on.
    site["\(list)?page=3&\(rest)"] = nil
    let (empty, _) = try site.front("https://github.com/ann/kiln/issues")
    #expect(empty.rows == [])
    #expect(empty.next == "https://github.com/ann/kiln/issues?page=3")
    for number in 1...30 { site["\(list)?page=\(number)&\(rest)"] = pulls }
    let (_, most) = try site.front("https://github.com/ann/kiln/issues")
    #expect(most.count == 5)
  }

  // MARK: Feeds

  private static let rss = """
    <?xml version="1.0"?><rss version="2.0" xmlns:slash="s" xmlns:dc="d"><channel>
    <title>Clay notes</title><link>https://clay.example</link>
    <item><title>The kiln &#8220;sighed&#8221;</title><link>https://clay.example/sigh/</link>
     <comments>https://news.ycombinator.com/item?id=77</comments><dc:creator><![CDATA[Ann]]></dc:creator>
     <pubDate>Sun, 03 May 2026 06:00:00 +0200</pubDate><slash:comments>12</slash:comments></item>
    <item><link>https://clay.example/quiet/</link><description>&lt;p&gt;No title here.&lt;/p&gt;</description>
     <comments>https://clay.example/quiet/#respond</comments><slash:comments>0</slash:comments></item>
    </channel></rss>
    """

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="t"><title>Slip</title>
    <link rel="next" href="https://slip.example/feed?2"/>
    <entry><id>1</id><title type="text">Casting</title><author><name>Ben</name></author>
     <link rel="replies" type="text/html" href="https://slip.example/casting#c" thr:count="3"/>
     <link rel="alternate" href="https://slip.example/casting"/><thr:total>3</thr:total>
     <published>2026-05-01T06:00:00.000Z</published></entry></feed>
    """

  @Test func aFeedIsTheLastThatIsTried() throws {
    var site = FakeSite([:])
    for (url, body) in [
      ("https://clay.example/feed", Self.rss), ("https://slip.example/feed", Self.atom),
    ] {
      site.answers[url] = SiteResponse(
        status: 200, url: url, contentType: "application/xml", body: Array(body.utf8))
    }
    let (page, requested) = try site.front("https://clay.example/feed")
    #expect(requested == ["https://clay.example/feed"])
    #expect(page.title == "Clay notes")
    #expect(
      Self.lines(page) == [
        "The kiln “sighed” | https://clay.example/sigh/ | Ann | - | 12 |  "
          + "-> https://news.ycombinator.com/item?id=77",
        "No title here. | - | - | - | 0 |  -> https://clay.example/quiet/",
      ])
    #expect(page.rows[0].published?.iso == "2026-05-03T04:00:00Z")
    let (other, _) = try site.front("https://slip.example/feed")
    #expect(
      Self.lines(other) == ["Casting | - | Ben | - | 3 |  -> https://slip.example/casting"])
    #expect(other.next == "https://slip.example/feed?2")
  }

  @Test func aSubredditIsItsFeed() throws {
    var site = FakeSite([:])
    let url = "https://www.reddit.com/r/knots/.rss"
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><author><name>/u/ann</name></author>
      <content type="html">&lt;a href="https://rope.example/"&gt;[link]&lt;/a&gt;</content><id>t3_abc</id>
      <link href="https://www.reddit.com/r/knots/comments/abc/bowline/"/>
      <updated>2026-05-01T00:00:00+00:00</updated><title>A bowline &amp; a hitch</title></entry></feed>
      """
    site.answers[url] = SiteResponse(
      status: 200, url: url, contentType: "application/atom+xml", body: Array(feed.utf8))
    let (page, _) = try site.front("https://www.reddit.com/r/knots")
    #expect(
      Self.lines(page) == [
        "A bowline & a hitch | https://rope.example/ | ann | - | - |  "
          + "-> https://www.reddit.com/r/knots/comments/abc/bowline/"
      ])
  }

  /// Words about feeds do not make a feed.
  @Test func jsonThatMentionsAFeedIsJSON() throws {
    let site = FakeSite([
      "https://lobste.rs/hottest.json":
        #"[{"short_id": "a1", "title": "Is <rss> or <feed> dead?"}]"#
    ])
    #expect(
      try site.front("https://lobste.rs/").page.rows.map(\.title) == ["Is <rss> or <feed> dead?"])
  }

  @Test func addressesInAFeedMayBeRelative() throws {
    var site = FakeSite([:])
    let url = "https://slip.example/feeds/all"
    let feed =
      #"<feed><entry><title>One</title><link href="/one"/><thr:total>99999999999999999999</thr:total></entry></feed>"#
    site.answers[url] = SiteResponse(
      status: 200, url: url, contentType: "application/atom+xml", body: Array(feed.utf8))
    #expect(
      try Self.lines(site.front(url).page) == ["One | - | - | - | - |  -> https://slip.example/one"]
    )
  }

  // MARK: What goes wrong

  @Test func aHostWithoutAnyIsNamedWithWhatWasExpected() {
    #expect(
      throws: SiteError(
        .notUnderstood(expected: SiteTable.standard.frontExpectations), url: "https://n.example/")
    ) { try FakeSite([:]).front("https://n.example/") }
  }

  @Test func aWallEndsIt() {
    var site = FakeSite([:])
    let url = "https://lobste.rs/hottest.json"
    site.answers[url] = SiteResponse(
      status: 200, url: url, contentType: "text/html",
      body: Array("<title>Making sure you&#39;re not a bot!</title>".utf8))
    #expect(throws: SiteError(.browserRequired, url: url)) {
      try site.front("https://lobste.rs/")
    }
  }

  @Test func rowsThatCannotBeUsedAreLeftOut() throws {
    let site = FakeSite([
      "https://lobste.rs/hottest.json": """
      [{"short_id": "a/../b", "title": "No"}, 7, null, {"title": "No"}, {"short_id": "ok", "score": "many"}]
      """
    ])
    let (page, _) = try site.front("https://lobste.rs/")
    #expect(Self.lines(page) == ["Lobsters ok | - | - | - | - |  -> https://lobste.rs/s/ok"])
  }
}

/// Times of mail.
struct InternetDateTests {
  @Test(arguments: [
    ("Sun, 01 Nov 2026 06:00:00 +0000", "2026-11-01T06:00:00Z"),
    ("1 Nov 2026 06:00 GMT", "2026-11-01T06:00:00Z"),
    ("Sun, 01 Nov 26 06:00:00 -0530", "2026-11-01T11:30:00Z"),
    ("01 Nov 2026 06:00:00 EDT", "2026-11-01T10:00:00Z"),
    ("Sat, 01 Jan 94 00:00:00 Z", "1994-01-01T00:00:00Z"),
  ])
  func readsTimes(text: String, iso: String) {
    #expect(InternetDate.moment(text)?.iso == iso)
  }

  @Test(arguments: [
    "", "Sun", "Sun, 01 Nov", "01 Foo 2026 06:00:00 Z", "01 Nov 2026 6 Z",
    "01 Nov 2026 06:00:00 XYZ",
  ])
  func anythingElseIsNone(text: String) {
    #expect(InternetDate.moment(text) == nil)
  }
}
