import DiscussionModel
import Testing

@testable import Sites

/// Asking for the article to which a discussion links.
@Suite struct ArticleVisitTests {
  private static let url = "http://paper.example/ferry?x=1#top"
  private static let page = "<title>Ninety years</title><article>\(ArticleTextTests.text)</article>"

  private static func response(
    _ body: String, type: String = "text/html", status: Int = 200, isChallenge: Bool = false
  ) -> SiteResponse {
    SiteResponse(
      status: status, url: "https://paper.example/2020/ferry", contentType: type,
      isChallenge: isChallenge, body: Array(body.utf8))
  }

  private static func article(_ response: SiteResponse) throws(SiteError) -> LinkedArticle? {
    var visit = try ArticleVisit(url: url, from: nil)
    try visit.take(response)
    guard case .done(.fetched(let fetched)) = try visit.next() else { return nil }
    return fetched.discussion.linked
  }

  @Test func oneRequestIsMadeForAPage() throws {
    var visit = try ArticleVisit(url: Self.url, from: "https://forum.example/t/1")
    let request = SiteRequest(
      url: "https://paper.example/ferry?x=1", accept: "text/html,application/xhtml+xml")
    #expect(try visit.next() == .ask(request))
    #expect(try visit.next() == .ask(request))
    try visit.take(Self.response(Self.page))
    guard case .done(.fetched(let fetched)) = try visit.next() else {
      Issue.record("it asks for more")
      return
    }
    #expect(fetched.discussion.comments.isEmpty)
    #expect(fetched.discussion.linked?.url == Self.url)
  }

  @Test func titleTextAndLinksAreThoseOfThePage() throws {
    let found = try Self.article(
      Self.response(
        "<meta name=author content=Ann><title>Ninety years</title><article>\(ArticleTextTests.text)"
          + "<p>More of it <a href=more>here</a>.</p></article>", type: "text/html; charset=utf-8"))
    #expect(found?.title == "Ninety years")
    #expect(found?.author == "Ann")
    #expect(found?.body?.text.contains(#"<a href="https://paper.example/2020/more">"#) == true)
  }

  @Test func charsetIsRead() throws {
    var response = Self.response("", type: "text/html; charset=iso-8859-1")
    response.body = Array("<p>caf".utf8) + [0xE9] + Array("</p>\(ArticleTextTests.text)".utf8)
    #expect(try Self.article(response)?.body?.text.contains("café") == true)
    response.contentType = "text/html"
    response.body = Array("<meta charset=koi8-r>\(ArticleTextTests.text)<p>".utf8) + [0xD0, 0xC1]
    #expect(try Self.article(response)?.body?.text.contains("па") == true)
  }

  static let refused: [(response: SiteResponse, fault: SiteError.Fault)] = [
    (response("%PDF-1.4 x", type: "application/pdf"), .noArticle(.pdf)),
    (response("%PDF-1.4 x", type: "text/html"), .noArticle(.pdf)),
    (response("x", type: "image/png"), .noArticle(.type("image/png"))),
    (response("{}", type: "application/json"), .noArticle(.type("application/json"))),
    (response("<body><script>x</script><div id=app></div>"), .noArticle(.noText)),
    (response(""), .noArticle(.noText)),
    (
      response("<p>Hello.</p><div class=paywall><p>Subscribe to read this article.</p></div>"),
      .noArticle(.wall)
    ),
    (
      response(String(repeating: " ", count: ArticleVisit.largest + 1)),
      .noArticle(.tooLarge(ArticleVisit.largest + 1))
    ),
    (response("no", status: 401), .noArticle(.wall)),
    (response("no", status: 402), .noArticle(.wall)),
    (response("no", status: 403), .noArticle(.wall)),
    (response("no", status: 403, isChallenge: true), .noArticle(.browserRequired)),
    (response("no", status: 404), .notFound), (response("no", status: 410), .notFound),
    (response("no", status: 451), .noArticle(.status(451))),
    (response("no", status: 500), .server(500)),
    (response("no", status: 429), .tooManyRequests(nil)),
  ]

  @Test(arguments: refused) func whatIsNotTextIsReported(
    _ response: SiteResponse, _ fault: SiteError.Fault
  ) {
    #expect(throws: SiteError(fault, url: Self.url)) { _ = try Self.article(response) }
  }

  @Test func messagesAreOneLine() {
    let faults: [ArticleFault] = [
      .pdf, .type("a\nb"), .tooLarge(9 << 20), .wall, .browserRequired, .noText, .status(418),
      .near,
    ]
    for fault in faults {
      #expect(!SiteError(.noArticle(fault), url: "").message.contains("\n"))
    }
  }

  /// A stranger's discussion does not lead to this machine; one of this machine may.
  @Test(arguments: [
    ("http://127.0.0.1/x", nil, false), ("http://127.0.0.1/x", "https://forum.example/1", false),
    ("https://192.168.0.1/x", "https://forum.example/1", false),
    ("http://127.0.0.1:8080/x", "http://localhost:1/1", true),
    ("https://paper.example/x", "http://localhost:1/1", true),
    ("https://paper.example/x", nil, true),
    ("javascript:x", nil, false), ("https://a:b@paper.example/x", nil, false),
  ])
  func nothingNearIsAskedForAStranger(_ url: String, _ origin: String?, _ isAsked: Bool) {
    let visit = try? ArticleVisit(url: url, from: origin)
    #expect((visit != nil) == isAsked)
  }

  @Test func aVeryLongArticleIsCutBetweenBlocks() throws {
    let found = try #require(
      try Self.article(
        Self.response("<article>" + String(repeating: ArticleTextTests.text, count: 1000))))
    let text = found.body?.text ?? ""
    #expect(text.utf8.count <= ArticleVisit.longest)
    #expect(text.utf8.count > ArticleVisit.longest - 1000)
    #expect(text.hasSuffix("</p>"))
    #expect(found.notice == "The text goes on; it was cut here.")
  }

  @Test func plainTextIsShown() throws {
    let text = String(repeating: "Ships & tides in < ten lines.\n", count: 20)
    let found = try Self.article(Self.response(text, type: "text/plain; charset=utf-8"))
    #expect(found?.body?.text.contains("Ships &amp; tides in &lt; ten lines.") == true)
  }

  /// A long text without tags is cut within, and not dropped.
  @Test func aLongListingIsCut() throws {
    let text = String(repeating: "one line of it\n", count: 50_000)
    let found = try Self.article(Self.response(text, type: "text/plain"))
    let body = found?.body?.text ?? ""
    #expect(body.utf8.count > ArticleVisit.longest / 2)
    #expect(body.utf8.count <= ArticleVisit.longest)
    #expect(found?.notice == "The text goes on; it was cut here.")
  }
}
