import TextGrid
import Testing

@testable import Reader

/// Moving over the list: (keys, where that leads).
@Suite struct LibraryMoveTests {
  /// What has news comes first, what is muted last.
  @Test func beginsWithWhatHasNews() {
    #expect(Shelf().listed == ["bytecode", "tea", "roof", "folding", "noise"])
    #expect(Shelf().focus == "bytecode")
  }

  @Test(arguments: [
    ("j", "tea", nil), ("j j j j", "noise", nil), ("G j", "noise", "this is the end"),
    ("k", "bytecode", "this is the beginning"), ("G", "noise", nil), ("G gg", "bytecode", nil),
    ("3 j", "folding", nil), ("99 j", "noise", nil), ("G 2 k", "roof", nil), ("3 G", "roof", nil),
    ("9 G", "bytecode", "no line 9: expected 1 to 5"), ("Space", "noise", nil),
    ("G b", "bytecode", nil), ("Down Down Up", "tea", nil), ("End Home", "bytecode", nil),
    ("d", "noise", nil), ("Wheel-Down", "bytecode", "this is the end"),
    ("Tab", "tea", "2 of 2 new"), ("Tab Tab", "bytecode", "1 of 2 new"),
    ("Shift-Tab", "tea", "2 of 2 new"), ("2 Tab", "bytecode", "1 of 2 new"),
    ("A Tab", "tea", "1 of 1 new"), ("A Tab A Tab", "roof", "nothing new · this is unread"),
    ("A Tab A Tab A Tab", "roof", "All read"),
    ("3 G A gg A Tab Tab", "tea", "nothing else is new"),
    ("z", "bytecode", "z does nothing here"),
    ("t", "bytecode", "t works only in a discussion"),
    ("w", "bytecode", "w works only in a discussion"),
    ("g x", "bytecode", "gx works only in a discussion"),
    ("1 2 Esc j", "tea", nil), ("g Esc", "bytecode", nil),
  ])
  func leads(keys: String, focus: String, notice: String?) {
    var shelf = Shelf()
    shelf.press(keys)
    #expect(shelf.focus == focus)
    #expect(shelf.notice == notice)
    #expect(shelf.effects.allSatisfy { if case .catchUp = $0 { true } else { false } })
  }

  /// (keys, the first line and the focused one): lines of a list of 30 on a screen with 7 lines.
  @Test(arguments: [
    ("", 0, 0), ("j j j j", 0, 4), ("j j j j j", 1, 5), ("G", 23, 29), ("G k k k k", 23, 25),
    ("G k k k k k", 22, 24), ("Space", 6, 6 + 2), ("Space b", 0, 2), ("d", 3, 5),
    ("Ctrl-E", 1, 3), ("Ctrl-E Ctrl-Y", 0, 3), ("Wheel-Down", 3, 5), ("4 Ctrl-E", 4, 6),
    ("20 G", 15, 19), ("G Ctrl-Y", 22, 26), ("50 Space", 23, 29),
  ])
  func scrollsOnlyAsFarAsItMust(keys: String, top: Int, focus: Int) {
    var shelf = Shelf(Shelf.many(30), columns: 40, rows: 10)
    shelf.press(keys)
    #expect(shelf.state.list.window.top == top)
    #expect(shelf.state.list.window.focus == focus)
    #expect(shelf.state.linesOnScreen.contains(focus))
  }

  @Test func aClickFocusesAndAnotherOpens() {
    var shelf = Shelf()
    shelf.update(.click(row: 2, column: 30))
    #expect(shelf.focus == "tea")
    #expect(shelf.effects == [])
    shelf.update(.click(row: 2, column: 5))
    #expect(shelf.effects == [.open("tea", comment: nil)])
    for row in [0, 6, 20, 23, -1, 99] { shelf.update(.click(row: row, column: 0)) }
    #expect(shelf.focus == "tea")
    #expect(shelf.effects.count == 1)
  }

  @Test(arguments: [
    ("Enter", Effect.open("bytecode", comment: nil)), ("l", .open("bytecode", comment: nil)),
    ("j Right", .open("tea", comment: nil)), ("U", .fetch("bytecode")),
    ("y", .copy(["https://news.example/item?id=1"])),
    ("j Y", .copy(["https://www.tea.example/t/7"])),
    ("o", .browse("https://news.example/item?id=1")), ("Ctrl-L", .redraw), ("q", .leave),
    ("Q", .exit), ("Ctrl-C", .exit), ("O", .remember(.libraryOrder(.newest))),
    ("p", .peek("bytecode")),
  ])
  func asksFor(keys: String, effect: Effect) {
    var shelf = Shelf()
    shelf.press(keys)
    #expect(shelf.effects == [effect])
  }

  @Test(arguments: [
    ("3 G o", "this discussion has no link"), ("3 G y", "this discussion has no link"),
    ("G o", "not opened (only http, https, mailto and gemini): javascript:alert(1)"),
  ])
  func refuses(keys: String, notice: String) {
    var shelf = Shelf()
    shelf.press(keys)
    #expect(shelf.effects == [])
    #expect(shelf.notice == notice)
  }

  @Test(arguments: [
    "Enter", "A", "X", "D", "u", "p", "U", "y", "o", "Tab", "j", "G", "Space", "d",
    "O", "/ x Enter n", "fu", "? Space q", "3 G", "Ctrl-E", "Wheel-Up",
  ])
  func anEmptyLibraryTakesEveryKey(keys: String) {
    var shelf = Shelf([])
    shelf.press(keys)
    #expect(shelf.focus == nil)
    #expect(shelf.effects.allSatisfy { $0 == .remember(.libraryOrder(.newest)) })
  }

  /// What is read after a discussion, and before it.
  @Test(arguments: [
    ("bytecode", "tea", "tea"), ("tea", "bytecode", "bytecode"), ("roof", "bytecode", "tea"),
    ("noise", "bytecode", "tea"), ("unknown", "bytecode", "tea"),
  ])
  func knowsWhatIsReadNext(id: String, next: String, previous: String) {
    let state = Shelf().state
    #expect(state.unread(after: id, forward: true)?.id == next)
    #expect(state.unread(after: id, forward: false)?.id == previous)
  }

  @Test func whereNothingElseIsUnreadThereAreNoNeighbours() {
    var shelf = Shelf()
    shelf.press("A j A j A")
    #expect(shelf.state.neighbours(of: "folding") == Neighbours())
    shelf.press("u")
    #expect(
      shelf.state.neighbours(of: "folding")
        == Neighbours(next: "The roof, again", previous: "The roof, again"))
    #expect(shelf.state.neighbours(of: "roof") == Neighbours())
  }

  @Test(arguments: [(0, "the list is empty"), (1, "there is only one"), (2, "this is the end")])
  func whereThereIsNoFurtherLineThatIsSaid(count: Int, words: SafeText) {
    var window = ListWindow()
    window.set(count: count, focus: count - 1)
    #expect(window.move(by: 1, 10) == words)
  }
}
