import Testing

@testable import Sites

/// Who else discusses an article: what is requested of whom, and what of it counts.
@Suite struct ElsewhereVisitTests {
  static let article = "http://www.kiln.example/fire/?utm_source=clay#top"
  static let encoded = "http%3A%2F%2Fwww.kiln.example%2Ffire%2F"
  static let algolia = """
    https://hn.algolia.com/api/v1/search?query=kiln.example%2Ffire&restrictSearchableAttributes=url\
    &tags=story&hitsPerPage=100
    """
  static let lobsters = "https://lobste.rs/stories/url/all.json?url=\(encoded)"
  static let reddit = "https://oauth.reddit.com/api/info?raw_json=1&limit=100&url=\(encoded)"

  static let answers = [
    algolia: """
    {"hits": [
      {"objectID": "31", "title": "Fire &amp; clay", "url": "https://kiln.example/fire", "points": 90,
       "num_comments": 41, "author": "ann", "created_at": "2026-05-01T10:00:00Z"},
      {"objectID": "32", "title": "Fire, page 2", "url": "https://kiln.example/fire?page=2"},
      {"objectID": "33", "title": "My kiln", "story_text": "kiln.example/fire", "num_comments": 3},
      {"objectID": "34", "title": "Fire", "url": "https://m.kiln.example/fire/amp", "num_comments": 0}]}
    """,
    lobsters: """
    [{"short_id": "ab12cd", "title": "Fire", "url": "http://www.kiln.example/fire/", "score": 8,
      "comment_count": 4, "submitter_user": "dee", "tags": ["ceramics"]}]
    """,
    reddit: """
    {"kind": "Listing", "data": {"children": [
      {"kind": "t3", "data": {"id": "x1", "title": "Hot & hotter", "url": "https://kiln.example/fire/",
        "permalink": "/r/clay/comments/x1/hot/", "subreddit": "clay", "author": "eli", "score": 5,
        "num_comments": 7, "created_utc": 1777629600.0}},
      {"kind": "t3", "data": {"id": "x2", "title": "No place", "url": "https://kiln.example/fire",
        "permalink": ".evil.example/r/"}},
      {"kind": "t5", "data": {"id": "x3", "title": "Ours", "url": "/r/clay/"}}]}}
    """,
  ]

  /// Carries out a visit; a host that is named as silent gives no response at all.
  static func visit(
    _ answers: [String: String], from discussion: String? = nil, fronts: [String] = [],
    tokens: Set<String> = [], silent: String? = nil
  ) throws -> (found: Elsewhere, requested: [String]) {
    var visit = try ElsewhereVisit(
      article: article, discussion: discussion, fronts: fronts, tokens: tokens)
    let site = FakeSite(answers)
    var requested: [String] = []
    while true {
      switch try visit.next() {
      case .done(let found): return (found, requested)
      case .ask(let request):
        requested.append(request.url)
        if let silent, request.url.hasPrefix(silent) {
          let goesOn = visit.miss(because: "no network")
          #expect(goesOn)
          continue
        }
        let nothing = SiteResponse(status: 404, url: request.url, contentType: "text/html")
        try visit.take(site.answers[request.url] ?? nothing)
      }
    }
  }

  static func lines(_ found: Elsewhere) -> [String] {
    found.rows.map { row in
      let counts = [row.row.score, row.row.comments].map { $0.map(String.init) ?? "-" }
      return
        "\(row.site) | \(row.row.title) | \(counts.joined(separator: " | ")) -> \(row.row.link)"
    } + found.failures.map { "\($0.site): \($0.reason)" }
  }

