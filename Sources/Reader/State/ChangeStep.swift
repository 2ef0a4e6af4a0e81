import DiscussionModel
import ReadMarks
import TextGrid

/// What one key changes, or what takes it back: marks, stars, mutes and folds as they will be.
struct ChangeStep: Equatable, Sendable {
  /// What was done: "7 comments marked read".
  var name: String
  var marks: [Change] = []
  /// Entries, and whether they will be folded.
  var folds: [Fold] = []

  /// What will be true of one comment.
  struct Change: Equatable, Sendable {
    /// Its position in the thread.
    var position: Int
    var mark: Marks.Mark
    /// What of the mark is changed; the rest stays as it is by then, since the file or another
    /// reader may have changed it.
    var part: Marks.Mark
  }

  struct Fold: Equatable, Sendable {
    var entry: Int
    var isFolded: Bool
  }
}

/// How much of each comment's text has been on the screen in this visit.
///
/// Kept as offsets in the text, so that several pages, small screens and resizing add up.
struct ShownText: Equatable, Sendable {
  /// For a comment's position the ranges shown of one that was not yet shown whole; ascending, apart.
  private var parts: [Int: [Range<Int>]] = [:]
  private var whole: Set<Int> = []

  /// Whether all of a comment's text has been shown.
  func isSeen(_ position: Int) -> Bool { whole.contains(position) }

  /// The same for comments at other positions; those for which there is none are forgotten.
  func moved(_ position: (Int) -> Int?) -> ShownText {
    var result = ShownText()
    result.whole = Set(whole.compactMap(position))
    for (old, ranges) in parts { if let new = position(old) { result.parts[new] = ranges } }
    return result
  }

  /// Adds a range of offsets in a comment's text, which has `length` of them.
  mutating func add(_ range: Range<Int>, of length: Int, at position: Int) {
    guard !whole.contains(position) else { return }
    var merged = range
    var ranges: [Range<Int>] = []
    for part in parts[position] ?? [] {
      if part.upperBound < merged.lowerBound || part.lowerBound > merged.upperBound {
        ranges.append(part)
      } else {
        merged =
          min(part.lowerBound, merged.lowerBound)..<max(part.upperBound, merged.upperBound)
      }
    }
    if merged.lowerBound <= 0, merged.upperBound >= length {
      whole.insert(position)
      parts[position] = nil
    } else {
      ranges.append(merged)
      parts[position] = ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
  }
}
