import DiscussionModel
import Testing

@testable import Sites

@Suite struct RedditSiteTests {
  static let listing = "https://oauth.reddit.com/comments/p?raw_json=1&limit=500"

  static func site(_ comments: String...) -> FakeSite {
    FakeSite([listing: page(comments)])
  }

  static func page(_ comments: [String]) -> String {
    let post =
      #"{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"id": "p", "title": "中", "author": "ann", "num_comments": 2, "permalink": "/r/x/comments/p/q/", "url": "/r/x/comments/p/q/", "selftext": ""}}]}}"#
    return
      #"[\#(post), {"kind": "Listing", "data": {"children": [\#(comments.joined(separator: ", "))]}}]"#
  }

  static let first = comment("c", to: "t3_p")

  static func comment(_ id: String, to parent: String) -> String {
    #"{"kind": "t1", "data": {"id": "\#(id)", "parent_id": "\#(parent)", "link_id": "t3_p", "author": "bob", "body": "é", "created_utc": 10, "replies": ""}}"#
  }

  @Test(arguments: [
    "https://www.reddit.com/r/x/comments/p/q/", "http://old.reddit.com/r/x/comments/p",
    "https://new.reddit.com/comments/P", "https://reddit.com/user/ann/comments/p/q/?sort=new",
    "https://redd.it/p", "https://www.reddit.com/gallery/p",
    "https://www.reddit.com/r/x/comments/p/q/.json",
    "https://www.reddit.com/comments/p.json?limit=1",
  ])
  func posts(url: String) throws {
    let (fetched, asked) = try Self.site(Self.first).open(url)
    #expect(asked == [Self.listing])
    #expect(fetched.discussion.id == "reddit:p")
    #expect(fetched.discussion.comments.map(\.id) == ["c"])
    #expect(fetched.comment == nil)
  }

  @Test(arguments: [
    "https://www.reddit.com/r/x/comments/p/q/c/",
    "https://old.reddit.com/r/x/comments/p/q/C?context=3",
    "https://www.reddit.com/r/x/comments/p/comment/c/",
    "https://www.reddit.com/r/x/comments/p/_/c.json",
  ])
  func commentsOpenTheirPost(url: String) throws {
    let (fetched, asked) = try Self.site(Self.first).open(url)
    #expect(asked == [Self.listing])
    #expect(fetched.comment == "c")
  }

  /// The comment is too deep for the listing, so that its own is asked for as well.
  @Test func aCommentThatIsNotInTheListing() throws {
    var site = Self.site(Self.first)
    let own = "https://oauth.reddit.com/comments/p/_/d?raw_json=1&limit=500&context=8"
    site[own] = Self.page([Self.comment("d", to: "t1_c")])
    let (fetched, asked) = try site.open("https://www.reddit.com/r/x/comments/p/q/d/")
    #expect(asked == [Self.listing, own])
    #expect(fetched.comment == "d")
    #expect(fetched.discussion.comments.map(\.id) == ["c", "d"])
    #expect(fetched.discussion.comments.map(\.parent) == [nil, "c"])
  }

  @Test func aCommentThatIsNowhere() throws {
    let (fetched, asked) = try Self.site(Self.first).open(
      "https://www.reddit.com/r/x/comments/p/q/gone/")
    #expect(asked.count == 2)
    #expect(fetched.comment == "gone")
    #expect(fetched.incomplete == "the site says that this does not exist")
    #expect(fetched.discussion.comments.map(\.id) == ["c"])
  }

  /// A share link redirects; Reddit refuses the page to programs, but the address is enough.
  @Test func shareLinksAreAskedWhereTheyLead() throws {
    var site = Self.site(Self.first)
    site.answers["https://www.reddit.com/r/x/s/AbC1"] = SiteResponse(
      status: 403, url: "https://www.reddit.com/r/x/comments/p/q/c/?share_id=1",
      contentType: "text/html")
    let (fetched, asked) = try site.open("https://reddit.com/r/x/s/AbC1")
    #expect(asked == ["https://www.reddit.com/r/x/s/AbC1", Self.listing])
    #expect(fetched.comment == "c")
  }

  static let signIn = SiteError.Fault.signInRequired(
    help: "save the page in a signed-in browser and \"understory add\" it, or set REDDIT_TOKEN")

  @Test(arguments: [
    ("https://evil.example/r/x/comments/p/", 200, SiteError.Fault.leadsNowhere),
    ("https://www.reddit.com/r/x/s/AbC1", 403, signIn),
    ("https://www.reddit.com/login/?dest=x", 200, signIn),
    ("https://www.reddit.com/", 200, .leadsNowhere),
    ("https://www.reddit.com/", 404, .notFound),
  ])
  func shareLinksThatLeadNowhere(end: String, status: Int, fault: SiteError.Fault) {
    var site = Self.site(Self.first)
    site.answers["https://www.reddit.com/r/x/s/AbC1"] = SiteResponse(
      status: status, url: end, contentType: "text/html")
    #expect(site.refusal("https://www.reddit.com/r/x/s/AbC1") == fault)
  }

  @Test(arguments: [
    "https://www.reddit.com/", "https://www.reddit.com/r/x/",
    "https://www.reddit.com/r/x/comments/", "https://www.reddit.com/r/x/comments/..%2Fp/q",
    "https://www.reddit.com/comments/%22", "https://www.reddit.com/comments/中",
    "https://www.reddit.com/r/comments/p/q", "https://www.reddit.com/r/%2E%2E/s/x",
    "https://www.reddit.com/r/x/s/a%0Ab", "https://redd.it/p/q",
  ])
  func otherPagesAreNoPosts(url: String) {
    #expect(
      Self.site(Self.first).refusal(url)
        == .noDiscussion(expected: "https://www.reddit.com/comments/ID"))
  }

  /// The address of somebody's own feed is a secret.
  @Test(arguments: [
    (
      "https://www.reddit.com/comments/p7/.rss?feed=abc&user=ann",
      "https://www.reddit.com/comments/p7/.rss"
    ),
    (
      "https://old.reddit.com/r/x/comments/p7/q/c3/?context=3#a",
      "https://old.reddit.com/r/x/comments/p7/q/c3/#a"
    ),
    ("https://a.example/x?feed=abc", "https://a.example/x?feed=abc"), ("no link?a", "no link?a"),
  ])
  func aSecretOfALinkIsNotKept(link: String, kept: String) {
    #expect(SiteVisit.kept(link: link) == kept)
  }
}
