import TextGrid

/// How far something is, in the last line of a terminal; nothing where there is none.
struct ProgressLine {
  private let what: String
  private let isShown = Output.error.isTerminal
  /// When it was drawn last.
  private var drawn: ContinuousClock.Instant?
  private var width = 0

  /// Cells of the bar.
  private static let length = 40

  /// - Parameter what: what is done, in a word or two.
  init(_ what: String) { self.what = what }

  /// Draws how far it is, at most ten times a second, and not before the first tenth has passed.
  mutating func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let now = ContinuousClock.now
    guard let drawn else {
      self.drawn = now
      return
    }
    guard now - drawn > .milliseconds(100) else { return }
    self.drawn = now
    let share = min(done, total) * 100 / total
    let filled = Self.length * share / 100
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: "-", count: Self.length - filled)
    let line = SafeText("\(what) [\(bar)] \(share) %")
    Output.error.writeOver(line, cells: width)
    width = line.width
  }

  /// Takes it away.
  mutating func clear() {
    if width > 0 { Output.error.writeOver("", cells: width) }
    width = 0
  }
}
