import DiscussionModel
import ReadMarks
import TextGrid

/// The third column of a wide screen: what the focused comment answers, in full; for what answers no
/// comment the threads with something new in them, or else with something unread.
enum BesideView {
  /// What is in the column.
  enum Content: Equatable {
    /// A comment.
    case entry(Int)
    /// How each thread goes on: its root and the first new or unread comment in it, with their count.
    case threads([Waiting], areNew: Bool)
  }

  /// What waits in a thread.
  struct Waiting: Equatable {
    var root: Int
    var first: Int
    var count: Int
  }

  /// What helps most with the focused entry, of threads those on the screen.
  ///
  /// - Complexity: O(rows above and on the screen), each O(log *n* + depth).
  static func content(_ state: ReadingState, _ geometry: Geometry) -> Content {
    if let parent = state.page.parent(of: state.focus) { return .entry(parent) }
    let height = geometry.body.count
    let threads = threads(state, upTo: state.besideTop + height)
    // As many are above as leave no row empty.
    let above = min(state.besideTop, max(0, threads.count - height))
    return .threads(Array(threads.dropFirst(above)), areNew: state.marks.newCount > 0)
  }

  /// The first threads with something new in them, or else with something unread.
  private static func threads(_ state: ReadingState, upTo most: Int) -> [Waiting] {
    let (page, marks) = (state.page, state.marks)
    let areNew = marks.newCount > 0
    var threads: [Waiting] = []
    var next = areNew ? marks.firstNew(from: 0) : marks.firstUnread(from: 0)
    while let position = next, threads.count < most {
      let root = page.thread.root(of: position)
      let end = Int(page.thread.subtreeEnds[root])
      let count = areNew ? marks.newCount(in: root..<end) : marks.unreadCount(in: root..<end)
      threads.append(Waiting(root: root, first: position, count: count))
      next = areNew ? marks.firstNew(from: end) : marks.firstUnread(from: end)
    }
    return threads
  }

  /// How far the column is scrolled once it is scrolled by this many rows more.
  static func top(_ state: ReadingState, scrolledBy rows: Int, _ layout: inout Layout) -> Int {
    let height = layout.geometry.body.count
    let wanted = state.besideTop + rows
    let last: Int
    if let parent = state.page.parent(of: state.focus) {
      let text = state.sheet.rows.text(of: parent, isBeside: true, &layout)
      last = text.count - (height - 1)
    } else {
      last = threads(state, upTo: max(0, wanted) + height).count - height
    }
    return max(0, min(wanted, last))
  }

  /// The entry that a click on a row leads to; nil for none.
  static func entry(atRow row: Int, of state: ReadingState, _ geometry: Geometry) -> Int? {
    switch content(state, geometry) {
    case .entry(let entry): return geometry.body.upperBound > row ? entry : nil
    case .threads(let threads, _):
      let index = row - geometry.body.lowerBound
      return threads.indices.contains(index)
        ? threads[index].first + state.page.firstComment : nil
    }
  }

  static func draw(
    _ state: ReadingState, layout: inout Layout, theme: Theme, into frame: inout Frame
  ) {
    let geometry = layout.geometry
    guard let columns = geometry.besideColumns else { return }
    for row in 0..<geometry.body.upperBound {
      frame.write("│", row: row, column: columns.lowerBound - 2, style: theme[.guide])
    }
    var heading: SafeText = "replies to"
    switch content(state, geometry) {
    case .entry(let entry):
      draw(entry, state, in: columns, layout: &layout, theme: theme, into: &frame)
    case .threads(let threads, let areNew):
      if threads.isEmpty { return }
      heading = areNew ? "new, by thread" : "unread, by thread"
      let counts = threads.map { SafeText((areNew ? "+" : "") + String($0.count)) }
      let countColumns = counts.map(\.width).max() ?? 0
      for (index, thread) in threads.enumerated() {
        let row = geometry.body.lowerBound + index
        frame.write(
          counts[index], row: row, column: columns.lowerBound + countColumns - counts[index].width,
          style: theme[areNew ? .new : .foldCount])
        ListView.draw(
          state, thread.root, row: row, column: columns.lowerBound + countColumns + 2,
          limit: columns.upperBound, layout: &layout, theme: theme, into: &frame)
      }
    }
    if let row = geometry.contextRow {
      frame.write(heading, row: row, column: columns.lowerBound, style: theme[.context])
    }
  }

  /// Draws a comment, as much of it as there is room for.
  private static func draw(
    _ entry: Int, _ state: ReadingState, in columns: Range<Int>, layout: inout Layout,
    theme: Theme, into frame: inout Frame
  ) {
    let body = layout.geometry.body
    let header = EntryHeader(entry, in: state, geometry: layout.geometry)
    header.draw(row: body.lowerBound, columns: columns, theme: theme, into: &frame)
    let text = state.sheet.rows.text(of: entry, isBeside: true, &layout)
    let top = min(state.besideTop, max(0, text.count - (body.count - 1)))
    for (row, index) in zip(body.dropFirst(), top..<text.count) {
      let line = text[index]
      EntryView.draw(
        line, column: columns.lowerBound, row: row, sideways: 0, limit: columns.upperBound,
        matches: [], theme: theme, into: &frame)
    }
    if text.count - top >= body.count, let last = body.last {
      frame.clear(row: last, columns: columns)
      frame.write(
        "… p shows the rest", row: last, column: columns.lowerBound, style: theme[.detail])
    }
  }
}
