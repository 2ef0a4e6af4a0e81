import DiscussionModel
import Testing

@testable import Sites
import WebAddresses

@Suite struct ExchangeTests {
  static let link = "https://forum.example/t/q/7"
  static let topic = DiscourseSiteTests.topic

  static func answer(_ status: Int, _ body: String, type: String = "application/json")
    -> SiteResponse
  {
    SiteResponse(
      status: status, url: topic, contentType: type, retryAfter: "5", body: Array(body.utf8))
  }

  @Test(arguments: [
    (404, "", SiteError.Fault.notFound), (410, "", .notFound), (401, "{}", .forbidden),
    (403, "<html>", .forbidden), (429, "", .tooManyRequests(.seconds(5))),
    (500, "{}", .server(500)),
    (503, "<html>", .server(503)),
  ])
  func statuses(status: Int, body: String, fault: SiteError.Fault) {
    var site = FakeSite([:])
    site.answers[Self.topic] = Self.answer(status, body)
    #expect(site.refusal(Self.link) == fault)
  }

  @Test func aKnownSiteIsTakenAtItsWord() {
    let asked = "https://lobste.rs/s/a.json"
    for (answer, fault) in [
      (Self.answer(304, ""), SiteError.Fault.status(304)), (Self.answer(302, ""), .status(302)),
      (Self.answer(0, ""), .status(0)), (Self.answer(-1, ""), .status(-1)),
      (
        Self.answer(200, "<!doctype html>", type: "text/html; charset=utf-8"),
        .unexpectedType("text/html")
      ),
      (
        Self.answer(200, "{}", type: "TEXT/HTML"),
        .notUnderstood(expected: ["a Lobsters story"])
      ),
      (Self.answer(200, " <p>", type: ""), .unexpectedType("")),
      (
        Self.answer(200, DiscourseSiteTests.topic(posts: 1, given: 1)),
        .notUnderstood(expected: ["a Lobsters story"])
      ),
    ] {
      var site = FakeSite([:])
      site.answers[asked] = answer
      #expect(site.refusal("https://lobste.rs/s/a") == fault)
    }
  }

  @Test func aBodyThatIsCut() throws {
    var site = FakeSite([:])
    site[Self.topic] = #"{"id": 7, "post_stream": {"posts": [{"id""#
    do throws(SiteError) {
      _ = try site.open(Self.link)
      Issue.record("a discussion was made of half an answer")
    } catch {
      #expect(error.url == Self.topic)
      #expect(error.message.hasPrefix("the response ends too early; try again later (expected "))
    }
  }

  /// A later page that is cut ends the exchange, and what has come is shown.
  @Test(arguments: ["{\"post_stream\"", "", "<html>", "[1, 2", "nul"])
  func aLaterPageThatIsCut(body: String) throws {
    var site = FakeSite([Self.topic: DiscourseSiteTests.topic(posts: 30, given: 5)])
    site[DiscourseSiteTests.more(6...25)] = body
    let (fetched, asked) = try site.open(Self.link)
    #expect(asked.count == 2)
    #expect(fetched.discussion.comments.count == 4)
    #expect(fetched.incomplete != nil)
  }

  // MARK: unknown hosts

