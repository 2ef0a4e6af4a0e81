import DiscussionModel
import Testing

@testable import Sites

/// Reddit's feed, which is what those get who have no token.
@Suite struct RedditFeedTests {
  static let address = "https://www.reddit.com/comments/p/.rss"

  static func entry(_ id: String, by author: String, _ html: String, minute: Int) -> String {
    let text = html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return """
      <entry><author><name>/u/\(author)</name></author><category term="x" label="r/x"/>\
      <content type="html">\(text)</content><id>\(id)</id>\
      <link href="https://www.reddit.com/r/x/comments/p/q/\(id.hasPrefix("t1") ? "\(id.dropFirst(3))/" : "")"/>\
      <updated>2026-11-01T00:0\(minute):00+00:00</updated><title>\(author) on <![CDATA[a & b]]></title></entry>
      """
  }

  static func feed(_ entries: String...) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">\
    <id>/r/x/comments/p/q/.rss</id><link rel="alternate" href="https://www.reddit.com/r/x/comments/p/q/"/>\
    <title>a : x</title>\(entries.joined())</feed>
    """
  }

  static let post = entry(
    "t3_p", by: "ann",
    #"<!-- SC_OFF --><p>It's out &amp; done.</p><!-- SC_ON --> by <a href="https://e.org/l">[link]</a>"#,
    minute: 0)
  static let first = entry("t1_a", by: "bob", "<!-- SC_OFF --><p>One</p><!-- SC_ON -->", minute: 1)
  static let second = entry("t1_b", by: "ann", "<!-- SC_OFF --><p>Two</p><!-- SC_ON -->", minute: 2)

  static func read(_ feed: String) throws -> Discussion {
    try AnyImport.discussion(of: [ImportFile(name: "f", bytes: Array(feed.utf8))]).discussion
  }

  @Test func aFeedIsFlat() throws {
    let found = try Self.read(Self.feed(Self.post, Self.first, Self.second))
    #expect(found.id == "reddit:p")
    #expect(found.title == "ann on a & b")
    #expect(found.author == "ann")
    #expect(found.published == "2026-11-01T00:00:00Z")
    #expect(
      found.body?.text
        == "<p><a href=\"https://e.org/l\">https://e.org/l</a></p><p>It's out &amp; done.</p>")
    #expect(found.comments.map(\.id) == ["a", "b"])
    #expect(found.comments.map(\.parent) == [nil, nil])
    #expect(found.comments.map(\.author) == ["bob", "ann"])
    #expect(found.comments[1].details?.badges == ["OP"])
    #expect(found.comments[0].body?.text == "<p>One</p>")
    #expect(found.treeIsInferred)
    #expect(found.notice?.hasPrefix("From Reddit's feed") == true)
  }

  @Test func aFeedWithoutThePost() throws {
    let found = try Self.read(Self.feed(Self.first))
    #expect(found.id == "reddit:p")
    #expect(found.title == "Comments on Reddit p")
  }

  @Test func aFeedOfNothing() {
    #expect(throws: ImportError(.nothing(of: .redditFeed), in: .inputs)) {
      try RedditFeed.draft(of: [ImportFile(name: "f", bytes: Array(Self.feed().utf8))])
    }
  }

  /// The plan asks the interface; whoever has no token asks for the feed instead.
  @Test func withoutAToken() throws {
    var visit = try SiteVisit(url: "https://www.reddit.com/r/x/comments/p/q/a/")
    guard case .ask(let request) = try visit.next() else {
      Issue.record("nothing was requested")
      return
    }
    #expect(request.url == RedditSiteTests.listing)
    #expect(request.service?.tokenVariable == "REDDIT_TOKEN")
    #expect(request.anonymous.url == Self.address)
    #expect(request.anonymous.service == nil)
    try visit.take(
      SiteResponse(
        status: 200, url: Self.address, contentType: "application/atom+xml",
        body: Array(Self.feed(Self.post, Self.first, Self.second).utf8)))
    guard case .done(.fetched(let fetched)) = try visit.next() else {
      Issue.record("more was requested")
      return
    }
    #expect(fetched.comment == "a")
    #expect(fetched.discussion.comments.map(\.id) == ["a", "b"])
  }

  @Test func aRefusalSaysWhatHelps() throws {
    var visit = try SiteVisit(url: "https://redd.it/p")
    _ = try visit.next()
    do throws(SiteError) {
      try visit.take(
        SiteResponse(status: 403, url: Self.address, contentType: "text/html", body: [0x3C]))
      Issue.record("a refusal was taken")
    } catch {
      #expect(error.url == Self.address)
      #expect(error.isAboutHost)
      #expect(
        error.message == """
          shows discussions only to signed-in people: save the page in a signed-in browser and "understory add" it, or set REDDIT_TOKEN
          """)
    }
  }

  /// The feed adds to a copy that knows who replies to whom, and takes nothing from it.
  @Test func aFeedOnlyAdds() throws {
    var kept = Discussion(
      id: "reddit:p", title: "a",
      comments: [Comment(id: "a", body: "One"), Comment(id: "b", parent: "a", body: "Two")])
    let news = kept.take(
      try Self.read(
        Self.feed(
          Self.post, Self.second,
          Self.entry("t1_c", by: "cy", "<!-- SC_OFF --><p>3</p><!-- SC_ON -->", minute: 3))))
    #expect(news.new == 1)
    #expect(kept.title == "a")
    #expect(kept.comments.map(\.id) == ["a", "b", "c"])
    #expect(kept.comments.map(\.parent) == [nil, "a", nil])
    #expect(!kept.treeIsInferred)
    #expect(kept.notice == nil)
  }
}
