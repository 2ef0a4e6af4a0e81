import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Finding commands by their words, and themes.
@Suite struct PaletteTests {
  private func reading(
    _ keys: String = "", themes: [String] = ["dark", "light", "sepia"]
  ) -> Reading {
    var reading = Reading(
      .outline("a\n  b\nc"), columns: 80, rows: 12, themes: themes, theme: "dark")
    reading.press(keys)
    return reading
  }

  @Test(arguments: [
    ("next thread", "a", nil), ("end", "c", nil), ("the LAST comment", "c", nil),
    ("mark all", "article", "3 comments marked read · u undoes"),
    ("nonsense", "article", "no matching command"), ("👩‍💻 中", "article", "no matching command"),
    // Commands of vim.
    ("17", "article", "no matching command · 17G goes there"),
    ("q1", "article", "no matching command"),
    // Similar names.
    ("nxet thread", "a", nil), ("mark al1", "article", "3 comments marked read · u undoes"),
    ("fold-all", "article", "3 comments folded (zR opens all)"),
  ])
  func doesWhatIsFound(line: String, focus: String, notice: String?) {
    var reading = reading()
    reading.press(":", typing: line, then: "Enter")
    #expect(reading.focus == focus)
    #expect(reading.notice == notice)
    #expect(reading.state.isReading)
    #expect(reading.effects.allSatisfy { $0 == .useTheme("dark") || "\($0)".hasPrefix("save") })
  }

  @Test(arguments: [
    ("q", "quit"), ("q!", "quit"), ("wq", "quit"), ("x", "quit"), ("exit", "quit"), ("h", "help"),
    ("finsh branch", "finish-branch"), ("theme drak", "theme dark"), ("parrent", "parent"),
    ("quit", "quit"), ("xyzzy", nil), ("", "read-on"),
  ])
  func theFirstOffer(line: String, id: String?) {
    var reading = reading()
    reading.press(":", typing: line)
    let shell = reading.state.shell
    let first = shell.offers(in: .reading).first.map { offer in
      switch offer {
      case .command(let index): shell.commands[index].id
      case .theme(let name): "theme " + name
      }
    }
    #expect(first == id)
  }

  @Test func everythingIsOfferedAtFirst() {
    let reading = reading(":")
    let page = reading.state.shell.commands.filter { $0.context == .reading }
    #expect(reading.state.shell.offers(in: .reading).count == page.count - 1 + 3)
  }

  /// Other offers have the same word in them.
  @Test(arguments: ["light", "theme light", "LIGHT"])
  func aThemeByItsNameComesFirst(line: String) {
    var reading = reading(themes: ["contrast-light", "dark", "light"])
    reading.press(":", typing: line)
    #expect(reading.state.shell.offers(in: .reading).first == .theme("light"))
  }

  @Test func themesAreShownAsTheyAreSelected() {
    var reading = reading()
    reading.press(":", typing: "theme")
    reading.effects = []
    let first = reading.state.shell.offers(in: .reading).firstIndex { $0 == .theme("dark") } ?? 0
    for _ in 0..<first { reading.press("Down") }
    reading.effects = []
    reading.press("Down")
    #expect(reading.effects == [.useTheme("light")])
    reading.press("Tab")
    #expect(reading.effects.last == .useTheme("sepia"))
    reading.press("Up")
    #expect(reading.effects.last == .useTheme("light"))
    reading.press("Esc")
    #expect(reading.effects.last == .useTheme("dark"))
    #expect(reading.state.shell.theme == "dark")
  }

  @Test func aThemeIsChosen() {
    var reading = reading()
    reading.press(":", typing: "theme sepia", then: "Enter")
    #expect(reading.effects.last == .useTheme("sepia"))
    #expect(reading.state.shell.theme == "sepia")
    #expect(
      reading.notice == "theme sepia for now · theme = \"sepia\" in config.toml keeps it")
  }

  @Test func theScreenOfWhatIsFound() {
    var reading = reading()
    reading.press(":", typing: "thread", then: "Down")
    #expect(
      reading.screen() == """
          )             next new thread      next thread with new comments, or with un…
        ▌ (             previous new thread  previous thread with new comments, or wit…
          gn            what is new          list what is new, by thread
          >             next thread          the next top-level comment
          <             previous thread      the top of this thread, then the one befo…
          zp            fold thread          fold the whole thread, go to the next
          gR            finish thread        mark the whole thread read, fold it, go t…




         :thread                                     7 found   ↑ ↓ choose   Enter do it
        """)
  }

  @Test func themesStandInTheSameColumns() {
    var reading = reading(themes: ["contrast-light", "é 中", "dark"])
    reading.press(":", typing: "theme")
    let rows = reading.screen().split(separator: "\n").map { $0.dropFirst(2) }
    #expect(
      rows.filter { $0.hasPrefix("theme  ") }.prefix(3).joined(separator: "\n") == """
        theme         contrast-light       shown while selected
        theme         é 中                 shown while selected
        theme         dark                 in use
        """)
  }

  @Test func noTitleReachesWhatACommandDoes() {
    var reading = reading()
    reading.resize(columns: 100, rows: 120)
    reading.press(":")
    for row in reading.screen().split(separator: "\n").dropLast() {
      let cells = Array(row)
      #expect(cells[35] == " " && cells[36] == " " && cells[37] != " ", "\(row)")
    }
  }

  @Test func whereThereIsNoRoomForWhatACommandDoesItIsNotBegun() {
    var reading = reading()
    reading.resize(columns: 50, rows: 6)
    reading.press(":", typing: "thread", then: "Down")
    #expect(
      reading.screen() == """
          )             next new thread
        ▌ (             previous new thread
          gn            what is new
          >             next thread

         :thread       7 found   ↑ ↓ choose   Enter do it
        """)
  }
}
