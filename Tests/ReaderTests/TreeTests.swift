import DiscussionModel
import Testing

@testable import Reader

/// Moving over the tree: (keys, focus).
@Suite struct TreeTests {
  /// Two threads, of which the first is three levels deep, and a third alone.
  private static let tree = Discussion.outline(
    """
    a ann: one
      b bob: two
        c ann: three
        d cem: four
      e bob: five
        f ann: six
    g bob: seven
      h ann: eight
    i cem: nine
    """)

  @Test(arguments: [
    // Back to the reply that one came up from.
    ("4G h l", "d"), ("6G h h l l", "f"), ("6G 2h 2l", "f"), ("6G h h h l", "a"),
    ("j l l", "c"), ("4G h l h l", "d"), ("4G h h l", "b"), ("9G h l", "i"), ("l", "a"),
    ("4G h K l", "b"), ("3h", "article"), ("6G 9h", "article"), ("j 9l", "c"),
    // Siblings, falling through to a shallower level.
    ("3G J", "d"), ("4G J", "e"), ("2J", "g"), ("6G J", "g"), ("j J", "g"), ("5G K", "b"),
    ("4G K", "c"), ("3G K", "b"), ("7G K", "a"), ("2G 2J", "g"), ("9G J", "i"),
    // Threads.
    ("4G >", "g"), ("4G }", "g"), ("8G >", "i"), ("4G <", "a"), ("4G {", "a"), ("7G {", "a"),
    ("8G { {", "a"), ("9G 2<", "a"), ("2}", "g"), ("9G }", "i"), ("j <", "a"),
  ])
  func goWhereTheySay(keys: String, focus: String) {
    var reading = Reading(Self.tree)
    reading.press(keys)
    #expect(reading.focus == focus)
  }

  @Test(arguments: [
    ("zM j l", ["article", "a", "b+", "e+", "g+", "i+"]),
    ("zM j h", ["article", "a+", "g+", "i+"]),
    ("4G h h", ["article", "a", "b", "c", "d", "e", "f", "g", "h", "i"]),
    ("zM j l l", ["article", "a", "b", "c+", "d+", "e+", "g+", "i+"]),
  ])
  func aReplyOpensAFoldAndAParentFoldsNothing(keys: String, onShow: [String]) {
    var reading = Reading(Self.tree)
    reading.press(keys)
    #expect(reading.onShow == onShow)
  }

  /// With a filter on, the tree is what is on show.
  @Test(arguments: [
    ("", "a"), ("G", "h"), ("gg", "a"), ("J", "g"), ("j J", "e"), ("3G J", "e"), ("6G K", "e"),
    ("5G K", "b"),
    ("9l", "c"), ("6G >", "g"), ("8G <", "g"), ("8G < <", "a"), ("8G }", "h"), ("8G j", "h"),
    ("3G j", "e"), ("gg k", "a"), ("G h h h", "g"), ("3G h l", "c"), ("gg h", "a"),
    ("20 Ctrl-D", "h"), ("99 Ctrl-Y", "a"), ("99k", "a"), ("99j", "h"), ("G Space Space", "h"),
    ("9 PgDn", "h"), ("9 PgDn 9 PgUp", "b"), ("zM G", "g"), ("zp", "g"),
  ])
  func aFilterLeavesATree(keys: String, focus: String) {
    var reading = Reading(Self.tree)
    reading.press("j fa")
    #expect(reading.onShow == ["a", "b", "c", "e", "f", "g", "h"])
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect(reading.state.outline.narrowing != nil)
  }

  @Test func aNumberThatIsLeftOutShowsEverythingAgain() {
    var reading = Reading(Self.tree)
    reading.press("j fa 4G")
    #expect(reading.focus == "d")
    #expect(reading.state.outline.narrowing == nil)
    #expect(reading.onShow.count == 10)
  }

  @Test func theArticleIsLeftOutByAFilter() {
    var reading = Reading(Self.tree)
    reading.press("j fa h")
    #expect(reading.notice == "the article is hidden (Esc shows all)")
  }
}
