import DiscussionModel
import Testing

@testable import Sites

/// Every fetch ends by comparing what came with what the site counts: a notice has the number of what is missing.
@Suite struct FetchedCountTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var site: String
    var link: String
    /// Bodies by addresses; of three comments that the site counts one comes.
    var bodies: [String: String]
    var testDescription: String { site }
  }

  private static let time = "2020-01-01T00:00:00Z"

  static let rows = [
    Row(
      site: "Hacker News", link: "https://news.ycombinator.com/item?id=1",
      bodies: [
        "https://hn.algolia.com/api/v1/items/1": """
        {"id": 1, "story_id": 1, "type": "story", "title": "T", "created_at": "\(time)", "children": [
          {"id": 2, "type": "comment", "created_at": "\(time)", "author": "bob", "text": "b", "children": []}]}
        """,
        "https://hacker-news.firebaseio.com/v0/item/1.json": """
        {"id": 1, "type": "story", "time": 1577836800, "title": "T", "descendants": 3, "kids": [2]}
        """,
      ]),
    Row(
      site: "Hacker News, Firebase alone", link: "https://news.ycombinator.com/item?id=1",
      bodies: [
        "https://hacker-news.firebaseio.com/v0/item/1.json": """
        {"id": 1, "type": "story", "time": 1577836800, "title": "T", "descendants": 3, "kids": [2, 3, 4]}
        """,
        "https://hacker-news.firebaseio.com/v0/item/2.json": """
        {"id": 2, "type": "comment", "parent": 1, "time": 1577836800, "by": "bob", "text": "b"}
        """,
      ]),
    Row(
      site: "Reddit", link: "https://www.reddit.com/comments/p",
      bodies: [
        "https://oauth.reddit.com/comments/p?raw_json=1&limit=500": """
        [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"id": "p", "title": "T", "num_comments": 3}}]}},
         {"kind": "Listing", "data": {"children": [{"kind": "t1", "data":
           {"id": "c", "body": "b", "author": "bob", "parent_id": "t3_p", "link_id": "t3_p"}}]}}]
        """
      ]),
    Row(
      site: "Lobsters", link: "https://lobste.rs/s/a",
      bodies: [
        "https://lobste.rs/s/a.json": """
        {"short_id": "a", "title": "T", "comment_count": 3, "comments": [
          {"short_id": "c", "comment": "b", "commenting_user": "bob", "depth": 0}]}
        """
      ]),
    Row(
      site: "Discourse", link: "https://a.test/t/5",
      bodies: [
        "https://a.test/t/5.json": """
        {"id": 5, "title": "T", "slug": "t", "posts_count": 4, "post_stream": {"stream": [1, 2], "posts": [
          {"id": 1, "post_number": 1, "cooked": "a"}, {"id": 2, "post_number": 2, "cooked": "b"}]}}
        """
      ]),
    Row(
      site: "Lemmy", link: "https://a.test/post/7",
      bodies: [
        "https://a.test/api/v3/post?id=7":
          #"{"post_view": {"post": {"id": 7, "name": "T"}, "counts": {"comments": 3}}}"#,
        "https://a.test/api/v3/comment/list?post_id=7&limit=50&sort=Old&type_=All&page=1": """
        {"comments": [{"comment": {"id": 8, "content": "b", "path": "0.8"}, "post": {"id": 7},
          "counts": {"child_count": 0}}]}
        """,
        "https://a.test/api/v3/comment/list?post_id=7&limit=50&sort=Old&type_=All&page=2":
          #"{"comments": []}"#,
      ]),
    Row(
      site: "Lemmy 1.0", link: "https://a.test/post/7",
      bodies: [
        "https://a.test/api/v4/post?id=7":
          #"{"post_view": {"post": {"id": 7, "name": "T", "comments": 3}}}"#,
        "https://a.test/api/v4/comment/list?post_id=7&limit=50&sort=old&type_=all": """
        {"items": [{"comment": {"id": 8, "content": "b", "path": "0.8", "child_count": 0}, "post": {"id": 7}}],
          "next_page": null}
        """,
      ]),
    Row(
      site: "PieFed", link: "https://a.test/post/7",
      bodies: [
        "https://a.test/api/alpha/post?id=7":
          #"{"post_view": {"post": {"id": 7, "title": "T", "ap_id": "https://a.test/post/7"}, "counts": {"comments": 3}}}"#,
        "https://a.test/api/alpha/comment/list?post_id=7&limit=50&sort=Old&type_=All&page=1": """
        {"comments": [{"comment": {"id": 8, "body": "b", "path": "0.8"}, "post": {"id": 7},
          "counts": {"child_count": 0}}]}
        """,
        "https://a.test/api/alpha/comment/list?post_id=7&limit=50&sort=Old&type_=All&page=2":
          #"{"comments": []}"#,
      ]),
    Row(
      site: "Mastodon", link: "https://a.test/@ann/1",
      bodies: [
        "https://a.test/api/v1/statuses/1": """
        {"id": "1", "account": {"acct": "ann"}, "content": "a", "created_at": "\(time)", "replies_count": 3,
          "url": "https://a.test/@ann/1", "in_reply_to_id": null}
        """,
        "https://a.test/api/v1/statuses/1/context": """
        {"ancestors": [], "descendants": [{"id": "2", "in_reply_to_id": "1", "account": {"acct": "bob"},
          "content": "b", "created_at": "\(time)", "replies_count": 0, "url": "https://a.test/@bob/2"}]}
        """,
      ]),
    Row(
      site: "GitHub", link: "https://github.com/o/r/issues/12",
      bodies: [
        "https://api.github.com/repos/o/r/issues/12": GitHubTests.issue(12),
        "https://api.github.com/repos/o/r/issues/12/comments?per_page=100":
          "[\(GitHubTests.comment(21, on: 12, by: "bo"))]",
      ]),
    Row(
      site: "Forgejo", link: "https://forge.example/o/r/issues/5",
      bodies: [
        ForgejoTests.service: ForgejoTests.issue,
        ForgejoTests.service + "/comments": "[\(ForgejoTests.comment(1, by: "bob"))]",
      ]),
    Row(
      site: "GitLab", link: "https://a.test/o/r/-/issues/7",
      bodies: [
        "https://a.test/api/v4/projects/o%2Fr/issues/7": """
        {"id": 70, "iid": 7, "title": "T", "user_notes_count": 3, "web_url": "https://a.test/o/r/-/issues/7"}
        """,
        "https://a.test/api/v4/projects/o%2Fr/issues/7/discussions?per_page=100": """
        [{"id": "d", "notes": [{"id": 1, "body": "b", "noteable_type": "Issue", "noteable_iid": 7,
          "author": {"username": "bob"}, "created_at": "\(time)", "system": false}]}]
        """,
      ]),
    Row(
      site: "Bluesky", link: "https://bsky.app/profile/did:plc:a/post/1",
      bodies: [
        "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=1000&parentHeight=0&uri="
          + "at%3A%2F%2Fdid%3Aplc%3Aa%2Fapp.bsky.feed.post%2F1": """
        {"thread": {"post": {"uri": "at://did:plc:a/app.bsky.feed.post/1", "record": {"text": "T"}, "replyCount": 3},
          "replies": [{"post": {"uri": "at://did:plc:b/app.bsky.feed.post/2", "record": {"text": "b"},
            "replyCount": 0}, "replies": []}]}}
        """
      ]),
  ]

  @Test(arguments: rows) func whatDidNotComeIsSaid(row: Row) throws {
    let (fetched, _) = try FakeSite(row.bodies).open(row.link)
    #expect(fetched.discussion.comments.count == 1)
    #expect(fetched.discussion.notice == "2 more comments not in this file")
  }

  /// A site that counts what has come, or less, leaves nothing to say.
  @Test(arguments: rows) func whereAllHasComeNothingIsSaid(row: Row) throws {
    let counts = [
      "descendants", "num_comments", "comment_count", "comments", "replies_count",
      "user_notes_count", "replyCount",
    ]
    let bodies = row.bodies.mapValues { body in
      counts.reduce(body) { $0.replacing("\"\($1)\": 3", with: "\"\($1)\": 1") }
        .replacing("\"posts_count\": 4", with: "\"posts_count\": 2")
        .replacing("\"kids\": [2, 3, 4]", with: "\"kids\": [2]")
    }
    let (fetched, _) = try FakeSite(bodies).open(row.link)
    #expect(fetched.discussion.comments.count == 1)
    #expect(fetched.discussion.notice == nil)
    #expect(fetched.shortfall == nil)
    #expect(fetched.incomplete == nil)
  }
}
