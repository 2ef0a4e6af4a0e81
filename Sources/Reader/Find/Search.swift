import ReadMarks
import TextGrid

/// A pattern that is looked for in all texts, a few comments at a time.
struct Search: Equatable, Sendable {
  let pattern: Pattern
  /// The entry at which it begins; it goes on around the end.
  private let origin: Int
  /// How many entries, or lines, there are.
  let count: Int
  /// How many entries were looked at.
  private var lookedAt = 0
  /// Matches that were found, by their entries.
  private(set) var matches: FenwickTree
  /// What was begun of the next entry; nil if it was not begun.
  private var begun: TextSearch?
  /// How many entries were skipped, since looking at them costs too much.
  private(set) var costly = 0
  /// The match that was gone to last; nil before that.
  private(set) var current: Match?
  /// Where to go as soon as it is known which match that is.
  private(set) var wanted: Wanted?

  struct Match: Equatable, Sendable {
    var entry: Int
    /// Which of the entry's matches, 0-based.
    var index: Int
  }

  enum Wanted: Equatable, Sendable {
    /// To the first match in this entry or after it, around the end.
    case first(from: Int)
    /// To the last match before this entry, around the start.
    case last(before: Int)
  }

  /// An entry that is looked for.
  enum Found: Equatable {
    case entry(Int)
    case none
    /// Something nearer may still be found.
    case notYet
  }

  init(_ pattern: Pattern, from origin: Int, count: Int) {
    self.pattern = pattern
    self.origin = origin
    self.count = count
    matches = FenwickTree([Bool](repeating: false, count: count))
  }

  /// Whether every entry was looked at.
  var isDone: Bool { lookedAt == count }

  /// Where to go as soon as it is known; nil for nowhere.
  mutating func want(_ wanted: Wanted?) { self.wanted = wanted }

  /// Notes the match that was gone to.
  mutating func arrive(at match: Match) { current = match }

  /// The next entry to be looked at.
  var next: Int { (origin + lookedAt) % max(1, count) }

  /// What was begun of the next entry, to be gone on with and given back.
  mutating func takeBegun() -> TextSearch? {
    defer { begun = nil }
    return begun
  }

  /// Records how far the next entry was looked at.
  mutating func give(_ text: TextSearch) {
    guard text.isDone else {
      begun = text
      return
    }
    found(text.ranges.count, isCostly: text.isCostly)
  }

  /// Records how many matches the next entry has, and whether it was abandoned.
  mutating func found(_ number: Int, isCostly: Bool = false) {
    if isCostly { costly += 1 }
    if number > 0 { matches.add(number, at: next) }
    lookedAt += 1
  }

  /// Records how many matches an entry has now that something was opened in it, or closed.
  mutating func recount(_ entry: Int, _ number: Int) {
    guard isLookedAt(entry..<entry + 1) else { return }
    matches.add(number - matches.sum(in: entry..<entry + 1), at: entry)
    if let current, current.entry == entry, current.index >= number { self.current = nil }
  }

  /// The entry that is wanted.
  ///
  /// - Complexity: O(log *n*).
  func entry(_ wanted: Wanted) -> Found {
    switch wanted {
    case .first(let entry):
      if let found = matches.index(ofRank: matches.sum(before: entry)) {
        return isLookedAt(entry..<found) ? .entry(found) : .notYet
      }
      guard isLookedAt(entry..<count), let found = matches.index(ofRank: 0) else {
        return isDone ? .none : .notYet
      }
      return isLookedAt(0..<found) ? .entry(found) : .notYet
    case .last(let entry):
      if let found = matches.index(ofRank: matches.sum(before: entry) - 1) {
        return isLookedAt(found + 1..<entry) ? .entry(found) : .notYet
      }
      guard isLookedAt(0..<entry), let found = matches.index(ofRank: matches.total - 1) else {
        return isDone ? .none : .notYet
      }
      return isLookedAt(found + 1..<count) ? .entry(found) : .notYet
    }
  }

  private func isLookedAt(_ entries: Range<Int>) -> Bool {
    let end = origin + lookedAt
    // What is left: to the page's end and then from its start, or only the rest before the origin.
    let rest = end < count ? [end..<count, 0..<origin] : [end - count..<origin]
    return !rest.contains { $0.overlaps(entries) }
  }

  /// Which of all matches the current one is, 1-based; nil if there is none.
  private var rank: Int? { current.map { matches.sum(before: $0.entry) + $0.index + 1 } }

  /// `4/17`, with a `+` while there may be more, and what was not searched.
  var words: SafeText {
    let costly = costlyNote(costly, "text")
    guard matches.total > 0 else { return (isDone ? "no match" : "searching…") + costly }
    let total = "\(matches.total)\(isDone ? "" : "+")"
    return SafeText(rank.map { "\($0)/\(total)" } ?? total) + costly
  }

  /// Which match of how many is in an entry, as it is printed: `match 1 of 17 for shed`; nil if the current one is
  /// elsewhere.
  func heard(at entry: Int) -> SafeText? {
    guard let rank, current?.entry == entry else { return nil }
    let total = "\(matches.total)\(isDone ? "" : " or more")"
    return SafeText("match \(rank) of \(total) for \(pattern.source)")
  }

  /// That the current match is where the reader is already; nil if there is none.
  var isHere: SafeText? {
    guard let rank else { return nil }
    // What was not looked at yet may be above.
    guard isDone else { return "a match is here" }
    if matches.total == 1 { return "the only match is here" }
    return SafeText("match \(rank) of \(matches.total) is here")
  }
}
