import DiscussionModel
import Testing

@testable import Sites

/// What is asked when a discussion is opened again.
@Suite struct SiteMemoryTests {
  static let link = "https://forum.example/t/q/7"
  static let head = DiscourseSiteTests.topic
  static let page = DiscourseSiteTests.more(3...5)

  /// A topic of two pages, each with an etag.
  static func site(_ etags: [String: String]) -> FakeSite {
    var site = FakeSite([
      head: DiscourseSiteTests.topic(posts: 5, given: 2), page: DiscourseSiteTests.posts(3...5),
    ])
    for (url, etag) in etags { site.answers[url]?.validators.etag = etag }
    return site
  }

  static let known = [head: SiteValidators(etag: "\"1\""), page: SiteValidators(etag: "\"2\"")]

  /// Carries out an exchange with a site that knows conditional requests; what was asked with an etag is marked.
  static func open(
    _ site: FakeSite, knowing validators: [String: SiteValidators]
  ) throws -> (fetched: Fetched?, asked: [String]) {
    var visit = try SiteVisit(url: link, validators: validators)
    var asked: [String] = []
    while true {
      switch try visit.next() {
      case .done(.fetched(let fetched)): return (fetched, asked)
      case .done(.unchanged): return (nil, asked)
      case .ask(let request):
        let etag = request.validators?.etag
        asked.append((request.url == head ? "head" : "page") + (etag == nil ? "" : "?"))
        let answer = site.answers[request.url] ?? SiteResponse(status: 404, url: request.url)
        let isSame = etag != nil && etag == answer.validators.etag
        try visit.take(isSame ? SiteResponse(status: 304, url: request.url) : answer)
      }
    }
  }

  @Test func theFirstVisitSaysWhatToRemember() throws {
    let (fetched, asked) = try Self.open(
      Self.site([Self.head: "\"1\"", Self.page: "\"2\""]), knowing: [:])
    #expect(asked == ["head", "page"])
    #expect(fetched?.validators == Self.known)
  }

  @Test func theCommentIsKnownWhereNothingHasChanged() throws {
    var visit = try SiteVisit(
      url: Self.link + "/5", validators: [Self.head: SiteValidators(lastModified: "x")])
    let known = SiteValidators(lastModified: "x")
    let first = try visit.next()
    #expect(first == .ask(SiteRequest(url: Self.head, validators: known)))
    try visit.take(SiteResponse(status: 304, url: Self.head))
    let step = try visit.next()
    #expect(step == .done(.unchanged([Self.head: known])))
    #expect(visit.comment == "5")
  }

  /// What a 304 says of itself is sent the next time; what it leaves out stays.
  @Test func aNotModifiedAnswerBringsWhatToRemember() throws {
    let old = [
      Self.head: SiteValidators(etag: "\"1\"", lastModified: "yesterday"),
      Self.page: SiteValidators(etag: "\"2\"", lastModified: "yesterday"),
    ]
    var visit = try SiteVisit(url: Self.link, validators: old)
    _ = try visit.next()
    let new = SiteValidators(etag: "\"9\"")
    try visit.take(SiteResponse(status: 304, url: Self.head, validators: new))
    _ = try visit.next()
    try visit.take(
      SiteResponse(
        status: 304, url: Self.page, validators: SiteValidators(lastModified: "today")))
    let step = try visit.next()
    #expect(
      step
        == .done(
          .unchanged([
            Self.head: SiteValidators(etag: "\"9\"", lastModified: "yesterday"),
            Self.page: SiteValidators(etag: "\"2\"", lastModified: "today"),
          ])))
  }

  @Test func nothingHasChanged() throws {
    let (fetched, asked) = try Self.open(
      Self.site([Self.head: "\"1\"", Self.page: "\"2\""]), knowing: Self.known)
    #expect(asked == ["head?", "page?"])
    #expect(fetched == nil)
  }

  /// What has come while it was asked is not asked for again.
  @Test func theFirstPageHasChanged() throws {
    let (fetched, asked) = try Self.open(
      Self.site([Self.head: "\"9\"", Self.page: "\"2\""]), knowing: Self.known)
    #expect(asked == ["head?", "page"])
    #expect(fetched?.discussion.comments.count == 4)
    #expect(fetched?.validators[Self.head] == SiteValidators(etag: "\"9\""))
  }

  @Test func aLaterPageHasChanged() throws {
    let (fetched, asked) = try Self.open(
      Self.site([Self.head: "\"1\"", Self.page: "\"9\""]), knowing: Self.known)
    #expect(asked == ["head?", "page?", "head"])
    #expect(fetched?.discussion.comments.count == 4)
  }

  /// Where one answer cannot be told from a changed one, nothing can be said of all.
  @Test func anAnswerWithoutAnything() throws {
    let (fetched, _) = try Self.open(Self.site([Self.head: "\"1\""]), knowing: [:])
    #expect(fetched?.validators == [:])
    let (_, asked) = try Self.open(
      Self.site([Self.head: "\"1\""]),
      knowing: [Self.head: SiteValidators(etag: "\"1\""), Self.page: SiteValidators()])
    #expect(asked == ["head", "page"])
  }

  @Test(arguments: [
    "https://evil.example/x", "http://forum.example/t/7.json", "file:///etc/passwd",
  ])
  func whatIsRememberedOfOtherSitesIsNotAsked(url: String) throws {
    var known = Self.known
    known[url] = SiteValidators(etag: "\"3\"")
    let (_, asked) = try Self.open(
      Self.site([Self.head: "\"1\"", Self.page: "\"2\""]), knowing: known)
    #expect(asked == ["head", "page"])
  }
}
