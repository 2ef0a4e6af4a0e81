import DiscussionModel
import Testing

@testable import Reader

/// Moving by rows and screens: (keys, focus, the entry at the top and its row).
@Suite struct PagingTests {
  /// On a screen of 10 rows the body has 7; the article takes 4, every comment 3.
  private static let eight = (1...8).map { "c\($0): words" }.joined(separator: "\n")

  @Test(arguments: [
    ("d", "c1", "article 3"), ("Ctrl-D", "c1", "article 3"), ("d d", "c2", "c1 2"),
    ("2d", "c2", "c1 2"), ("3 Ctrl-D", "c3", "c2 2"), ("d d d Ctrl-U", "c3", "c1 2"),
    ("4d 3 Ctrl-U", "c2", "article 3"), ("Ctrl-U", "article", "article 0"),
    ("d Ctrl-U", "c1", "article 0"), ("20d", "c8", "c6 1"),
    // By lines: the focus stays while it is on the screen.
    ("Ctrl-E", "article", "article 1"), ("Ctrl-E Ctrl-E", "article", "article 2"),
    ("3 Ctrl-E", "c1", "article 3"), ("5 Ctrl-E", "c1", "c1 1"), ("6 Ctrl-E", "c2", "c1 2"),
    ("6 Ctrl-E Ctrl-Y", "c2", "c1 1"), ("9 Ctrl-E 5 Ctrl-Y", "c3", "c1 0"),
    ("9 Ctrl-E 9 Ctrl-Y", "c1", "article 0"), ("99 Ctrl-E", "c6", "c6 1"),
    ("Ctrl-Y", "article", "article 0"),
    ("Wheel-Down", "c1", "article 3"), ("Wheel-Down Wheel-Up", "c1", "article 0"),
    ("Wheel-Up", "article", "article 0"),
    // By screens less a row.
    ("PgDn", "c2", "c1 2"), ("Ctrl-F", "c2", "c1 2"), ("PgDn PgUp", "article", "article 0"),
    ("2 Ctrl-F", "c4", "c3 2"), ("2 PgDn Ctrl-B", "c2", "c1 2"), ("9 PgDn", "c8", "c6 1"),
    ("G b", "c5", "c4 1"), ("G 9b", "c1", "article 0"),
    // To a place on the screen.
    ("4j zt", "c4", "c4 0"), ("4j zz", "c4", "c3 1"), ("4j zb", "c4", "c2 1"),
    ("zz", "article", "article 0"), ("zb", "article", "article 0"), ("G zt", "c8", "c8 0"),
  ])
  func goWhereTheySay(keys: String, focus: String, top: String) {
    var reading = Reading(.outline(Self.eight))
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect(reading.top == top)
  }

  @Test(arguments: [
    ("Ctrl-U", "this is the beginning"), ("Ctrl-Y", "this is the beginning"),
    ("PgUp", "this is the beginning"), ("99 Ctrl-E", "this is the end"),
    ("G Ctrl-E", "this is the end"), ("d", nil), ("PgDn", nil), ("zz", nil),
    ("G d", "End · 7 unread above (Tab)"), ("G PgDn", "End · 7 unread above (Tab)"),
  ])
  func sayWhereItEnds(keys: String, notice: String?) {
    var reading = Reading(.outline(Self.eight))
    reading.press(keys)
    #expect(reading.notice == notice)
  }

  @Test(arguments: [
    ("3j", "c3"), ("2j 2j", "c4"), ("99j", "c8"), ("5j 2k", "c3"), ("5j 9k", "article"),
    ("3J", "c3"), ("5j 2K", "c3"), ("2>", "c2"), ("5j 2<", "c3"), ("3 Tab", "c3"),
    ("2 Shift-Tab", "c7"), ("3 Down", "c3"), ("7G", "c7"), ("7 Enter", "c7"),
    ("10 Enter", "article"),
    ("3 Esc j", "c1"), ("0", "article"), ("10j", "c8"), ("2Z j", "c1"), ("0 j", "c1"),
    ("3zz j", "c1"), ("12345678901234567890j", "c8"),
  ])
  func countsAreTaken(keys: String, focus: String) {
    var reading = Reading(.outline(Self.eight))
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect(reading.state.shell.typed.count == nil)
  }

  @Test func aCountIsShownUntilItIsUsedOrCancelled() {
    var reading = Reading(.outline(Self.eight), columns: 80)
    reading.press("17")
    #expect(reading.status().hasPrefix("17 …"))
    #expect(
      reading.status().hasSuffix("k 17 up   G to #17   Enter to #17   x link 17   Esc cancel"))
    reading.press("Esc")
    #expect(reading.status().hasPrefix("Article"))
    reading.press("17g")
    #expect(reading.status().hasPrefix("17g …"))
    reading.press("Esc")
    #expect(reading.state.shell.typed.count == nil && reading.state.shell.typed.keys.isEmpty)
    reading.press("0")
    #expect(reading.notice == "0 does nothing · gg top")
  }

  @Test(arguments: [
    ("99G", "no comment #99 (#1 to #8)"), ("99 Enter", "no comment #99 (#1 to #8)"),
    ("9999999999999G", "no comment #9999999 (#1 to #8)"),
  ])
  func anUnknownNumberIsTold(keys: String, notice: String) {
    var reading = Reading(.outline(Self.eight))
    reading.press("j " + keys)
    #expect(reading.focus == "c1")
    #expect(reading.notice == notice)
  }

  @Test func numbersAreThoseOfTheFile() {
    var discussion = Discussion.outline("a\nb\nc")
    for (index, number) in [30, 10, 20].enumerated() {
      discussion.comments[index].number = number
    }
    var reading = Reading(discussion)
    reading.press("10G")
    #expect(reading.focus == "b")
    reading.press("1G")
    #expect(reading.notice == "no comment #1 (#10 to #30)")
  }
}
