import DiscussionModel
import TextGrid

/// How far wide lines are scrolled.
public struct Sideways: Equatable, Sendable {
  /// The entry whose lines are.
  public var entry: Int
  /// By how many cells; never negative.
  public var cells: Int
}

/// Lines of code and of tables, which are not wrapped unless asked.
extension ReadingState {
  /// How far an entry's wide lines are scrolled, in cells.
  func sidewaysCells(of entry: Int) -> Int { sideways.entry == entry ? sideways.cells : 0 }

  /// Scrolls the focused entry's wide lines by so many half widths; negative is back.
  mutating func scrollSideways(_ halves: Int, _ layout: inout Layout) {
    let room = layout.geometry.textWidth(depth: page.depth(of: focus))
    let widest = widestLine(&layout)
    guard widest > room, !isShort(focus) else {
      shell.say("no line here is wider than the screen")
      return
    }
    let cells = sidewaysCells(of: focus) + halves * max(1, room / 2)
    sideways = Sideways(entry: focus, cells: max(0, min(cells, widest - room)))
  }

  /// Wraps the focused entry's wide lines, or no longer.
  mutating func toggleWrapping(_ layout: inout Layout) {
    let isWrapped = opened[focus]?.contains(.wide) == true
    guard isWrapped || widestLine(&layout) > 0, !isShort(focus) else {
      shell.say("no code or table here")
      return
    }
    let row = rowOfFocus(&layout)
    toggle(.wide, row, &layout)
  }

  /// The cells of the focused entry's widest line that is not wrapped, margin and all; 0 for none.
  private func widestLine(_ layout: inout Layout) -> Int {
    text(of: focus, &layout).compactMap { row in
      row.unwrappedWidth.map { width in row.margin.reduce(width) { $0 + $1.text.width } }
    }.max() ?? 0
  }
}
