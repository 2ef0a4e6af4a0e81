import DiscussionModel
import Testing

@testable import Sites
import WebAddresses

/// Whatever a site answers, an exchange ends with a discussion or an error.
@Suite struct NoisySiteTests {
  static let links = [
    "https://news.ycombinator.com/item?id=2", "https://www.reddit.com/r/x/comments/p/q/zz/",
    "https://www.reddit.com/r/x/s/AbC1", "https://lobste.rs/s/abc123/q#c_x",
    "https://lobste.rs/c/def456",
    "https://forum.example/t/q/7/9", "https://lemmy.example/comment/12",
    "https://social.example/@ann/3",
    "https://github.com/o/r/pull/5", "https://example.org/thread.json",
  ]

  /// Answers that are right somewhere.
  static let bodies = [
    DiscourseSiteTests.topic(posts: 60, given: 2), DiscourseSiteTests.posts(2...5),
    LemmySiteTests.post, LemmySiteTests.comments(1...50), MastodonSiteTests.three,
    MastodonSiteTests.context([MastodonSiteTests.one], [MastodonSiteTests.two]),
    GitHubSiteTests.item("pull", comments: 250), "[\(GitHubSiteTests.comment(1))]",
    LobstersSiteTests.story,
    RedditSiteTests.page([RedditSiteTests.first]), RedditMoreTests.listing,
    #"{"id": 2, "created_at": "2020-01-01T00:00:00Z", "children": [], "story_id": 1}"#,
    #"{"comment_view": {"comment": {"id": 12, "path": "0.12", "post_id": 7}}}"#, "[]", "{}", "",
  ].map { Array($0.utf8) }

  /// Numbers that only seem to be random (xorshift64*, Vigna 2016).
  struct Noise {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Int((state &* 2_685_821_657_736_338_717) >> 33) % bound
    }

    mutating func body() -> [UInt8] {
      var bytes = bodies[next(below: bodies.count)]
      switch next(below: 4) {
      case 0: return (0..<next(below: 60)).map { _ in UInt8(next(below: 256)) }
      case 1: return Array(bytes.prefix(next(below: bytes.count + 1)))
      case 2:
        for _ in 0...next(below: 8) where !bytes.isEmpty {
          bytes[next(below: bytes.count)] = UInt8(next(below: 256))
        }
        return bytes
      default: return bytes
      }
    }

    mutating func answer(to url: String) -> SiteResponse {
      let statuses = [200, 200, 200, 200, 200, 200, 200, 304, 403, 404, 429, 500, 0, -7, Int.max]
      let types = [
        "application/json", "application/json; charset=utf-8", "", "text/html", "text/plain",
      ]
      let links = [
        nil, nil, "<\(url)&page=2>; rel=next", "<https://evil.example/>; rel=\"next\"", "<",
      ]
      let ends = [
        url, url, url, "", "https://www.reddit.com/r/x/comments/p/q/c/", "\u{0}\u{202E}中",
      ]
      return SiteResponse(
        status: statuses[next(below: statuses.count)], url: ends[next(below: ends.count)],
        contentType: types[next(below: types.count)], link: links[next(below: links.count)],
        retryAfter: next(below: 3) == 0 ? "\(next(below: 99))" : nil, body: body())
    }
  }

  @Test(arguments: links)
  func nothingStopsAVisit(link: String) throws {
    for seed in 1...150 as ClosedRange<UInt64> {
      var noise = Noise(state: seed &* 0x9E37_79B9_7F4A_7C15)
      let host = try WebURL(link: link).authority
      var visit = try SiteVisit(
        url: link, validators: ["https://\(host)/a": SiteValidators(etag: "x")], limit: 40)
      var count = 0
      do throws(SiteError) {
        talk: while true {
          switch try visit.next() {
          case .done: break talk
          case .ask(let request):
            count += 1
            #expect(request.url.hasPrefix("https://"))
            #expect(request.url.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") })
            #expect(!request.url.contains("evil"))
            try visit.take(noise.answer(to: request.url))
          }
        }
      } catch {
        #expect(!error.message.isEmpty)
      }
      #expect(count <= 60)
    }
  }

  /// Links of strangers' making are either refused or made into whole addresses.
  @Test func nothingStopsALink() {
    var noise = Noise(state: 7)
    let pieces = [
      "https://", "http://", "localhost", "127.0.0.1", "github.com", "a.example", "/", "//", "t",
      "s", "7", "..",
      "%2e", "%", "?", "#", ":", "@", "[", "]", "\\", "中", "👩‍💻", "\n", "\u{0}", " ", "\"", "issues",
      "post", "id=1", "&",
    ]
    for _ in 0..<3000 {
      var text = "https://"
      for _ in 0...noise.next(below: 12) { text += pieces[noise.next(below: pieces.count)] }
      do throws(SiteError) {
        var visit = try SiteVisit(url: text)
        guard case .ask(let request) = try visit.next() else { continue }
        #expect(request.url.utf8.allSatisfy { 0x21...0x7E ~= $0 }, "\(text)")
        #expect(try WebURL(link: request.url).page == request.url, "\(text)")
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
