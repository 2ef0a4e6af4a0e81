import DiscussionModel
import Testing

@testable import Sites

/// Several pages of a topic, selections, explanations, and comments that are written for machines.
@Suite struct PageImportTests {
  /// A page of a topic in vBulletin, with its posts.
  static func page(_ number: Int, topic: Int = 7, posts: ClosedRange<Int>) -> String {
    let items = posts.map {
      """
      <li class="postcontainer" id="post_\($0 + 900)"><span class="username">ann</span><a class="postcounter">#\($0)</a>
      <div id="post_message_\($0 + 900)">Post \($0).</div></li>
      """
    }
    return """
      <html><head><link rel="canonical" href="https://a.example/showthread.php?t=\(topic)&amp;page=\(number)"></head><body>
      <span class="threadtitle">A lamp</span><div class="postpagestats">\(posts.lowerBound) bis \(posts.upperBound) von 9</div>
      <ol>\(items.joined())</ol></body></html>
      """
  }

  @Test func pagesOfATopicAreOneDiscussion() throws {
    let found = try read(
      Self.page(3, posts: 7...8), Self.page(1, posts: 1...3), Self.page(2, posts: 3...6))
    #expect(found.discussion.id == "vbulletin:a.example/7")
    #expect(found.discussion.body?.text == "Post 1.")
    #expect(found.discussion.comments.map(\.id) == (2...8).map { "\($0 + 900)" })
    #expect(
      found.discussion.comments.indices.map { found.discussion.number(of: $0) } == Array(2...8))
    #expect(found.account?.line == "7 comments read + 1 not in this file = 8; the source says 8")
    #expect(found.explanation.filter { $0.hasPrefix("comments:") }.count == 3)
    #expect(found.explanation.first == "b.json:")
  }

  @Test func pagesOfDifferentTopicsAreRefused() {
    let refused = refusal(Self.page(1, posts: 1...2), Self.page(1, topic: 8, posts: 1...2))
    #expect(
      refused
        == "1: expected pages of one discussion, found vbulletin:a.example/7 and vbulletin:a.example/8"
    )
  }

  @Test func aLaterPageHasNoArticle() throws {
    let found = try read(Self.page(2, posts: 3...6))
    #expect(found.discussion.body == nil)
    #expect(found.discussion.notice == "5 more comments not in this file")
  }

  @Test func somebodyMaySayWhatIsWhere() throws {
    let html = """
      <html><body><h1>A lamp</h1><div class=r data-key=a><b>ann</b><p>One.</p></div>
      <div class=r data-key=b data-to=a><b>bob</b><i title="2020-01-01">x</i><p>Two.</p></div></body></html>
      """
    var options = ImportOptions()
    options.selections = try PageSelection.list(
      "comment=.r, .nothing,id=@data-key, parent=@data-to,author=b,text=p,time=i@title")
    let found = try read(html, options: options)
    #expect(
      outline(found) == """
        #1 a ann: One.
          #2 b bob: Two.
        """)
    #expect(found.discussion.comments[1].published?.text == "2020-01-01")
    options.selections = try PageSelection.list("comment=.nothing")
    #expect(refusal(html, options: options)?.contains("no comments recognised") == true)
  }

  /// What is said replaces only that of what is known of a site.
  @Test func theRestIsAsItIsKnown() throws {
    var options = ImportOptions()
    options.selections = try PageSelection.list("author=.age")
    let found = try read(PageSamples.hackerNews.html, options: options)
    #expect(found.discussion.id == "hn:1")
    #expect(found.discussion.comments.map(\.author) == ["1 hour ago", nil, nil])
  }

  @Test(arguments: [
    ("", "expected comment=, id=, parent=, depth=, author=, time=, text=, found \"\""),
    ("name=a", "expected comment=, id=, parent=, depth=, author=, time=, text=, found \"name=a\""),
    ("author=.a,comment=p..b", "comment: expected a name, at character 3 of \"p..b\""),
    ("author=", "author: expected a selector, at character 1 of \"\""),
  ]) func aFaultHasItsPlace(text: String, message: String) {
    let fault = #expect(throws: PageSelection.Fault.self) { try PageSelection.list(text) }
    #expect(fault?.message == message)
  }

  @Test func commentsForMachinesAreRead() throws {
    let html = """
      <html><head><link rel=canonical href="https://a.example/x"><title>A lamp - A</title><script type="application/ld+json">
      {"@graph": [{"@type": "WebSite", "name": "A"}, {"@type": "DiscussionForumPosting", "headline": "A lamp",
       "author": {"@type": "Person", "name": "ann"}, "datePublished": "2020-01-01T10:00:00Z", "text": "Text.",
       "interactionStatistic": {"interactionType": "https://schema.org/CommentAction", "userInteractionCount": 5},
       "comment": [{"@type": "Comment", "@id": "https://a.example/x#c1", "text": "One.\\n1 < 2", "author": {"name": "bob"},
         "datePublished": "2020-01-01T11:00:00Z", "upvoteCount": 3,
         "comment": {"@type": "Comment", "@id": "https://a.example/x#c2", "text": "<p>Two.</p>", "author": "ann"}}]}]}
      </script></head><body><p>x</body></html>
      """
    let found = try read(html)
    #expect(found.discussion.id == "page:a.example/x")
    #expect(found.discussion.title == "A lamp")
    #expect(found.discussion.author == "ann")
    #expect(found.discussion.body?.text == "<p>Text.</p>")
    #expect(found.discussion.notice == "3 more comments not in this file")
    #expect(
      outline(found) == """
        #1 c1 bob (3): <p>One.</p><p>1 &lt; 2</p>
          #2 c2 ann [OP]: <p>Two.</p>
        """)
  }

  /// A chain of replies, by elements and by depth, and many at once.
  @Test func deepAndLongPagesAreRead() throws {
    var rows = ""
    for number in 0..<1500 {
      rows += """
        <tr class="athing comtr" id="\(number + 10)"><td><table><tr><td class="ind" indent="\(number)"></td><td>\
        <div class="comment"><div class="commtext">x</div></div></td></tr></table></td></tr>
        """
    }
    let deep = try read(
      "<html><table id=hnmain><tr><td><table class=fatitem><tr class=athing id=1></tr></table><table>\(rows)</table></table>"
    )
    #expect(Thread(of: deep.discussion.comments).depths.max() == 1499)
    let nested = String(repeating: "<ul><li class='comment depth-1' id=comment-@>a", count: 1500)
    var number = 0
    let numbered = nested.split(separator: "@", omittingEmptySubsequences: false).map { piece in
      number += 1
      return piece + (number <= 1500 ? "\(number)" : "")
    }.joined()
    #expect(try read("<html>" + numbered).discussion.comments.count == 1500)
  }
}
