import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// What is read, without a screen; positions are 0 for a to 3 for d.
@Suite struct ReadingRecordTests {
  private static let discussion = Discussion.outline("a\n  b\n  c\nd")
  private static let page = Page(discussion)

  private var page: Page { Self.page }

  private func unread(_ record: ReadingRecord) -> [Int] {
    record.marks.unreadPositions(in: 0..<record.marks.unreadCount + 9)
  }

  @Test func passingMarksWhatWasSeenWhole() {
    var record = ReadingRecord(page)
    record.note(0..<5, of: 10, at: 1)
    #expect(!record.isPassable(1))
    record.note(5..<10, of: 10, at: 1)
    #expect(record.isPassable(1))
    #expect(!record.isPassable(0))
    var other = ReadingRecord(page, marksByPassing: false)
    other.note(0..<10, of: 10, at: 1)
    #expect(!other.isPassable(1))
  }

  @Test func whatIsUndoneIsKeptUnreadAndCanBeMadeAgain() {
    var record = ReadingRecord(page)
    var outline = Outline(page)
    record.note(0..<10, of: 10, at: 1)
    let saved = record.perform(record.readStep([1, 2]), in: page, now: 7, &outline)
    #expect(unread(record) == [0, 3])
    let changes = [1, 2].map {
      SavedChange(
        comment: ["", "b", "c"][$0], kind: .read(page.bodyVersion(at: $0)), time: 7)
    }
    #expect(saved == [.save(changes)])
    #expect(record.decision(of: "b")?.isRead == true)
    #expect(record.undo(in: page, now: 8, &outline)?.step.name == "2 comments marked read")
    #expect(unread(record) == [0, 1, 2, 3])
    #expect(!record.isPassable(1))
    #expect(record.undo(in: page, now: 8, &outline)?.step == nil)
    #expect(record.redo(in: page, now: 9, &outline)?.step != nil)
    #expect(unread(record) == [0, 3])
    #expect(record.redo(in: page, now: 9, &outline)?.step == nil)
  }

  @Test func aStepFoldsAndUndoingOpens() {
    var record = ReadingRecord(page)
    var outline = Outline(page)
    var step = record.muteStep(0, called: 1, with: [1, 2])
    step.folds = [ChangeStep.Fold(entry: 1, isFolded: true)]
    _ = record.perform(step, in: page, now: 0, &outline)
    #expect(unread(record) == [3])
    #expect(outline.isFolded(1))
    #expect(record.mutedAncestor(of: 2, in: page) == 0)
    #expect(record.mutedAncestor(of: 3, in: page) == nil)
    _ = record.undo(in: page, now: 0, &outline)
    #expect(!outline.isFolded(1))
    #expect(record.mutedAncestor(of: 2, in: page) == nil)
  }

  @Test func whatOthersReadIsTakenOver() {
    var record = ReadingRecord(page)
    var theirs = EarlierReading()
    theirs.decisions["c"] = EarlierReading.Decision(isRead: true, time: 3)
    theirs.stars = ["d"]
    record.takeOver(theirs, in: page)
    #expect(unread(record) == [0, 1, 3])
    #expect(record.marks.positions(with: .starred) == [3])
    #expect(record.decision(of: "c")?.time == 3)
  }

  @Test func aNewerPageHasNewAndEditedComments() {
    var record = ReadingRecord(page)
    var outline = Outline(page)
    _ = record.perform(record.readStep([0, 1]), in: page, now: 0, &outline)
    var discussion = Self.discussion
    discussion.comments[1].body = "other words"
    discussion.comments.append(Comment(id: "n", parent: "a", body: "new"))
    let newer = Page(discussion)
    let saved = record.take(Migration(from: page, to: newer), now: 0)
    #expect(saved == [.save([SavedChange(comment: "n", kind: .arrived, time: 0)])])
    #expect(record.marks.positions(with: .edited) == [1])
    #expect(record.marks.positions(with: .new) == [3])
    #expect(unread(record) == [1, 2, 3, 4])
  }
}
