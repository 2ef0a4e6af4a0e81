import Testing

@testable import Sites

/// Searches by sites themselves.
@Suite struct FrontSearchTests {
  @Test(arguments: [
    (
      "https://news.ycombinator.com/",
      "https://hn.algolia.com/?q=slow%20clay&type=story&sort=byPopularity"
    ),
    (
      "https://news.ycombinator.com/newest?p=2",
      "https://hn.algolia.com/?q=slow%20clay&type=story&sort=byDate"
    ),
    (
      "https://news.ycombinator.com/ask",
      "https://hn.algolia.com/?q=slow%20clay&type=ask_hn&sort=byPopularity"
    ),
    (
      "https://hn.algolia.com/?q=x&type=show_hn&sort=byDate",
      "https://hn.algolia.com/?q=slow%20clay&type=show_hn&sort=byDate"
    ),
    ("https://news.ycombinator.com/item?id=5", nil), ("https://lobste.rs/newest", nil),
    (
      "https://www.reddit.com/r/clay/top",
      "https://www.reddit.com/r/clay/search/?q=slow%20clay&restrict_sr=on"
    ),
    ("https://www.reddit.com/", nil),
    ("https://pots.example/", "https://pots.example/search?q=slow%20clay"),
    ("https://pots.example/latest", "https://pots.example/search?q=slow%20clay"),
    ("https://pots.example/c/firing/4", "https://pots.example/search?q=slow%20clay%20category%3A4"),
    ("https://pots.example/tag/raku", "https://pots.example/search?q=slow%20clay%20tags%3Araku"),
    (
      "https://pots.example/search?q=x&type=Posts&community_name=a@l.example",
      "https://pots.example/search?q=slow%20clay&type=Posts&community_name=a@l.example"
    ),
    (
      "https://l.example/c/clay",
      "https://l.example/search?q=slow%20clay&type=Posts&community_name=clay"
    ),
    ("http://localhost:8080/latest", "http://localhost:8080/search?q=slow%20clay"),
    ("https://m.example/explore", nil), ("https://m.example/tags/clay", nil),
    ("https://github.com/ann/kiln/issues", "https://github.com/ann/kiln/issues?q=slow%20clay"),
    (
      "https://github.com/ann/kiln/pulls?q=x&page=3",
      "https://github.com/ann/kiln/pulls?q=slow%20clay"
    ),
    ("https://github.com/ann/kiln/discussions", nil),
    ("https://code.example/ann/kiln/issues", "https://code.example/ann/kiln/issues?q=slow%20clay"),
    (
      "https://code.example/a/b/-/issues?page=2",
      "https://code.example/a/b/-/issues?search=slow%20clay"
    ),
    ("https://blog.example/feed", nil), ("nothing", nil),
  ])
  func addresses(front: String, address: String?) {
    #expect(FrontSearch(" slow clay\n", at: front)?.address == address)
    #expect(FrontSearch("  ", at: front) == nil)
  }

