import DiscussionModel
import Testing

@Suite struct RepairTests {
  @Test(arguments: [
    (["a", "a", "a"], ["a", "a~2", "a~3"], 2),
    (["a", "a~2", "a"], ["a", "a~2", "a~3"], 1),
    (["a", "a", "a~2"], ["a", "a~3", "a~2"], 1),
    (["a", "a", "a~2", "a~2"], ["a", "a~3", "a~2", "a~2~2"], 2),
    (["", "", "中", "中"], ["", "~2", "中", "中~2"], 2),
    (["\u{E9}", "e\u{301}"], ["é", "é~2"], 1),
    ([#"\ud800"#, #"\ud801"#], ["\u{FFFD}", "\u{FFFD}~2"], 1),
  ])
  func aRepeatedIDGetsASuffixOfItsOwn(ids: [String], given: [String], count: Int) throws {
    let (discussion, repairs) = try Self.file(ids.map { #"{"id": "\#($0)", "body": ""}"# })
    #expect(discussion.comments.map(\.id) == given)
    #expect(repairs.repeatedIDs == count)
  }

  @Test func aReplyAnswersTheFirstOfTwoWithOneID() throws {
    let (discussion, _) = try Self.file([
      #"{"id": "a"}"#, #"{"id": "a"}"#, #"{"id": "a~2"}"#, #"{"id": "r", "parent": "a~2"}"#,
      #"{"id": "s", "parent": "a"}"#,
    ])
    let thread = Thread(of: discussion.comments)
    #expect(thread.sources == [0, 4, 1, 2, 3])
    #expect(thread.depths == [0, 1, 0, 0, 1])
  }

  @Test(.timeLimit(.minutes(5)))
  func oneIDForAllIsNoWorkToMend() throws {
    let (discussion, repairs) = try Self.file(Array(repeating: #"{"id": "a"}"#, count: 30_000))
    #expect(discussion.comments.last?.id == "a~30000")
    #expect(repairs.repeatedIDs == 29_999)
  }

  @Test(arguments: [
    (#"{"id": "1"}"#, 1), (#"{"id": "1", "body": null}"#, 1), (#"{"id": "1", "body": ""}"#, 0),
    (#"{"id": "1", "state": "flagged"}"#, 1), (#"{"state": "deleted", "id": "1"}"#, 0),
  ])
  func aMissingBodyIsCountedUnlessDeleted(comment: String, count: Int) throws {
    let (discussion, repairs) = try Self.file([comment])
    #expect(discussion.comments.count == 1)
    #expect(repairs.missingBodies == count)
  }

  @Test func whatCannotBeReadIsReplacedAndCounted() throws {
    let half: [UInt8] = [0xE4, 0xB8]
    let bytes =
      Array(#"{"understory": 1, "id": "\ud83d", "title": "中"#.utf8) + half
      + Array(#"", "notice": ""#.utf8) + [0xFF, 0xFF]
      + Array(#"", "body": "\udc00 \ud83d\udc69", "comments": [{"id": "1", "body": ""#.utf8) + [
        0x80
      ]
      + Array(#"\n", "published": "\ud800", "badges": ["\udfff"]}]}"#.utf8)
    let (discussion, repairs) = try DiscussionFile.decode(bytes)
    #expect(discussion.id == "\u{FFFD}")
    #expect(discussion.title == "中\u{FFFD}")
    #expect(discussion.notice == "\u{FFFD}\u{FFFD}")
    #expect(discussion.body == "\u{FFFD} 👩")
    #expect(discussion.comments[0].body == "\u{FFFD}\n")
    #expect(repairs.characters == 8)
    #expect(repairs.warning == "shown anyway: 8 unreadable characters")
  }

  @Test func theWarningCountsWhatWasMended() {
    var repairs = Repairs()
    #expect(repairs.warning == nil)
    repairs.cycles = 1
    #expect(repairs.warning == "shown anyway: 1 cycle of replies")
    (repairs.characters, repairs.repeatedIDs, repairs.missingBodies) = (1, 1, 1)
    repairs.unknownParents = 1
    #expect(
      repairs.warning == "shown anyway: 1 unreadable character, 1 repeated id, "
        + "1 comment without text, 1 unknown parent, 1 cycle of replies")
    (repairs.characters, repairs.repeatedIDs, repairs.missingBodies) = (2, 3, 4)
    (repairs.unknownParents, repairs.cycles) = (5, 6)
    #expect(
      repairs.warning == "shown anyway: 2 unreadable characters, 3 repeated ids, "
        + "4 comments without text, 5 unknown parents, 6 cycles of replies")
  }

  private static func file(
    _ comments: [String]
  ) throws -> (discussion: Discussion, repairs: Repairs) {
    try decode(
      #"{"understory": 1, "id": "d", "title": "t", "comments": [\#(comments.joined(separator: ","))]}"#
    )
  }
}
