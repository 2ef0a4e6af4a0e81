import DiscussionModel
import Testing

@testable import Reader

/// Only what leads to a comment, and the replies below it.
@Suite struct ConversationTests {
  private static let tree = "a\n  b\n    c\n      d\n    e\n  f\ng\n  h"

  @Test(arguments: [
    ("3G c", "a b c d", "c", "4 comments of this conversation · c shows all"),
    ("1G c", "a b c d e f", "a", "6 comments of this conversation · c shows all"),
    ("8G c", "g h", "h", "2 comments of this conversation · c shows all"),
    ("c", "article a b c d e f g h", "article", "focus a comment first"),
    ("3G c c", "article a b c d e f g h", "c", nil),
    ("3G c q", "article a b c d e f g h", "c", nil),
    ("3G c Esc", "article a b c d e f g h", "c", "showing all comments"),
    ("3G c gg h", "a b c d", "a", "the article is hidden (Esc shows all)"),
    ("3G c G j", "a b c d", "d", "End · 3 unread above (Tab)"),
    ("3G c k c", "article a b c d e f g h", "b", nil),
    ("2G za 3G c zM", "a+", "a", "8 comments folded (zR opens all)"),
    ("3G za 7G za 8G c", "g h", "h", "2 comments of this conversation · c shows all"),
    ("3G za 7G za 4G c c", "article a b c d e f g+", "d", nil),
    ("3G c Tab Tab", "a b c d", "a", nil),
    ("3G c 7G", "article a b c d e f g h", "g", nil),
  ])
  func onShow(keys: String, onShow: String, focus: String, notice: String?) {
    var reading = Reading(.outline(Self.tree), rows: 20)
    reading.press(keys)
    #expect(reading.onShow.joined(separator: " ") == onShow)
    #expect(reading.focus == focus)
    #expect(reading.notice == notice)
    #expect(reading.effects.allSatisfy { $0 != .exit && $0 != .leave })
  }

  /// What leads to the comment is in sight, from the top, if the comment then is too.
  @Test(arguments: [(20, "a 0"), (6, "c 0")])
  func itBeginsWithItsHead(rows: Int, top: String) {
    var reading = Reading(.outline(Self.tree), rows: rows)
    reading.press("4G zt c")
    #expect(reading.top == top)
    #expect(reading.focus == "d")
  }

  @Test func theStatusLineSaysSo() {
    var reading = Reading(.outline(Self.tree), columns: 100, rows: 20)
    reading.press("3G c j")
    #expect(reading.status().hasPrefix("thread 1 of 2 · 50 % · 8 unread · conversation "))
  }

  @Test func finishingABranchStaysInTheConversation() {
    var reading = Reading(.outline(Self.tree), rows: 20)
    reading.press("2G c 3G R")
    #expect(reading.focus == "e")
    #expect(reading.state.outline.narrowing != nil)
    #expect(reading.notice == "2 comments marked read · 6 unread left")
  }
}