  /// Words are one value of the query, whatever they are.
  @Test(arguments: ["a&type=job#x", "é 中 👩‍💻", "a\"b\u{202E}\n\u{0}", "%41+", "../..?q=", "a/b"])
  func wordsStayWords(words: String) throws {
    for front in [
      "https://news.ycombinator.com/", "https://pots.example/latest", "https://l.example/c/clay",
      "https://github.com/ann/kiln/issues", "https://code.example/ann/kiln/pulls",
      "https://www.reddit.com/r/clay",
    ] {
      let search = try #require(FrontSearch(words, at: front))
      var visit = try FrontVisit(url: search.address)
      guard case .ask(let request) = try visit.next() else {
        Issue.record("nothing is requested")
        continue
      }
      let encoded = words.utf8.contains(0x0A) ? "a%22b%E2%80%AE%0A%00" : nil
      if let encoded { #expect(request.url.contains("=\(encoded)")) }
      #expect(!request.url.contains("&type=job"))
      #expect(request.url.utf8.allSatisfy { 0x21...0x7E ~= $0 })
    }
  }

  @Test func hackerNews() throws {
    let site = FakeSite([
      "https://hn.algolia.com/api/v1/search?query=slow%20clay&tags=ask_hn&hitsPerPage=30&page=1":
        """
      {"nbPages": 3, "hits": [{"objectID": "7", "title": "Ask HN: Which clay?", "points": 12,
        "num_comments": 3, "author": "ben", "created_at": "2026-05-01T10:00:00Z"}]}
      """
    ])
    let (page, _) = try site.front(
      "https://hn.algolia.com/?q=slow+clay&type=ask_hn&sort=byPopularity&page=1")
    #expect(page.title == "Hacker News: “slow clay”")
    #expect(
      FrontTests.lines(page) == [
        "Ask HN: Which clay? | - | ben | 12 | 3 |  -> https://news.ycombinator.com/item?id=7"
      ])
    #expect(
      page.next == "https://hn.algolia.com/?q=slow%20clay&type=ask_hn&sort=byPopularity&page=2")
  }

  @Test func discourse() throws {
    let site = FakeSite([
      "https://pots.example/search.json?q=slow%20clay": """
      {"posts": [{"topic_id": 32}, {"topic_id": 31}, {"topic_id": 32}],
       "topics": [{"id": 31, "title": "Slow", "slug": "slow", "posts_count": 5},
                  {"id": 32, "title": "Slower", "slug": "slower", "posts_count": 1, "closed": true}],
       "grouped_search_result": {"more_full_page_results": true}}
      """,
      "https://pots.example/search.json?q=nobody": """
      {"posts": [], "grouped_search_result": {"more_full_page_results": null}}
      """,
    ])
    let (page, requested) = try site.front("https://pots.example/search?q=slow%20clay")
    #expect(requested.count == 1)
    #expect(
      FrontTests.lines(page) == [
        "Slower | - | - | - | 0 | closed -> https://pots.example/t/slower/32",
        "Slow | - | - | - | 4 |  -> https://pots.example/t/slow/31",
      ])
    #expect(page.next == "https://pots.example/search?q=slow%20clay&page=2")
    let (none, _) = try site.front("https://pots.example/search?q=nobody")
    #expect(none.rows == [])
    #expect(none.next == nil)
  }

  /// At a host that nobody knows, what Discourse does not have may be Lemmy's.
  @Test func lemmyOfEachVersion() throws {
    let post = #"{"id": 5, "name": "Slow", "comments": 4, "score": 2}"#
    let many = Array(repeating: #"{"post": \#(post)}"#, count: 50).joined(separator: ",")
    let new = "https://l.example/api/v4/search?q=clay&limit=50&type_=posts&sort=top"
    let old = "https://l.example/api/v3/search?q=clay&limit=50&type_=Posts&sort=TopAll&page=2"
    let site = FakeSite([
      new: #"{"items": [{"type_": "post", "post": \#(post)}], "next_page": "P1a"}"#
    ])
    let (page, requested) = try site.front("https://l.example/search?q=clay")
    #expect(requested == ["https://l.example/search.json?q=clay", new])
    #expect(FrontTests.lines(page) == ["Slow | - | - | 2 | 4 |  -> https://l.example/post/5"])
    #expect(page.next == "https://l.example/search?q=clay&type=Posts&page_cursor=P1a")
    let (second, _) = try FakeSite([old: #"{"posts": [\#(many)]}"#]).front(
      "https://l.example/search?q=clay&type=Posts&page=2")
    #expect(second.next == "https://l.example/search?q=clay&type=Posts&page=3")
  }

  @Test func gitHub() throws {
    let site = FakeSite([
      """
      https://api.github.com/search/issues?page=1&per_page=50&q=slow%20repo%3Aann%2Fkiln%20is%3Aissue
      """: """
      {"total_count": 2, "items": [
        {"number": 42, "title": "Too slow", "user": {"login": "ben"}, "comments": 5, "state": "open",
         "repository_url": "https://api.github.com/repos/Ann/Kiln"},
        {"number": 43, "title": "Elsewhere", "repository_url": "https://api.github.com/repos/ann/pots"}]}
      """
    ])
    let (page, _) = try site.front("https://github.com/ann/kiln/issues?q=slow")
    #expect(page.title == "ann/kiln: issues “slow”")
    #expect(
      FrontTests.lines(page) == [
        "Too slow | - | ben | - | 5 |  -> https://github.com/ann/kiln/issues/42"
      ])
    #expect(page.next == nil)
  }

  @Test(arguments: [
    (
      "https://code.example/ann/kiln/issues?q=slow&page=2",
      "https://code.example/api/v1/repos/ann/kiln/issues?page=2&limit=50&state=all&sort=recentupdate&type=issues&q=slow"
    ),
    (
      "https://www.reddit.com/r/clay/search?q=slow&restrict_sr=on&after=t3_x",
      "https://www.reddit.com/r/clay/search/.rss?q=slow&restrict_sr=on&after=t3_x"
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
}
