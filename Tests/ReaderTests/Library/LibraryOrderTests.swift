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
    #expect(shelf.notice == "new first")
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
    ("fn Esc", "", ["bytecode", "tea", "roof", "folding", "noise"], "listing all again"),
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

  /// What is read, comes or goes while the program runs moves no other line, in any order and filter.
  @Test(arguments: [("", 5), ("O", 5), ("O O", 5), ("O O O", 5), ("fu", 3)])
  func whatIsReadStaysInItsRow(keys: String, count: Int) {
    var shelf = Shelf()
    shelf.press(keys)
    let before = shelf.listed
    #expect(before.count == count)
    var entries = Shelf.entries.shuffled()
    for index in entries.indices {
      entries[index].unread = entries[index].unread == 0 ? 5 : 0
      entries[index].comments += 1000 - 100 * index
      entries[index].arrived += Int64(index) * 1_000_000
    }
    shelf.update(.entries(entries))
    #expect(shelf.listed == before)
    let new = LibraryEntry(id: "new", title: "A", source: "", comments: 9_999, unread: 9)
    shelf.update(.entries(entries + [new]))
    #expect(shelf.listed.filter { $0 != "new" } == before)
    #expect(shelf.listed.contains("new"))
    shelf.update(.entries(entries.filter { $0.id != "tea" }))
    #expect(shelf.listed == before.filter { $0 != "tea" })
  }

  /// It is sorted again when that is asked for.
  @Test func oSortsByWhatIsKnownByNow() {
    var shelf = Shelf()
    var entries = Shelf.entries
    for index in entries.indices { (entries[index].unread, entries[index].new) = (0, 0) }
    if let roof = entries.firstIndex(where: { $0.id == "roof" }) { entries[roof].unread = 5 }
    shelf.update(.entries(entries))
    #expect(shelf.listed == ["bytecode", "tea", "roof", "folding", "noise"])
    shelf.press("O O O O")
    #expect(shelf.listed == ["roof", "bytecode", "tea", "folding", "noise"])
  }
}
