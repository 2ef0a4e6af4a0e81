import Sites
import DiscussionModel
import Testing

@Suite struct AlgoliaTests {
  static let story = """
    {"id": 7, "created_at": "2019-03-08T10:00:00.000Z", "created_at_i": 1552039200, "type": "story",
     "author": "ann", "title": "Bees & 中 👩‍💻", "url": "https://example.org/?a&b", "text": null, "points": 9,
     "parent_id": null, "story_id": 7, "options": [], "children": [
      {"id": 9, "created_at": "2019-03-08T12:00:00.000Z", "created_at_i": 1552046400, "type": "comment",
       "author": "bo", "title": null, "url": null, "text": "<p>é &gt; 1", "points": null, "parent_id": 7,
       "story_id": 7, "options": [], "children": [
        {"id": 11, "created_at": "2019-03-08T12:05:00.000Z", "type": "comment", "author": "ann",
         "text": "Yes.", "points": 3, "children": []}]},
      {"id": 8, "created_at": "2019-03-08T11:00:00.000Z", "type": "comment", "author": null,
       "text": null, "points": null, "children": [
        {"id": 10, "created_at": "2019-03-08T11:30:00.000Z", "type": "comment", "author": "cy",
         "text": "Why?", "points": null, "children": null}]}]}
    """

  @Test func repliesStayUnderADeletedComment() throws {
    let found = try read(Self.story)
    #expect(
      outline(found) == """
        #3 9 bo: <p>é &gt; 1
          #4 11 ann [OP] (3): Yes.
        #1 8 deleted
          #2 10 cy: Why?
        """)
    #expect(found.warnings == [])
    #expect(found.account?.line == "4 comments read + 0 not in this file = 4")
  }

  /// Items of Firebase that reply to themselves, to each other, or in two places end.
  @Test func itemsThatStandInThemselvesEnd() throws {
    let found = try read(
      """
      [{"id": 1, "type": "story", "created_at": "2024-01-01T00:00:00Z", "title": "t", "children": [
         {"id": 5, "type": "comment", "created_at": "2024-01-01T00:00:00Z", "text": "x", "children": []}]},
       {"id": 5, "type": "comment", "parent": 5, "by": "ann", "text": "y"},
       {"id": 6, "type": "comment", "parent": 5, "by": "ben", "text": "z"},
       {"id": 5, "type": "comment", "parent": 6, "by": "ann", "text": "y"}]
      """)
    #expect(found.discussion.comments.map(\.id).sorted() == ["5", "6"])
  }

  @Test func theStoryIsTheArticle() throws {
    let discussion = try read(Self.story).discussion
    #expect(discussion.id == "hn:7")
    #expect(discussion.title == "Bees & 中 👩‍💻")
    #expect(discussion.author == "ann")
    #expect(discussion.published == "2019-03-08T10:00:00.000Z")
    #expect(discussion.markup == .html)
    #expect(discussion.url == "https://news.ycombinator.com/item?id=7")
    #expect(
      discussion.body
        == "<p><a href=\"https://example.org/?a&amp;b\">https://example.org/?a&amp;b</a></p>")
    #expect(discussion.comments[0].details?.url == "https://news.ycombinator.com/item?id=9")
    #expect(discussion.comments[0].published == "2019-03-08T12:00:00.000Z")
  }

  @Test func aTextOfTheStoryIsTheArticle() throws {
    let ask = try read(
      #"{"id": 1, "created_at": "2019-03-08T10:00:00Z", "title": "Ask", "text": "Why <i>so</i>?", "children": []}"#
    )
    #expect(ask.discussion.body == "Why <i>so</i>?")
  }

  @Test func aPollHasItsChoices() throws {
    let poll = try read(
      """
      {"id": 1, "created_at": "2019-03-08T10:00:00Z", "type": "poll", "title": "Tea?", "text": "Say.",
       "options": [{"id": 2, "text": "Yes", "points": 4}, {"id": 3, "text": "No", "points": 1}], "children": []}
      """)
    #expect(poll.discussion.body == "Say.<p><ul><li>Yes (4 points)<li>No (1 point)</ul>")
  }

  @Test func aCommentMayBeTheArticle() throws {
    let found = try read(
      """
      {"id": 5, "created_at": "2019-03-08T10:00:00Z", "type": "comment", "author": "ann", "title": null,
       "text": "A <b>long</b> thing &amp; more", "parent_id": 4, "story_id": 1, "children": []}
      """)
    #expect(found.discussion.id == "hn:5")
    #expect(found.discussion.title == "ann: A long thing & more")
  }

  /// Two answers to the same question, the later with a comment more.
  @Test func answersOfDifferentTimesAreMerged() throws {
    let old =
      #"{"id": 1, "created_at": "2019-03-08T10:00:00Z", "title": "T", "children": [{"id": 2, "text": "a", "children": []}]}"#
    let new =
      #"{"id": 1, "created_at": "2019-03-08T10:00:00Z", "title": "T", "children": [{"id": 2, "text": "a", "children": [{"id": 3, "text": "b"}]}]}"#
    let found = try read(old, new)
    #expect(found.discussion.comments.map(\.id) == ["2", "3"])
    #expect(found.warnings == [])
  }

  @Test func oneOfSeveralIsChosen() throws {
    let one = #"{"id": 1, "created_at": "2019-03-08T10:00:00Z", "title": "One", "children": []}"#
    let two = #"{"id": 2, "created_at": "2019-03-08T10:00:00Z", "title": "Two", "children": []}"#
    #expect(
      refusal(one, two)
        == "expected one discussion, found several; \"understory import --only ID\" chooses one of 1, 2"
    )
    #expect(try read(one, two, options: ImportOptions(only: "2")).discussion.title == "Two")
    #expect(
      refusal(one, two, options: ImportOptions(only: "3")) == "found no 3 among 1, 2")
  }

  @Test func aChainOfAnyLengthIsRead() throws {
    let count = 20_000
    let chain =
      (0..<count).map {
        #"{"id":\#($0 + 1),"created_at":"2019-03-08T10:00:00Z","text":"a","children":["#
      }
      .joined() + String(repeating: "]}", count: count)
    let found = try read(chain)
    #expect(found.summary == "\(count - 1) comments, 1 at top level, \(count - 1) levels")
    #expect(found.discussion.number(of: count - 2) == count - 1)
  }
}
