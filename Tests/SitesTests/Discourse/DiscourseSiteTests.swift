import DiscussionModel
import Testing

@testable import Sites

@Suite struct DiscourseSiteTests {
  static let topic = "https://forum.example/t/7.json"

  /// A topic with so many posts, of which it gives the first few; a post's id is its number and 100.
  static func topic(posts: Int, given: Int) -> String {
    let stream = (1...posts).map { "\($0 + 100)" }.joined(separator: ", ")
    return """
      {"id": 7, "title": "中", "slug": "q", "posts_count": \(posts), "created_at": "2020-01-01T00:00:00.000Z",
        "post_stream": {"posts": [\((1...given).map(post).joined(separator: ", "))], "stream": [\(stream)]}}
      """
  }

  static func post(_ number: Int) -> String {
    """
    {"id": \(number + 100), "post_number": \(number), "username": "ann", "cooked": "<p>é</p>", "topic_id": 7,
      "created_at": "2020-01-01T00:00:\(10 + number % 50).000Z"}
    """
  }

  static func posts(_ numbers: ClosedRange<Int>) -> String {
    #"{"post_stream": {"posts": [\#(numbers.map(post).joined(separator: ", "))]}, "id": 7}"#
  }

  static func more(_ numbers: ClosedRange<Int>) -> String {
    "https://forum.example/t/7/posts.json?"
      + numbers.map { "post_ids%5B%5D=\($0 + 100)" }.joined(separator: "&")
  }

  @Test(arguments: [
    ("https://forum.example/t/q/7", nil), ("http://forum.example/t/7", nil),
    ("https://forum.example/t/7.json", nil), ("https://forum.example/t/q/7/1", nil),
    ("https://forum.example/t/q/7/2?u=ann", "2"), ("https://forum.example/t/7/2", "2"),
    ("https://forum.example/t/2024/7/2", "2"), ("https://forum.example/t/%E4%B8%AD/7/2", "2"),
    ("https://forum.example/t/..%2F..%2F/7/x", nil),
    ("https://forum.example/n/q/7", nil), ("https://forum.example/n/q/7/2", "2"),
  ])
  func topics(url: String, comment: String?) throws {
    let site = FakeSite([Self.topic: Self.topic(posts: 3, given: 3)])
    let (fetched, asked) = try site.open(url)
    #expect(asked == [Self.topic])
    #expect(fetched.discussion.id == "discourse:forum.example/7")
    #expect(fetched.discussion.url == "https://forum.example/t/q/7")
    #expect(fetched.discussion.comments.map(\.id) == ["2", "3"])
    #expect(fetched.comment == comment)
  }

  @Test func allPostsAreAskedForTwentyAtATime() throws {
    var site = FakeSite([Self.topic: Self.topic(posts: 43, given: 2)])
    site[Self.more(3...22)] = Self.posts(3...22)
    site[Self.more(23...42)] = Self.posts(23...42)
    site[Self.more(43...43)] = Self.posts(43...43)
    let (fetched, asked) = try site.open("https://forum.example/t/q/7/43")
    #expect(asked == [Self.topic, Self.more(3...22), Self.more(23...42), Self.more(43...43)])
    #expect(fetched.discussion.comments.map(\.id) == (2...43).map { "\($0)" })
    #expect(fetched.discussion.notice == nil)
    #expect(fetched.incomplete == nil)
    #expect(fetched.comment == "43")
  }

  @Test func howFarItIs() throws {
    var visit = try SiteVisit(url: "https://forum.example/t/q/7")
    #expect(visit.progress == (0, nil, "page 1"))
    _ = try visit.next()
    try visit.take(
      SiteResponse(status: 200, url: Self.topic, body: Array(Self.topic(posts: 43, given: 2).utf8)))
    #expect(visit.progress == (1, 4, "page 2 of 4"))
  }

  /// What a later page lacks is said, and what has come is shown.
  @Test func aPageThatDoesNotCome() throws {
    var site = FakeSite([Self.topic: Self.topic(posts: 43, given: 2)])
    site[Self.more(3...22)] = Self.posts(3...22)
    site.answers[Self.more(23...42)] = SiteResponse(
      status: 429, url: "", contentType: "text/html", retryAfter: "30")
    let (fetched, asked) = try site.open("https://forum.example/t/q/7")
    #expect(asked.count == 3)
    #expect(fetched.discussion.comments.count == 21)
    #expect(fetched.discussion.notice == "21 more comments not in this file")
    #expect(
      fetched.incomplete == "too many requests to the site; try again in 30 seconds")
    #expect(fetched.validators.isEmpty)
  }

  /// A topic of more than 10,000 posts has no list of them.
  @Test func aTopicWithoutAListIsAskedForPageByPage() throws {
    var site = FakeSite([:])
    let posts = DiscourseSiteTests.post
    site[Self.topic] = """
      {"id": 7, "title": "x", "posts_count": 41, "post_stream": {"posts": [\(posts(1)), \(posts(2))]}}
      """
    site["\(Self.topic)?page=2"] = Self.posts(21...40)
    site["\(Self.topic)?page=3"] = Self.posts(41...41)
    let (fetched, asked) = try site.open("https://forum.example/t/q/7")
    #expect(asked == [Self.topic, "\(Self.topic)?page=2", "\(Self.topic)?page=3"])
    #expect(fetched.discussion.comments.count == 22)
    #expect(fetched.discussion.notice == "18 more comments not in this file")
  }

  /// Pages of other topics are no part of this one, and an odd `Link` is none of its business.
  @Test func aPageOfAnotherTopic() throws {
    var site = FakeSite([Self.topic: Self.topic(posts: 3, given: 2)])
    site[Self.more(3...3)] = #"{"post_stream": {"posts": [\#(Self.post(3))]}, "id": 8}"#
    site.answers[Self.topic]?.link = "<https://evil.example/>; rel=\"next\""
    let (fetched, asked) = try site.open("https://forum.example/t/q/7")
    #expect(asked == [Self.topic, Self.more(3...3)])
    #expect(fetched.discussion.comments.map(\.id) == ["2"])
    #expect(fetched.incomplete == nil)
  }

  @Test func aFolderIsKept() throws {
    let topic = "https://example.org/a%20b/t/7.json"
    let site = FakeSite([topic: Self.topic(posts: 2, given: 2)])
    #expect(try site.open("https://example.org/a b/t/q/7").asked == [topic])
  }

  @Test func whereTheHostHasMovedIsItsName() throws {
    var site = FakeSite([Self.topic: Self.topic(posts: 2, given: 2)])
    site.answers[Self.topic]?.url = "https://new.example/t/7.json"
    let (fetched, _) = try site.open("https://forum.example/t/q/7")
    #expect(fetched.discussion.id == "discourse:new.example/7")
  }

  /// Ids that are no numbers never become a part of an address.
  @Test func hostileIDs() throws {
    let text = """
      {"id": 7, "title": "x", "post_stream": {"posts": [\(Self.post(1)), \(Self.post(2))],
        "stream": [101, 102, "../x", "1&a=b", "中", 1.5, null, {}, -3, "9\\n", 103, 103]}}
      """
    let site = FakeSite([Self.topic: text])
    #expect(
      try site.open("https://forum.example/t/q/7").asked == [Self.topic, Self.more(3...3)])
  }
}
