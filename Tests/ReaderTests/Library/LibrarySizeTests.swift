import SeededNumbers
import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// The library on screens of every size, in ASCII, and with random keys.
@Suite struct LibrarySizeTests {
  @Test(arguments: [
    "", "G", "j p", "G D D D D D", "?", "? G", ":", "/ t h e", "f/ a", "g/ x", "f", "g", "17",
    "O O", "fu", "3 G p Space",
  ])
  func isWholeAtEverySize(keys: String) {
    var shelf = Shelf()
    shelf.state.offer(themes: ["dark"])
    shelf.press(keys)
    shelf.update(.peeked(id: "tea", Shelf.page))
    shelf.update(.peeked(id: "roof", Shelf.page))
    for size in GridSize.ofEveryKind {
      shelf.update(.resize(size))
      let frame = LibraryView.frame(shelf.state, theme: .plain)
      #expect(frame.size == size)
      #expect(frame.isWhole, "\(keys) at \(size)")
    }
  }

  /// Each state has words or a sign of its own, in Unicode and in ASCII.
  @Test(
    arguments: [
      ("", "j", "focused or not"), ("", "A", "news or done"), ("j", "j A", "never opened or done"),
      ("", "X u fu", "all or only unread"), ("", "O", "order"), ("", "D", "listed or removed"),
      ("", "p", "a peek or none"), ("", "/ t h e Enter", "searched or not"),
    ], [false, true])
  func statesAreTold(_ states: (one: String, other: String, name: String), inASCII: Bool) {
    func screen(_ keys: String) -> String {
      var shelf = Shelf(columns: 80, rows: 16)
      shelf.press(keys)
      shelf.update(.say(""))
      let frame = LibraryView.frame(shelf.state, theme: .plain)
      return (inASCII ? frame.inASCII(keepsText: true) : frame).description
    }
    #expect(screen(states.one) != screen(states.other), "\(states.name)")
  }

  @Test(arguments: [
    "", "p", "?", "? G", ":", "/ x", "f/ a", "g/ x", "f", "g", "17", "D", "X", "A",
    "D D", "fu", "U",
  ])
  func inASCIIAllSignsAreASCII(keys: String) {
    for (columns, rows) in [(20, 10), (40, 12), (80, 24), (130, 40)] {
      var shelf = Shelf(
        Shelf.entries.filter { $0.id != "tea" && $0.id != "noise" }, columns: columns, rows: rows)
      shelf.press(keys)
      let plain = Page(.outline("a: one\n  b ann: two"))
      shelf.update(.peeked(id: "bytecode", plain))
      let frame = LibraryView.frame(shelf.state, theme: .plain)
      #expect(Set(frame.inASCII(keepsText: true).description.filter { !$0.isASCII }) == [])
    }
  }

  /// Random keys: the focus is listed and on the screen, and the screen is whole.
  @Test(arguments: 1...12)
  func invariantsHold(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let commands = Command.all.filter {
      [.library, .libraryPeek, .prompt, .text].contains($0.context)
    }
    for _ in 0..<6 {
      let size = GridSize.random(using: &generator)
      var shelf = Shelf(
        Shelf.entries + Shelf.many(Int.random(in: 0...40, using: &generator)),
        columns: size.columns, rows: size.rows)
      for _ in 0..<80 {
        let context = shelf.state.context
        let wanted = commands.filter { $0.context == context }
        let keys = wanted.randomElement(using: &generator)?.keys.first ?? ["x"]
        for key in keys { _ = shelf.state.press(key) }
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: shelf.update(.resize(.random(using: &generator)))
        case 1: shelf.update(.peeked(id: shelf.focus ?? "", Shelf.page))
        case 3: shelf.update(.entries(Shelf.entries.shuffled(using: &generator)))
        case 4: shelf.type("e")
        default: break
        }
        let state = shelf.state
        #expect(
          state.list.count == 0
            ? state.list.window.focus == 0 : state.list.window.focus < state.list.count)
        if state.list.count > 0, !state.geometry.body.isEmpty {
          #expect(state.linesOnScreen.contains(state.list.window.focus), "\(keys)")
        }
        #expect(LibraryView.frame(state, theme: .plain).isWhole, "\(keys)")
      }
    }
  }

  /// What a line says does not depend on how many there are, nor does the work for a key.
  @Test func tenThousandAreListed() {
    var shelf = Shelf(Shelf.many(10_000), columns: 80, rows: 24)
    shelf.press("Tab G k 5000 G")
    #expect(shelf.state.list.window.focus == 4_999)
    #expect(shelf.status.hasPrefix("5000 of 10000 · 4287 unread, 1429 new"))
    shelf.press("/", typing: "Discussion 99", then: "Enter n")
    #expect(shelf.status.contains("/111 "))
  }
}

extension GridSize {
  /// All small screens, and some of every other shape.
  static let ofEveryKind: [GridSize] =
    [1, 2, 3, 5, 8, 10].flatMap { rows in (1...30).map { GridSize(columns: $0, rows: rows) } }
    + [(40, 10), (64, 3), (80, 24), (119, 10), (121, 3), (300, 1), (2, 80)].map {
      GridSize(columns: $0, rows: $1)
    }
}
