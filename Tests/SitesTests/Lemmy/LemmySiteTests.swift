import DiscussionModel
import Testing

@testable import Sites

@Suite struct LemmySiteTests {
  static let service = "https://lemmy.example/api/v3"

  static func list(_ page: Int, of what: String = "post_id=7") -> String {
    "\(service)/comment/list?\(what)&limit=50&sort=Old&type_=All&page=\(page)"
  }

  /// What is requested in vain of a server that is older than Lemmy 1.0.
  static func newer(_ what: String) -> String { "https://lemmy.example/api/v4/\(what)" }

  static let post = """
    {"post_view": {"post": {"id": 7, "name": "中", "creator_id": 1, "published": "2020-01-01T00:00:00Z",
      "ap_id": "https://lemmy.example/post/7", "local": true}, "creator": {"id": 1, "name": "ann"},
      "counts": {"comments": 2}}}
    """

  static func comments(_ ids: ClosedRange<Int>) -> String {
    let views = ids.map { id in
      """
      {"comment": {"id": \(id), "path": "0.\(id)", "post_id": 7, "content": "é", "local": true,
        "published": "2020-01-01T00:01:00Z", "ap_id": "https://lemmy.example/comment/\(id)"},
        "creator": {"id": 2, "name": "bob"}, "post": {"id": 7, "name": "中"}, "counts": {"child_count": 0}}
      """
    }
    return #"{"comments": [\#(views.joined(separator: ", "))]}"#
  }

  static let site = FakeSite([
    "\(service)/post?id=7": post, list(1): comments(11...12),
    "\(service)/comment?id=12":
      #"{"comment_view": {"comment": {"id": 12, "path": "0.12", "post_id": 7}}}"#,
  ])

