import DiscussionModel
import ReadMarks
import TextGrid

/// What is new in a page, for somebody who comes back: a line for each thread with new comments, or for
/// each of the comments if they are few.
struct NewComments: Equatable, Sendable {
  let lines: [Line]
  /// How many there are, in how many threads, and since when.
  let headline: SafeText
  /// 0-based.
  private(set) var selected = 0

  /// Comments by their positions in the thread.
  struct Line: Equatable, Sendable {
    /// The top-level comment of the thread.
    var root: Int
    /// The first of the new comments.
    var first: Int
    var count: Int
  }

  /// This many new comments at most have a line each.
  private static let few = 10

  /// - Complexity: O(*n*).
  init(_ marks: Marks, of page: Page, since: SafeText?) {
    let threads = marks.newByThread(of: page)
    headline = marks.newsWords(threads: threads.count, since: since)
    guard marks.newCount <= Self.few else {
      lines = threads
      return
    }
    let positions = (0..<marks.newCount).compactMap { marks.new(ofRank: $0) }
    lines = positions.map { Line(root: page.thread.root(of: $0), first: $0, count: 1) }
  }

  /// Selects a line this many further.
  mutating func move(by lines: Int) {
    selected = max(0, min(selected + lines, self.lines.count - 1))
  }
}

extension Marks {
  /// The threads with new comments: each is climbed once, from its first new comment.
  func newByThread(of page: Page) -> [NewComments.Line] {
    var lines: [NewComments.Line] = []
    var next = firstNew(from: 0)
    while let first = next {
      let root = page.thread.root(of: first)
      let end = Int(page.thread.subtreeEnds[root])
      lines.append(NewComments.Line(root: root, first: first, count: newCount(in: root..<end)))
      next = firstNew(from: end)
    }
    return lines
  }

  /// What is new and edited, in words: `40 new in 12 threads since Tue 21:10 · 3 edited`.
  fileprivate func newsWords(threads: Int, since: SafeText?) -> SafeText {
    var words: SafeText = ""
    if newCount > 0 {
      words = SafeText("\(newCount) new in \(counted(threads, "thread"))")
      if let since { words += " since " + since }
    }
    let edited = editedCount
    if edited > 0 { words += SafeText((words.isEmpty ? "" : " · ") + "\(edited) edited") }
    return words
  }

  /// What is new, and the keys that lead to it, for somebody who opens a page; nil if nothing is.
  ///
  /// - Parameters:
  ///   - page: the page that they are of.
  ///   - since: when the last visit ended; nil if that is not known.
  ///   - calls: how commands are named.
  ///   - room: cells for it.
  /// - Returns: for the status line.
  /// - Complexity: O(*n*).
  func news(
    of page: Page, since: SafeText?, _ calls: CommandCalls, room: Int
  ) -> SafeText? {
    var words = newsWords(threads: newByThread(of: page).count, since: since)
    if words.isEmpty { return nil }
    let ways: [(id: String, meaning: SafeText)] =
      newCount > 0
      ? [("next-new", "next"), ("filter-new", "only new"), ("fold-to-new", "fold to new")]
      : [("next-unread", "next unread")]
    let keys = ways.map { calls.callAndMeaning($0.id, $0.meaning) }
    if calls.areTyped {
      for (index, key) in keys.enumerated() {
        words += (index == 0 ? "; type " : index + 1 < keys.count ? ", " : " or ") + key
      }
      return words
    }
    // A key without all of what it does would help nobody.
    let separator: SafeText = " · "
    for key in keys where words.width + separator.width + key.width <= room {
      words += separator + key
    }
    return words
  }
}
