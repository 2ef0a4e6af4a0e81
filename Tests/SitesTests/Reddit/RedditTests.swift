import Sites
import DiscussionModel
import Testing

@Suite struct RedditTests {
  /// A page's two listings.
  static func page(_ post: String, _ comments: String...) -> String {
    """
    [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {\(post)}}], "after": null}},
     {"kind": "Listing", "data": {"children": [\(comments.joined(separator: ","))]}}]
    """
  }

  static func comment(
    _ id: String, to parent: String = "t3_p", _ members: String, replies: String...
  ) -> String {
    let inner =
      replies.isEmpty
      ? "\"\"" : #"{"kind": "Listing", "data": {"children": [\#(replies.joined(separator: ","))]}}"#
    return """
      {"kind": "t1", "data": {"id": "\(id)", "name": "t1_\(id)", "parent_id": "\(parent)", "link_id": "t3_p",
       \(members), "replies": \(inner)}}
      """
  }

  static let post = """
    "id": "p", "title": "Bees &amp; 中", "selftext": "&gt; a\\n\\nb &amp;#x200B; c &lt;3", "author": "ann", "score": 5,
    "created_utc": 1552039200.0, "permalink": "/r/bees/comments/p/bees/", "num_comments": 4, "is_self": true,
    "url": "https://www.reddit.com/r/bees/comments/p/bees/", "edited": false, "subreddit": "bees"
    """

  @Test func markdownIsDecodedOnce() throws {
    let found = try read(
      Self.page(
        Self.post,
        Self.comment(
          "a",
          #""author": "bo", "body": "&gt; q &amp;amp; é 👩‍💻", "score": 3, "created_utc": 1552042800.0"#
        )))
    #expect(found.discussion.title == "Bees & 中")
    #expect(found.discussion.body == "> a\n\nb  c <3")
    #expect(found.discussion.markup == .markdown)
    #expect(found.discussion.id == "reddit:p")
    #expect(found.discussion.url == "https://www.reddit.com/r/bees/comments/p/bees/")
    #expect(found.discussion.published == "2019-03-08T10:00:00Z")
    #expect(outline(found) == "#1 a bo (3): > q &amp; é 👩‍💻")
    #expect(found.addresses == ["https://www.reddit.com/r/bees/comments/p/bees/a/"])
    #expect(found.account?.line == "1 comment read + 3 not in this file = 4; the source says 4")
    #expect(found.warnings == [])
  }

  /// With `raw_json=1` nothing is escaped, and an entity is what somebody wrote.
  @Test(arguments: [
    #""body": "a &amp; b", "body_html": "<div class=\"md\"><p>a &amp;amp; b</p></div>""#,
    #""body": "a &amp; b > c""#,
  ])
  func rawTextsStay(members: String) throws {
    let found = try read(Self.page(#""id": "p", "title": "T""#, Self.comment("a", members)))
    #expect(try found.comment("a").body?.text.hasPrefix("a &amp; b") == true)
  }

  @Test func whatBecameOfACommentIsTold() throws {
    let found = try read(
      Self.page(
        Self.post,
        Self.comment(
          "a", #""author": "[deleted]", "body": "[deleted]", "created_utc": 1552042800"#,
          replies: Self.comment(
            "b", to: "t1_a",
            #""author": "ann", "is_submitter": true, "body": "c", "created_utc": 1552042801"#)),
        Self.comment(
          "c", #""author": "[deleted]", "body": "[removed]", "created_utc": 1552042802"#),
        Self.comment(
          "d",
          #""author": "mo", "body": "rules", "distinguished": "moderator", "stickied": true, "created_utc": 1552042803, "edited": 1552043000.0"#
        ),
        Self.comment(
          "e",
          #""author": "cy", "body": "x", "score": 1, "score_hidden": true, "created_utc": 1552042804, "edited": true"#
        ),
        Self.comment(
          "f", #""author": "dee", "body": "y", "ups": 5, "downs": 2, "created_utc": 1552042805"#)))
    #expect(
      outline(found) == """
        #1 a [deleted] deleted
          #2 b ann [OP]: c
        #3 c [deleted] [removed] deleted
        #4 d mo [mod, pinned]: rules
        #5 e cy: x
        #6 f dee (3): y
        """)
    #expect(try found.comment("d").details?.edited == "2019-03-08T11:03:20Z")
    #expect(try found.comment("e").details?.edited == nil)
  }

  @Test func aLinkIsTheArticle() throws {
    let found = try read(
      Self.page(
        #""id": "p", "title": "T", "selftext": "", "is_self": false, "url": "https://example.org/?a=1&amp;b=2", "over_18": true, "spoiler": true"#
      ))
    #expect(found.discussion.body == "<https://example.org/?a=1&amp;b=2>")
    #expect(found.discussion.notice == "Marked as not safe for work and a spoiler.")
  }

  @Test func aCrosspostSaysWhatItIs() throws {
    let found = try read(
      Self.page(
        """
        "id": "p", "title": "T", "selftext": "", "url": "/r/cats/comments/q/cats/",
        "crosspost_parent_list": [{"id": "q", "title": "Cats &amp; dogs", "subreddit": "cats", "author": "bo",
          "selftext": "one\\n\\ntwo", "permalink": "/r/cats/comments/q/cats/", "url": "/r/cats/comments/q/cats/"}]
        """))
    #expect(
      found.discussion.body == """
        Crossposted from r/cats, by u/bo: Cats & dogs

        <https://www.reddit.com/r/cats/comments/q/cats/>

        > one
        > 
        > two
        """)
  }

  /// Everybody who is gone has the same name.
  @Test func aDeletedPosterIsNobodyElse() throws {
    let found = try read(
      Self.page(
        #""id": "p", "title": "T", "author": "[deleted]""#,
        Self.comment("a", #""author": "[deleted]", "body": "x", "created_utc": 1552042800"#)))
    #expect(outline(found) == "#1 a [deleted]: x")
  }
}