  @Test(arguments: [
    ("https://lemmy.example/post/7", nil),
    ("http://lemmy.example/post/7?scrollToComments=true", nil),
    ("https://lemmy.example/post/7/12", "12"), ("https://lemmy.example/post/7/comment/12", "12"),
  ])
  func posts(url: String, comment: String?) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == [Self.newer("post?id=7"), "\(Self.service)/post?id=7", Self.list(1)])
    #expect(fetched.discussion.id == "lemmy:lemmy.example/7")
    #expect(fetched.discussion.title == "中")
    #expect(fetched.discussion.comments.map(\.id) == ["11", "12"])
    #expect(fetched.comment == comment)
  }

  @Test func aCommentOpensItsPost() throws {
    let (fetched, asked) = try Self.site.open("https://lemmy.example/comment/12")
    #expect(
      asked == [
        Self.newer("comment?id=12"), "\(Self.service)/comment?id=12", "\(Self.service)/post?id=7",
        Self.list(1),
      ])
    #expect(fetched.comment == "12")
    #expect(fetched.discussion.comments.map(\.id) == ["11", "12"])
  }

  @Test func fullPagesAreFollowed() throws {
    var site = Self.site
    site["\(Self.service)/post?id=7"] = Self.post.replacing(
      #""comments": 2"#, with: #""comments": 101"#)
    site[Self.list(1)] = Self.comments(1...50)
    site[Self.list(2)] = Self.comments(51...100)
    site[Self.list(3)] = Self.comments(101...101)
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.dropFirst(2) == [Self.list(1), Self.list(2), Self.list(3)])
    #expect(fetched.discussion.comments.count == 101)
    #expect(fetched.discussion.notice == nil)
  }

  /// A server that gives everything at once gives it again on the second page.
  @Test func thePageThatBringsNothingNewIsTheLast() throws {
    var site = Self.site
    site["\(Self.service)/post?id=7"] = Self.post.replacing(
      #""comments": 2"#, with: #""comments": 60"#)
    site[Self.list(1)] = Self.comments(1...50)
    site[Self.list(2)] = Self.comments(1...50)
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.count == 4)
    #expect(fetched.discussion.comments.count == 50)
    #expect(fetched.discussion.notice == "10 more comments not in this file")
    #expect(fetched.warnings == [])
  }

  @Test func aPostWithoutComments() throws {
    var site = Self.site
    site["\(Self.service)/post?id=7"] = Self.post.replacing(
      #""comments": 2"#, with: #""comments": 0"#)
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.count == 2)
    #expect(fetched.discussion.title == "中")
    #expect(fetched.discussion.comments.isEmpty)
    #expect(fetched.incomplete == nil)
  }

  @Test(arguments: [#""../7""#, "null", "1.5", #""7&x=""#])
  func hostilePosts(id: String) {
    let lookup = #"{"comment_view": {"comment": {"id": 12, "path": "0.12", "post_id": \#(id)}}}"#
    let site = FakeSite(["\(Self.service)/comment?id=12": lookup])
    #expect(site.refusal("https://lemmy.example/comment/12") == .leadsNowhere)
  }

  /// Servers leave out of a full page what they hide, so that a page that is not full need not be the last.
  @Test func aPageThatIsNotFullIsFollowed() throws {
    var site = Self.site
    site["\(Self.service)/post?id=7"] = Self.post.replacing(
      #""comments": 2"#, with: #""comments": 60"#)
    site[Self.list(1)] = Self.comments(1...48)
    site[Self.list(2)] = Self.comments(51...58)
    site[Self.list(3)] = #"{"comments": []}"#
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.dropFirst(2) == [Self.list(1), Self.list(2), Self.list(3)])
    #expect(fetched.discussion.comments.count == 56)
    #expect(fetched.discussion.notice == "4 more comments not in this file")
  }

  /// Lemmy 1.0: its lists go on by cursors, and its counts lie within post and comment.
  @Test func theNextVersion() throws {
    func list(_ ids: ClosedRange<Int>, next: String) -> String {
      let views = ids.map { id in
        """
        {"comment": {"id": \(id), "path": "0.\(id)", "post_id": 7, "content": "é", "score": 3, "child_count": 0,
          "published_at": "2026-01-01T00:01:00Z"}, "creator": {"id": 2, "name": "bob"}, "post": {"id": 7}}
        """
      }
      return #"{"items": [\#(views.joined(separator: ", "))], "next_page": \#(next)}"#
    }
    let first = Self.newer("comment/list?post_id=7&limit=50&sort=old&type_=all")
    let site = FakeSite([
      Self.newer("post?id=7"): """
      {"post_view": {"post": {"id": 7, "name": "中", "comments": 53, "published_at": "2026-01-01T00:00:00Z"},
        "creator": {"id": 1, "name": "ann"}}}
      """,
      first: list(1...50, next: #""a b""#),
      first + "&page_cursor=a%20b": list(51...52, next: "null"),
    ])
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked == [Self.newer("post?id=7"), first, first + "&page_cursor=a%20b"])
    #expect(fetched.discussion.title == "中")
    #expect(fetched.discussion.comments.count == 52)
    #expect(fetched.discussion.comments[0].score == 3)
    #expect(fetched.discussion.notice == "1 more comment not in this file")
  }

  /// PieFed has names of its own for titles, authors and texts.
  @Test func pieFed() throws {
    let service = "https://lemmy.example/api/alpha"
    let site = FakeSite([
      "\(service)/post?id=7": """
      {"post_view": {"post": {"id": 7, "title": "中", "user_id": 1, "body": "b",
        "ap_id": "https://lemmy.example/post/7", "published": "2026-01-01T00:00:00Z"},
        "creator": {"id": 1, "user_name": "ann", "title": "A"}, "counts": {"comments": 2}}}
      """,
      "\(service)/comment/list?post_id=7&limit=50&sort=Old&type_=All&page=1": """
      {"comments": [
        {"comment": {"id": 8, "user_id": 2, "post_id": 7, "body": "é", "path": "0.8"},
          "creator": {"id": 2, "user_name": "bob"}, "post": {"id": 7, "title": "中", "user_id": 1}},
        {"comment": {"id": 9, "user_id": 1, "post_id": 7, "body": "👩‍💻", "path": "0.8.9"},
          "creator": {"id": 1, "user_name": "ann"}, "post": {"id": 7, "title": "中", "user_id": 1}}
      ], "next_page": null}
      """,
    ])
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.count == 4)
    let found = fetched.discussion
    #expect(found.title == "中")
    #expect(found.author == "ann")
    #expect(found.comments.map(\.author) == ["bob", "ann"])
    #expect(found.comments.map { $0.body?.text } == ["é", "👩‍💻"])
    #expect(found.comments[1].parent == "8")
    #expect(found.comments[1].details?.badges == ["OP"])
    #expect(fetched.warnings == [])
  }
}
