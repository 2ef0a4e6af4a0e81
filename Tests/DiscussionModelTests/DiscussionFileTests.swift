import DiscussionModel
import JSONText
import Testing

@Suite struct DiscussionFileTests {
  @Test func everyMemberIsRead() throws {
    let (discussion, repairs) = try DiscussionFile.decode(Example.bytes)
    #expect(discussion == Example.discussion)
    #expect(repairs == Repairs())
  }

  @Test func onlyFourMembersAreRequired() throws {
    let (discussion, _) = try decode(
      #"{"comments": [{"id": "c"}], "title": "t", "id": "d", "understory": 1}"#)
    #expect(discussion == Discussion(id: "d", title: "t", comments: [Comment(id: "c")]))
  }

  @Test func aCommentSeesWhatItSets() {
    var comment = Comment(id: "1")
    #expect(comment.details == nil)
    comment.details = CommentDetails()
    comment.details?.warning = "eels"
    #expect(comment.details?.warning == "eels")
    comment.details = nil
    #expect(comment == Comment(id: "1"))
  }

  @Test(arguments: [nil: 2, 17: 17, 1: 1] as [Int?: Int])
  func aNumberIsItsOwnOrItsPosition(given: Int?, number: Int) {
    var comment = Comment(id: "b")
    comment.number = given
    let discussion = Discussion(id: "d", title: "t", comments: [Comment(id: "a"), comment])
    #expect(discussion.number(of: 1) == number)
  }

  @Test(arguments: [
    (0, "0 replies", "0 roots"), (1, "1 reply", "1 root"), (2, "2 replies", "2 roots"),
  ])
  func aCountHasItsNoun(number: Int, replies: String, roots: String) {
    #expect(counted(number, "reply", "replies") == replies)
    #expect(counted(number, "root") == roots)
  }

  @Test(
    arguments: [
      ("****", "*", true), ("'***'", "*", true), ("**ab", "*", false), ("**a", "*", true),
      ("", "*", false), ("****", nil, false), ("••中", "•", true), ("*\u{301}*\u{301}", "*", false),
    ] as [(String, Character?, Bool)])
  func aWordIsMaskedWhenMostOfItIs(word: String, mask: Character?, isMasked: Bool) {
    #expect(Discussion.isMasked(word, by: mask) == isMasked)
  }
}

/// Reads a discussion from a text.
func decode(_ text: String) throws -> (discussion: Discussion, repairs: Repairs) {
  try DiscussionFile.decode(Array(text.utf8))
}

/// What is said of a text that is no discussion: `LINE:COLUMN: message`; nil for a discussion.
func complaint(about text: String) -> String? {
  let bytes = Array(text.utf8)
  do throws(DiscussionFileError) {
    _ = try DiscussionFile.decode(bytes)
    return nil
  } catch {
    let position = TextPosition(offset: error.offset, in: bytes)
    return "\(position.line):\(position.column): \(error.message)"
  }
}
