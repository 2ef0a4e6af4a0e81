import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Random keys on random trees: what must hold after each of them.
@Suite struct InvariantTests {
  private static let keys = [
    "j", "k", "Space", "stood", "b", "PgDn", "gg", "G", "h", "l", "J", "K", ">", "<", "Enter", "zM",
    "zR", "Tab", "Shift-Tab", "r", "u", "zv", "z", "?", "Esc", "j", "Space", "stood",
  ]

  private func discussion(_ generator: inout Seeded) -> Discussion {
    var result = Discussion(id: "random", title: "中文 and é")
    result.body = "Some words.\n\n**** **** ***\n\nMore words."
    result.maskCharacter = "*"
    if Bool.random(using: &generator) { result.notice = "A notice." }
    let count = Int.random(in: 0...30, using: &generator)
    for index in 0..<count {
      let parent =
        index > 0 && Int.random(in: 0..<4, using: &generator) > 0
        ? "\(Int.random(in: 0..<index, using: &generator))" : nil
      let words = Int.random(in: 0...60, using: &generator)
      var comment = Comment(id: "\(index)", parent: parent, author: index % 3 == 0 ? "ann" : nil)
      comment.body = RawText(String(repeating: "word 中 ", count: words))
      if Int.random(in: 0..<10, using: &generator) == 0 { comment.state = .deleted }
      result.comments.append(comment)
    }
    return result
  }

  @Test(arguments: 1...8)
  func hold(seed: UInt64) {
    var generator = Seeded(seed)
    for _ in 0..<12 {
      let columns = Int.random(in: 1...90, using: &generator)
      let rows = Int.random(in: 1...30, using: &generator)
      var reading = Reading(discussion(&generator), columns: columns, rows: rows)
      for _ in 0..<40 {
        if Int.random(in: 0..<12, using: &generator) == 0 {
          reading.resize(
            columns: Int.random(in: 1...90, using: &generator),
            rows: Int.random(in: 1...30, using: &generator))
        }
        let key = Self.keys.randomElement(using: &generator) ?? "j"
        reading.press(key)
        check(&reading, after: key)
      }
    }
  }

  private func check(_ reading: inout Reading, after key: String) {
    let state = reading.state
    let page = state.page
    #expect(state.folds.visible(state.focus, in: page) == state.focus, "\(key): hidden focus")
    #expect(state.folds.visible(state.top.entry, in: page) == state.top.entry, "\(key): hidden top")
    let unread = (0..<page.thread.count).count { state.marks.isUnread($0) }
    #expect(state.marks.unreadCount == unread)
    let positions = state.positionsOnScreen(&reading.layout)
    if !reading.layout.geometry.body.isEmpty {
      #expect(positions.contains { $0.entry == state.focus }, "\(key): focus off the screen")
    }
    #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 })
    let frame = ScreenView.frame(state, layout: &reading.layout, theme: .plain)
    for row in 0..<frame.size.rows {
      #expect(frame.row(row).reduce(0) { $0 + Int($1.width) } == frame.size.columns)
    }
  }

  @Test(arguments: 1...4)
  func undoTakesEverythingBack(seed: UInt64) {
    var generator = Seeded(seed &* 31)
    for _ in 0..<10 {
      var reading = Reading(discussion(&generator), rows: 20)
      let before = reading.unread
      for _ in 0..<40 { reading.press(Self.keys.randomElement(using: &generator) ?? "j") }
      reading.press("Esc Esc")
      while reading.notice != "nothing to undo" { reading.press("u") }
      #expect(reading.unread == before)
    }
  }
}
