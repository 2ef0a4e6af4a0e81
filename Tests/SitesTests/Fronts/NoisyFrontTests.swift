import Testing

@testable import Sites
import WebAddresses

/// Whatever a site responds, a list of discussions ends with rows or an error.
@Suite struct NoisyFrontTests {
  static let fronts = [
    "https://news.ycombinator.com/newest?p=2", "https://hn.algolia.com/?q=clay",
    "https://lobste.rs/t/clay", "https://www.reddit.com/r/clay/search?q=a", "https://pots.example/",
    "https://pots.example/search?q=clay", "https://l.example/c/clay",
    "https://m.example/tags/clay", "https://github.com/ann/kiln/issues",
    "https://github.com/ann/kiln/pulls?q=slow", "https://code.example/ann/kiln/issues",
    "https://blog.example/feed",
  ]

  /// Responses that are right somewhere.
  static let bodies = [
    "[1, 2, 3, 9999999999]",
    #"{"hits": [{"objectID": "7", "url": "\#(ElsewhereVisitTests.article)"}]}"#,
    ElsewhereVisitTests.answers[ElsewhereVisitTests.lobsters] ?? "",
    ElsewhereVisitTests.answers[ElsewhereVisitTests.reddit] ?? "",
    #"{"topic_list": {"more_topics_url": "/latest?page=1", "topics": [{"id": 1, "posts_count": -1}]}}"#,
    #"{"posts": [{"topic_id": 1}], "topics": [{"id": 1}], "grouped_search_result": {"more_full_page_results": true}}"#,
    #"{"items": [{"post": \#(ElsewhereVisitTests.post)}], "next_page": "P1"}"#,
    #"{"posts": [{"post": \#(ElsewhereVisitTests.post)}], "next_page": "P1"}"#,
    #"[{"id": "88", "content": "<p>a", "account": {"acct": "ann"}}]"#,
    "[\(Array(repeating: #"{"number": 4, "pull_request": {}}"#, count: 50).joined(separator: ","))]",
    #"{"id": 2, "title": "a", "score": 1e300, "time": 99999999999999}"#, "[]", "{}", "null",
    CommentFeedTests.wordPress, CommentFeedTests.threaded,
  ].map { Array($0.utf8) }

  private static func response(_ noise: inout NoisySiteTests.Noise, to url: String) -> SiteResponse
  {
    var response = noise.answer(to: url)
    var body = bodies[noise.next(below: bodies.count)]
    if noise.next(below: 3) == 0, !body.isEmpty {
      body[noise.next(below: body.count)] = UInt8(noise.next(below: 256))
    }
    response.body = body
    return response
  }

  /// Carries out an exchange with noise.
  ///
  /// - Returns: how many requests there were.
  private static func talk(
    _ visit: inout some SiteExchange, _ noise: inout NoisySiteTests.Noise
  ) -> Int {
    var count = 0
    do throws(SiteError) {
      while true {
        guard case .ask(let request) = try visit.next() else { return count }
        count += 1
        #expect(count <= 200)
        if count > 200 { return count }
        #expect(request.url.hasPrefix("https://"))
        #expect(request.url.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") })
        #expect(!request.url.contains("evil"))
        switch noise.next(below: 12) {
        case 0: if !visit.miss(because: "no network") { _ = visit.stop(because: "no network") }
        case 1 where noise.next(below: 8) == 0: _ = visit.stop(because: "cancelled")
        default: try visit.take(response(&noise, to: request.url))
        }
      }
    } catch {
      #expect(!error.message.isEmpty)
    }
    return count
  }

  @Test(arguments: fronts)
  func aFrontPageEnds(front: String) throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      var noise = NoisySiteTests.Noise(state: seed &* 0x9E37_79B9_7F4A_7C15)
      var visit = try FrontVisit(url: front)
      #expect(Self.talk(&visit, &noise) <= 100)
    }
  }

  @Test func everybodyIsAskedOnceAtMost() throws {
    for seed in 1...300 as ClosedRange<UInt64> {
      var noise = NoisySiteTests.Noise(state: seed &* 0x9E37_79B9_7F4A_7C15)
      var visit = try ElsewhereVisit(
        article: ElsewhereVisitTests.article, discussion: "lemmy:l.example/5",
        fronts: ["https://lemmy.example/"], tokens: ["REDDIT_TOKEN"])
      // Three sites, and two hosts with three interfaces each.
      #expect(Self.talk(&visit, &noise) <= 9)
      guard case .done(let found) = try visit.next() else {
        Issue.record("it goes on")
        continue
      }
      let article = ArticleKey(ElsewhereVisitTests.article)
      #expect(found.rows.allSatisfy { $0.row.target.flatMap { ArticleKey($0) } == article })
    }
  }
}
