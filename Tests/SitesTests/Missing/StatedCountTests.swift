import DiscussionModel
import Testing

@testable import Sites

/// How many comments a site counts, and how many came.
@Suite struct StatedCountTests {
  /// An answer of each site that counts three comments and has one.
  static let answers: [(site: String, text: String)] = [
    (
      "Hacker News",
      """
      [{"id": 1, "type": "story", "time": 1577836800, "by": "ann", "title": "T", "descendants": 3, "kids": [2]},
       {"id": 2, "type": "comment", "time": 1577836801, "by": "bob", "text": "b", "parent": 1}]
      """
    ),
    (
      "Reddit",
      """
      [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data":
        {"id": "p", "title": "T", "num_comments": 3, "permalink": "/r/x/comments/p/t/"}}]}},
       {"kind": "Listing", "data": {"children": [{"kind": "t1", "data":
        {"id": "c", "body": "b", "author": "bob", "parent_id": "t3_p", "link_id": "t3_p"}}]}}]
      """
    ),
    (
      "Lobsters",
      """
      {"short_id": "a", "title": "T", "comment_count": 3, "comments": [
        {"short_id": "c", "comment": "b", "commenting_user": "bob", "depth": 0}]}
      """
    ),
    (
      "Discourse",
      """
      {"id": 5, "title": "T", "slug": "t", "posts_count": 4, "post_stream": {"posts": [
        {"id": 1, "post_number": 1, "cooked": "a"}, {"id": 2, "post_number": 2, "cooked": "b"}]}}
      """
    ),
    (
      "Lemmy",
      """
      [{"post_view": {"post": {"id": 7, "name": "T", "ap_id": "https://a.test/post/7"}, "counts": {"comments": 3}}},
       {"comments": [{"comment": {"id": 8, "content": "b", "path": "0.8"}, "post": {"id": 7},
         "counts": {"child_count": 0}}]}]
      """
    ),
    (
      "Mastodon",
      """
      [{"id": "1", "account": {"acct": "ann"}, "content": "a", "created_at": "2020-01-01T00:00:00Z",
        "replies_count": 3, "url": "https://a.test/@ann/1"},
       {"ancestors": [], "descendants": [{"id": "2", "in_reply_to_id": "1", "account": {"acct": "bob"},
        "content": "b", "created_at": "2020-01-01T00:00:00Z", "replies_count": 0}]}]
      """
    ),
    (
      "Lemmy 1.0",
      """
      [{"post_view": {"post": {"id": 7, "name": "T", "ap_id": "https://a.test/post/7", "comments": 3}}},
       {"items": [{"comment": {"id": 8, "content": "b", "path": "0.8", "child_count": 0}, "post": {"id": 7}}]}]
      """
    ),
    (
      "PieFed",
      """
      [{"post_view": {"post": {"id": 7, "title": "T", "ap_id": "https://a.test/post/7"}, "counts": {"comments": 3}}},
       {"comments": [{"comment": {"id": 8, "body": "b", "path": "0.8"}, "post": {"id": 7},
         "counts": {"child_count": 0}}]}]
      """
    ),
    (
      "GitLab",
      """
      [{"id": 70, "iid": 7, "title": "T", "user_notes_count": 3, "web_url": "https://a.test/o/r/-/issues/7"},
       {"id": "d", "notes": [{"id": 1, "body": "b", "noteable_type": "Issue", "noteable_iid": 7,
         "author": {"username": "bob"}, "created_at": "2020-01-01T00:00:00Z", "system": false},
        {"id": 2, "body": "closed", "noteable_type": "Issue", "noteable_iid": 7, "system": true}]}]
      """
    ),
    (
      "Forgejo",
      """
      [{"number": 5, "title": "T", "user": {"login": "ann"}, "body": "b", "comments": 3, "original_author": "",
        "html_url": "https://a.test/o/r/issues/5", "created_at": "2020-01-01T00:00:00Z"},
       {"id": 1, "user": {"login": "bob"}, "body": "b", "original_author": "", "created_at": "2020-01-01T00:00:00Z",
        "issue_url": "https://a.test/o/r/issues/5", "html_url": "https://a.test/o/r/issues/5#issuecomment-1"}]
      """
    ),
    (
      "Forgejo, comments on lines",
      """
      [{"number": 5, "title": "T", "user": {"login": "ann"}, "body": "b", "comments": 1, "original_author": "",
        "html_url": "https://a.test/o/r/pulls/5", "created_at": "2020-01-01T00:00:00Z"},
       {"id": 9, "user": {"login": "bob"}, "body": "", "state": "COMMENT", "comments_count": 3,
        "submitted_at": "2020-01-01T00:00:00Z", "pull_request_url": "https://a.test/o/r/pulls/5"},
       {"id": 1, "user": {"login": "bob"}, "body": "b", "path": "a.c", "position": 3, "pull_request_review_id": 9,
        "created_at": "2020-01-01T00:00:00Z", "pull_request_url": "https://a.test/o/r/pulls/5",
        "html_url": "https://a.test/o/r/pulls/5/files#issuecomment-1"}]
      """
    ),
    (
      "Bluesky",
      """
      {"thread": {"post": {"uri": "at://did:plc:a/app.bsky.feed.post/1", "record": {"text": "T"}, "replyCount": 3},
        "replies": [{"post": {"uri": "at://did:plc:b/app.bsky.feed.post/2", "record": {"text": "b"},
          "replyCount": 0}, "replies": []}]}}
      """
    ),
    (
      "Stack Exchange",
      """
      {"items": [{"question_id": 7, "title": "T", "creation_date": 1577836800, "answer_count": 3,
        "answers": [{"answer_id": 8, "body": "b", "creation_date": 1577836800, "comment_count": 0}]}]}
      """
    ),
    ("GitHub", "[\(GitHubTests.issue(12)), \(GitHubTests.comment(21, on: 12, by: "bo"))]"),
    (
      "GitHub, a comment that came twice",
      "[\(GitHubTests.issue(12)), \(GitHubTests.comment(21, on: 12, by: "bo")), \(GitHubTests.comment(21, on: 12, by: "bo"))]"
    ),
    (
      "GitHub, a pull request",
      "[\(GitHubTests.issue(2)), \(GitHubTests.comment(21, on: 2, by: "bo")), \(GitHubTests.line(22, ""))]"
    ),
  ]

