import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// What a step changes, and what it leaves as it is by then.
@Suite struct ChangeStepTests {
  private static let tree = Discussion.outline("a: one\nb: two\n  c: three\n  d: four\ne: five")

  private func changed(_ id: String, _ change: (inout DiscussionModel.Comment) -> Void)
    -> Discussion
  {
    var discussion = Self.tree
    for index in discussion.comments.indices where discussion.comments[index].id == id {
      change(&discussion.comments[index])
    }
    return discussion
  }

  private func take(_ discussion: Discussion, _ reading: inout Reading) {
    _ = reading.state.update(.offer(Page(discussion)), layout: &reading.layout)
    reading.press("U")
  }

  @Test func undoingAStarDoesNotKeepACommentUnread() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j s u stood j")
    #expect(reading.unread.joined() == "bcde")
  }

  @Test func undoingAStarDoesNotMarkWhatChangedSince() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j r s")
    take(changed("a") { $0.body = "one, and more" }, &reading)
    reading.press("u")
    #expect(reading.state.marks[0].contains(.edited))
    #expect(reading.state.stars == [])
  }

  @Test func undoingAMarkLeavesADeletedCommentRead() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j r")
    take(changed("a") { $0.state = .deleted }, &reading)
    reading.press("u")
    #expect(!reading.unread.contains("a"))
  }

  @Test func undoingAMarkDoesNotMarkAnotherText() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j r r")
    take(changed("a") { $0.body = "one, and more" }, &reading)
    reading.press("u")
    #expect(reading.unread.contains("a"))
  }

  @Test func redoFoldsAgainWhatItFolded() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("2G r R u Ctrl-R")
    #expect(reading.focus == "b")
    #expect(reading.state.outline.isFolded(reading.state.focus))
  }

  @Test func undoOutsideAFilterOpensWhatWasFoldedBefore() {
    var reading = Reading(Self.tree, columns: 60, rows: 20)
    reading.press("2G R fu work u")
    #expect(reading.unread.joined() == "abcde")
    reading.press("Esc")
    #expect(!reading.state.outline.isFolded(2))
  }

  @Test func whatAnotherReaderReadInANewerFileStaysReadHere() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j r")
    let newer = changed("a") { $0.body = "one, and more" }
    var theirs = EarlierReading()
    theirs.decisions = [
      "a": .init(isRead: true, time: 9, body: Page(newer).bodyVersion(at: 0))
    ]
    _ = reading.state.update(.takeOver(theirs), layout: &reading.layout)
    #expect(!reading.unread.contains("a"))
    take(newer, &reading)
    #expect(!reading.unread.contains("a"))
    #expect(reading.state.marks.editedCount == 0)
  }

  @Test func aStarOutlivesThatItsCommentIsAwayForAWhile() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j s")
    take(.outline("b: two"), &reading)
    #expect(reading.state.stars == [])
    take(Self.tree, &reading)
    #expect(reading.state.stars == [0])
  }

  /// In a filter nothing is marked that is left out.
  @Test(arguments: [("2G R", "de"), ("A", "de"), ("2G X", "de")])
  func whatIsLeftOutIsNotMarked(keys: String, unread: String) {
    let discussion = Discussion.outline("a ann\nb ann\n  c ann\n  d bob\ne bob")
    var reading = Reading(discussion, columns: 60, rows: 20)
    reading.press("1G r fa work " + keys)
    #expect(reading.unread.joined() == unread)
  }

  @Test func spaceInAFilterNeverGoesBackwards() {
    var discussion = Discussion.outline("a ann\n  b ann\n  c ann\n  d ann\ne bob")
    for index in discussion.comments.indices {
      discussion.comments[index].body = RawText(String(repeating: "words and more ", count: 60))
    }
    var reading = Reading(discussion, columns: 80, rows: 24)
    reading.press("2G r 3G r 4G r 1G fa work 4G Space Space Space Space")
    #expect(reading.focus == "d")
  }
}
