import ReadMarks
import Testing

@testable import Reader

/// Folding and opening many at once: (keys, what is on show with `+` for a fold, focus, notice).
@Suite struct FoldLevelTests {
  private static let tree = "a\n  b\n    c\n      d\n  e\nf\n  g\nh"
  private static let all = "article a b c d e f g h"

  @Test(arguments: [
    ("zm", "article a b c+ e f g h", "article", "folded at level 3"),
    ("zm zm", "article a b+ e f g h", "article", "folded at level 2"),
    ("2zm", "article a b+ e f g h", "article", "folded at level 2"),
    ("3zm", "article a+ f+ h", "article", "folded at level 1"),
    ("9zm", "article a+ f+ h", "article", "everything is folded"),
    ("5G zm", "article a b c+ e f g h", "e", "folded at level 3"),
    ("4G zm", "article a b c+ e f g h", "c", "folded at level 3"),
    ("4G 2zm", "article a b+ e f g h", "b", "folded at level 2"),
    ("4G 9zm", "article a+ f+ h", "a", "everything is folded"),
    ("zr", all, "article", "nothing is folded"),
    ("zM zr", "article a b+ e+ f g+ h", "article", "opened at level 1"),
    ("zM 2zr", "article a b c+ e f g h", "article", "opened at level 2"),
    ("zM 9zr", all, "article", "nothing is folded"),
    ("j za", "article a+ f g h", "a", nil), ("j za za", all, "a", nil),
    ("5G za zm", "article a b c+ e+ f g h", "e", "folded at level 3"),
    ("4G zp", "article a+ f g h", "f", nil),
    ("8G zp", all.replacing("h", "h+"), "h", "this is the last thread"),
    ("zp", all, "article", "only threads can be folded"),
    ("zu", all, "article", "nothing to fold"),
    ("4G r zu", "article a b c d+ e f g h", "d", "folded 1 branch, all read"),
    ("4G r 3G r zu", "article a b c+ e f g h", "c", "folded 1 branch, all read"),
    ("8G r 4G r zu", "article a b c d+ e f g h+", "d", "folded 2 branches, all read"),
    ("A zu", "article a+ f+ h+", "article", "folded 3 branches, all read"),
    ("A 7G zu zu", "article a+ f+ h+", "f", "nothing to fold"),
  ])
  func onShow(keys: String, onShow: String, focus: String, notice: String?) {
    var reading = Reading(.outline(Self.tree), rows: 14)
    reading.press(keys)
    #expect(reading.onShow.joined(separator: " ") == onShow)
    #expect(reading.focus == focus)
    #expect(reading.notice == notice)
    #expect(reading.unread.count == reading.state.marks.unreadCount)
  }

  @Test func foldsOfTheLeftOutAreLeftAlone() {
    var reading = Reading(.outline("a ann\n  b bob\n    c cem\nd ann\n  e bob"), rows: 14)
    reading.press("j fa zm")
    #expect(reading.notice == "everything is folded")
    #expect(reading.onShow == ["a", "d"])
    reading.press("zM")
    #expect(reading.onShow == ["a+", "d+"])
    reading.press("Esc")
    #expect(reading.onShow == ["article", "a", "b", "c", "d", "e"])
  }

  /// Only branches that the filter shows are counted as folded.
  @Test func branchesThatAFilterLeavesOutAreNotCounted() {
    var reading = Reading(.outline("a ann\n  b bob\nc cem\nd ann"), rows: 14)
    reading.press("A 1G fa zu")
    #expect(reading.onShow == ["a+", "d+"])
    #expect(reading.notice == "folded 2 branches, all read")
  }

  /// Folded ones of one level stand close together; others have a blank row between them.
  @Test func aBlankRowSeparatesLevels() {
    var reading = Reading(.outline("a\n  b\n    c\nd\n  e\nf\n  g"), rows: 20)
    reading.press("2G za 4G za 6G za")
    #expect(reading.onShow == ["article", "a", "b+", "d+", "f+"])
    #expect([2, 4].map { reading.state.sheet.rows.gap(after: $0, reading.layout) } == [1, 0])
  }

  /// Where there is room, threads stand further apart than replies.
  @Test(arguments: [(23, 1), (24, 2)])
  func threadsStandApart(rows: Int, gap: Int) {
    let reading = Reading(.outline("a\n  b\nc"), rows: rows)
    #expect([1, 2].map { reading.state.sheet.rows.gap(after: $0, reading.layout) } == [1, gap])
  }

  @Test func nothingIsMarkedByFolding() {
    var reading = Reading(.outline(Self.tree), rows: 30)
    reading.press("stood j zm zm zr zM zR za za zp zu")
    #expect(reading.unread.joined() == "abcdefgh")
  }
}

extension String {
  fileprivate func replacing(_ old: Character, _ new: String) -> String {
    String(flatMap { $0 == old ? Array(new) : [$0] })
  }
}