  @Test func allThatRespond() throws {
    let (found, requested) = try Self.visit(Self.answers, tokens: ["REDDIT_TOKEN"])
    #expect(requested == [Self.algolia, Self.reddit, Self.lobsters])
    #expect(
      Self.lines(found) == [
        "Hacker News | Fire & clay | 90 | 41 -> https://news.ycombinator.com/item?id=31",
        "Hacker News | Fire | - | 0 -> https://news.ycombinator.com/item?id=34",
        "Reddit | Hot & hotter | 5 | 7 -> https://www.reddit.com/r/clay/comments/x1/hot/",
        "Reddit | No place | - | - -> https://www.reddit.com/comments/x2/",
        "Lobsters | Fire | 8 | 4 -> https://lobste.rs/s/ab12cd",
      ])
  }

  @Test func withoutATokenRedditIsNotAsked() throws {
    let (found, requested) = try Self.visit([Self.algolia: #"{"hits": []}"#, Self.lobsters: "[]"])
    #expect(requested == [Self.algolia, Self.lobsters])
    #expect(Self.lines(found) == ["Reddit: searching it requires REDDIT_TOKEN"])
  }

  @Test func aSiteThatFailsDoesNotEndTheOthers() throws {
    let (found, requested) = try Self.visit(
      [Self.lobsters: Self.answers[Self.lobsters] ?? ""], from: "lemmy:l.example/5",
      tokens: ["REDDIT_TOKEN"], silent: "https://hn.")
    #expect(requested.count == 6)
    #expect(
      Self.lines(found) == [
        "Lobsters | Fire | 8 | 4 -> https://lobste.rs/s/ab12cd",
        "Hacker News: no network", "Reddit: the site says that this does not exist",
        "l.example: expected a Lemmy post (/post/ID); the response is none of these",
      ])
  }

  @Test func aSiteThatSaysSomethingElseFails() throws {
    let (found, _) = try Self.visit([Self.algolia: #"{"hits": 7}"#, Self.lobsters: "<html>"])
    #expect(
      found.failures.map(\.site) == ["Reddit", "Hacker News", "Lobsters"])
    #expect(found.rows == [])
  }

  @Test(arguments: [
    (
      "https://l.example/api/v4/search?q=\(encoded)&type_=posts&post_url_only=true&limit=50",
      #"{"items": [{"type_": "post", "post": \#(post)}, {"type_": "comment", "comment": {}, "post": \#(post)}]}"#
    ),
    (
      "https://l.example/api/v3/search?q=\(encoded)&type_=Url&limit=50",
      #"{"type_": "Url", "comments": [], "posts": [{"post": \#(post), "counts": {"comments": 6}}]}"#
    ),
    (
      "https://l.example/api/alpha/search?q=\(encoded)&type_=Url&limit=50",
      #"{"posts": [{"post": \#(post), "counts": {"comments": 6}}]}"#
    ),
  ])
  func serversOfLemmy(url: String, body: String) throws {
    let (found, _) = try Self.visit([url: body], from: "lemmy:l.example/5")
    #expect(Self.lines(found).first == "l.example | Warm | - | 6 -> https://l.example/post/9")
  }
  static let post =
    #"{"id": 9, "name": "Warm", "title": "Warm", "url": "http://www.kiln.example/fire/", "comments": 6}"#

  @Test(
    arguments: [
      (nil, [], []), ("hn:5", [], []), ("discourse:a.example/5", [], []),
      ("lemmy:a.example/5", [], ["a.example"]), ("lemmy:a.example:8443/5", [], ["a.example:8443"]),
      ("lemmy:localhost:8080/5", [], ["localhost:8080"]),
      (
        "lemmy:a.example/5", ["https://a.example/c/clay", "http://b.example/c/clay", "hn/new"],
        ["a.example", "b.example"]
      ),
      (
        nil, ["https://a.example/", "https://lemmy.example/", "https://c.example/c/clay/4"],
        ["lemmy.example"]
      ),
      (nil, (1...30).map { "https://h\($0).example/c/clay" }, (1...10).map { "h\($0).example" }),
    ] as [(String?, [String], [String])])
  func whichHostsAreAsked(discussion: String?, fronts: [String], hosts: [String]) throws {
    let (found, _) = try Self.visit([:], from: discussion, fronts: fronts)
    #expect(found.failures.dropFirst(3).map(\.site) == hosts)
  }

  @Test func whatIsNotALinkIsRefused() {
    #expect(throws: SiteError(.noAddress, url: "kiln")) { try ElsewhereVisit(article: "kiln") }
  }

  @Test func whatIsStoppedSaysOfWhomNothingIsKnown() throws {
    var visit = try ElsewhereVisit(article: Self.article)
    #expect(visit.progress.what == "Hacker News, 1 of 2")
    _ = try visit.next()
    let hasBegun = visit.stop(because: "cancelled")
    #expect(hasBegun)
    guard case .done(let found) = try visit.next() else {
      Issue.record("it goes on")
      return
    }
    #expect(
      found.failures.map(\.reason)
        == ["searching it requires REDDIT_TOKEN", "cancelled", "cancelled"])
  }

  /// Of the site whose failure it is, the name is not said twice; any other is named.
  @Test func aReasonNamesOnlyAnotherSite() throws {
    func reason(_ why: NoResponse) throws -> String? {
      var visit = try ElsewhereVisit(article: Self.article, tokens: ["REDDIT_TOKEN"])
      _ = try visit.next()
      _ = visit.stop(because: why)
      guard case .done(let found) = try visit.next() else { return nil }
      #expect(found.failures.map(\.site) == ["Hacker News", "Reddit", "Lobsters"])
      return found.failures.first?.reason
    }
    #expect(try reason(NoResponse(site: "Hacker News", "timed out")) == "timed out")
    #expect(try reason(NoResponse(site: "a.example", "timed out")) == "a.example: timed out")
    #expect(try reason("Hacker News: so it says") == "Hacker News: so it says")
  }
}
