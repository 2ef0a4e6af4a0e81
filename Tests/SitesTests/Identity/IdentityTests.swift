import DiscussionModel
import Testing

@testable import Sites

/// Which id a discussion gets, and from whom.
@Suite struct IdentityTests {
  // MARK: What files say

  private static func story(_ page: String) -> String {
    #"{"short_id": "abc", "title": "T", "comments_url": "\#(page)", "comments": []}"#
  }

  @Test(arguments: [
    ("https://lobste.rs/s/abc/t", "lobsters:abc"), ("https://www.lobste.rs/s/abc", "lobsters:abc"),
    ("https://Boats.example/s/abc/t", "lobsters:boats.example/abc"),
    ("http://127.0.0.1:81/s/abc/t", "lobsters:127.0.0.1:81/abc"), ("", "lobsters:abc"),
  ])
  func aStoryHasItsHost(page: String, id: String) throws {
    #expect(try read(Self.story(page)).discussion.id == id)
    // Whoever answered counts, not what was answered.
    let options = ImportOptions(host: "other.example")
    #expect(
      try read(Self.story(page), options: options).discussion.id == "lobsters:other.example/abc")
  }

  @Test(arguments: [
    ("https://a.test/t/x/9", "discourse:a.test/5"),
    ("https://a.test/boats/t/x/9", "discourse:a.test/boats/5"),
    ("https://a.test/a/b/t/x/9", "discourse:a.test/a/b/5"),
    ("https://a.test/u/bob", "discourse:a.test/5"),
  ])
  func aTopicHasItsFolder(link: String, id: String) throws {
    let topic = """
      {"id": 5, "title": "T", "slug": "t", "posts_count": 1, "post_stream": {"posts": [
        {"id": 1, "post_number": 1, "username": "ann", "cooked": "<p>x</p>"}]},
       "details": {"links": [{"url": "\(link)", "internal": true}]}}
      """
    let discussion = try read(topic).discussion
    #expect(discussion.id == id)
    #expect(discussion.url == "https://\(id.dropFirst(10).dropLast(2))/t/t/5")
  }

  // MARK: GitHub, and what looks like it

  private static func comment(_ id: Int, in repository: String, at host: String) -> String {
    """
    {"id": \(id), "html_url": "https://\(host)/\(repository)/issues/4#issuecomment-\(id)",
     "issue_url": "https://\(host)/\(repository)/issues/4", "pull_request_url": "",
     "user": {"login": "ann"}, "body": "Blue", "created_at": "2020-01-01T00:00:00Z"}
    """
  }

  @Test func aForgeIsNotGitHub() throws {
    let found = try read("[\(Self.comment(5, in: "ann/shed", at: "forge.example"))]")
    #expect(found.discussion.id == "forge:forge.example/ann/shed/4")
    #expect(found.discussion.url == "https://forge.example/ann/shed/issues/4")
    #expect(outline(found) == "#1 issuecomment-5 ann: Blue")
  }

  /// A comment of Forgejo on a pull request has an empty address of an issue.
  @Test func aCommentOnAPullRequestOfAForgeIsAComment() throws {
    let found = try read(
      """
      [{"id": 6, "html_url": "https://forge.example/ann/shed/pulls/4#issuecomment-6", "issue_url": "",
        "pull_request_url": "https://forge.example/ann/shed/pulls/4", "user": {"login": "Ghost"},
        "body": "Red", "created_at": "2020-01-01T00:00:00Z"}]
      """)
    #expect(found.discussion.id == "forge:forge.example/ann/shed/4")
    #expect(outline(found) == "#1 issuecomment-6 Ghost: Red")
  }

  /// An issue of Forgejo has its repository in it.
  @Test func anIssueWithItsRepositoryIsOne() throws {
    let found = try read(
      """
      {"id": 3, "number": 4, "title": "A shed", "body": "Which colour?", "user": {"login": "ann"},
       "html_url": "https://forge.example/ann/shed/issues/4", "comments": 0,
       "repository": {"id": 1, "name": "shed", "owner": "ann", "full_name": "ann/shed"}}
      """)
    #expect(found.discussion.id == "forge:forge.example/ann/shed/4")
    #expect(found.discussion.title == "A shed")
  }

  @Test func theRepositoryIsKnownFromTheInterface() throws {
    let one =
      #"{"id": 1, "issue_url": "https://api.github.com/repos/ann/shed/issues/4", "body": "Blue", "created_at": "2020-01-01T00:00:00Z"}"#
    #expect(try read("[\(one)]").discussion.id == "github:ann/shed/4")
    let other = one.replacing("ann/shed", with: "bob/boat")
    #expect(try read("[\(other)]").discussion.id == "github:bob/boat/4")
  }

  @Test func issuesOfTwoRepositoriesAreNotOne() throws {
    let files = [
      "[\(Self.comment(5, in: "ann/shed", at: "github.com"))]",
      "[\(Self.comment(6, in: "bob/boat", at: "github.com"))]",
    ]
    #expect(
      refusal(files[0], files[1])
        == "expected one discussion, found several; \"understory import --only ID\" chooses one of ann/shed/4, bob/boat/4"
    )
    for (only, id) in [("ann/shed/4", "issuecomment-5"), ("bob/boat/4", "issuecomment-6")] {
      let found = try read(files[0], files[1], options: ImportOptions(only: only))
      #expect(found.discussion.id == "github:\(only)")
      #expect(found.discussion.comments.map(\.id) == [id])
    }
    #expect(
      refusal(files[0], files[1], options: ImportOptions(only: "9"))
        == "found no 9 among ann/shed/4, bob/boat/4")
  }

  /// An event of a timeline may have another issue in it, which only mentions this one.
  @Test func anIssueThatIsMentionedIsNoComment() throws {
    let other =
      #"{"number": 9, "title": "Other", "body": "See #4", "html_url": "https://github.com/o/r/issues/9", "comments": 3, "user": {"login": "cy"}}"#
    let found = try read(
      GitHubTests.issue(4),
      """
      [{"event": "cross-referenced", "created_at": "2020-01-01T00:00:00Z", "actor": {"login": "cy"},
        "source": {"type": "issue", "issue": \(other)}},
       {"event": "mentioned", "created_at": "2020-01-01T00:00:00Z", "issue": \(other)},
       {"event": "commented", "id": 5, "user": {"login": "bob"}, "body": "Red", "created_at": "2020-01-01T00:00:00Z",
        "html_url": "https://github.com/o/r/issues/4#issuecomment-5"}]
      """)
    #expect(found.discussion.id == "github:o/r/4")
    #expect(found.discussion.comments.map(\.id) == ["issuecomment-5"])
  }

  // MARK: What a file at an address may call itself

  @Test(arguments: [
    ("x:1", "x:1"), ("abc", "abc"), ("./x.json", "./x.json"), ("hnx:1", "hnx:1"),
    ("hn:1", "web:a.test:81/b/c.json?d"), ("HN:1", "web:a.test:81/b/c.json?d"),
    ("reddit:1", "web:a.test:81/b/c.json?d"), ("github:o/r/1", "web:a.test:81/b/c.json?d"),
    ("lobsters:abc", "web:a.test:81/b/c.json?d"),
    ("lemmy:b.test/1", "web:a.test:81/b/c.json?d"), ("lemmy:a.test/1", "web:a.test:81/b/c.json?d"),
    ("web:b.test/x.json", "web:a.test:81/b/c.json?d"),
    ("forge:b.test/o/r/1", "web:a.test:81/b/c.json?d"),
    ("discourse:a.test:81/5", "discourse:a.test:81/5"), ("web:a.test:81/x", "web:a.test:81/x"),
  ])
  func aFileHasItsOwnId(claim: String, id: String) throws {
    let link = "https://A.test:81/b/c.json?d#e"
    let site = FakeSite([
      "https://a.test:81/b/c.json?d":
        #"{"understory": 1, "id": "\#(claim)", "title": "T", "comments": []}"#
    ])
    let fetched = try site.open(link).fetched
    #expect(fetched.discussion.id == id)
    #expect(fetched.namesItself)
  }

  /// Every id that an importer makes belongs to a site.
  @Test func allIdsOfSitesAreReserved() {
    let ids = [
      "hn:1", "reddit:a", "lobsters:a", "discourse:h/1", "lemmy:h/1", "mastodon:h/1",
      "github:o/r/1", "forge:h/o/r/1", "web:h/x",
    ]
    for id in ids { #expect(SiteName.isReserved(id), "\(id)") }
    #expect(
      ids.map { SiteName.title(of: $0) }
        == ["HN", "Reddit", "Lobsters", "h", "h", "h", "GitHub", "h", "h"])
    #expect(SiteName.title(of: "lobsters:h/a") == "h")
    #expect(["x:1", "abc", ""].map { SiteName.title(of: $0) } == ["", "", ""])
  }

  // MARK: Ids as they were

  @Test(
    arguments: [
      ("lobsters:abc", "https://a.test/s/abc/t", nil, "lobsters:a.test/abc"),
      ("lobsters:abc", nil, "https://a.test/s/abc/t", "lobsters:a.test/abc"),
      ("lobsters:abc", "https://lobste.rs/s/abc", nil, nil),
      ("lobsters:abc", "https://a.test/s/other", nil, nil),
      ("lobsters:a.test/abc", "https://a.test/s/abc", nil, nil), ("lobsters:abc", nil, nil, nil),
      ("discourse:a.test/5", "https://a.test/boats/t/x/5/7", nil, "discourse:a.test/boats/5"),
      ("discourse:a.test/5", "https://a.test/t/x/5", nil, nil),
      ("discourse:a.test/5", "https://b.test/boats/t/x/5", nil, nil),
      ("github:o/r/4", nil, "https://forge.example/o/r/issues/4", "forge:forge.example/o/r/4"),
      (
        "github:o/r/4", "https://github.com/o/r/issues/4", "https://forge.example/o/r/issues/4", nil
      ),
      ("github:o/r/4", nil, "https://github.com/o/r/issues/4", nil),
      ("hn:1", "https://a.test/s/abc", nil, nil), ("x:1", "https://a.test/s/abc", nil, nil),
    ] as [(String, String?, String?, String?)])
  func anOlderIdIsRenewed(id: String, link: String?, page: String?, renewed: String?) {
    #expect(OlderID.renewed(id, by: [link, page]) == renewed)
    if let renewed { #expect(OlderID.renewed(renewed, by: [link, page]) == nil) }
  }
}
