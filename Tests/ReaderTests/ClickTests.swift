import Testing

@testable import Reader

/// Clicks: (keys before, row and column, focus, what is on show).
@Suite struct ClickTests {
  private static let tree = "a\n  b\n    c\nd"

  /// At 40x20: the article is in rows 1 to 3, then a in 5 and 6, b in 8 and 9, c in 11, d in 14.
  @Test(arguments: [
    ("", 5, 10, "a", "article a b c d"), ("", 6, 10, "a", "article a b c d"),
    ("", 9, 10, "b", "article a b c d"), ("", 7, 10, "article", "article a b c d"),
    ("", 19, 10, "article", "article a b c d"), ("", 0, 10, "article", "article a b c d"),
    ("1G za 4G", 5, 10, "a", "article a b c d"), ("1G", 5, 10, "a", "article a+ d"),
    ("1G", 6, 10, "a", "article a b c d"), ("3G zt", 0, 5, "b", "article a b c d"),
    ("4G zt", 0, 5, "article", "article a b c d"), ("12", 8, 10, "b", "article a b c d"),
    ("z", 8, 10, "b", "article a b c d"), ("/", 8, 10, "article", "article a b c d"),
    ("?", 8, 10, "article", "article a b c d"), ("1G p", 8, 10, "a", "article a b c d"),
  ])
  func go(keys: String, row: Int, column: Int, focus: String, onShow: String) {
    var reading = Reading(.outline(Self.tree), rows: 20)
    reading.press(keys)
    _ = reading.state.update(.click(row: row, column: column), layout: &reading.layout)
    #expect(reading.focus == focus)
    #expect(reading.onShow.joined(separator: " ") == onShow)
    #expect(reading.state.shell.typed.count == nil && reading.state.shell.typed.keys.isEmpty)
    #expect(reading.unread.count == 4)
  }

  @Test func aClickCanBeTakenBack() {
    var reading = Reading(.outline(Self.tree), rows: 20)
    reading.press("4G")
    _ = reading.state.update(.click(row: 5, column: 8), layout: &reading.layout)
    #expect(reading.focus == "a")
    reading.press("Backspace")
    #expect(reading.focus == "d")
  }

  @Test func withAFilterOnTheFirstRowGoesNowhereOutside() {
    var reading = Reading(.outline("a ann\nb bob\nc ann"), rows: 20)
    reading.press("1G fa")
    _ = reading.state.update(.click(row: 0, column: 5), layout: &reading.layout)
    #expect(reading.focus == "a")
    #expect(reading.state.outline.narrowing != nil)
  }
}
