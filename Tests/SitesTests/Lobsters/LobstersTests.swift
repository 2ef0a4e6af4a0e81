import Sites
import DiscussionModel
import Testing

@Suite struct LobstersTests {
  static func story(_ comments: String..., members: String = "") -> String {
    """
    {"short_id": "abc", "short_id_url": "https://lobste.rs/s/abc", "created_at": "2019-03-08T04:00:00.000-06:00",
     "title": "Bees 中", "url": "https://example.org/", "score": 5, "comment_count": \(comments.count),
     "description": "", "comments_url": "https://lobste.rs/s/abc/bees", "submitter_user": {"username": "ann"},
     \(members) "comments": [\(comments.joined(separator: ","))]}
    """
  }

  static func comment(_ id: String, _ members: String) -> String {
    """
    {"short_id": "\(id)", "created_at": "2019-03-08T05:00:00.000-06:00", "score": 1, "comment": "<p>\(id)</p>",
     "url": "https://lobste.rs/s/abc/bees#c_\(id)", \(members)}
    """
  }

  static let outlined = """
    #1 a ann [OP] (1): <p>a</p>
      #3 b bo (1): <p>b</p>
        #5 c ann [OP] (1): <p>c</p>
      #4 d cy (1): <p>d</p>
    #2 e bo (1): <p>e</p>
    """

  /// Levels from 1, levels from 0, parents without levels, and parents where levels are null.
  @Test(arguments: [
    [
      #""indent_level": 1, "commenting_user": {"username": "ann"}"#,
      #""indent_level": 2, "commenting_user": {"username": "bo"}"#,
      #""indent_level": 3, "commenting_user": {"username": "ann"}"#,
      #""indent_level": 2, "commenting_user": {"username": "cy"}"#,
      #""indent_level": 1, "commenting_user": {"username": "bo"}"#,
    ],
    [
      #""depth": 0, "commenting_user": "ann", "parent_comment": null"#,
      #""depth": 1, "commenting_user": "bo", "parent_comment": "a""#,
      #""depth": 2, "commenting_user": "ann", "parent_comment": "b""#,
      #""depth": 1, "commenting_user": "cy", "parent_comment": "a""#,
      #""depth": 0, "commenting_user": "bo", "parent_comment": null"#,
    ],
    [
      #""commenting_user": "ann", "parent_comment": null"#,
      #""commenting_user": "bo", "parent_comment": "a""#,
      #""commenting_user": "ann", "parent_comment": "b""#,
      #""commenting_user": "cy", "parent_comment": "a""#,
      #""commenting_user": "bo", "parent_comment": null"#,
    ],
    [
      #""commenting_user": "ann", "depth": null, "parent_comment": null"#,
      #""commenting_user": "bo", "depth": null, "parent_comment": "a""#,
      #""commenting_user": "ann", "depth": null, "parent_comment": "b""#,
      #""commenting_user": "cy", "depth": null, "parent_comment": "a""#,
      #""commenting_user": "bo", "depth": null, "parent_comment": null"#,
    ],
    [
      #""commenting_user": "ann", "depth": 0"#, #""commenting_user": "bo", "depth": 1"#,
      #""commenting_user": "ann", "depth": 7"#, #""commenting_user": "cy", "depth": 1"#,
      #""commenting_user": "bo", "depth": -3"#,
    ],
  ])
  func everyFormIsTheSameTree(members: [String]) throws {
    let comments = zip(["a", "b", "c", "d", "e"], members).map { Self.comment($0, $1) }
    let found = try read(
      Self.story(comments[0], comments[1], comments[2], comments[3], comments[4]))
    #expect(outline(found) == Self.outlined)
    #expect(found.warnings == [])
    #expect(found.account?.line == "5 comments read + 0 not in this file = 5; the source says 5")
  }

  @Test func theStoryIsTheArticle() throws {
    let found = try read(Self.story(Self.comment("a", #""depth": 0"#)))
    let discussion = found.discussion
    #expect(discussion.id == "lobsters:abc")
    #expect(discussion.title == "Bees 中")
    #expect(discussion.author == "ann")
    #expect(discussion.url == "https://lobste.rs/s/abc/bees")
    #expect(discussion.body == "<p><a href=\"https://example.org/\">https://example.org/</a></p>")
    #expect(discussion.published == "2019-03-08T04:00:00.000-06:00")
    #expect(found.addresses == ["https://lobste.rs/s/abc/bees#c_a"])
  }

  @Test(arguments: [
    (#""description": "<p>Why?</p>", "description_plain": "Why?""#, "<p>Why?</p>"),
    (#""description": "", "description_plain": "1 < 2""#, "1 < 2"),
  ])
  func aTextIsTheArticle(members: String, body: String) throws {
    let found = try read(
      #"{"short_id": "abc", "title": "T", "url": "", "submitter_user": "ann", \#(members), "comments": []}"#
    )
    #expect(found.discussion.body?.text == body)
    #expect(found.discussion.author == "ann")
  }

  @Test func plainTextsAreMarkdown() throws {
    let found = try read(
      Self.story(
        #"{"short_id": "a", "created_at": "2019-03-08T05:00:00Z", "comment_plain": "> é *b*", "depth": 0}"#
      ))
    #expect(try found.comment("a").body == "> é *b*")
    #expect(try found.comment("a").details?.markup == .markdown)
    #expect(found.discussion.markup == .html)
  }

  @Test func deletedAndModeratedTextsAreGone() throws {
    let found = try read(
      Self.story(
        Self.comment("a", #""depth": 0, "is_deleted": true"#),
        Self.comment("b", #""depth": 1, "is_moderated": true"#)))
    #expect(outline(found) == "#1 a (1) deleted\n  #2 b [removed] (1) deleted")
  }

  @Test(arguments: [
    (#""last_edited_at": "2019-03-08T06:00:00.000-06:00""#, "2019-03-08T06:00:00.000-06:00"),
    (#""updated_at": "2019-03-08T05:01:01.000-06:00""#, "2019-03-08T05:01:01.000-06:00"),
    (#""last_edited_at": "2019-03-08T11:01:00Z""#, nil),
    (#""last_edited_at": "2019-03-08T11:00:00Z""#, nil),
    (#""updated_at": null"#, nil),
  ])
  func aChangeAfterwardsIsAnEdit(members: String, edited: String?) throws {
    let found = try read(Self.story(Self.comment("a", "\(members), \"depth\": 0")))
    #expect(try found.comment("a").details?.edited == edited)
  }
}