  /// Nobody is at home: what was tried is the shape of the link, and then the page itself.
  @Test(arguments: [
    ("https://example.org/t/q/7", ["https://example.org/t/7.json", "https://example.org/t/q/7"]),
    (
      "https://example.org/post/7",
      [
        "https://example.org/api/v4/post?id=7", "https://example.org/api/v3/post?id=7",
        "https://example.org/api/alpha/post?id=7", "https://example.org/post/7",
      ]
    ),
    (
      "https://example.org/@ann/7",
      ["https://example.org/api/v1/statuses/7", "https://example.org/@ann/7"]
    ),
    ("https://example.org/s/a1", ["https://example.org/s/a1.json", "https://example.org/s/a1"]),
    ("https://example.org/", ["https://example.org/"]),
    ("https://example.org/c/x", ["https://example.org/c/x"]),
    ("http://localhost:8080/t/7", ["http://localhost:8080/t/7.json", "http://localhost:8080/t/7"]),
    ("https://example.org/t/..%2f7", ["https://example.org/t/..%2f7"]),
    ("https://example.org/@a\"b/中\n7", ["https://example.org/@a%22b/%E4%B8%AD%0A7"]),
  ])
  func whatIsTried(link: String, addresses: [String]) throws {
    var visit = try SiteVisit(url: link)
    var asked: [SiteRequest] = []
    #expect(throws: SiteError(.notFound, url: link)) {
      try FakeSite([:]).talk(&visit, asked: &asked)
    }
    #expect(asked.map(\.url) == addresses)
    #expect(asked.allSatisfy { $0.accept == "application/json" })
  }

  @Test func aPageOfHTMLIsNoDiscussion() {
    var site = FakeSite([:])
    for url in ["https://example.org/t/7.json", "https://example.org/t/7"] {
      site.answers[url] = Self.answer(200, "<html>", type: "text/html")
    }
    #expect(
      site.refusal("https://example.org/t/7")
        == .notUnderstood(expected: SiteTable.standard.expectations))
    let error = SiteError(.notUnderstood(expected: SiteTable.standard.expectations), url: "")
    for word in ["Discourse", "Lemmy", "Mastodon", "Lobsters", "JSON"] {
      #expect(error.message.contains(word))
    }
  }

  @Test(arguments: [
    "https://example.org/a/thread.json", "https://raw.example/x?y=é", "http://127.0.0.1:9/t.json",
  ])
  func aFileInAnyFormat(link: String) throws {
    let address = try WebURL(link: link).page
    // One that only a site could give is not believed.
    let own = "web:" + address.drop { $0 != "/" }.dropFirst(2)
    for (text, id) in [
      (
        #"{"understory": 1, "id": "own:1", "title": "中", "comments": [{"id": "a", "body": "é"}]}"#,
        "own:1"
      ),
      (DiscourseSiteTests.topic(posts: 2, given: 2), own),
      (LobstersSiteTests.story, own),
      (RedditSiteTests.page([RedditSiteTests.first]), own),
    ] {
      let (fetched, asked) = try FakeSite([address: text]).open(link)
      #expect(asked == [address])
      #expect(fetched.discussion.id == id)
    }
  }

  // MARK: limits and stopping

  @Test func noMoreThanSoManyAnswersAreTaken() throws {
    var site = FakeSite([Self.topic: DiscourseSiteTests.topic(posts: 90, given: 1)])
    for first in stride(from: 2, to: 90, by: 20) {
      let range = first...min(first + 19, 90)
      site[DiscourseSiteTests.more(range)] = DiscourseSiteTests.posts(range)
    }
    var visit = try SiteVisit(url: Self.link, validators: [:], limit: 3)
    var asked: [SiteRequest] = []
    let fetched = try site.talk(&visit, asked: &asked)
    #expect(asked.count == 3)
    #expect(fetched?.discussion.comments.count == 40)
    #expect(fetched?.incomplete == "stopped after 3 responses")
    #expect(fetched?.discussion.notice == "49 more comments not in this file")
  }

  @Test func noMoreThanSoManyBytesAreTaken() throws {
    var site = FakeSite([Self.topic: DiscourseSiteTests.topic(posts: 30, given: 1)])
    for range in [2...21, 22...30] {
      site[DiscourseSiteTests.more(range)] = DiscourseSiteTests.posts(range)
    }
    // One answer may go beyond it, and then no other is asked for.
    site[Self.topic]? += String(repeating: " ", count: 1 << 20)
    site[DiscourseSiteTests.more(2...21)]? += String(repeating: " ", count: 1 << 20)
    var visit = try SiteVisit(url: Self.link, validators: [:], size: 2 << 20)
    var asked: [SiteRequest] = []
    let fetched = try site.talk(&visit, asked: &asked)
    #expect(asked.count == 2)
    #expect(fetched?.discussion.comments.count == 20)
    #expect(fetched?.incomplete == "stopped after 2 MiB")
  }

  /// A site whose every page names another one comes to an end.
  @Test func pagesWithoutEnd() throws {
    let first = "https://api.github.com/repos/o/r/issues/5"
    var visit = try SiteVisit(url: "https://github.com/o/r/issues/5")
    var count = 0
    var fetched: Fetched?
    while fetched == nil {
      switch try visit.next() {
      case .done(.unchanged): Issue.record("nothing was known")
      case .done(.fetched(let found)): fetched = found
      case .ask(let request):
        count += 1
        try visit.take(
          SiteResponse(
            status: 200, url: request.url, link: "<https://api.github.com/\(count)>; rel=next",
            body: Array(
              (request.url == first ? GitHubSiteTests.item("issues", comments: 1) : "[]").utf8)))
      }
    }
    #expect(count == 500)
    #expect(fetched?.incomplete == "stopped after 500 responses")
  }

  @Test func whatHasComeIsKeptWhenItIsStopped() throws {
    var visit = try SiteVisit(url: Self.link)
    _ = try visit.next()
    try visit.take(Self.answer(200, DiscourseSiteTests.topic(posts: 30, given: 3)))
    _ = try visit.next()
    let hasBegun = visit.stop(because: "the network is gone")
    #expect(hasBegun)
    guard case .done(.fetched(let fetched)) = try visit.next() else {
      Issue.record("not done")
      return
    }
    #expect(fetched.discussion.comments.count == 2)
    #expect(fetched.incomplete == "the network is gone")
    let again = try visit.next()
    #expect(again == .done(.fetched(fetched)))
  }

  @Test func nothingHasComeWhenItIsStopped() throws {
    var visit = try SiteVisit(url: Self.link)
    _ = try visit.next()
    let hasBegun = visit.stop(because: "the network is gone")
    #expect(!hasBegun)
    #expect(throws: SiteError(.nothingCame, url: Self.link)) { try visit.next() }
  }

  @Test func theSameIsAskedUntilItIsAnswered() throws {
    var visit = try SiteVisit(url: Self.link)
    let first = try visit.next()
    let second = try visit.next()
    #expect(second == first)
    #expect(first == .ask(SiteRequest(url: Self.topic)))
  }

  @Test func anAnswerWithoutAQuestion() throws {
    var visit = try SiteVisit(url: Self.link)
    #expect(throws: SiteError(.outOfTurn, url: Self.topic)) {
      try visit.take(Self.answer(200, "{}"))
    }
  }
}
