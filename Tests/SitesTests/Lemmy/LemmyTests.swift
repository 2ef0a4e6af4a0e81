import Sites
import DiscussionModel
import Testing

@Suite struct LemmyTests {
  static func view(
    _ id: Int, _ path: String, by author: Int = 5, post: Int = 7, children: Int = 0,
    _ members: String = "",
    more: String = ""
  ) -> String {
    """
    {"comment": {"id": \(id), "creator_id": \(author), "post_id": \(post), "content": "text \(id) &gt;",
       "published": "2023-12-01T20:00:\(id).697695Z", "ap_id": "https://a.example/comment/\(id)", "local": true,
       "path": "\(path)"\(members)},
     "creator": {"id": \(author), "name": "user\(author)", "actor_id": "https://a.example/u/user\(author)"},
     "post": {"id": \(post), "name": "Post \(post) 中", "creator_id": 5, "body": "*Hi*", "url": "https://example.org/",
       "published": "2023-12-01T19:00:00Z", "ap_id": "https://a.example/post/\(post)", "local": true},
     "counts": {"comment_id": \(id), "score": \(id), "child_count": \(children)}\(more)}
    """
  }

  static func list(_ views: String...) -> String {
    #"{"comments": [\#(views.joined(separator: ","))]}"#
  }

  @Test func pathsMakeATree() throws {
    let found = try read(
      Self.list(
        Self.view(12, "0.10.11.12", by: 6), Self.view(11, "0.10.11", by: 6, children: 3),
        Self.view(10, "0.10", children: 5), Self.view(13, "0.13")))
    #expect(
      outline(found) == """
        #1 10 user5 [OP] (10) +1: text 10 &gt;
          #2 11 user6 (11) +2: text 11 &gt;
            #3 12 user6 (12): text 12 &gt;
        #4 13 user5 [OP] (13): text 13 &gt;
        """)
    let discussion = found.discussion
    #expect(discussion.id == "lemmy:a.example/7")
    #expect(discussion.title == "Post 7 中")
    #expect(discussion.author == "user5")
    #expect(discussion.url == "https://a.example/post/7")
    #expect(discussion.body == "<https://example.org/>\n\n*Hi*")
    #expect(discussion.markup == .markdown)
    #expect(discussion.published == "2023-12-01T19:00:00Z")
    #expect(found.addresses.last == "https://a.example/comment/13")
    #expect(found.warnings == [])
  }

  @Test func thePostItselfSaysMore() throws {
    let post =
      #"{"post_view": {"post": {"id": 7, "name": "P", "creator_id": 9, "ap_id": "https://a.example/post/7", "local": true}, "creator": {"id": 9, "name": "zoe", "display_name": "Zoë"}, "counts": {"comments": 3}}}"#
    let found = try read(post, Self.list(Self.view(10, "0.10")))
    #expect(found.discussion.author == "Zoë")
    #expect(found.account?.line == "1 comment read + 2 not in this file = 3; the source says 3")
    #expect(try read(post).discussion.title == "P")
  }

  @Test func orphansAndWhatIsGone() throws {
    let found = try read(
      Self.list(
        Self.view(20, "0.15.20", by: 6), Self.view(21, "0.21", by: 6, #", "deleted": true"#),
        Self.view(22, "0.22", by: 6, #", "removed": true"#),
        Self.view(23, "0.23", by: 6, #", "distinguished": true"#),
        Self.view(
          24, "0.24", by: 6, #", "distinguished": true"#, more: #", "creator_is_admin": true"#)))
    #expect(
      outline(found) == """
        #1 20 user6 (20) →comment 15: text 20 &gt;
        #2 21 user6 (21) deleted
        #3 22 user6 [removed] (22) deleted
        #4 23 user6 [mod] (23): text 23 &gt;
        #5 24 user6 [admin] (24): text 24 &gt;
        """)
  }

  @Test func commentsOnSeveralPostsSayOnWhich() throws {
    let both = Self.list(Self.view(10, "0.10"), Self.view(11, "0.11", post: 8))
    let found = try read(both)
    #expect(found.discussion.id == "lemmy:a.example/7+8")
    #expect(found.discussion.title == "Comments on 2 posts at a.example")
    #expect(outline(found).contains("#2 11 user5 [OP] (11) →Post 8 中: text 11"))
    let only = try read(both, options: ImportOptions(only: "8"))
    #expect(only.discussion.id == "lemmy:a.example/8")
    #expect(only.discussion.comments.map(\.id) == ["11"])
    #expect(refusal(both, options: ImportOptions(only: "9")) == "found no 9 among 7, 8")
  }

  /// The newer interface has other names for times and no counts of their own.
  @Test func theNewerNamesAreRead() throws {
    let found = try read(
      """
      {"comments": [{"comment": {"id": 3, "post_id": 7, "content": "x", "path": "0.3", "score": 4, "child_count": 2,
        "published_at": "2025-01-01T00:00:00Z", "updated_at": "2025-01-02T00:00:00Z", "ap_id": "https://b.example/comment/3"},
        "creator": {"id": 1, "name": "ann"}, "post": {"id": 7, "name": "P", "creator_id": 1}}]}
      """)
    #expect(outline(found) == "#1 3 ann [OP] (4) +2: x")
    #expect(try found.comment("3").published == "2025-01-01T00:00:00Z")
    #expect(try found.comment("3").details?.edited == "2025-01-02T00:00:00Z")
  }

  /// A count that lags behind what is there makes nothing missing further up.
  @Test func moreRepliesThanAreCountedLackNothing() throws {
    let found = try read(
      Self.list(
        Self.view(10, "0.10", children: 3), Self.view(11, "0.10.11", children: 0),
        Self.view(12, "0.10.11.12"), Self.view(13, "0.10.11.13")))
    #expect(found.account?.missing == 0)
    #expect(outline(found).contains("+") == false)
  }
}
