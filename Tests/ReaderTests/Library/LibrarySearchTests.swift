import TextGrid
import Testing

@testable import Reader

/// Finding titles, and words in everything.
@Suite struct LibrarySearchTests {
  /// (what is typed after `/`, keys after that, where that leads, what is said).
  @Test(arguments: [
    ("fold", "", "folding", nil), ("fold", "Enter", "folding", nil), ("FOLD", "", "bytecode", nil),
    ("the", "", "tea", nil), ("the", "Enter n", "roof", nil), ("the", "Enter n n", "tea", nil),
    ("the", "Enter N", "roof", nil), ("the", "Esc", "bytecode", nil),
    ("nothing", "Enter", "bytecode", "no match for nothing in this list"), ("茶", "", "tea", nil),
    ("cafe\u{301}", "", "tea", nil), ("/w.y/", "", "bytecode", nil),
    ("/(/", "", "bytecode", "not a regular expression yet"),
    (
      "/(/", "Enter", "bytecode",
      "not a regular expression: missing closing parenthesis at character 1"
    ),
    ("", "Enter", "bytecode", "no search yet (/ searches)"),
    ("the", "Enter / Enter", "roof", nil),
    ("roof", "Backspace Backspace Backspace Backspace", "bytecode", nil),
    ("👩‍💻", "Enter", "tea", nil), ("the", "Enter Esc n", "roof", nil),
  ])
  func findsTitles(line: String, keys: String, focus: String, notice: String?) {
    var shelf = Shelf()
    shelf.press("/", typing: line, then: keys)
    #expect(shelf.focus == focus)
    #expect(shelf.notice == notice)
  }

  @Test func counts() {
    var shelf = Shelf()
    shelf.press("/", typing: "the")
    #expect(shelf.status == "/the" + String(repeating: " ", count: 71) + "1/2")
    shelf.press("Enter n")
    #expect(shelf.status.hasPrefix("3 of 5 · 316 unread, 140 new · /the 2/2 "))
    shelf.press("gg")
    #expect(shelf.status.contains("/the 2 "))
    shelf.press("Esc")
    #expect(!shelf.status.contains("/the"))
  }

  /// What was looked for on another screen is looked for here.
  @Test func oneHistory() throws {
    var shelf = Shelf()
    var shell = shelf.state.shell
    shell.remember(try Pattern("茶"))
    shelf.state.take(shell)
    shelf.press("n")
    #expect(shelf.focus == "tea")
  }

  /// In the keys that help lists, which are a text over the list.
  @Test func inHelp() {
    var shelf = Shelf(rows: 8)
    shelf.press("? /", typing: "listed last, nothing new", then: "Enter")
    #expect(shelf.screen.split(separator: "\n").first?.contains("mute or unmute") == true)
    #expect(shelf.focus == "bytecode")
    shelf.press("Esc Esc Enter")
    #expect(shelf.effects == [.open("bytecode", comment: nil)])
  }

  @Test func everythingIsSearched() {
    var shelf = Shelf()
    shelf.press("j g/", typing: " fold ", then: "Enter")
    #expect(shelf.effects == [.search("fold")])
    #expect(shelf.status.hasPrefix("2 of 5"))
  }

  @Test(arguments: ["g/ Esc", "g/ Enter", "g/ Backspace", "g/ Space Enter", "g/ a Ctrl-C"])
  func nothingIsSearched(keys: String) {
    var shelf = Shelf()
    shelf.press(keys)
    #expect(shelf.effects == [])
    #expect(!shelf.state.shell.isTyping)
  }

  @Test func whatIsFoundStandsOut() {
    let styles: [Role: Style] = [.match: Style(foreground: .indexed(9))]
    let theme = Theme(name: "", isDark: true, styles: styles)
    var shelf = Shelf()
    shelf.press("/", typing: "the", then: "Enter")
    let frame = LibraryView.frame(shelf.state, theme: theme)
    let found = (0..<24).map { row in
      frame.row(row).filter { $0.style.foreground == .indexed(9) }.map(\.text).joined()
    }
    #expect(found.filter { !$0.isEmpty } == ["the", "The"])
  }
}
