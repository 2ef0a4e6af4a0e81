import DiscussionModel
import Testing

@testable import Reader

@Suite struct ReadOnTests {
  private static let eight = (1...8).map { "c\($0): words" }.joined(separator: "\n")

  @Test func theFirstNotWhollyShownComesToTheTop() {
    var reading = Reading(.outline(Self.eight), rows: 14)
    reading.press("Space")
    #expect(reading.focus == "c3")
    #expect(reading.state.viewport.top == ScrollPosition(entry: 3, row: 0))
  }

  @Test func spaceAloneReadsEverything() {
    var reading = Reading(.outline(Self.eight), rows: 12)
    var presses = 0
    while reading.notice != "All read", presses < 20 {
      reading.press("stood Space")
      presses += 1
    }
    #expect(reading.unread.isEmpty)
    #expect(presses < 20)
    #expect(reading.focus == "c8")
  }

  @Test func screensWithNothingUnreadAreSkippedAndSaySo() {
    var reading = Reading(.outline(Self.eight), rows: 10)
    reading.press("j r j r j r j r j r j r gg Space")
    #expect(reading.focus == "c7")
    #expect(reading.notice == "skipped 5 read comments")
  }

  @Test func foldedBranchesAreSkippedAndCounted() {
    var reading = Reading(.outline("a\nb\n  c\n  d\ne\nf"), rows: 8)
    reading.press("j r j Enter Space")
    #expect(reading.focus == "e")
    reading.press("gg Space")
    #expect(reading.notice == "skipped 1 read comment, 3 folded")
    #expect(reading.focus == "e")
  }

  @Test func whereNothingUnreadIsBelowThatIsSaidAndTheNextPagesOn() {
    var reading = Reading(.outline(Self.eight), rows: 10)
    reading.press("> > > r > r > r > r > r > r < < < < < Space")
    #expect(reading.notice == "Nothing unread below, 2 elsewhere (Tab) · Space pages on")
    let focus = reading.focus
    reading.press("Space")
    #expect(reading.focus != focus)
    #expect(reading.notice == nil)
  }

  @Test func itNeverWraps() {
    var reading = Reading(.outline("a\nb"), rows: 14)
    reading.press("G Space Space Space")
    #expect(reading.focus == "b")
    #expect(reading.notice == "End · 1 unread above (Tab)")
  }

  @Test func theLastOneAloneUnreadIsTheEndWithoutMore() {
    var reading = Reading(.outline("a\nb"), rows: 14)
    reading.press("j r G Space")
    #expect(reading.notice == "End")
  }

  @Test(arguments: [(80, 24), (40, 10), (100, 60), (20, 5), (200, 60), (10, 3), (3, 2)])
  func aLongPageIsReadOnAnyScreen(columns: Int, rows: Int) {
    let words = (1...120).map { "word\($0)" }.joined(separator: " ")
    var reading = Reading(
      .outline("a: \(words)\n  b: short\n    c: \(words)|\(words)\nd: 中文字\ne: end", body: words),
      columns: columns, rows: rows)
    var presses = 0
    while reading.notice != "All read", presses < 2000 {
      reading.press("stood Space")
      presses += 1
    }
    #expect(reading.unread.isEmpty)
  }

  @Test func whatIsUnreadInALastFoldIsNotAbove() {
    var reading = Reading(.outline("a\nb\n  c\n  d"), rows: 16)
    reading.press("j r j r Enter Space")
    #expect(reading.notice == "End · 2 unread folded (Tab)")
  }

  @Test func anOpenNoticeIsReadToo() {
    var discussion = Discussion.outline("a\nb")
    discussion.notice = (1...20).map { "line \($0)" }.joined(separator: "\n\n")
    var reading = Reading(discussion, rows: 10)
    reading.press("j Enter k Space")
    #expect(reading.focus == "notice")
    #expect(reading.notice == nil)
  }

  @Test func aHundredThousandFoldsArePassedOver() {
    var discussion = Discussion(id: "flat", title: "Flat")
    discussion.comments = (0..<100_000).map { Comment(id: "\($0)", body: "x") }
    var reading = Reading(discussion)
    reading.press("zM gg Space")
    #expect(reading.notice == "Nothing unread below, 100000 elsewhere (Tab) · Space pages on")
  }
}
