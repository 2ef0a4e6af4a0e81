import DiscussionModel
import Testing

/// a, b(c(d), e), f: what the moves below are on.
let tree = """
  a
  b
    c
      d
    e
  f
  """

@Suite struct MoveTests {
  @Test(arguments: [
    // Next and previous, and their ends.
    ("j", "a"), ("j j", "b"), ("j j j", "c"), ("Down", "a"), ("j k", "article"),
    ("k", "article"), ("j j Up", "a"), ("G", "f"), ("G j", "f"), ("G gg", "article"),
    ("End", "f"), ("G Home", "article"),
    // The tree.
    ("G k h", "b"), ("j j j j h", "c"), ("j j j j h h", "b"), ("j h", "article"), ("j j l", "c"),
    ("j j Right l", "d"), ("j l", "a"), ("j j j Left", "b"), ("j j Enter l", "c"),
    // Siblings, falling through to a shallower level.
    ("j J", "b"), ("j J J", "f"), ("j j j J", "e"), ("j j j J J", "f"), ("j j j j J", "e"),
    ("G J", "f"), ("G K", "b"), ("G K K", "a"), ("j j j J K", "c"), ("j j j K", "b"),
    ("j K", "article"),
    // Top-level threads.
    (">", "a"), ("> >", "b"), ("> > >", "f"), ("> > > >", "f"), ("j j j j >", "f"),
    ("j j j j <", "b"), ("j j j j < <", "a"), ("> <", "a"), ("<", "article"),
    // Unread ones, around the ends.
    ("Tab", "a"), ("Tab Tab", "b"), ("Shift-Tab", "f"), ("j r Tab", "b"), ("G Tab", "a"),
    ("j r j r gg Tab", "c"), ("j Shift-Tab", "f"), ("j j zM Tab", "c"), ("zM Tab Tab", "b"),
    // Keys that mean nothing, and series that are broken off.
    ("j Z", "a"), ("j g x", "a"), ("j g Esc j", "b"), ("j z x", "a"), ("j Esc", "a"),
  ])
  func focus(keys: String, expected: String) {
    var reading = Reading(.outline(tree))
    reading.press(keys)
    #expect(reading.focus == expected)
  }

  @Test(
    arguments: [
      ("k", "this is the beginning"), ("G l", "no replies"),
      ("h", "this is the beginning"),
      ("G J", "no comment after this"), ("gg K", "no comment before this"),
      ("G >", "this is the last thread"), ("j <", "no thread before this"),
      ("j Z", "Z does nothing · q quit"),
      ("Tab Tab", "6 unread, 1 above"), ("j r Tab", nil), ("Shift-Tab", "6 unread, 5 above"),
      ("G j", "End · 5 unread above (Tab)"),
    ] as [(String, String?)])
  func notice(keys: String, expected: String?) {
    var reading = Reading(.outline(tree))
    reading.press(keys)
    #expect(reading.notice == expected)
  }

  @Test func aNoticeStaysUntilTheNextKey() {
    var reading = Reading(.outline(tree))
    reading.press("k stood")
    reading.resize(columns: 50, rows: 12)
    #expect(reading.notice != nil)
    reading.press("j")
    #expect(reading.notice == nil)
  }

  @Test func nothingUnreadIsSaid() {
    var reading = Reading(.outline("a\nb"))
    reading.press("j r j r Tab")
    #expect(reading.notice == "All read")
    #expect(reading.focus == "b")
  }

  @Test func anEmptyDiscussionCanBeMovedOver() {
    var reading = Reading(Discussion(id: "x", title: "Nobody came"))
    for keys in ["j", "k", "Space", "Tab", "Shift-Tab", "G", "gg", ">", "<", "J", "K", "h", "l"] {
      reading.press(keys)
      #expect(reading.focus == "article")
    }
    reading.press("Space")
    #expect(reading.notice == "End · no comments")
  }

  @Test func everythingIsPassedOverWhenItIsFolded() {
    var reading = Reading(.outline(tree))
    reading.press("zM j j j")
    #expect(reading.focus == "f")
    reading.press("k")
    #expect(reading.focus == "b")
  }
}
