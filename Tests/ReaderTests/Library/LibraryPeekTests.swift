import TextGrid
import Testing

@testable import Reader

/// A look at how a discussion of the library begins.
@Suite struct LibraryPeekTests {
  @Test func aPeek() {
    var shelf = Shelf(columns: 80, rows: 24)
    shelf.press("j p")
    #expect(shelf.effects == [.peek("tea")])
    #expect(shelf.status.hasPrefix("opening…"))
    shelf.update(.peeked(id: "roof", Shelf.page))
    #expect(shelf.status.hasPrefix("opening…"))
    shelf.update(.peeked(id: "tea", Shelf.page))
    #expect(
      shelf.screen == """
         Library · new first                                           comments  latest
           +140  Why does my database use bytecode?           HN            612     2 h
        ▌     7  中国茶 and the café next door 👩💻           tea.example     7  unseen
              9  The roof, again                              village        40     3 d
           done  Twelve ways to fold a thread                 Lobsters       88    1 mo
          muted  Noise␛[2J complaints                         village      1999   1 min




         ──────────────────────────────────────────────────────────────────────────────
           A title

           A sheet has two sides.

           3 comments

           ann
           Fold from the outside.

           │ #2
           │ Or from the inside, é.

         Peek · nothing is marked                   Enter open   Space more   Esc close
        """)
  }

  @Test func aPeekGoesAlongAndScrolls() {
    var shelf = Shelf(columns: 40, rows: 10)
    shelf.press("p")
    shelf.update(.peeked(id: "bytecode", Shelf.page))
    shelf.press("Space")
    #expect(
      shelf.screen == """
         Library · new first
        ▌  +140  Why does my database…      2 h
              7  中国茶 and the café n…  unseen
              9  The roof, again            3 d
         ──────────────────────────────────────
           A sheet has two sides.

           3 comments

         Peek · nothing is marked     Esc close
        """)
    shelf.press("j")
    #expect(shelf.effects == [.peek("bytecode"), .peek("tea")])
    shelf.press("Tab")
    #expect(shelf.effects.last == .peek("bytecode"))
    shelf.press("Enter")
    #expect(shelf.effects.last == .open("bytecode", comment: nil))
    #expect(shelf.status.hasPrefix("1 of 5"))
  }

  @Test(arguments: ["p", "q", "Esc", "h"])
  func aPeekCloses(key: String) {
    var shelf = Shelf()
    shelf.press("p \(key)")
    #expect(shelf.effects == [.peek("bytecode")])
    #expect(shelf.status.hasPrefix("1 of 5"))
    // One that comes late opens nothing.
    shelf.update(.peeked(id: "bytecode", Shelf.page))
    #expect(shelf.status.hasPrefix("1 of 5"))
  }

  @Test func whatCannotBeReadClosesThePeek() {
    var shelf = Shelf()
    shelf.press("p")
    shelf.update(.peeked(id: "bytecode", nil))
    shelf.update(.say("no such file"))
    #expect(shelf.status.hasPrefix("no such file"))
    shelf.press("j")
    #expect(shelf.effects == [.peek("bytecode")])
  }
}
