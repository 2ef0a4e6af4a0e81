import TextGrid
import Testing

@testable import Reader

/// Screens of the library.
@Suite struct LibraryScreenTests {
  @Test func at80x24() {
    #expect(Shelf().screen == "")
  }

  @Test func at40x10() {
    #expect(Shelf(columns: 40, rows: 10).screen == "")
  }

  @Test func in20Columns() {
    #expect(Shelf(columns: 20, rows: 10).screen == "")
  }

  @Test func at120Columns() {
    #expect(Shelf(columns: 120, rows: 9).screen == "")
  }

  @Test func anEmptyLibrary() {
    #expect(Shelf([], columns: 80, rows: 12).screen == "")
  }

  @Test func theSampleAlone() {
    let sample = LibraryEntry(
      id: "sample", title: "Camera maker says \"never\"", source: "sample", comments: 42, unread: 42)
    #expect(Shelf([sample], columns: 40, rows: 15).screen == "")
  }

  @Test func aGlance() {
    var shelf = Shelf(columns: 80, rows: 24)
    shelf.press("j p")
    #expect(shelf.effects == [.glance("tea")])
    #expect(shelf.status.hasPrefix("opening…"))
    shelf.update(.glanced(id: "roof", Shelf.page))
    #expect(shelf.status.hasPrefix("opening…"))
    shelf.update(.glanced(id: "tea", Shelf.page))
    #expect(shelf.screen == "")
  }

  @Test func aGlanceGoesAlongAndScrolls() {
    var shelf = Shelf(columns: 40, rows: 10)
    shelf.press("p")
    shelf.update(.glanced(id: "bytecode", Shelf.page))
    shelf.press("Space")
    #expect(shelf.screen == "")
    shelf.press("j")
    #expect(shelf.effects == [.glance("bytecode"), .glance("tea")])
    shelf.press("Tab")
    #expect(shelf.effects.last == .glance("bytecode"))
    shelf.press("Enter")
    #expect(shelf.effects.last == .open("bytecode", comment: nil))
    #expect(shelf.status.hasPrefix("1 of 5"))
  }

  @Test(arguments: ["p", "q", "Esc", "h"])
  func aGlanceCloses(key: String) {
    var shelf = Shelf()
    shelf.press("p \(key)")
    #expect(shelf.effects == [.glance("bytecode")])
    #expect(shelf.status.hasPrefix("1 of 5"))
    // One that comes late opens nothing.
    shelf.update(.glanced(id: "bytecode", Shelf.page))
    #expect(shelf.status.hasPrefix("1 of 5"))
  }

  @Test func whatCannotBeReadClosesTheGlance() {
    var shelf = Shelf()
    shelf.press("p")
    shelf.update(.glanced(id: "bytecode", nil))
    shelf.update(.say("no such file"))
    #expect(shelf.status.hasPrefix("no such file"))
    shelf.press("j")
    #expect(shelf.effects == [.glance("bytecode")])
  }

  @Test func aPrefixListsWhatItMayBecome() {
    var shelf = Shelf(columns: 80, rows: 12)
    shelf.press("f")
    #expect(
      shelf.screen.hasSuffix(
        """
        """))
  }

  @Test func numbersSayWhatTheyWillDo() {
    var shelf = Shelf()
    shelf.press("3")
    #expect(shelf.status == "")
  }

  @Test func helpNamesEveryCommand() {
    var shelf = Shelf(columns: 120, rows: 100)
    shelf.press("?")
    for command in Command.all where command.context == .library {
      #expect(shelf.screen.contains(command.help.string))
    }
    shelf.press("q g/ x Enter ?")
    for command in Command.all where command.context == .results {
      #expect(shelf.screen.contains(command.help.string))
    }
    shelf.press("Esc")
    #expect(shelf.status.hasPrefix("searching…"))
  }

  @Test func helpScrolls() {
    var shelf = Shelf(columns: 60, rows: 12)
    shelf.press("? j j")
    #expect(shelf.state.over == .help(top: 2))
    for _ in 0..<30 { shelf.press("Space") }
    #expect(shelf.screen.contains("never opened"))
    shelf.resize(columns: 100, rows: 200)
    #expect(shelf.screen.hasPrefix(" To begin with"))
  }

  @Test func thePaletteDoesWhatIsFound() {
    var shelf = Shelf(columns: 80, rows: 10)
    shelf.state.themes = ["dark", "light"]
    shelf.state.theme = "dark"
    shelf.press(":", typing: "catch")
    #expect(
      shelf.screen.hasPrefix(
        "▌ A                catch up         mark all of this discussion read\n"))
    shelf.press("Enter")
    #expect(shelf.effects.last == .catchUp("bytecode"))
    shelf.press(":", typing: "theme", then: "Down")
    #expect(shelf.effects.last == .useTheme("light"))
    shelf.press("Enter")
    #expect(shelf.state.theme == "light")
    shelf.press(":", typing: "nonsense", then: "Enter")
    #expect(shelf.notice == "nothing is called so")
    shelf.press(": Esc")
    #expect(shelf.effects.last == .useTheme("light"))
  }

  @Test func everythingIsOfferedAtFirst() {
    var shelf = Shelf()
    shelf.press(":")
    let count = Command.all.count { $0.context == .library }
    #expect(shelf.state.offers.count == count - 1)
  }

  @Test func whatIsNotSavedIsSaid() {
    var shelf = Shelf()
    shelf.update(.saved(problem: "marks not saved: the disk is full"))
    #expect(shelf.status.hasPrefix("1 of 5 · 316 unread, 140 new · marks not saved: the disk is full"))
    shelf.update(.saved(problem: nil))
    #expect(!shelf.status.contains("disk"))
  }
}