  @Test(arguments: answers.indices)
  func whatDidNotComeIsCounted(index: Int) throws {
    let (site, text) = Self.answers[index]
    let found = try read(text)
    #expect(found.discussion.notice == "2 more comments not in this file", "\(site)")
    #expect(found.account?.missing == 2, "\(site)")
  }

  /// Nothing is said where all has come, or more than the site counts.
  @Test(arguments: answers.indices)
  func whereAllHasComeNothingIsMissing(index: Int) throws {
    let (site, text) = Self.answers[index]
    for (name, count) in [
      ("descendants", 3), ("num_comments", 3), ("comment_count", 3), ("posts_count", 4),
      ("comments", 3), ("replies_count", 3), ("user_notes_count", 3), ("comments_count", 3),
      ("replyCount", 3), ("answer_count", 3),
    ] {
      for less in [2, 3] {
        let other = text.replacing("\"\(name)\": \(count)", with: "\"\(name)\": \(count - less)")
        guard other != text else { continue }
        let found = try read(other)
        #expect(found.discussion.notice == nil, "\(site)")
        #expect(found.account?.missing == 0, "\(site)")
      }
    }
  }

  @Test func whatDidNotComeIsSaidInALine() {
    var account = ImportedDiscussion.Account(read: 50, missing: 12, source: 62)
    #expect(account.unplacedLine == nil)
    account.unplaced = 10
    #expect(account.unplacedLine == "10 of 62 comments that the site counts are missing")
    account.source = nil
    #expect(account.unplacedLine == "10 comments that the site counts are missing")
  }

  /// What is missing of a newer copy and was kept before is not missing.
  @Test(arguments: [
    (2, nil), (1, "1 more comment not in this file"), (0, "2 more comments not in this file"),
  ])
  func whatIsKeptIsNotMissing(kept: Int, notice: String?) throws {
    var merged = Discussion(
      id: "x", title: "T", comments: (0..<kept).map { Comment(id: "old\($0)", body: "x") })
    var newer = Discussion(id: "x", title: "T", comments: [Comment(id: "new", body: "x")])
    newer.notice = "2 more comments not in this file"
    merged.take(newer)
    merged.settleMissing(after: newer)
    #expect(merged.notice == notice)
  }

  // MARK: Pages

  /// A server of Lemmy that gives its first page for each.
  @Test func aPageThatComesAgainIsNoticed() throws {
    let comments = (0..<50).map {
      #"{"comment": {"id": \#(1000 + $0), "content": "c", "path": "0.\#(1000 + $0)"}, "post": {"id": 77}, "counts": {"child_count": 0}}"#
    }
    let list = #"{"comments": [\#(comments.joined(separator: ","))]}"#
    let service = "https://a.test/api/v3"
    let query = "\(service)/comment/list?post_id=77&limit=50&sort=Old&type_=All"
    let site = FakeSite([
      "\(service)/post?id=77":
        #"{"post_view": {"post": {"id": 77, "name": "T"}, "counts": {"comments": 60}}}"#,
      "\(query)&page=1": list, "\(query)&page=2": list,
    ])
    let (fetched, asked) = try site.open("https://a.test/post/77")
    #expect(asked.count == 4)
    #expect(fetched.discussion.comments.count == 50)
    #expect(fetched.discussion.notice == "10 more comments not in this file")
    #expect(fetched.shortfall == "10 of 60 comments that the site counts are missing")
  }

  /// GitHub names a next page that was read before.
  @Test func pagesThatGoInCirclesEnd() throws {
    let service = "https://api.github.com/repos/o/r/issues/12"
    let first = "\(service)/comments?per_page=100"
    let second = "\(service)/comments?page=2"
    var site = FakeSite([
      service: GitHubTests.issue(12), first: "[\(GitHubTests.comment(21, on: 12, by: "bo"))]",
      second: "[\(GitHubTests.comment(22, on: 12, by: "cy"))]",
    ])
    site.answers[first]?.link = "<\(second)>; rel=\"next\""
    site.answers[second]?.link = "<\(second)>; rel=\"next\""
    let (fetched, asked) = try site.open("https://github.com/o/r/issues/12")
    #expect(asked == [service, first, second])
    #expect(fetched.discussion.comments.count == 2)
    #expect(fetched.incomplete == "the link to the next page leads to a page already read")
    #expect(fetched.shortfall == "1 of 3 comments that the site counts are missing")
  }
}
