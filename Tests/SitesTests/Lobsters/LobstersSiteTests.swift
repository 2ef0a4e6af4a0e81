import DiscussionModel
import Testing

@testable import Sites

@Suite struct LobstersSiteTests {
  static let story = """
    {"short_id": "abc123", "title": "中", "created_at": "2020-01-01T00:00:00.000Z", "submitter_user": "ann",
      "comments_url": "https://lobste.rs/s/abc123/q", "comment_count": 1, "comments": [{"short_id": "def456",
      "created_at": "2020-01-01T00:01:00.000Z", "comment": "<p>é</p>", "depth": 0, "commenting_user": "bob"}]}
    """
  static let site = FakeSite(["https://lobste.rs/s/abc123.json": story])

  @Test(arguments: [
    ("https://lobste.rs/s/abc123/some_title", nil), ("http://lobste.rs/s/abc123.json", nil),
    ("https://lobste.rs/s/abc123/some_title#c_def456", "def456"),
    ("https://lobste.rs/s/abc123#c_%22", nil),
    ("https://lobste.rs/s/abc123/some_title/comments/def456", "def456"),
  ])
  func stories(url: String, comment: String?) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == ["https://lobste.rs/s/abc123.json"])
    #expect(fetched.discussion.id == "lobsters:abc123")
    #expect(fetched.discussion.comments.map(\.id) == ["def456"])
    #expect(fetched.comment == comment)
  }

  @Test func aCommentIsAskedWhereItLeads() throws {
    var site = Self.site
    site.answers["https://lobste.rs/c/def456"] = SiteResponse(
      status: 200, url: "https://lobste.rs/s/abc123/some_title#c_def456", contentType: "text/html")
    let (fetched, asked) = try site.open("https://lobste.rs/c/def456")
    #expect(asked == ["https://lobste.rs/c/def456", "https://lobste.rs/s/abc123.json"])
    #expect(fetched.comment == "def456")
  }

  @Test func aCommentThatLeadsElsewhere() {
    var site = Self.site
    site.answers["https://lobste.rs/c/def456"] = SiteResponse(
      status: 200, url: "https://evil.example/s/abc123/some_title", contentType: "text/html")
    #expect(site.refusal("https://lobste.rs/c/def456") == .leadsNowhere)
  }

  @Test func itsSoftwareIsKnownElsewhere() throws {
    let site = FakeSite(["https://example.org/s/abc123.json": Self.story])
    let (fetched, asked) = try site.open("https://example.org/s/abc123/q#c_def456")
    #expect(asked == ["https://example.org/s/abc123.json"])
    #expect(fetched.comment == "def456")
  }

  @Test(arguments: [
    "https://lobste.rs/", "https://lobste.rs/t/swift", "https://lobste.rs/s/..%2Fx/q",
    "https://lobste.rs/c/a%20b", "https://lobste.rs/s/a/b/c",
  ])
  func otherPagesAreNoStories(url: String) {
    #expect(Self.site.refusal(url) == .noDiscussion(expected: "https://lobste.rs/s/ID"))
  }
}
