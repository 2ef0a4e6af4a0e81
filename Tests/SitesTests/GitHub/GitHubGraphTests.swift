import Sites
import DiscussionModel
import Testing

@Suite struct GitHubGraphTests {
  static let discussion = """
    {"data": {"repository": {"discussion": {"number": 5, "title": "Bees?", "url": "https://github.com/o/r/discussions/5",
      "author": {"login": "ann"}, "body": "Hm 中", "createdAt": "2022-01-01T00:00:00Z",
      "comments": {"totalCount": 2, "nodes": [
        {"id": "DC_1", "databaseId": 71, "author": {"login": "bo"}, "body": "Yes", "createdAt": "2022-01-02T00:00:00Z",
         "url": "https://github.com/o/r/discussions/5#discussioncomment-71", "isAnswer": true,
         "authorAssociation": "OWNER", "reactions": {"totalCount": 4},
         "replies": {"totalCount": 3, "nodes": [
          {"id": "DC_2", "databaseId": 72, "author": {"login": "ann"}, "body": "Thanks", "replyTo": {"id": "DC_1"},
           "createdAt": "2022-01-03T00:00:00Z", "url": "https://github.com/o/r/discussions/5#discussioncomment-72"}]}},
        {"id": "DC_3", "author": null, "body": "spam", "isMinimized": true, "minimizedReason": "OFF_TOPIC",
         "createdAt": "2022-01-04T00:00:00Z", "lastEditedAt": "2022-01-05T00:00:00Z",
         "url": "https://github.com/o/r/discussions/5#discussioncomment-73"}]}}}}}
    """

  @Test func aDiscussionHasRepliesAndAnAnswer() throws {
    let found = try read(Self.discussion)
    #expect(
      outline(found) == """
        #1 discussioncomment-71 bo [owner, answer] (4) +2: Yes
          #2 discussioncomment-72 ann [OP]: Thanks
        #3 discussioncomment-73 ghost !hidden by the site: off_topic: spam
        """)
    #expect(found.discussion.id == "github:o/r/5")
    #expect(try found.comment("discussioncomment-73").details?.edited == "2022-01-05T00:00:00Z")
    #expect(found.warnings == [])
  }

  @Test func theSameCommentsAskedForInTheOtherWayAreTheSame() throws {
    let found = try read(
      """
      [{"id": 71, "user": {"login": "bo"}, "body": "Yes", "created_at": "2022-01-02T00:00:00Z", "child_comment_count": 1,
        "html_url": "https://github.com/o/r/discussions/5#discussioncomment-71", "parent_id": null},
       {"id": 72, "user": {"login": "ann"}, "body": "Thanks", "created_at": "2022-01-03T00:00:00Z", "child_comment_count": 0,
        "html_url": "https://github.com/o/r/discussions/5#discussioncomment-72", "parent_id": 71}]
      """)
    #expect(
      outline(found) == "#1 discussioncomment-71 bo: Yes\n  #2 discussioncomment-72 ann: Thanks")
    #expect(found.discussion.id == "github:o/r/5")
  }

  @Test func aPullRequestHasReviewsAndThreads() throws {
    let found = try read(
      """
      {"data": {"repository": {"pullRequest": {"number": 2, "title": "Fix", "url": "https://github.com/o/r/pull/2",
        "author": {"login": "ann"}, "body": "", "createdAt": "2022-01-01T00:00:00Z",
        "comments": {"edges": [{"node": {"id": "IC_1", "body": "hi", "author": {"login": "bo"},
          "createdAt": "2022-01-02T00:00:00Z", "url": "https://github.com/o/r/pull/2#issuecomment-1"}}]},
        "reviews": {"nodes": [{"id": "R_1", "body": "", "state": "COMMENTED", "createdAt": "2022-01-03T00:00:00Z",
          "url": "https://github.com/o/r/pull/2#pullrequestreview-3"}]},
        "reviewThreads": {"nodes": [{"comments": {"nodes": [
          {"id": "L_1", "body": "a", "path": "x.c", "createdAt": "2022-01-04T00:00:00Z", "url": "https://github.com/o/r/pull/2#discussion_r4"},
          {"id": "L_2", "body": "b", "path": "x.c", "createdAt": "2022-01-05T00:00:00Z", "url": "https://github.com/o/r/pull/2#discussion_r5"}]}}]}}}}}
      """)
    #expect(
      outline(found) == """
        #1 issuecomment-1 bo: hi
        #2 discussion_r4: `x.c`

        a
          #3 discussion_r5: b
        """)
    #expect(found.discussion.body == nil)
  }

  /// What `gh issue view --json …` writes, with all members and with the comments alone.
  @Test func theCommandLinesOwnFormIsRead() throws {
    let comments = """
      [{"id": "IC_1", "author": {"login": "bo"}, "authorAssociation": "NONE", "body": "a é", "createdAt": "2022-01-02T00:00:00Z",
        "includesCreatedEdit": false, "isMinimized": false, "minimizedReason": "", "viewerDidAuthor": false,
        "reactionGroups": [{"content": "THUMBS_UP", "users": {"totalCount": 2}}, {"content": "HEART", "users": {"totalCount": 1}}],
        "url": "https://github.com/o/r/issues/9#issuecomment-31"}]
      """
    let found = try read(
      #"{"number": 9, "title": "T", "url": "https://github.com/o/r/issues/9", "author": {"login": "ann"}, "body": "B", "createdAt": "2022-01-01T00:00:00Z", "comments": \#(comments)}"#
    )
    #expect(outline(found) == "#1 issuecomment-31 bo (3): a é")
    #expect(found.discussion.title == "T")
    #expect(found.warnings == [])
    let alone = try read(#"{"comments": \#(comments)}"#)
    #expect(alone.discussion.id == "github:o/r/9")
    #expect(outline(alone) == "#1 issuecomment-31 bo (3): a é")
  }
}
