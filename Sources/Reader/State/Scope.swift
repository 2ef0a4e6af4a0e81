import DiscussionModel
import TextGrid

/// Why only a part of the page is on show.
enum Narrowing: Equatable, Sendable {
  /// Comments that a filter asks for; it is kept as it was typed. Some may have been too costly to
  /// search.
  case filter(String, matches: Int, costly: Int)
  /// What was not read when the reader last moved, and the focused entry.
  case unread
  /// What is above an entry, and the replies below it.
  case conversation(Int)

  /// The filter's line, as it was typed; nil for a conversation.
  var line: String? {
    switch self {
    case .filter(let line, _, _): line
    case .unread: "hide read"
    case .conversation: nil
    }
  }

  /// For the status line.
  var words: SafeText {
    switch self {
    case .filter(let line, let matches, let costly):
      SafeText("\(counted(matches, "match", "matches")) of \(line)")
        + costlyNote(costly, "comment")
    case .unread: "read hidden"
    case .conversation: "conversation"
    }
  }
}

/// A part of the page that is on show while the rest is left out: a filter's matches, a conversation.
///
/// With each entry all those above it are in it too, so that a scope is a tree as the page is.
struct Scope: Equatable, Sendable {
  /// What is in it, ascending.
  let entries: [Int32]
  /// What is in it only for the sake of what is below, and shows one dim row; ascending.
  let ancestors: [Int32]

  /// - Parameters:
  ///   - chosen: what is shown in full, ascending; the entries above come along in one row each.
  ///   - page: what they are entries of.
  /// - Complexity: O(*n*).
  init(_ chosen: [Int], in page: Page) {
    var isIn = [Bool](repeating: false, count: page.count)
    var isChosen = isIn
    for entry in chosen { isChosen[entry] = true }
    for entry in chosen {
      var above: Int? = entry
      while let ancestor = above, !isIn[ancestor] {
        isIn[ancestor] = true
        above = page.parent(of: ancestor)
      }
    }
    var entries: [Int32] = []
    var ancestors: [Int32] = []
    for entry in 0..<page.count where isIn[entry] {
      entries.append(Int32(entry))
      if !isChosen[entry] { ancestors.append(Int32(entry)) }
    }
    self.entries = entries
    self.ancestors = ancestors
  }

  /// Whether an entry is in it.
  ///
  /// - Complexity: O(log *n*).
  func contains(_ entry: Int) -> Bool { Self.contains(entries, entry) }

  /// Whether an entry shows one dim row.
  ///
  /// - Complexity: O(log *n*).
  func isAncestor(_ entry: Int) -> Bool { Self.contains(ancestors, entry) }

  /// The first entry in it that is not before `entry`; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  func first(from entry: Int) -> Int? {
    let index = Self.firstIndex(entries, from: entry)
    return index < entries.count ? Int(entries[index]) : nil
  }

  /// The last entry in it before `entry`; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  func last(before entry: Int) -> Int? {
    let index = Self.firstIndex(entries, from: entry)
    return index > 0 ? Int(entries[index - 1]) : nil
  }

  private static func contains(_ entries: [Int32], _ entry: Int) -> Bool {
    let index = firstIndex(entries, from: entry)
    return index < entries.count && entries[index] == entry
  }

  /// The index of the first of ascending entries that is not before `entry`.
  private static func firstIndex(_ entries: [Int32], from entry: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
