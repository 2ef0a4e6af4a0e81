import DiscussionModel
import Testing

@testable import Sites

@Suite struct GitHubSiteTests {
  static let repository = "https://api.github.com/repos/o/r.x"

  static func item(_ kind: String, comments: Int) -> String {
    """
    {"number": 5, "id": 50, "title": "中", "user": {"login": "ann"}, "body": "é", "comments": \(comments),
      "html_url": "https://github.com/o/r.x/\(kind)/5", "created_at": "2020-01-01T00:00:00Z"}
    """
  }

  static func comment(_ id: Int) -> String {
    """
    {"id": \(id), "user": {"login": "bob"}, "body": "é", "created_at": "2020-01-01T00:01:00Z",
      "html_url": "https://github.com/o/r.x/issues/5#issuecomment-\(id)", "issue_url": "\(repository)/issues/5"}
    """
  }

  static func line(_ id: Int) -> String {
    """
    {"id": \(id), "user": {"login": "bob"}, "body": "é", "created_at": "2020-01-01T00:02:00Z", "path": "a.c",
      "html_url": "https://github.com/o/r.x/pull/5#discussion_r\(id)", "pull_request_url": "\(repository)/pulls/5"}
    """
  }

  static let comments = "\(repository)/issues/5/comments?per_page=100"
  static let site = FakeSite([
    "\(repository)/issues/5": item("issues", comments: 2),
    comments: "[\(comment(1)), \(comment(2))]",
  ])

