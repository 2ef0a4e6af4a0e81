import TextGrid

/// Where the reader is in a list whose lines are one row each: the focused line, and the lines on the screen.
///
/// Lines are 0-based; heights are rows for lines on the screen.
struct ListWindow: Equatable, Sendable {
  /// The line that keys are about; 0 if there are none.
  private(set) var focus = 0
  /// The first line on the screen.
  private(set) var top = 0
  /// How many lines there are.
  private(set) var count = 0

  /// Takes over how many lines there are by now.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - line: what is focused; nil for the line that is, or the last one if that is gone.
  mutating func set(count: Int, focus line: Int?) {
    self.count = count
    focus = max(0, min(line ?? focus, count - 1))
  }

  /// Lines that stay in sight beyond the focused one.
  private static func margin(_ height: Int) -> Int { min(2, max(0, height - 1) / 2) }

  /// The lines on the screen.
  func lines(onScreenOf height: Int) -> Range<Int> {
    let end = min(count, top + max(1, height))
    return min(top, end)..<end
  }

  /// Scrolls only as far as it must to show the focused line, with some lines around it.
  mutating func showFocus(_ height: Int) {
    let margin = Self.margin(height)
    let height = max(1, height)
    top = max(min(top, focus - margin), focus + margin - height + 1)
    top = max(0, min(top, count - height))
  }

  mutating func goTo(line: Int, _ height: Int) {
    focus = max(0, min(line, count - 1))
    showFocus(height)
  }

  /// Goes back to where the reader was; the list, and the screen, may be others by now.
  mutating func goBack(to spot: (focus: Int, top: Int), _ height: Int) {
    top = spot.top
    goTo(line: spot.focus, height)
  }

  /// Focuses a line that is on the screen.
  mutating func point(at line: Int) { focus = line }

  /// Moves by this many lines; negative is up.
  ///
  /// - Returns: that there is no more, if there is none.
  mutating func move(by lines: Int, _ height: Int) -> SafeText? {
    let before = focus
    goTo(line: focus + lines, height)
    return focus == before ? noLine(lines) : nil
  }

  /// That there is no line further on.
  private func noLine(_ lines: Int) -> SafeText {
    switch count {
    case 0: "the list is empty"
    case 1: "there is only one"
    default: Self.end(lines)
    }
  }

  private static func end(_ lines: Int) -> SafeText {
    lines < 0 ? "this is the beginning" : "this is the end"
  }

  /// Turns by this many lines, the screen along with the focus; at an end the focus alone.
  ///
  /// - Returns: that there is no more, if there is none.
  mutating func turn(by lines: Int, _ height: Int) -> SafeText? {
    if !scroll(to: top + lines, height) { return move(by: lines, height) }
    keepFocusInSight(from: focus + lines, height)
    return nil
  }

  /// Scrolls; the focus stays where it is while it is on the screen.
  ///
  /// - Returns: that there is no more, if there is none.
  mutating func scroll(by lines: Int, _ height: Int) -> SafeText? {
    if !scroll(to: top + lines, height) { return Self.end(lines) }
    keepFocusInSight(from: focus, height)
    return nil
  }

  /// - Returns: whether that is another line than before.
  private mutating func scroll(to line: Int, _ height: Int) -> Bool {
    let before = top
    top = max(0, min(line, count - max(1, height)))
    return top != before
  }

  /// Focuses a line, or the nearest one on the screen with some lines around it.
  private mutating func keepFocusInSight(from line: Int, _ height: Int) {
    let (last, margin) = (top + max(1, height) - 1, Self.margin(height))
    let lowest = last >= count - 1 ? count - 1 : last - margin
    focus = max(0, max(top == 0 ? 0 : top + margin, min(line, lowest)))
  }

  /// To a line by its number, 1-based.
  ///
  /// - Returns: that there is no such line, if there is none.
  mutating func goTo(number: Int, _ height: Int) -> SafeText? {
    guard 1...max(1, count) ~= number else {
      return SafeText("no line \(number): expected 1 to \(count)")
    }
    goTo(line: number - 1, height)
    return nil
  }

  /// Does what an action says, if it is one of those that move in a list.
  ///
  /// - Returns: whether it is, and what there is to say about it.
  mutating func take(_ action: Action, _ height: Int) -> (isTaken: Bool, words: SafeText?) {
    switch action {
    case .next: (true, move(by: 1, height))
    case .previous: (true, move(by: -1, height))
    case .move(let lines): (true, move(by: lines, height))
    case .page(let screens): (true, turn(by: screens * max(1, height - 1), height))
    case .halfPage(let halves): (true, turn(by: halves * max(1, height / 2), height))
    case .scroll(let lines): (true, scroll(by: lines, height))
    case .line(let number): (true, goTo(number: number, height))
    case .first:
      (
        true,
        {
          goTo(line: 0, height); return nil
        }()
      )
    case .last:
      (
        true,
        {
          goTo(line: count - 1, height); return nil
        }()
      )
    default: (false, nil)
    }
  }
}
