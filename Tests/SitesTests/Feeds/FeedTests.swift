import DiscussionModel
import Testing

@testable import Sites

/// What is read of a feed, and of which element.
@Suite struct FeedTests {
  private static func entry(_ elements: String) throws -> Feed.Entry {
    try #require(
      Feed(Array("<feed><title>Planet</title><entry>\(elements)</entry></feed>".utf8)).entries.first
    )
  }

  /// A planet says in each entry from which feed it took it.
  @Test(arguments: [
    "", "<source/>",
    """
    <source><id>tag:source</id><title>Theirs</title><link href="https://theirs.example/"/>
    <author><name>Eve</name></author><updated>2031-01-01T00:00:00Z</updated>
    <published>2030-01-01T00:00:00Z</published></source>
    """,
  ])
  func aSourceIsNotTheEntry(source: String) throws {
    let own = """
      <id>tag:own</id><title>Ours</title><link href="https://ours.example/1"/>
      <author><name>Ann</name></author><updated>2026-05-01T10:00:00Z</updated>
      """
    for text in [source + own, own + source] {
      let entry = try Self.entry(text)
      #expect(entry.id == "tag:own")
      #expect(entry.title == "Ours")
      #expect(entry.link == "https://ours.example/1")
      #expect(entry.author == "Ann")
      #expect(entry.time?.text.text == "2026-05-01T10:00:00Z")
    }
  }

  @Test func elementsOfATextAreNotTheEntrys() throws {
    let entry = try Self.entry(
      """
      <title>Ours</title><published>2026-05-01T10:00:00Z</published>
      <content type="xhtml"><details><summary>More</summary><updated>2031-01-01T00:00:00Z</updated>
      <title>Theirs</title> text</details></content><summary>Short</summary>
      """)
    #expect(entry.title == "Ours")
    #expect(entry.summary == "Short")
    #expect(entry.time?.text.text == "2026-05-01T10:00:00Z")
  }

  @Test(arguments: [
    ("<rss><channel></channel></rss>", false), ("<feed></feed>\n<!-- 1 < 2 -->\n", false),
    ("<rdf:RDF></rdf:RDF>", false), ("<atom:feed></ATOM:feed >", false), ("<feed/>", false),
    ("<rss><channel></channel>", true), ("<feed><entry><link/>", true), ("<feed></fee", true),
    ("<feed></feed", true), ("<feed>", true), ("<feed><!-- </feed> -->", true), ("", true),
    ("<rss><item><description>&lt;/rss>", true),
  ])
  func aFeedThatIsCutIsKnown(text: String, endsEarly: Bool) {
    #expect(Feed.endsEarly(Array(text.utf8)) == endsEarly)
  }

  @Test func namesAreTheFeedsOwn() {
    let feed = Feed(
      Array(
        """
        <rss><channel><image><title>Logo</title><link>https://a.example/logo</link></image>
        <author><name>Ann</name></author><title>Ours</title>
        <atom:link rel="self" href="https://a.example/feed"/><link>https://a.example/</link>
        <atom:link rel="next" href="https://a.example/feed?2"/>
        <item><title>One</title><atom:updated>2026-05-01T10:00:00Z</atom:updated>
        <wfw:commentRss>https://a.example/1/feed</wfw:commentRss></item></channel></rss>
        """.utf8))
    #expect(feed.title == "Ours")
    #expect(feed.link == "https://a.example/")
    #expect(feed.next == "https://a.example/feed?2")
    #expect(feed.entries.map(\.title) == ["One"])
    #expect(feed.entries.map { $0.time?.text.text } == ["2026-05-01T10:00:00Z"])
    #expect(feed.entries.map(\.commentFeed) == ["https://a.example/1/feed"])
  }
}
