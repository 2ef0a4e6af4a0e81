import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Screens of the library.
@Suite struct LibraryScreenTests {
  @Test func at80x24() {
    #expect(
      Shelf().screen == """
         Library · new first                                           comments  latest
        ▌  +140  Why does my database use bytecode?           HN            612     2 h
              7  中国茶 and the café next door 👩💻           tea.example     7  unseen
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
              7  中国茶 and the café n…  unseen
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
         Library · new first                                                                                   comments  latest
        ▌  +140  Why does my database use bytecode?                                                   HN            612     2 h
              7  中国茶 and the café next door 👩💻                                                   tea.example     7  unseen
              9  The roof, again                                                                      village        40     3 d
           done  Twelve ways to fold a thread                                                         Lobsters       88    1 mo
          muted  Noise␛[2J complaints                                                                 village      1999   1 min


         1 of 5 · 316 unread, 140 new                                               Enter open   Tab next new   p peek   ? help
        """)
  }

  private static let sample = LibraryEntry(
    id: "sample", title: "Camera maker says \"never\"", source: "sample", comments: 42, unread: 42)

  @Test func anEmptyLibrary() {
    #expect(
      Shelf([], columns: 80, rows: 12).screen == """
         Library · new first
        ▌   gl  Open a link…         a discussion on a site, such as Hacker News
            gf  Open a front page…   a site's list of discussions, such as hn
            go  Open a file…         a saved page, or a discussion in JSON

          In a shell:
            understory LINK             opens a discussion, and keeps it
            understory add FILE         keeps the discussion in a file
            PROGRAM | understory add -  keeps what another program writes


         Enter asks for the link                           Enter open   q quit   ? help
        """)
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func theSampleAloneIsOfferedFirst(size: (Int, Int)) {
    var shelf = Shelf([Self.sample], columns: size.0, rows: size.1)
    let lines = shelf.screen.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("▌   42  Camera maker says"))
    for (line, words) in zip(
      lines[2...], ["gl  Open a link…", "gf  Open a front", "go  Open a file"])
    {
      #expect(line.contains(words), "\(line)")
    }
    shelf.press("Enter")
    #expect(shelf.effects == [.open("sample", comment: nil)])
  }

  @Test func theSampleAlone() {
    #expect(
      Shelf([Self.sample], columns: 40, rows: 10).screen == """
         Library · new first
        ▌   42  Camera maker says "nev…  unseen
            gl  Open a link…
            gf  Open a front page…
            go  Open a file…




         1 of 1 · 42 unread              ? help
        """)
  }

  /// Keys, and what the program must do then.
  @Test(arguments: [
    ("j Enter", "https://pears.example/1", Effect.openLink("https://pears.example/1")),
    ("g l", " https://pears.example/1 ", .openLink("https://pears.example/1")),
    ("j j Enter", "hn", .openFront("hn")), ("g f", "hn", .openFront("hn")),
    ("G Enter", "~/pears 中.json", .openFile("~/pears 中.json")),
    ("G l", "pears.json", .openFile("pears.json")), ("g o", "pears.json", .openFile("pears.json")),
  ])
  func whatIsOfferedIsOpened(keys: String, line: String, effect: Effect) {
    var shelf = Shelf([Self.sample], columns: 40, rows: 10)
    shelf.press(keys)
    shelf.type(line)
    shelf.press("Enter")
    #expect(shelf.effects == [effect])
    shelf.press(keys)
    shelf.press("Enter")
    #expect(shelf.effects == [effect])
  }

  /// A line that was wrong is there again to be mended, until another key is pressed; Esc closes it.
  @Test func aWrongLineIsMended() {
    var shelf = Shelf(columns: 80, rows: 12)
    shelf.press("g f")
    shelf.type("hnn")
    shelf.press("Enter")
    shelf.update(.mend("did you mean hn?"))
    #expect(shelf.status.hasPrefix("front page: hnn "))
    #expect(shelf.status.hasSuffix("did you mean hn?"))
    shelf.press("Backspace Enter")
    #expect(shelf.effects == [.openFront("hnn"), .openFront("hn")])
    shelf.update(.mend("no such host"))
    shelf.press("Esc")
    #expect(shelf.status.hasPrefix("1 of 5"))
    shelf.update(.mend("no such host"))
    #expect(shelf.status.hasPrefix("no such host"))
  }

  @Test func otherKeysDoNothingToWhatIsOffered() {
    var shelf = Shelf([Self.sample], columns: 80, rows: 12)
    shelf.press("j")
    for key in ["p", "A", "X", "D", "U", "y", "o"] {
      shelf.press(key)
      #expect(shelf.effects == [], "\(key)")
    }
    shelf.press("/", typing: "file", then: "Enter")
    #expect(shelf.status.hasPrefix("Enter asks for the file"))
  }

  @Test func nothingIsOfferedOnceSomethingIsKept() {
    #expect(!Shelf().screen.contains("Open a link…"))
    var shelf = Shelf([Self.sample], columns: 80, rows: 12)
    shelf.press("fu")
    #expect(!shelf.screen.contains("Open a link…"))
    shelf.press("ff")
    #expect(shelf.screen.contains("Open a link…"))
    shelf.update(.entries([Self.sample] + Shelf.entries))
    #expect(!shelf.screen.contains("Open a link…"))
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
    #expect(
      shelf.status.hasPrefix("1 of 5 · 316 unread, 140 new · this one: 3 deleted, 12 missing"))
    // Half of it would say something else.
    let narrow = Shelf(entries, columns: 40, rows: 12)
    #expect(narrow.focus == entries[1].id && !narrow.status.contains("here"))
    shelf.press("j")
    #expect(!shelf.status.contains("here"))
  }
}
