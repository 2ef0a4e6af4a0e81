import DiscussionModel
import Testing

@testable import Sites

/// Feeds of comments.
@Suite struct CommentFeedTests {
  static let wordPress = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Comments on: Slow &amp; low</title>
    <image><title>Logo</title><link>https://clay.example/logo</link></image>
    <atom:link href="https://clay.example/slow/feed/" rel="self"/><link>https://clay.example/slow/</link>
    <item><title>By: Cem</title><link>https://clay.example/slow/#comment-12</link>
      <dc:creator><![CDATA[Cem]]></dc:creator><pubDate>Sun, 03 May 2026 09:00:00 +0000</pubDate>
      <guid isPermaLink="false">https://clay.example/?p=4#comment-12</guid>
      <description><![CDATA[In reply to <a href="https://clay.example/slow/#comment-11">Bob</a>. Hotter.]]></description>
      <content:encoded><![CDATA[<p>Als Antwort auf <a href="https://clay.example/slow/#comment-11">Bob</a>.</p>
    <p>Hotter, see <a href="https://kiln.example/">this</a>.</p>]]></content:encoded></item>
    <item><link>https://clay.example/slow/#comment-13</link><dc:creator>中</dc:creator>
      <description><![CDATA[En réponse à <a href="https://clay.example/slow/#comment-2">Eve</a>. é 👩‍💻]]></description></item>
    <item><link>https://clay.example/slow/#comment-11</link><dc:creator>Bob</dc:creator>
      <pubDate>Sun, 03 May 2026 08:00:00 +0000</pubDate>
      <description><![CDATA[<p>See <a href="https://kiln.example/#comment-9">this</a>. Then wait.</p>]]></description></item>
    </channel></rss>
    """

  static let threaded = """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="t"><title>Comments on Raku</title>
    <link rel="alternate" href="https://raku.example/1.html"/>
    <entry><id>tag:c2</id><published>2026-05-01T08:00:00Z</published><author><name>Cem</name></author>
      <content type="html">No.</content><thr:in-reply-to ref="tag:c1"/></entry>
    <entry><id>tag:c1</id><published>2026-05-01T07:00:00Z</published><author><name>Bob</name></author>
      <content type="html">&lt;b>Yes&lt;/b></content><thr:in-reply-to ref="tag:post"/></entry></feed>
    """

  static func lines(_ text: String) throws -> [String] {
    let found = try AnyImport.discussion(of: [ImportFile(name: "f", bytes: Array(text.utf8))])
    return found.discussion.comments.map { comment in
      let label = comment.details?.parentLabel.map { " (\($0))" } ?? ""
      return [
        comment.id, (comment.parent ?? "-") + label, comment.author ?? "-",
        comment.body?.text ?? "-",
      ].joined(separator: " | ")
    }
  }

  @Test func ofWordPress() throws {
    #expect(
      try Self.lines(Self.wordPress) == [
        "12 | 11 | Cem | <p>Hotter, see <a href=\"https://kiln.example/\">this</a>.</p>",
        "13 | - (comment 2) | 中 | é 👩‍💻",
        "11 | - | Bob | "
          + "<p>See <a href=\"https://kiln.example/#comment-9\">this</a>. Then wait.</p>",
      ])
  }

  /// What is there of a feed that was cut is read, and a line says that more may be missing.
  @Test func aFeedThatIsCut() throws {
    for (text, count) in [(Self.wordPress, 3), (Self.threaded, 2)] {
      func read(_ text: some StringProtocol) throws -> ImportedDiscussion {
        try AnyImport.discussion(of: [ImportFile(name: "f", bytes: Array(text.utf8))])
      }
      let whole = try read(text).warnings
      let cut = try read(text.prefix(text.count - 8))
      #expect(cut.discussion.comments.count == count)
      #expect(
        cut.warnings == whole + [
          "the feed ends too early, and comments may be missing; get it again"
        ])
    }
  }

  @Test func ofAnythingThatSaysWhatRepliesToWhat() throws {
    #expect(
      try Self.lines(Self.threaded) == [
        "tag:c2 | tag:c1 | Cem | No.", "tag:c1 | - | Bob | <b>Yes</b>",
      ])
  }

  @Test func itIsOpenedByItsAddress() throws {
    let url = "https://clay.example/slow/feed/"
    var site = FakeSite([:])
    site.answers[url] = SiteResponse(
      status: 200, url: url, contentType: "application/rss+xml", body: Array(Self.wordPress.utf8))
    let (found, requested) = try site.open(url)
    #expect(requested == [url])
    #expect(found.discussion.id == "feed:clay.example/slow")
    #expect(found.discussion.title == "Comments on: Slow & low")
    #expect(found.discussion.url == "https://clay.example/slow/")
    #expect(found.discussion.comments.count == 3)
  }

  /// A feed that says it is of another host does not get that host's id.
  @Test func anotherHostsNameIsNotTaken() throws {
    let url = "https://evil.example/feed"
    var site = FakeSite([:])
    site.answers[url] = SiteResponse(status: 200, url: url, body: Array(Self.wordPress.utf8))
    #expect(try site.open(url).fetched.discussion.id == "web:evil.example/feed")
  }

  @Test(arguments: [
    "<feed><entry><id>1</id><link href=\"https://clay.example/slow#comments\"/></entry></feed>",
    "<rss><channel><item><link>https://clay.example/#comment-x</link></item></channel></rss>",
    "<rss><channel></channel></rss>",
    """
    <feed><entry><id>1#comment-1</id></entry><entry><id>2</id></entry><entry><id>3</id></entry></feed>
    """,
  ])
  func whatIsNotOfComments(text: String) {
    #expect(CommentFeed.isFile(Array(text.utf8)) == false)
  }
}
