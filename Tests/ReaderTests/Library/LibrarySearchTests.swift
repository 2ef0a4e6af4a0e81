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
    ("nothing", "Enter", "bytecode", "no title has nothing"), ("茶", "", "tea", nil),
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

  private static let results = [
    LibraryResult(
      title: "Twelve ways to fold a thread", number: 17, author: "ann",
      snippet: "Fold it, then fold it again", matches: [0..<4, 14..<18], discussion: "folding",
      comment: "c17"),
    LibraryResult(
      title: "中国茶", snippet: "The fold in the 包装 keeps é", matches: [4..<8, 17..<18, 90..<99],
      discussion: "tea"),
  ]

  @Test func everythingIsSearched() {
    var shelf = Shelf()
    shelf.press("g/", typing: " fold ", then: "Enter")
    #expect(shelf.effects == [.search("fold")])
    #expect(shelf.status.hasPrefix("searching…"))
    shelf.update(.found(query: "other", Self.results, isAll: true))
    #expect(shelf.status.hasPrefix("searching…"))
    #expect(shelf.state.unfinishedSearch == "fold")
    shelf.update(.found(query: "fold", [], isAll: true))
    #expect(shelf.status.hasPrefix("nothing found"))
    #expect(!shelf.status.contains("open"))
    #expect(shelf.state.unfinishedSearch == nil)
    shelf.update(.found(query: "fold", Self.results, isAll: false))
    #expect(shelf.status.hasPrefix("1 of 2+ hits"))
    shelf.press("Enter")
    #expect(shelf.effects.last == .open("folding", comment: "c17"))
    shelf.press("j j")
    #expect(shelf.status.hasPrefix("2 of 2+ hits"))
    shelf.press("l")
    #expect(shelf.effects.last == .open("tea", comment: nil))
    shelf.press("gg 2 G Esc")
    #expect(shelf.status.hasPrefix("1 of 5"))
  }

  @Test(arguments: ["Esc", "q", "h", "Left"])
  func goesBackToTheList(key: String) {
    var shelf = Shelf()
    shelf.press("j g/", typing: "x", then: "Enter \(key)")
    #expect(shelf.focus == "tea")
    #expect(shelf.status.hasPrefix("2 of 5"))
    #expect(shelf.effects == [.search("x")])
  }

  @Test(arguments: ["g/ Esc", "g/ Enter", "g/ Backspace", "g/ Space Enter", "g/ a Ctrl-C"])
  func nothingIsSearched(keys: String) {
    var shelf = Shelf()
    shelf.press(keys)
    #expect(shelf.effects == [])
    #expect(!shelf.state.shell.isTyping)
  }

  @Test func matchesAreBroughtToCharacters() {
    #expect(Self.results[1].matches == [4..<8])
    let result = LibraryResult(
      title: "", snippet: "e\u{301}中x", matches: [-5..<2, 1..<4, 4..<7, 9..<12], discussion: "")
    #expect(result.matches.allSatisfy { 0...result.snippet.count ~= $0.upperBound })
    #expect(result.matches.map { result.snippet[$0].string } == ["e\u{301}", "中", "x"])
  }

  @Test func theScreenOfWhatIsFound() {
    var shelf = Shelf(columns: 80, rows: 12)
    shelf.press("g/", typing: "fold", then: "Enter")
    shelf.update(.found(query: "fold", Self.results, isAll: true))
    shelf.press("j")
    #expect(
      shelf.screen == """
         Everywhere · fold
          #17  ann  Twelve ways to fold a thread
            Fold it, then fold it again
        ▌ Article  中国茶
        ▌   The fold in the 包装 keeps é






         2 of 2 hits                                     Enter open   Esc back   ? help
        """)
    #expect(LibraryView.frame(shelf.state, theme: .plain).cursor == (3, 0))
  }

  @Test func aFarMatchIsBroughtIntoSight() {
    let text = SafeText(String(repeating: "words ", count: 30) + "中 fold on")
    let start = text.count - "fold on".utf8.count
    let (shown, matches) = MatchedText.window(of: text, matches: [start..<start + 4], cells: 30)
    #expect(shown.string.hasPrefix("…") && shown.string.hasSuffix("中 fold on"))
    #expect(shown.width <= 30)
    #expect(matches.map { shown[$0] } == ["fold"])
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
