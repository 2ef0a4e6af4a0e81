import Sites
import DiscussionModel
import Testing

@Suite struct FirebaseTests {
  static let items = [
    #"{"id": 4, "type": "comment", "parent": 2, "by": "ann", "time": 1552046400, "text": "No &#x27;4&#x27;"}"#,
    #"{"id": 1, "type": "story", "by": "ann", "time": 1552039200, "title": "Bees", "url": "https://example.org/", "kids": [3, 2], "descendants": 5, "score": 9}"#,
    #"{"id": 2, "type": "comment", "parent": 1, "by": "bo", "time": 1552042800, "text": "a 中", "kids": [4, 99, 98]}"#,
    #"{"id": 3, "type": "comment", "parent": 1, "deleted": true, "time": 1552042900, "kids": [5]}"#,
    #"{"id": 5, "type": "comment", "parent": 3, "by": "cy", "time": 1552050000, "text": "spam", "dead": true}"#,
  ]

  static let outlined = """
    #2 3 deleted
      #4 5 cy flagged: spam
    #1 2 bo +2: a 中
      #3 4 ann [OP]: No &#x27;4&#x27;
    """

  @Test func linesAndAnArrayAndAnyOrderAreTheSame() throws {
    let lines = try read(Self.items.joined(separator: "\n") + "\n")
    let array = try read("[\(Self.items.reversed().joined(separator: ","))]")
    let files = try read(Self.items[0], Self.items[1], Self.items[2], Self.items[3], Self.items[4])
    for found in [lines, array, files] {
      #expect(outline(found) == Self.outlined)
      #expect(found.warnings == [])
      #expect(found.discussion.id == "hn:1")
      #expect(found.account?.line == "4 comments read + 2 not in this file = 6; the source says 5")
    }
    #expect(lines.discussion.published == "2019-03-08T10:00:00Z")
    #expect(lines.discussion.url == "https://news.ycombinator.com/item?id=1")
  }

  @Test func aTimeIsWrittenOut() throws {
    let found = try read(Self.items.joined(separator: "\n"))
    #expect(try found.comment("4").published == "2019-03-08T12:00:00Z")
  }

  @Test func commentsAloneAreADiscussionToo() throws {
    let found = try read(Self.items[2] + Self.items[0])
    #expect(found.discussion.id == "hn:1")
    #expect(found.discussion.title == "Comments on Hacker News 1")
    #expect(outline(found) == "#1 2 bo +2: a 中\n  #2 4 ann: No &#x27;4&#x27;")
  }

  @Test func aCommentOnSomethingElseGoesToTheTop() throws {
    let found = try read(
      Self.items[1]
        + #"{"id": 8, "type": "comment", "parent": 70, "time": 1552039300, "text": "x"}"#)
    #expect(outline(found) == "#1 8 →comment 70: x")
    #expect(
      found.warnings == ["1 reply to a comment that is not in the file, put at the top level"])
  }

  @Test func aPollShowsItsChoices() throws {
    let found = try read(
      """
      {"id": 1, "type": "poll", "time": 1, "title": "Tea?", "parts": [2, 3]}
      {"id": 2, "type": "pollopt", "poll": 1, "parent": 1, "time": 1, "text": "Yes", "score": 2}
      {"id": 3, "type": "pollopt", "poll": 1, "parent": 1, "time": 1, "text": "No", "score": 1}
      """)
    #expect(found.discussion.body == "<ul><li>Yes (2 points)<li>No (1 point)</ul>")
    #expect(found.discussion.comments.isEmpty)
  }

  /// Firebase says null for an item that does not exist.
  @Test func nullsAreNoted() throws {
    let found = try read("[null, \(Self.items[1]), null, \(Self.items[2])]")
    #expect(found.discussion.comments.map(\.id) == ["2"])
    #expect(found.warnings == ["2 elements that are not objects, ignored, such as [0]"])
  }

  @Test func aCircleIsShownAnyway() throws {
    let found = try read(
      Self.items[1]
        + #"{"id": 8, "type": "comment", "parent": 9, "time": 5, "text": "x"}{"id": 9, "type": "comment", "parent": 8, "time": 6, "text": "y"}"#
    )
    #expect(found.discussion.comments.count == 2)
    #expect(found.warnings == ["1 cycle of replies"])
  }

  @Test func aReplyThatItsParentDoesNotListComesLast() throws {
    let found = try read(
      """
      {"id": 9, "type": "comment", "parent": 1, "time": 1552039300, "text": "x"}
      {"id": 1, "type": "story", "time": 1552039200, "title": "T", "kids": [5, 7]}
      {"id": 7, "type": "comment", "parent": 1, "time": 1552039500, "text": "z"}
      {"id": 5, "type": "comment", "parent": 1, "time": 1552039400, "text": "y"}
      """)
    #expect(found.discussion.comments.map(\.id) == ["5", "7", "9"])
  }
}
