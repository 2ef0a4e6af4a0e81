import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Moving over rows, whatever is in them: the body of the screen has 8 rows, each comment 2 and a
/// blank one.
@Suite struct ViewportTests {
  private static let page = Page(.outline("a\n  b\n    c\n  d\ne\n  f\ng"))

  /// A viewport on a page with some entries folded, and a layout for it.
  private struct Screen {
    var viewport = Viewport()
    var layout = Layout(size: GridSize(columns: 40, rows: 11))
    let rows: PageRows

    init(folded: [Int]) {
      var outline = Outline(page)
      for entry in folded { outline.set(true, entry) }
      rows = PageRows(page, outline)
    }

    /// The focused entry, and the first row of the screen.
    var place: [Int] { [viewport.focus, viewport.top.entry, viewport.top.row] }
  }

  enum Move: Sendable {
    case entries(Int), screens(Int), rows(Int), last, put(Action.Height)
  }

  @Test(arguments: [
    ([Move.entries(1)], [], [1, 0, 0], true),
    ([.entries(-1)], [], [0, 0, 0], false),
    ([.entries(3)], [], [3, 1, 2], true),
    // A fold is one row, and what it hides is gone over.
    ([.entries(2)], [1], [5, 0, 2], true),
    ([.entries(2), .entries(-1)], [1], [1, 0, 2], true),
    // Far away it begins the screen.
    ([.entries(9)], [], [7, 6, 1], true),
    ([.entries(9), .entries(1)], [], [7, 6, 1], false),
    ([.screens(1)], [], [2, 2, 0], true),
    ([.screens(1), .screens(-1)], [], [2, 0, 0], true),
    ([.rows(4)], [], [1, 1, 0], true),
    ([.rows(-1)], [], [0, 0, 0], false),
    ([.last], [5], [7, 3, 2], true),
    ([.entries(3), .put(.top)], [], [3, 3, 0], true),
    ([.entries(3), .put(.middle)], [], [3, 2, 0], true),
  ])
  func moves(_ moves: [Move], folded: [Int], place: [Int], hasMoved: Bool) {
    var screen = Screen(folded: folded)
    var last = true
    for move in moves {
      switch move {
      case .entries(let count):
        last = screen.viewport.move(by: count, screen.rows, &screen.layout)
      case .screens(let count):
        last = screen.viewport.turn(count, screen.rows, &screen.layout)
      case .rows(let count):
        last = screen.viewport.scroll(by: count, screen.rows, &screen.layout)
      case .last:
        let entry = screen.rows.outline.last(in: Self.page)
        screen.viewport.jump(to: entry, screen.rows, &screen.layout)
      case .put(let height): screen.viewport.put(height, screen.rows, &screen.layout)
      }
    }
    #expect(screen.place == place)
    #expect(last == hasMoved)
  }

  @Test func jumpsAreTakenBack() {
    var screen = Screen(folded: [])
    let start = screen.viewport.spot
    screen.viewport.go(to: 6, screen.rows, &screen.layout)
    screen.viewport.leave(start)
    let spot = screen.viewport.takeJump(forward: false)
    #expect(spot == start)
    if let spot { screen.viewport.goBack(to: spot, screen.rows, &screen.layout) }
    #expect(screen.place == [0, 0, 0])
    #expect(screen.viewport.takeJump(forward: true)?.entry == 6)
    #expect(screen.viewport.takeJump(forward: true) == nil)
  }

  /// Whatever the size, the entry at the top stays there.
  @Test func fittingKeepsThePlace() {
    var screen = Screen(folded: [])
    screen.viewport.begin(with: 4)
    for size in [(80, 24), (20, 6), (130, 40), (40, 11)] {
      let size = GridSize(columns: size.0, rows: size.1)
      screen.viewport.fit(size, screen.rows, &screen.layout)
      #expect(screen.place == [4, 4, 0])
    }
  }
}
