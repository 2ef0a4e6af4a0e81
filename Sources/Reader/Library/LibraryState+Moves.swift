import DiscussionModel
import TextGrid

/// Moving over the list.
extension LibraryState {
  /// The rows of the screen for lines; a peek takes the lower part of the body.
  var listRows: Range<Int> {
    let body = geometry.body
    guard peek != nil else { return body }
    return body.lowerBound..<LibraryPeek.rows(in: body).lowerBound
  }

  /// The lines on the screen.
  var linesOnScreen: Range<Int> {
    let end = min(lineCount, top + max(1, listRows.count))
    return min(top, end)..<end
  }

  /// Lines that stay in sight beyond the focused one.
  private static let contextLines = 2

  private var margin: Int { min(Self.contextLines, max(0, listRows.count - 1) / 2) }

  /// Scrolls only as far as it must to show the focused line, with some lines around it.
  mutating func showFocus() {
    let height = max(1, listRows.count)
    let lowest = min(top, focus - margin)
    top = max(lowest, focus + margin - height + 1)
    top = max(0, min(top, lineCount - height))
  }

  mutating func move(by lines: Int) {
    let target = max(0, min(focus + lines, lineCount - 1))
    if target == focus { shell.say(lines < 0 ? "this is the beginning" : "this is the end") }
    focus = target
    showFocus()
  }

  /// By so many lines, the screen along with the focus; where there is no more, the focus alone.
  mutating func turn(by lines: Int) {
    let old = top
    scroll(to: top + lines)
    if top == old {
      move(by: lines)
    } else {
      keepFocusInSight(from: focus + lines)
    }
  }

  /// Scrolls; the focus stays where it is while it is on the screen.
  mutating func scroll(by lines: Int) {
    let old = top
    scroll(to: top + lines)
    if top == old {
      shell.say(lines < 0 ? "this is the beginning" : "this is the end")
    } else {
      keepFocusInSight(from: focus)
    }
  }

  private mutating func scroll(to line: Int) {
    top = max(0, min(line, lineCount - max(1, listRows.count)))
  }

  /// Focuses a line, or the nearest one on the screen with some lines around it.
  private mutating func keepFocusInSight(from line: Int) {
    let last = top + max(1, listRows.count) - 1
    let lowest = last >= lineCount - 1 ? lineCount - 1 : last - margin
    focus = max(0, max(top == 0 ? 0 : top + margin, min(line, lowest)))
  }

  mutating func goTo(line: Int) {
    focus = max(0, min(line, lineCount - 1))
    showFocus()
  }

  /// To a line by its number, 1-based.
  mutating func goTo(number: Int) {
    if 1...max(1, lineCount) ~= number {
      goTo(line: number - 1)
    } else {
      shell.say(SafeText("no line \(number): expected 1 to \(lineCount)"))
    }
  }

  /// To the next or previous discussion with news, around the ends; where none has, with something
  /// unread.
  mutating func goToNews(forward: Bool) {
    if let line = line(after: focus, forward: forward, where: \.hasNews) {
      goTo(line: line)
      let rank = listing.lines[...line].count { entries[$0].hasNews }
      shell.say(SafeText("\(rank) of \(left.withNews) with news"))
    } else if focused?.hasNews == true {
      shell.say("nothing else has news")
    } else if let line = line(after: focus, forward: forward, where: \.isUnread) {
      goTo(line: line)
      shell.say("no news · this is unread")
    } else {
      shell.say(focused?.isUnread == true ? "nothing else is unread" : "All read")
    }
  }

  /// The next or previous line after another of some kind, around the ends, without that one itself.
  ///
  /// - Parameters:
  ///   - line: a line, or one before the first or after the last.
  ///   - forward: the direction.
  ///   - isWanted: whether a discussion is of the kind.
  /// - Returns: nil where there is none.
  /// - Complexity: O(*n*).
  func line(
    after line: Int, forward: Bool, where isWanted: (LibraryEntry) -> Bool
  ) -> Int? {
    let before = (0..<max(0, min(line, lineCount)))
    let after = (min(line + 1, lineCount)..<lineCount)
    func isWantedLine(_ line: Int) -> Bool { isWanted(entries[listing.lines[line]]) }
    if forward { return after.first(where: isWantedLine) ?? before.first(where: isWantedLine) }
    return before.last(where: isWantedLine) ?? after.last(where: isWantedLine)
  }

  /// The discussion that is read after another, or before it: the next one with news, or else with
  /// something unread, around the ends.
  ///
  /// - Parameters:
  ///   - id: the other one's.
  ///   - forward: the direction.
  /// - Returns: never the other one; nil where there is none.
  /// - Complexity: O(*n*).
  public func unread(after id: String, forward: Bool) -> LibraryEntry? {
    let line = line(of: id) ?? (forward ? -1 : lineCount)
    let found =
      self.line(after: line, forward: forward, where: \.hasNews)
      ?? self.line(after: line, forward: forward, where: \.isUnread)
    return found.flatMap { entry(at: $0) }
  }

  /// What ``ReadingState/neighbours`` says of a discussion that is opened from here.
  public func neighbours(of id: String) -> Neighbours {
    Neighbours(
      next: unread(after: id, forward: true)?.shownTitle,
      previous: unread(after: id, forward: false)?.shownTitle)
  }

  /// To the line that was clicked on; opens what is focused already.
  mutating func click(row: Int) -> [Effect] {
    shell.forgetKeys()
    if shell.over != nil { return [] }
    let line = top + row - listRows.lowerBound
    guard listRows.contains(row), linesOnScreen.contains(line) else { return [] }
    if line == focus { return update(.open) }
    focus = line
    return []
  }
}
