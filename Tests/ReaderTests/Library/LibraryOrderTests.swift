import TextGrid
import Testing

@testable import Reader

/// Orders and filters: (keys, what is then listed).
@Suite struct LibraryOrderTests {
  @Test(arguments: [
    (LibraryOrder.news, ["bytecode", "tea", "roof", "folding", "noise"]),
    (.newest, ["bytecode", "tea", "roof", "folding", "noise"]),
    (.title, ["roof", "folding", "bytecode", "tea", "noise"]),
    (.size, ["bytecode", "folding", "roof", "tea", "noise"]),
  ])
  func sorts(order: LibraryOrder, ids: [String]) {
    var shelf = Shelf()
    for _ in 0..<order.rawValue { shelf.press("O") }
    #expect(shelf.listed == ids)
    #expect(shelf.focus == "bytecode")
    #expect(LibraryOrder(rawValue: order.rawValue) == order)
  }

  @Test func oGoesThroughTheOrders() {
    var shelf = Shelf()
    shelf.press("G O O O O")
    #expect(
      shelf.effects
        == [.newest, .title, .size, .news].map { Effect.remember(.libraryOrder($0)) })
    #expect(shelf.focus == "noise")
    #expect(shelf.notice == "news first")
  }

  /// Of equal ones the first comes first.
  @Test func equalOnesKeepTheirOrder() {
    let entries = (0..<50).map {
      LibraryEntry(id: "\($0)", title: "Same", source: "", comments: 1, unread: 1, visited: 1)
    }
    for order in LibraryOrder.allCases {
      #expect(order.indices(of: entries) == Array(0..<50))
    }
  }

  @Test(arguments: [
    ("fu", "", ["bytecode", "tea", "roof"], "3 of 5 · ff lists all"),
    ("fn", "", ["bytecode"], "1 of 5 · ff lists all"),
    (
      "f/", "VILLAGE", ["bytecode", "tea", "roof", "folding", "noise"],
      "no title or source has VILLAGE"
    ),
    ("f/", "village", ["roof", "noise"], "2 of 5 · ff lists all"),
    ("f/", "/th[er]/", ["tea", "roof", "folding"], "3 of 5 · ff lists all"),
    ("f/", "tea.example", ["tea"], "1 of 5 · ff lists all"),
    ("f/", "茶", ["tea"], "1 of 5 · ff lists all"),
    ("f/", "", ["bytecode", "tea", "roof", "folding", "noise"], "no filter is on"),
    ("fu ff", "", ["bytecode", "tea", "roof", "folding", "noise"], "filter off"),
    ("fn Esc", "", ["bytecode", "tea", "roof", "folding", "noise"], "all are listed again"),
    ("fn A fu", "", ["tea", "roof"], "2 of 5 · ff lists all"),
    ("ff", "", ["bytecode", "tea", "roof", "folding", "noise"], "no filter is on"),
  ])
  func filters(keys: String, line: String, ids: [String], notice: String) {
    var shelf = Shelf()
    shelf.press(keys, typing: line, then: keys == "f/" ? "Enter" : "")
    #expect(shelf.listed == ids)
    #expect(shelf.notice == notice)
  }

  @Test func aLineThatIsNoFilterIsThereToBeMended() {
    var shelf = Shelf()
    shelf.press("f/", typing: "/(/", then: "Enter")
    #expect(shelf.notice == "not a regular expression: missing closing parenthesis at character 1")
    #expect(shelf.state.shell.isTyping)
    shelf.press("Ctrl-U", typing: "roof", then: "Enter")
    #expect(shelf.listed == ["roof"])
  }

  /// What is read while it is filtered stays listed until it is filtered again.
  @Test func whatIsListedStays() {
    var shelf = Shelf()
    shelf.press("fu A j A")
    #expect(shelf.listed == ["bytecode", "tea", "roof"])
    shelf.press("fu")
    #expect(shelf.listed == ["roof"])
    shelf.update(.entries([]))
    #expect(shelf.screen.contains("Nothing"))
  }
}
