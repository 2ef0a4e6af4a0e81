import ReadMarks
import SeededNumbers
import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Random commands on random trees: what must hold after each of them.
@Suite struct InvariantTests {
  @Test(arguments: 1...16)
  func hold(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<11 {
      let size = GridSize.random(using: &generator)
      var reading = Reading(
        .random(using: &generator), columns: size.columns, rows: size.rows, now: 2_000_000,
        themes: ["dark", "light"])
      for _ in 0..<60 {
        let what = reading.doSomething(using: &generator)
        check(&reading, after: what)
      }
    }
  }

  private func check(_ reading: inout Reading, after what: String) {
    let state = reading.state
    let page = state.page
    #expect(state.outline.visible(state.focus, in: page) == state.focus, "\(what): hidden focus")
    let top = state.viewport.top.entry
    #expect(state.outline.visible(top, in: page) == top, "\(what): hidden top")
    let unread = (0..<page.thread.count).count { state.marks.isUnread($0) }
    #expect(state.marks.unreadCount == unread)
    let positions = state.sheet.rows.positions(from: state.viewport.top, &reading.layout)
    if !reading.layout.geometry.body.isEmpty {
      #expect(positions.contains { $0.entry == state.focus }, "\(what): focus off the screen")
    }
    #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 })
    let frame = ScreenView.frame(state, layout: &reading.layout, theme: .plain)
    #expect(frame.size == state.shell.size)
    for row in 0..<frame.size.rows {
      #expect(frame.row(row).reduce(0) { $0 + Int($1.width) } == frame.size.columns, "\(what)")
    }
  }

  /// Whatever was done, undoing it all leaves the marks, stars and mutes of the beginning.
  @Test(arguments: 1...8)
  func undoTakesEverythingBack(seed: UInt64) {
    var generator = SplitMix64(seed: seed &* 31)
    for _ in 0..<5 {
      var reading = Reading(.random(using: &generator), columns: 60, rows: 20)
      let flags: [Marks.Mark] = [.read, .starred, .muted]
      func kept(_ reading: Reading) -> [[Int]] {
        flags.map { reading.state.marks.positions(with: $0) }
      }
      let before = kept(reading)
      for _ in 0..<40 { _ = reading.doSomething(using: &generator) }
      for _ in 0..<4 { reading.press("Esc Esc") }
      var presses = 0
      while reading.notice != "nothing to undo", presses < 500 {
        reading.press("u")
        presses += 1
      }
      #expect(kept(reading) == before)
    }
  }

  /// Going down and up over what is on show visits the same, whatever is folded or left out.
  @Test(arguments: 1...8)
  func nextAndPreviousAreInverse(seed: UInt64) {
    var generator = SplitMix64(seed: seed &* 77)
    for _ in 0..<20 {
      let page = Page(.random(using: &generator))
      var folds = Outline(page)
      let chosen = (0..<page.count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
      if !chosen.isEmpty, Bool.random(using: &generator) {
        folds.narrow(to: chosen, .conversation(chosen[0]), in: page)
      }
      for entry in 0..<page.count where Int.random(in: 0..<4, using: &generator) == 0 {
        folds.set(true, entry)
      }
      var down: [Int] = []
      var entry = folds.first(from: 0, in: page)
      while let at = entry {
        #expect(folds.visible(at, in: page) == at && !folds.isLeftOut(at))
        down.append(at)
        entry = folds.next(after: at, in: page)
      }
      #expect(folds.last(in: page) == down.last)
      var up: [Int] = []
      entry = folds.last(in: page)
      while let at = entry {
        up.append(at)
        entry = folds.previous(before: at, in: page)
      }
      #expect(up == down.reversed())
    }
  }
}