  @Test(arguments: [
    ("https://github.com/o/r.x/issues/5", nil), ("http://www.github.com/o/r.x/issues/5/", nil),
    ("https://github.com/o/r.x/issues/5#issuecomment-2", "issuecomment-2"),
    ("https://github.com/o/r.x/issues/5#issue-50", nil),
    ("https://github.com/o/r.x/issues/5#issuecomment-%22", nil),
    ("https://api.github.com/repos/o/r.x/issues/5", nil),
  ])
  func issues(url: String, comment: String?) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == ["\(Self.repository)/issues/5", Self.comments])
    #expect(fetched.discussion.id == "github:o/r.x/5")
    #expect(fetched.discussion.comments.map(\.id) == ["issuecomment-1", "issuecomment-2"])
    #expect(fetched.comment == comment)
  }

  @Test func onlyItsOwnInterfaceIsMarkedForTheToken() throws {
    var visit = try SiteVisit(url: "https://github.com/o/r.x/issues/5")
    var asked: [SiteRequest] = []
    _ = try Self.site.talk(&visit, asked: &asked)
    #expect(asked.map(\.service) == [.gitHub, .gitHub])
    for url in [
      "https://api.github.com.example/repos/o/r.x/issues/5.json", "https://lobste.rs/s/a",
      "https://example.org/?https://api.github.com/", "http://localhost/https://api.github.com/a",
    ] {
      var other = try SiteVisit(url: url)
      guard case .ask(let request) = try other.next() else { continue }
      #expect(request.service == nil, "\(url)")
    }
  }

  @Test func pagesAreFollowed() throws {
    var site = Self.site
    let second = "https://api.github.com/repositories/9/issues/5/comments?per_page=100&page=2"
    site.answers[Self.comments]?.link = "<\(second)>; rel=\"next\", <\(second)>; rel=\"last\""
    site[second] = "[\(Self.comment(3))]"
    let (fetched, asked) = try site.open("https://github.com/o/r.x/issues/5")
    #expect(asked == ["\(Self.repository)/issues/5", Self.comments, second])
    #expect(fetched.discussion.comments.count == 3)
  }

  @Test(arguments: [
    "https://evil.example/repos/o/r.x/issues/5/comments?page=2",
    "http://api.github.com/repos/o/r.x/issues/5/comments?page=2",
    "https://api.github.com:8443/a", "https://api.github.com@evil.example/", "/a?page=2",
    "file:///etc/passwd",
  ])
  func pagesElsewhereAreNotFollowed(next: String) throws {
    var site = Self.site
    site.answers[Self.comments]?.link = "<\(next)>; rel=\"next\""
    let (fetched, asked) = try site.open("https://github.com/o/r.x/issues/5")
    #expect(asked == ["\(Self.repository)/issues/5", Self.comments])
    #expect(fetched.discussion.comments.count == 2)
    #expect(fetched.incomplete == "the link to the next page leads to another site")
  }

  @Test func aPullRequestHasCommentsOnLinesAndReviews() throws {
    let lines = "\(Self.repository)/pulls/5/comments?per_page=100"
    let reviews = "\(Self.repository)/pulls/5/reviews?per_page=100"
    var site = Self.site
    site["\(Self.repository)/issues/5"] = Self.item("pull", comments: 0)
    site[lines] = "[\(Self.line(8))]"
    site[reviews] = "[]"
    let (fetched, asked) = try site.open("https://github.com/o/r.x/pull/5/files#r8")
    #expect(asked == ["\(Self.repository)/issues/5", lines, reviews])
    #expect(fetched.discussion.id == "github:o/r.x/5")
    #expect(fetched.discussion.comments.map(\.id) == ["discussion_r8"])
    #expect(fetched.comment == "discussion_r8")
  }

  @Test func discussions() throws {
    let first = "\(Self.repository)/discussions/5"
    var site = FakeSite([first: Self.item("discussions", comments: 2)])
    site["\(first)/comments?per_page=100"] = """
      [{"id": 3, "user": {"login": "bob"}, "body": "é", "created_at": "2020-01-01T00:01:00Z", "parent_id": null,
        "html_url": "https://github.com/o/r.x/discussions/5#discussioncomment-3", "child_comment_count": 1},
       {"id": 4, "user": {"login": "ann"}, "body": "中", "created_at": "2020-01-01T00:02:00Z", "parent_id": 3,
        "html_url": "https://github.com/o/r.x/discussions/5#discussioncomment-4", "child_comment_count": 0}]
      """
    let (fetched, asked) = try site.open(
      "https://github.com/o/r.x/discussions/5#discussioncomment-4")
    #expect(asked == [first, "\(first)/comments?per_page=100"])
    #expect(
      fetched.discussion.comments.map(\.id) == ["discussioncomment-3", "discussioncomment-4"])
    #expect(fetched.discussion.comments.map(\.parent) == [nil, "discussioncomment-3"])
    #expect(fetched.comment == "discussioncomment-4")
  }

  /// GitHub refuses with 403 and words where others say 429.
  @Test(arguments: [
    (
      "{\"message\": \"API rate limit exceeded for 1.2.3.4.\"}", nil,
      SiteError.Fault.tooManyRequests(nil)
    ),
    ("{}", "60", .tooManyRequests(.seconds(60))), ("{\"message\": \"Forbidden\"}", nil, .forbidden),
  ])
  func limits(body: String, wait: String?, fault: SiteError.Fault) {
    var site = Self.site
    site.answers["\(Self.repository)/issues/5"] = SiteResponse(
      status: 403, url: "", retryAfter: wait, body: Array(body.utf8))
    #expect(site.refusal("https://github.com/o/r.x/issues/5") == fault)
  }

  @Test(arguments: [
    "https://github.com/o/r.x", "https://github.com/o/r.x/issues",
    "https://github.com/o/r.x/issues/x",
    "https://github.com/o/../issues/5", "https://github.com/o/%2E%2E/issues/5",
    "https://github.com/o%2Fx/r/issues/5", "https://github.com/o/r%20x/issues/5",
    "https://github.com/o/中/issues/5", "https://github.com/o/r%0A/issues/5",
    "https://github.com/o/%22/pull/5",
    "https://api.github.com/users/o",
  ])
  func otherPagesAreNoDiscussions(url: String) {
    #expect(
      Self.site.refusal(url) == .noDiscussion(expected: "https://github.com/OWNER/REPO/issues/1"))
  }

  /// The address of an organisation's discussion does not name its repository: it has one id, however it is reached.
  @Test func discussionsOfOrganisations() throws {
    let repository = "https://api.github.com/repos/club/club"
    let page = "https://github.com/orgs/club/discussions/5"
    let item = """
      {"number": 5, "id": 50, "title": "中", "user": {"login": "ann"}, "body": "é", "comments": 2,
        "html_url": "\(page)", "created_at": "2020-01-01T00:00:00Z"}
      """
    let comments = (1...2).map { id in
      """
      {"id": \(id), "user": {"login": "bob"}, "body": "é", "created_at": "2020-01-01T00:01:00Z",
        "repository_url": "club/club", "child_comment_count": 0, "parent_id": null,
        "html_url": "\(page)#discussioncomment-\(id)"}
      """
    }
    let list = "[\(comments.joined(separator: ","))]"
    let site = FakeSite([
      "\(repository)/discussions/5": item,
      "\(repository)/discussions/5/comments?per_page=100": list,
    ])
    for link in [page, "https://github.com/club/club/discussions/5"] {
      let (fetched, asked) = try site.open(link)
      #expect(asked.count == 2)
      #expect(fetched.discussion.id == "github:club/club/5")
      #expect(fetched.discussion.title == "中")
      #expect(fetched.discussion.comments.count == 2)
      #expect(fetched.discussion.notice == nil)
    }
    let files = [item, list].map { ImportFile(name: "f", bytes: Array($0.utf8)) }
    #expect(try AnyImport.discussion(of: files).discussion.id == "github:club/club/5")
  }
}
