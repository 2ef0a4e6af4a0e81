import Sites
import DiscussionModel
import Testing

/// Values that are not what they should be: told once for each kind, with the first place, and the rest is read.
@Suite struct FindingsTests {
  static func comment(_ members: String) -> String {
    """
    {"id": 1, "created_at": "2019-03-08T10:00:00Z", "title": "T", "children": [
      {"id": 2, "created_at": "2019-03-08T10:00:00Z", "text": "a"}, {"id": 3, \(members)}]}
    """
  }

  @Test(arguments: [
    (#""text": "b", "points": "12""#, ["1 number written as a string, such as children[1].points"]),
    (
      #""text": "b", "points": "1e9999""#,
      [
        "1 number written as a string, such as children[1].points",
        "1 number out of range, ignored, such as children[1].points",
      ]
    ),
    (
      #""text": "b", "points": 99999999999999999999"#,
      ["1 number out of range, ignored, such as children[1].points"]
    ),
    (
      #""text": "b", "points": -1e400"#,
      ["1 number out of range, ignored, such as children[1].points"]
    ),
    (
      #""text": "b", "points": [1]"#,
      ["1 value of an unexpected type, ignored, such as children[1].points"]
    ),
    (
      #""text": "b", "points": "many""#,
      ["1 value of an unexpected type, ignored, such as children[1].points"]
    ),
    (
      #""text": "b", "author": {"é": 1}"#,
      [
        "1 value of an unexpected type, ignored, such as children[1].author"
      ]
    ),
    (
      #""text": "b", "author": true"#,
      ["1 value of an unexpected type, ignored, such as children[1].author"]
    ),
    (
      #""text": "b\ud800c\udc00", "author": "\ud801""#,
      ["3 unreadable characters, such as children[1].author"]
    ),
    (
      #""text": "b", "created_at": "yesterday""#,
      ["1 unreadable time, ignored, such as children[1].created_at"]
    ),
    (
      #""text": "b", "created_at": 1e300"#,
      [
        "1 number out of range, ignored, such as children[1].created_at",
        "1 unreadable time, ignored, such as children[1].created_at",
      ]
    ),
    (
      #""text": "b", "created_at": 9999999999999"#,
      ["1 unreadable time, ignored, such as children[1].created_at"]
    ),
    (
      #""text": "b", "children": [null, 5, "x", [], {"id": 4, "text": "c"}]"#,
      ["4 elements that are not objects, ignored, such as children[1].children[0]"]
    ),
    (
      #""text": "b", "children": 7"#,
      ["1 value of an unexpected type, ignored, such as children[1].children"]
    ),
    (
      #""text": "b", "children": [{"id": 2, "text": "again"}]"#,
      ["1 repeated comment, such as children[1].children[0]"]
    ),
    (
      #""text": "b", "children": [{"text": "c"}, {"id": null, "text": "d"}, {"id": 1.5, "text": "e"}]"#,
      [
        "1 value of an unexpected type, ignored, such as children[1].children[2].id",
        "3 comments without an id, such as children[1].children[0]",
      ]
    ),
    (
      #""text": "b", "mod_note": "", "edit_reason": "typo", "removal_reason": {"é": 1}"#,
      ["2 texts that are not shown, such as children[1].edit_reason"]
    ),
    // What nobody needs is skipped silently, whatever it is.
    (#""text": "b", "colour": {"text": []}, "size": 2, "é": null"#, []),
    (
      #""text": "b", "colour": "red", "points": [1]"#,
      ["1 value of an unexpected type, ignored, such as children[1].points"]
    ),
    (#""text": null"#, []),
    (#""text": 5"#, []),
  ])
  func eachKindIsToldOnce(members: String, warnings: [String]) throws {
    let found = try read(Self.comment(members))
    #expect(found.warnings == warnings)
    #expect(try found.comment("2").body == "a")
    #expect(found.discussion.comments.contains { $0.id == "3" })
  }

  @Test func bytesThatAreNotUTF8AreRepaired() throws {
    let text = Array(Self.comment(#""text": "@""#).utf8).flatMap {
      $0 == UInt8(ascii: "@") ? [0xFF, 0xC0] : [$0]
    }
    let found = try AnyImport.discussion(of: [ImportFile(name: "a", bytes: text)])
    #expect(try found.comment("3").body?.text == "\u{FFFD}\u{FFFD}")
    #expect(found.warnings == ["2 unreadable characters, such as children[1].text"])
  }

  @Test func aFileIsNamedWhereThereAreSeveral() throws {
    let found = try read(
      FirebaseTests.items[1],
      FirebaseTests.items[2] + "\n"
        + FirebaseTests.items[3].replacing("\"kids\"", with: "\"edit_reason\""))
    #expect(
      found.warnings == ["1 text that is not shown, such as b.json: text 2: edit_reason"])
  }

  @Test(arguments: ["points", "created_at_i", "id"])
  func noNumberTraps(member: String) {
    for number in [
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e308", "-0.0",
      "1E-999", "0.1",
    ] {
      _ = refusal(Self.comment("\"text\": \"b\", \"\(member)\": \(number)"))
    }
  }
}

/// The same comment in two files is an overlap, in one file it is odd.
@Suite struct RepetitionTests {
  static let one = LobstersTests.comment("a", #""depth": 0"#)

  @Test(arguments: [
    ("lobsters", LobstersTests.story(one, one), "comments[1]"),
    (
      "firebase", "[\(FirebaseTests.items[1]),\(FirebaseTests.items[2]),\(FirebaseTests.items[2])]",
      "[2]"
    ),
    (
      "discourse",
      DiscourseTests.page(DiscourseTests.post(2, by: "a"), DiscourseTests.post(2, by: "b")),
      "post_stream.posts[1]"
    ),
    (
      "lemmy", LemmyTests.list(LemmyTests.view(10, "0.10"), LemmyTests.view(10, "0.10")),
      "comments[1].comment"
    ),
    (
      "mastodon",
      MastodonTests.context(below: [MastodonTests.below[2], MastodonTests.below[2]]),
      "descendants[1]"
    ),
    (
      "github",
      "[\(GitHubTests.comment(21, on: 1, by: "a")),\(GitHubTests.comment(21, on: 1, by: "b"))]",
      "[1]"
    ),
  ])
  func aCommentThatStandsTwiceIsTold(format: String, text: String, place: String) throws {
    let found = try read(text)
    #expect(found.warnings == ["1 repeated comment, such as \(place)"])
    #expect(found.discussion.comments.count == 1)
  }

  @Test(arguments: [
    LobstersTests.story(one), RedditMoreTests.listing, DiscourseTests.first, AlgoliaTests.story,
    MastodonTests.context(below: MastodonTests.below), GitHubTests.several,
  ])
  func filesMayOverlap(text: String) throws {
    let found = try read(text, text)
    #expect(found.warnings == [])
    #expect(found.discussion.comments == (try read(text).discussion.comments))
  }
}
