import DiscussionModel
import Testing

@testable import Reader

/// The rule of marking by passing, case by case: (keys, what is unread afterwards).
@Suite struct PassingTests {
  /// On a screen of 16 rows the article and the first three fit.
  private static let short = "a: one\nb: two\nc: three\nd: four"

  @Test(arguments: [
    // Only what has stood on the screen counts as seen.
    ("j j", "abcd"), ("j stood j", "bcd"), ("stood j j j", "cd"),
    // Several at once with Space, up to the one that comes to the top.
    ("stood Space", "d"), ("j stood Space", "d"), ("Space", "abcd"),
    ("j stood Space stood Space", ""),
    // Jumps leave the one they come from, and nothing between.
    ("j stood Tab", "bcd"), ("j stood J", "bcd"), ("j stood >", "bcd"),
    ("stood >", "abcd"),
    // Everything else marks nothing.
    ("j stood G", "abcd"), ("j stood j k", "bcd"), ("j stood gg", "abcd"),
    ("j stood Enter", "abcd"), ("j stood h", "abcd"), ("j stood K", "abcd"),
    ("j stood Shift-Tab", "abcd"), ("j stood <", "abcd"), ("j stood b", "abcd"),
    // Keys faster than a frame stands mark what stood, however far they go.
    ("stood j j Space Space", "d"), ("j stood j j j k j k j", "d"), ("Space Space stood", "abcd"),
    ("stood Tab Tab Tab", "cd"),
    // At the last one what was seen is marked, by j, Space and q.
    ("G stood j", "abc"), ("G stood Space", "abc"), ("G stood q", "abc"), ("j stood q", "abcd"),
    ("G j", "abcd"), ("G q", "abcd"),
    // To the end and back: what stood at the end was not passed.
    ("G stood gg", "abcd"), ("G stood gg j j", "bcd"),
    // A fold shows nothing, but what was shown before it was folded stays seen.
    ("zM stood j j", "abcd"), ("j stood Enter j", "bcd"),
    // By hand: r then j; what was set unread by hand stays so.
    ("j r j", "bcd"), ("r", "abcd"), ("j r stood r j k j", "abcd"), ("j r r stood Space", "ad"),
    ("j stood j u j", "abcd"), ("j stood Space u gg Space", "abcd"), ("j stood j u r j", "bcd"),
    ("j r r stood j", "abcd"), ("j stood j k r j", "abcd"),
  ])
  func unread(keys: String, expected: String) {
    var reading = Reading(.outline(Self.short), rows: 16)
    reading.press(keys)
    #expect(reading.unread.joined() == expected)
  }

  @Test func aTallOneIsSeenWhenAllItsPagesWere() {
    var reading = Reading(.outline("a: 1|2|3|4|5|6|7|8\nb: end"), rows: 8)
    reading.press("j stood j stood")
    #expect(reading.unread == ["a", "b"])
    while reading.focus == "a" { reading.press("j stood") }
    #expect(reading.unread == ["b"])
  }

  @Test func aPageThatWasSkippedIsMissed() {
    var reading = Reading(.outline("a: 1|2|3|4|5|6|7|8\nb: end"), rows: 8)
    reading.press("j stood j")
    while reading.focus == "a" { reading.press("j stood") }
    #expect(reading.unread == ["a", "b"])
  }

  /// Folding hides what is left, and forgets nothing of what was shown.
  @Test(arguments: [
    ("j stood Enter j", "ab"), ("j stood Enter Enter j stood j stood j stood j", "b"),
  ])
  func foldingWhileReadingKeepsWhatWasShown(keys: String, unread: String) {
    var reading = Reading(.outline("a: 1|2|3|4|5|6|7|8\nb: end"), rows: 8)
    reading.press(keys)
    #expect(reading.unread.joined() == unread)
  }

  @Test func partsAddUpAcrossAResize() {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    var reading = Reading(.outline("a: \(text)\nb: end"), columns: 40, rows: 10)
    reading.press("j stood")
    reading.resize(columns: 70, rows: 6)
    reading.press("j stood")
    while reading.focus == "a" { reading.press("j stood") }
    #expect(reading.unread == ["b"])
  }

  @Test func aScreenOfFiveRowsWorks() {
    var reading = Reading(.outline(Self.short), rows: 5)
    for _ in 0..<12 { reading.press("stood Space") }
    #expect(reading.unread.isEmpty)
    #expect(reading.notice == "All read")
  }

  @Test func passingCanBeOff() {
    var reading = Reading(.outline(Self.short))
    reading.state.marksByPassing = false
    reading.press("stood j stood j stood j")
    #expect(reading.unread.joined() == "abcd")
  }

  @Test func aDeletedOneIsNeverUnread() {
    var reading = Reading(.outline("a: deleted\n  b: still here"))
    #expect(reading.unread == ["b"])
    reading.press("j r")
    #expect(reading.unread == ["b"])
    #expect(reading.notice == "a deleted comment is never unread")
  }

  @Test func onlyWhatTheFrameShowsIsNoted() {
    var reading = Reading(.outline(Self.short))
    reading.press("? stood Esc j j")
    #expect(reading.unread.joined() == "abcd")
  }

  @Test func theFrameIsAskedToStandOnlyWhileItShowsSomethingNew() {
    var reading = Reading(.outline("a: one"), rows: 14)
    #expect(reading.state.hasUnnotedText(&reading.layout))
    reading.press("stood")
    #expect(!reading.state.hasUnnotedText(&reading.layout))
  }
}
