import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// What is not saved is said, whatever else the status line says.
@Suite struct ProblemTests {
  private static let problem: SafeText = "marks not saved: the disk is full"

  @Test(arguments: [
    (80, "j", "thread 1 of 3 · 33 % · 3 unread · marks not saved: the disk is full"),
    (80, "j R", "1 comment marked read · 2 unread left · marks not saved: the disk is full"),
    (80, "A", "3 comments marked read · u undoes · marks not saved: the disk is full"),
    (80, "j r u", "undid: #1 marked read · it stays unread u… · marks not saved: the disk is full"),
    (40, "j", "1 of 3 · 33 % · 3… · marks not saved:…"),
    (40, "A", "3 comments marked… · marks not saved:…"),
    (80, "?", "Keys"),
  ])
  func isSaid(columns: Int, keys: String, status: String) {
    var reading = Reading(.outline("a: one\nb: two\nc: three"), columns: columns, rows: 20)
    reading.press(keys)
    _ = reading.state.update(.saved(problem: Self.problem), layout: &reading.layout)
    #expect(reading.status().hasPrefix(status))
    _ = reading.state.update(.saved(problem: nil), layout: &reading.layout)
    #expect(!reading.status().contains("not sav"))
  }

  @Test func comesBeforeWhatIsOffered() {
    var reading = Reading(.outline("a: one"), columns: 80, rows: 20)
    let newer = Page(.outline("a: one\nb: two"))
    _ = reading.state.update(.offer(newer), layout: &reading.layout)
    _ = reading.state.update(.saved(problem: Self.problem), layout: &reading.layout)
    #expect(
      reading.status().hasPrefix(
        "Article · 1 unread · marks not saved: the disk is full · 1 new on disk · U"))
  }
}
