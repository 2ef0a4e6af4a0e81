import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// The whole thread, one line a comment.
@Suite struct OutlineTests {
  private static var shed: Discussion {
    var result = Discussion.outline(
      """
      a ann: Paint it.
        b bob: Which paint?
          c ann: Oil, two coats.
        d 中文字: Larch é.
      e eve: A pear tree.
        f: nobody says so
      """)
    result.title = "A shed"
    return result
  }

  @Test func overTheTextWhereThereIsLittleRoom() {
    var reading = Reading(Self.shed, columns: 50, rows: 10)
    reading.press("2G r t")
    #expect(
      reading.screen() == """
         A shed                                         6
         ▾ ann             ● Paint it.                  3
        ▌  ▾ bob           ○ Which paint?               1
               ann         ● Oil, two coats.
             中文字        ● Larch é.
         ▾ eve             ● A pear tree.               1
             #6            ● nobody says so


         Outline               Enter go there   Esc close
        """)
    // It is no preference: on a wide screen the outline stands where it stood.
    reading.press("Esc")
    #expect(reading.effects.allSatisfy { if case .remember = $0 { false } else { true } })
  }

  @Test func whatIsNoCommentIsCalledWhatItIs() {
    var discussion = Self.shed
    discussion.notice = "The minutes are for members and their 中文 friends."
    discussion.links = [LinkList(heading: "Earlier", items: [LinkItem(title: "The old roof")])]
    var reading = Reading(discussion, columns: 50, rows: 6)
    reading.press("gg t")
    #expect(
      reading.screen() == """
        ▌A shed                                         6
         Notice  The minutes are for members and their…
         Earlier
         ▾ ann             ● Paint it.                  3

         Outline               Enter go there   Esc close
        """)
  }

  @Test func besideTheTextWhereThereIsMuch() {
    var reading = Reading(Self.shed, columns: 120, rows: 10)
    reading.press("2G")
    #expect(reading.state.isReading)
    #expect(
      reading.screen() == """
         A shed                          6 │ ↑ A shed
         ▾ ann           ● Paint it.     3 │ ● ann                                                                          #1 ┃
        ▌  ▾ bob         ● Which paint?  1 │   Paint it.                                                                       ┃
               ann       ● Oil, two coats. │                                                                                   ┃
             中文字      ● Larch é.        │▌● │ bob                                                                        #2 ┃
         ▾ eve           ● A pear tree.  1 │▌  │ Which paint?                                                                  •
             #6          ● nobody says so  │   │                                                                               •
                                           │ ● │ │ ann                                                                      #3 •
                                           │
                                           │ thread 1 of 2 · 33 % · 6 unread           Space read on   Tab next unread   ? help
        """)
    reading.press("j")
    #expect(reading.screen().contains("▌      ann"))
    reading.press("t")
    #expect(reading.effects.suffix(1) == [.remember(.outline(false))])
    #expect(!reading.screen().contains("▾"))
  }

  @Test func onAWideScreenItHasMoreRoom() {
    var reading = Reading(Self.shed, columns: 160, rows: 5)
    reading.press("2G")
    #expect(
      reading.screen() == """
         A shed                                         6 │                                                                                                            ┃
         ▾ ann             ● Paint it.                  3 │▌● │ bob                                                                                                 #2 ┃
        ▌  ▾ bob           ● Which paint?               1 │▌  │ Which paint?                                                                                           •
               ann         ● Oil, two coats.              │   │                                                                                                        •
             中文字        ● Larch é.                     │ thread 1 of 2 · 33 % · 6 unread                         Space read on   Tab next unread   h parent   ? help
        """)
  }

  /// Numbers are short: the text need not stand far from them, and badges stand in one column.
  @Test func numbersTakeNoRoomForNames() {
    let discussion = Discussion.outline(
      """
      a: one
        b: two
          c: three
            d: four
              e: five
                f: é
                  g: 中
      """)
    var reading = Reading(discussion, columns: 80, rows: 11)
    reading.press("t")
    #expect(
      reading.screen() == """
        ▌A title                                                                      7
         ▾ #1              ● one                                                      6
           ▾ #2            ● two                                                      5
             ▾ #3          ● three                                                    4
               ▾ #4        ● four                                                     3
                 ▾ #5      ● five                                                     2
                   ▾ #6    ● é                                                        1
                       #7  ● 中


         Outline                           Enter go there   za fold or open   Esc close
        """)
  }

  /// What the text has no use for; two fifths of the screen, and 83 cells, are enough.
  @Test(arguments: [
    (120, 80, 35), (140, 80, 35), (160, 80, 50), (200, 80, 44), (250, 80, 69), (400, 80, 83),
    (200, nil, 35), (120, 60, 35), (140, 60, 50), (200, 100, 35),
  ])
  func cellsBesideTheText(columns: Int, measure: Int?, cells: Int) {
    var reading = Reading(Self.shed, columns: columns, rows: 10)
    reading.state.prefer(.measure(measure), layout: &reading.layout)
    #expect(reading.state.viewport.outlineColumns(on: reading.state.shell.size) == cells)
    #expect(reading.state.pane.columns == columns - cells - 1)
  }

  /// The names beside a text are no louder than it, but for the one that it is at.
  @Test func onlyTheNameInFocusStandsOut() {
    var reading = Reading(Self.shed, columns: 50, rows: 10)
    reading.press("4G t")
    #expect(reading.pieces(of: .author) == ["中文字"])
    #expect(reading.pieces(of: .text) == ["ann", "bob", "ann", "eve"])
  }

  @Test(arguments: [
    ("t j j Enter", "b"), ("4G t k Enter", "c"), ("t G l", "f"), ("4G t gg Enter", "article"),
    ("t j Esc", "article"), ("4G t q", "d"), ("4G t t", "d"), ("t Space Enter", "f"),
    ("zM t j j Enter", "e"), ("zM t j za j Enter", "b"), ("t G k za za Enter", "e"),
    ("j fa t j j Enter", "c"), ("t Down Right", "a"), ("4G t h", "d"),
    ("6G t b Enter", "article"), ("t Wheel-Down Enter", "a"), ("t G Wheel-Up Enter", "e"),
  ])
  func keysInIt(keys: String, focus: String) {
    var reading = Reading(Self.shed, rows: 10)
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect(reading.state.isReading)
  }

  /// It lists what the page shows; a fold says the loudest of what it hides.
  @Test func whatIsFoldedOnThePageIsFoldedInIt() {
    var reading = Reading(Self.shed, columns: 50, rows: 7)
    reading.press("2G za 5G za t")
    #expect(
      reading.screen() == """
         A shed                                         6
         ▾ ann             ● Paint it.                  3
           ▸ bob           ● Which paint?              ●1
             中文字        ● Larch é.
        ▌▸ eve             ● A pear tree.              ●1

         Outline               Enter go there   Esc close
        """)
  }

  @Test func aFoldInItIsOneOnThePage() {
    var reading = Reading(Self.shed, columns: 50, rows: 10)
    reading.press("t j za")
    #expect(reading.screen().contains("▌▸ ann"))
    #expect(!reading.screen().contains("bob"))
    reading.press("Esc j")
    #expect(reading.focus == "a")
    #expect(reading.screen().contains("▸ ann  Paint it."))
  }

  @Test func aSearchPassesOverWhatIsFolded() {
    var reading = Reading(Self.shed, columns: 50, rows: 10)
    reading.press("2G za gg t")
    reading.type("/ann")
    reading.press("Enter n n Enter")
    #expect(reading.focus == "a")
  }

  /// Beside the text, the lines around the focus stay when something above them is folded.
  @Test func besideTheTextItFollowsAFold() {
    var reading = Reading(Self.shed, columns: 120, rows: 10)
    reading.press("4G h za")
    #expect(reading.screen().contains("▌▸ ann           ● Paint it.    ●3 │"))
    #expect(!reading.screen().contains("Larch"))
    reading.press("za")
    #expect(reading.screen().contains("中文字"))
  }

  @Test func itMovesBesideWhenTheScreenGrows() {
    var reading = Reading(Self.shed, columns: 60, rows: 10)
    reading.press("3G t")
    reading.resize(columns: 130, rows: 10)
    #expect(reading.state.isReading)
    #expect(reading.screen().contains("▾"))
    #expect(reading.focus == "c")
    reading.resize(columns: 60, rows: 10)
    #expect(!reading.screen().contains("▾"))
  }

  @Test func itIsRememberedForTheNextVisit() {
    var reading = Reading(Self.shed, columns: 130, rows: 10)
    #expect(reading.screen().contains("▾"))
    reading.state.prefer(.outline(false), layout: &reading.layout)
    #expect(!reading.screen().contains("▾"))
  }
}
