public import TextGrid

/// A pattern that is looked for in all texts, a few comments at a time.
public struct Search: Equatable, Sendable {
  public let pattern: Pattern
  /// Where it began: there the reader returns when it is broken off.
  let origin: Jumps.Spot
  let originFolds: Folds
  /// Matches that were found, by their entries.
  private(set) var matches: FenwickTree
  /// How many entries were looked at, from the origin on and around the end.
  private var lookedAt = 0
  private let count: Int
  /// The match that was gone to last: the entry, and which of its matches, 0-based; nil before that.
  var current: (entry: Int, index: Int)?

  init(_ pattern: Pattern, from origin: Jumps.Spot, folds: Folds, count: Int) {
    self.pattern = pattern
    self.origin = origin
    originFolds = folds
    self.count = count
    matches = FenwickTree([Bool](repeating: false, count: count))
  }

  /// Whether every entry was looked at.
  public var isDone: Bool { lookedAt == count }

  /// The next entry to be looked at.
  var next: Int { (origin.entry + lookedAt) % max(1, count) }

  /// Records how many matches the next entry has.
  mutating func found(_ number: Int) {
    if number > 0 { matches.add(number, at: next) }
    lookedAt += 1
  }

  /// The first entry with a match from one on, or else from the start; nil while there is none.
  func first(from entry: Int) -> Int? {
    matches.index(ofRank: matches.sum(before: entry)) ?? matches.index(ofRank: 0)
  }

  /// The last entry with a match before one, or else before the end; nil while there is none.
  func last(before entry: Int) -> Int? {
    matches.index(ofRank: matches.sum(before: entry) - 1)
      ?? matches.index(ofRank: matches.total - 1)
  }

  /// `4/17`, with a `+` while there may be more.
  public var words: SafeText {
    let rank = current.map { matches.sum(before: $0.entry) + $0.index + 1 }
    let total = "\(matches.total)\(isDone ? "" : "+")"
    guard matches.total > 0 else { return isDone ? "no match" : "searching…" }
    return SafeText(rank.map { "\($0)/\(total)" } ?? total)
  }

  public static func == (one: Search, other: Search) -> Bool {
    one.pattern == other.pattern && one.origin == other.origin && one.matches == other.matches
      && one.lookedAt == other.lookedAt && one.current?.entry == other.current?.entry
      && one.current?.index == other.current?.index
  }
}
