import DiscussionModel
import Testing

@testable import Sites

@Suite struct LemmySiteTests {
  static let service = "https://lemmy.example/api/v3"

  static func list(_ page: Int, of what: String = "post_id=7") -> String {
    "\(service)/comment/list?\(what)&max_depth=50&limit=50&type_=All&page=\(page)"
  }

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
    #expect(asked == ["\(Self.service)/post?id=7", Self.list(1)])
    #expect(fetched.discussion.id == "lemmy:lemmy.example/7")
    #expect(fetched.discussion.title == "中")
    #expect(fetched.discussion.comments.map(\.id) == ["11", "12"])
    #expect(fetched.comment == comment)
  }

  @Test func aCommentOpensItsPost() throws {
    let (fetched, asked) = try Self.site.open("https://lemmy.example/comment/12")
    #expect(
      asked == ["\(Self.service)/comment?id=12", "\(Self.service)/post?id=7", Self.list(1)])
    #expect(fetched.comment == "12")
    #expect(fetched.discussion.comments.map(\.id) == ["11", "12"])
  }

  @Test func fullPagesAreFollowed() throws {
    var site = Self.site
    site[Self.list(1)] = Self.comments(1...50)
    site[Self.list(2)] = Self.comments(51...100)
    site[Self.list(3)] = Self.comments(101...101)
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.dropFirst() == [Self.list(1), Self.list(2), Self.list(3)])
    #expect(fetched.discussion.comments.count == 101)
  }

  /// A server that gives everything at once gives it again on the second page.
  @Test func thePageThatBringsNothingNewIsTheLast() throws {
    var site = Self.site
    site[Self.list(1)] = Self.comments(1...50)
    site[Self.list(2)] = Self.comments(1...50)
    let (fetched, asked) = try site.open("https://lemmy.example/post/7")
    #expect(asked.count == 3)
    #expect(fetched.discussion.comments.count == 50)
    #expect(fetched.warnings == [])
  }

  @Test func aPostWithoutComments() throws {
    var site = Self.site
    site[Self.list(1)] = #"{"comments": []}"#
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
}
