import Sites
import DiscussionModel
import Testing

@Suite struct DiscourseTests {
  static func page(_ posts: String..., members: String = "") -> String {
    """
    {"post_stream": {"posts": [\(posts.joined(separator: ","))], "stream": [11, 12, 13, 14, 15, 16]}, "id": 57,
     "title": "Bees & 中", "fancy_title": "Bees &amp; 中", "slug": "bees", "posts_count": 6,
     "created_at": "2019-03-08T10:00:00.000Z", "details": {"created_by": {"username": "ann"},
      "links": [{"url": "https://talk.example.org/t/x/3", "internal": true},
                {"url": "https://other.example/", "internal": false}]}\(members)}
    """
  }

  static func post(_ number: Int, by author: String, _ members: String = "") -> String {
    """
    {"id": \(number + 10), "username": "\(author)", "name": "N", "created_at": "2019-03-08T10:0\(number):00.000Z",
     "cooked": "<p>\(number) é</p>", "post_number": \(number), "post_type": 1, "topic_id": 57\(members)}
    """
  }

  static let first = page(
    post(1, by: "ann"), post(2, by: "bo", #", "reply_to_post_number": 1"#),
    post(3, by: "ann", #", "reply_to_post_number": 2, "actions_summary": [{"id": 2, "count": 4}]"#))

  @Test func postOneIsTheArticle() throws {
    let found = try read(Self.first)
    #expect(
      outline(found) == """
        #2 2 bo: <p>2 é</p>
          #3 3 ann [OP] (4): <p>3 é</p>
        """)
    let discussion = found.discussion
    #expect(discussion.id == "discourse:talk.example.org/57")
    #expect(discussion.title == "Bees & 中")
    #expect(discussion.author == "ann")
    #expect(discussion.body == "<p>1 é</p>")
    #expect(discussion.published == "2019-03-08T10:01:00.000Z")
    #expect(discussion.url == "https://talk.example.org/t/bees/57")
    #expect(
      found.addresses == [
        "https://talk.example.org/t/bees/57/2", "https://talk.example.org/t/bees/57/3",
      ])
    #expect(discussion.notice == "3 more comments not in this file")
    #expect(found.account?.line == "2 comments read + 3 not in this file = 5; the source says 5")
    #expect(found.warnings == [])
  }

  @Test func pagesAreMerged() throws {
    let second =
      #"{"post_stream": {"posts": [\#(Self.post(4, by: "cy", #", "reply_to_post_number": 3"#)), \#(Self.post(6, by: "dee", #", "reply_to_post_number": 5"#))]}, "id": 57}"#
    let found = try read(Self.first, second)
    #expect(
      outline(found) == """
        #2 2 bo: <p>2 é</p>
          #3 3 ann [OP] (4): <p>3 é</p>
            #4 4 cy: <p>4 é</p>
        #6 6 dee →post 5: <p>6 é</p>
        """)
    #expect(found.account?.missing == 1)
    #expect(outline(try read(second, Self.first)).contains("#6 6 dee →post 5"))
  }

  @Test func theHostMayBeSaid() throws {
    let found = try read(Self.first, options: ImportOptions(host: "Forum.example"))
    #expect(found.discussion.id == "discourse:forum.example/57")
  }

  /// Without a link within the site the pictures of those who are quoted tell, and else nothing does.
  @Test(arguments: [
    (
      "<img class=\\\"avatar\\\" src=\\\"https://a.example/user_avatar/a.example/b/40/1.png\\\">",
      "a.example"
    ),
    ("<img class=\\\"avatar\\\" src=\\\"https://gravatar.example/b.png\\\">", "bees"),
    ("<p>no", "bees"),
  ])
  func theHostIsFound(cooked: String, host: String) throws {
    let found = try read(
      #"{"post_stream": {"posts": [{"post_number": 1, "cooked": "\#(cooked)"}]}, "id": 5, "title": "T", "slug": "bees"}"#
    )
    #expect(found.discussion.id == "discourse:\(host)/5")
  }

  @Test func actionsAreOneLine() throws {
    let found = try read(
      Self.page(
        Self.post(1, by: "ann"),
        #"{"post_number": 2, "username": "mo", "post_type": 3, "cooked": "", "action_code": "closed.enabled", "moderator": true}"#,
        #"{"post_number": 3, "username": "mo", "post_type": 3, "cooked": "", "action_code": "invited_user", "action_code_who": "<bo>"}"#,
        #"{"post_number": 4, "username": "mo", "post_type": 3, "cooked": "<p>why</p>", "action_code": "new_thing.done"}"#,
        #"{"post_number": 5, "username": "mo", "post_type": 2, "cooked": "<p>pinned</p>"}"#,
        #"{"post_number": 6, "username": "mo", "post_type": 4, "admin": true, "cooked": "<p>psst</p>"}"#
      ))
    #expect(
      outline(found) == """
        #2 2 mo [mod]: <p><em>closed this topic</em></p>
        #3 3 mo: <p><em>invited &lt;bo&gt;</em></p>
        #4 4 mo: <p><em>new thing done</em></p><p>why</p>
        #5 5 mo: <p>pinned</p>
        #6 6 mo [admin, whisper]: <p>psst</p>
        """)
  }

  @Test func whatBecameOfAPostIsTold() throws {
    let found = try read(
      Self.page(
        Self.post(1, by: "ann"), Self.post(2, by: "bo", #", "user_deleted": true"#),
        Self.post(3, by: "bo", #", "hidden": true"#),
        Self.post(4, by: "bo", #", "deleted_at": "2019-03-08T11:00:00Z""#),
        Self.post(5, by: "bo", #", "version": 2, "updated_at": "2019-03-08T11:00:00Z""#)))
    #expect(
      outline(found) == """
        #2 2 bo deleted
        #3 3 bo flagged: <p>3 é</p>
        #4 4 bo deleted
        #5 5 bo: <p>5 é</p>
        """)
    #expect(try found.comment("5").details?.edited == "2019-03-08T11:00:00Z")
  }

  @Test func twoTopicsAreTwo() throws {
    let other = #"{"post_stream": {"posts": []}, "id": 58, "title": "T"}"#
    #expect(
      refusal(Self.first, other)
        == "expected one discussion, found several; \"understory import --only ID\" chooses one of 57, 58"
    )
    #expect(try read(Self.first, other, options: ImportOptions(only: "58")).discussion.title == "T")
  }

  /// The site changes a post by itself, as when it fetches a picture, and counts no new version.
  @Test func aFirstVersionIsNotEdited() throws {
    let found = try read(
      Self.page(
        Self.post(1, by: "ann"),
        Self.post(2, by: "bo", #", "version": 1, "updated_at": "2019-03-09T11:00:00Z""#),
        Self.post(3, by: "bo", #", "updated_at": "2019-03-09T11:00:00Z""#)))
    #expect(found.discussion.comments.map { $0.details?.edited } == [nil, nil])
  }

  /// Links that are said to stay within the site may still lead to where it was before.
  @Test func theHostIsThatOfMostLinks() throws {
    let links = ["a.example", "b.example", "b.example", "c.example"].map {
      #"{"url": "https://\#($0)/t/1", "internal": true}"#
    }
    let found = try read(
      #"{"id": 7, "title": "T", "details": {"links": [\#(links.joined(separator: ","))]}, "post_stream": {"posts": []}}"#
    )
    #expect(found.discussion.id == "discourse:b.example/7")
  }
}
