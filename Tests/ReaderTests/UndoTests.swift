import DiscussionModel
import ReadMarks
import Testing

@testable import Reader

@Suite struct UndoTests {
  @Test(arguments: [
    ("j r u", "a", "undid: #1 marked read · it stays unread until you press r", "abcd"),
    ("j r r u", "a", "undid: #1 marked unread", "bcd"),
    (
      "j stood j u", "a", "undid: 1 comment marked read · it stays unread until you press r", "abcd"
    ),
    (
      "j stood Space u", "a",
      "undid: 3 comments marked read · they stay unread until you mark them",
      "abcd"
    ),
    ("j r j r u u", "a", "undid: #1 marked read · it stays unread until you press r", "abcd"),
    ("u", "article", "nothing to undo", "abcd"),
    ("j r u u", "a", "nothing to undo", "abcd"),
    // What undo set unread is not marked again by passing.
    ("j stood j u j", "b", nil, "abcd"),
    // It opens what hides the comment that it returns to.
    (
      "j r zM u", "a", "undid: #1 marked read · it stays unread until you press r · zR open all",
      "abcd"
    ),
  ])
  func undo(keys: String, focus: String, notice: String?, unread: String) {
    var reading = Reading(.outline("a: one\nb: two\nc: three\nd: four"), rows: 16)
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect(reading.notice == notice)
    #expect(reading.unread.joined() == unread)
  }

  /// Undo leaves folds alone, and says what opens the last one.
  @Test(arguments: [
    ("j Enter u", "nothing to undo · Enter opens the fold"),
    (
      "j r Enter u",
      "undid: #1 marked read · it stays unread until you press r · Enter opens the fold"
    ),
    (
      "j r j Enter u",
      "undid: #1 marked read · it stays unread until you press r · folds are not undone"
    ),
    ("zM u", "nothing to undo · zR open all"), ("zm u", "nothing to undo · zr open a level"),
    ("zM j u", "nothing to undo"), ("j Enter Enter u", "nothing to undo"),
    ("j Enter u u", "nothing to undo"), ("u", "nothing to undo"),
  ])
  func whatOpensAFold(keys: String, notice: String) {
    var reading = Reading(.outline("a: one\n  b: two\nc: three"), rows: 16)
    reading.press(keys)
    #expect(reading.notice == notice)
  }

  @Test func everyChangeIsSavedBothWays() {
    var reading = Reading(.outline("a: one\nb: two\nc: three\nd: four"), rows: 16, now: 7)
    reading.press("j stood Space u j r")
    #expect(reading.saved == ["+a", "+b", "+c", "-a", "-b", "-c", "+b"])
    guard case .save(let changes) = reading.effects.first else {
      Issue.record("nothing was saved")
      return
    }
    #expect(
      changes.first
        == SavedChange(
          comment: "a", kind: .read(BodyVersion(length: 3, hash: FNV1a.hash64("one".utf8))), time: 7
        ))
  }

  @Test func leavingSavesAndThenExits() {
    var reading = Reading(.outline("a: one"))
    reading.press("G stood q")
    #expect(reading.saved == ["+a"])
    #expect(reading.effects.last == .leave)
  }
}
