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
    ("j stood . Tab", "bcd"), ("j stood 2J", "cd"), ("j stood Tab Tab", "cd"),
    // What scrolls past is passed, from the old focus up to the new one.
    ("j stood d d", "d"), ("j stood Ctrl-D Ctrl-D", "d"), ("j d d", "abcd"),
    ("j stood 9 Ctrl-E", "abcd"), ("j stood PgDn", "d"),
    ("j stood 3j", "d"), ("j stood 3 Ctrl-D", "d"), ("3j 2d", "abcd"),
    // Everything else marks nothing.
    ("j stood 3G", "abcd"), ("j stood 3 Enter", "abcd"), ("j stood p Enter", "abcd"),
    ("j stood zp", "abcd"), ("j stood zM", "abcd"), ("j stood zu", "abcd"),
    ("j stood zz zt zb", "abcd"),
    ("j stood G Backspace + -", "abcd"), ("G stood Ctrl-U Ctrl-Y k K Wheel-Up", "abcd"),
    ("j stood t G Enter", "abcd"), ("j stood / t w o work Enter n N", "abcd"),
    ("j stood f/ t h r e e Enter work", "abcd"), ("j stood c Esc", "abcd"),
    ("j stood i Esc y", "abcd"),
    ("j stood * #", "abcd"), ("j stood , Shift-Tab gb", "abcd"),
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

  /// On a screen of 10 rows, of which the body has 7, a comment leaves it sooner.
  @Test(arguments: [
    ("j stood 4 Ctrl-E", "abcd"), ("j stood 5 Ctrl-E", "bcd"), ("j stood Wheel-Down", "abcd"),
    ("j stood Wheel-Down Wheel-Down", "bcd"), ("j 6 Ctrl-E", "abcd"), ("j stood 2d", "bcd"),
    ("j stood 6 Ctrl-E 6 Ctrl-Y stood", "bcd"), ("j stood PgDn", "bcd"),
    ("4G stood 9 Ctrl-Y", "abcd"),
  ])
  func whatScrollsAwayIsPassed(keys: String, expected: String) {
    var reading = Reading(.outline(Self.short), rows: 10)
    reading.press(keys)
    #expect(reading.unread.joined() == expected)
  }

  /// With a filter on, what is dim shows nothing, and what is left out is not passed.
  @Test(arguments: [
    ("stood gg f/ f o u r Enter work stood gg j", "abd"),
    ("f/ t w o Enter work gg stood j j", "acd"),
    ("gg stood 1G fa stood j", "bcd"), ("gg stood 1G fa stood 9j j", "bd"),
    ("fu gg stood j", "bcd"),
    ("fu gg stood 3j", "d"), ("1G fa stood Space", "bd"),
  ])
  func aFilterIsOn(keys: String, expected: String) {
    var reading = Reading(.outline("a ann: one\nb bob: two\nc ann: three\n  d bob: four"), rows: 16)
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
    let page = Page(.outline(Self.short))
    var reading = Reading { ReadingState(page, shell: $0, marksByPassing: false) }
    reading.press("stood j stood j stood j")
    #expect(reading.unread.joined() == "abcd")
  }

  @Test func aDeletedOneIsNeverUnread() {
    var reading = Reading(.outline("a: deleted\n  b: still here"))
    #expect(reading.unread == ["b"])
    reading.press("j r")
    #expect(reading.unread == ["b"])
    #expect(reading.notice == "deleted comments are never unread")
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
