import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Screens of the library.
@Suite struct LibraryScreenTests {
  @Test func at80x24() {
    #expect(
      Shelf().screen == """
         Library · new first
        ▌  +140  Why does my database use bytecode?           HN            612     2 h
              7  中国茶 and the café next door 👩💻           tea.example     7     new
              9  The roof, again                              village        40     3 d
           done  Twelve ways to fold a thread                 Lobsters       88    1 mo
          muted  Noise␛[2J complaints                         village      1999   1 min

















         1 of 5 · 316 unread, 140 new       Enter open   Tab next new   p peek   ? help
        """)
  }

  @Test func at40x10() {
    #expect(
      Shelf(columns: 40, rows: 10).screen == """
         Library · new first
        ▌  +140  Why does my database…      2 h
              7  中国茶 and the café n…     new
              9  The roof, again            3 d
           done  Twelve ways to fold a…    1 mo
          muted  Noise␛[2J complaints     1 min



         1 of 5 · 316 unread, 140 new    ? help
        """)
  }

  @Test func in20Columns() {
    #expect(
      Shelf(columns: 20, rows: 10).screen == """
         Library · new fir…
        ▌ +140 Why does my…
             7 中国茶 and t…
             9 The roof, ag…
          done Twelve ways…
         muted Noise␛[2J co…



         1 of 5 · 316 unrea…
        """)
  }

  @Test func at120Columns() {
    #expect(
      Shelf(columns: 120, rows: 9).screen == """
         Library · new first
        ▌  +140  Why does my database use bytecode?                                                   HN            612     2 h
              7  中国茶 and the café next door 👩💻                                                   tea.example     7     new
              9  The roof, again                                                                      village        40     3 d
           done  Twelve ways to fold a thread                                                         Lobsters       88    1 mo
          muted  Noise␛[2J complaints                                                                 village      1999   1 min


         1 of 5 · 316 unread, 140 new                                               Enter open   Tab next new   p peek   ? help
        """)
  }

  @Test func anEmptyLibrary() {
    #expect(
      Shelf([], columns: 80, rows: 12).screen == """
         Library · new first
          Nothing is kept here yet.

            gf                          lists a front page, such as hn
            understory add FILE         keeps the discussion in a file
            understory URL              fetches one, and keeps it
            PROGRAM | understory add -  keeps what another program writes




         no discussions                                                 q quit   ? help
        """)
  }

  @Test func theSampleAlone() {
    let sample = LibraryEntry(
      id: "sample", title: "Camera maker says \"never\"", source: "sample", comments: 42, unread: 42
    )
    #expect(
      Shelf([sample], columns: 40, rows: 15).screen == """
         Library · new first
        ▌   42  Camera maker says "nev…     new

          Add what you read:

          gf
            lists a front page, such as hn
          understory add FILE
            keeps the discussion in a file
          understory URL
            fetches one, and keeps it
          PROGRAM | understory add -
            keeps what another program writes

         1 of 1 · 42 unread              ? help
        """)
  }

  @Test func aPrefixListsWhatItMayBecome() {
    var shelf = Shelf(columns: 80, rows: 12)
    shelf.press("f")
    #expect(
      shelf.screen.hasSuffix(
        """
         ──────────────────────────────────────────────────────────────────────────────
         u only unread   n only new      / filter        f list all
         f …                                                                 Esc cancel
        """))
  }

  @Test func numbersSayWhatTheyWillDo() {
    var shelf = Shelf()
    shelf.press("3")
    #expect(
      shelf.status
        == "3 …                               j 3 down   k 3 up   G to line 3   Esc cancel")
  }

  @Test func helpNamesEveryCommand() {
    var shelf = Shelf(columns: 120, rows: 100)
    shelf.press("?")
    for command in Command.all where command.context == .library {
      #expect(shelf.screen.contains(command.help.string))
    }
  }

  @Test func helpScrolls() {
    var shelf = Shelf(columns: 60, rows: 12)
    shelf.press("? j j")
    #expect(shelf.state.shell.text?.top == 2)
    for _ in 0..<30 { shelf.press("Space") }
    #expect(shelf.screen.contains("leave at once"))
    shelf.resize(columns: 100, rows: 200)
    #expect(shelf.screen.hasPrefix(" The basics"))
  }

  @Test func thePaletteDoesWhatIsFound() {
    var shelf = Shelf(columns: 80, rows: 10)
    shelf.state.offer(themes: ["dark", "light"], inUse: "dark")
    shelf.press(":", typing: "catch")
    #expect(
      shelf.screen.hasPrefix(
        "▌ A             catch up             mark all of this discussion read\n"))
    shelf.press("Enter")
    #expect(shelf.effects.last == .catchUp("bytecode"))
    shelf.press(":", typing: "theme", then: "Down")
    #expect(shelf.effects.last == .useTheme("light"))
    shelf.press("Enter")
    #expect(shelf.state.shell.theme == "light")
    shelf.press(":", typing: "nonsense", then: "Enter")
    #expect(shelf.notice == "no matching command")
    shelf.press(": Esc")
    #expect(shelf.effects.last == .useTheme("light"))
  }

  @Test func everythingIsOfferedAtFirst() {
    var shelf = Shelf()
    shelf.press(":")
    let count = Command.all.count { $0.context == .library }
    #expect(shelf.state.shell.offers(in: .library).count == count - 1)
  }

  @Test func howFarFetchingIsStaysTold() {
    var shelf = Shelf()
    shelf.update(.fetching("fetching, 3 of 9"))
    shelf.press("j")
    #expect(shelf.status.hasPrefix("fetching, 3 of 9"))
    shelf.update(.fetching(nil))
    #expect(shelf.status.hasPrefix("2 of 5"))
  }

  @Test func whatIsNotSavedIsSaid() {
    var shelf = Shelf()
    shelf.update(.saved(problem: "marks not saved: the disk is full"))
    #expect(
      shelf.status.hasPrefix("1 of 5 · 316 unread, 140 new · marks not saved: the disk is full"))
    shelf.update(.saved(problem: nil))
    #expect(!shelf.status.contains("disk"))
  }

  /// How many comments of the focused discussion cannot be read.
  @Test func deletedAndMissingCommentsAreStated() {
    var entries = Shelf.entries
    entries[1].unreadable = Unreadable(deleted: 3, missing: 12)
    var shelf = Shelf(entries)
    #expect(shelf.focus == entries[1].id)
    #expect(shelf.status.hasPrefix("1 of 5 · 316 unread, 140 new · here 3 deleted, 12 missing"))
    // Half of it would say something else.
    let narrow = Shelf(entries, columns: 40, rows: 12)
    #expect(narrow.focus == entries[1].id && !narrow.status.contains("here"))
    shelf.press("j")
    #expect(!shelf.status.contains("here"))
  }
}
