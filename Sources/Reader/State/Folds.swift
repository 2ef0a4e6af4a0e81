public import DiscussionModel

/// Which entries are folded and which are left out, and so what is on show.
public struct Folds: Equatable, Sendable {
  private var folded: [Bool]
  /// What alone is on show; nil for everything.
  public internal(set) var scope: Scope?

  init(count: Int) { folded = Array(repeating: false, count: count) }

  public func isFolded(_ entry: Int) -> Bool { folded[entry] }

  mutating func set(_ isFolded: Bool, _ entry: Int) { folded[entry] = isFolded }

  /// Folds or opens many entries.
  ///
  /// - Complexity: O(length of the range).
  mutating func set(_ isFolded: Bool, in entries: Range<Int>) {
    for entry in entries { folded[entry] = isFolded }
  }

  /// Whether an entry is left out, whatever is folded.
  public func isLeftOut(_ entry: Int) -> Bool { scope.map { !$0.contains(entry) } ?? false }

  /// Opens everything that hides an entry.
  ///
  /// - Complexity: O(depth).
  mutating func reveal(_ entry: Int, in page: Page) {
    var above = page.parent(of: entry)
    while let ancestor = above {
      // Written only if it changes: a copy of all folds may be kept beside this one.
      if folded[ancestor] { folded[ancestor] = false }
      above = page.parent(of: ancestor)
    }
  }

  /// The entry itself; or the outermost folded one that hides it; or, for one that is left out, what
  /// is on show instead of the nearest one above it, or before it, that is not.
  ///
  /// - Complexity: O(depth).
  public func visible(_ entry: Int, in page: Page) -> Int {
    visible(inScope(entry, in: page), in: page, below: -1)
  }

  private func inScope(_ entry: Int, in page: Page) -> Int {
    guard let scope, !scope.contains(entry) else { return entry }
    var above = page.parent(of: entry)
    while let ancestor = above {
      if scope.contains(ancestor) { return ancestor }
      above = page.parent(of: ancestor)
    }
    return scope.last(before: entry) ?? scope.first(from: 0) ?? 0
  }

  /// The same where the ancestors up to and including `known` are known to be open.
  private func visible(_ entry: Int, in page: Page, below known: Int) -> Int {
    var result = entry
    var above = page.parent(of: entry)
    while let ancestor = above, ancestor > known {
      if folded[ancestor] { result = ancestor }
      above = page.parent(of: ancestor)
    }
    return result
  }

  /// The first entry from one on that is not left out, whether a fold hides it or not; nil after the
  /// last.
  func first(from entry: Int, in page: Page) -> Int? {
    if let scope { return scope.first(from: entry) }
    return entry < page.count ? entry : nil
  }

  /// The next entry on show after another that is on show; nil after the last.
  public func next(after entry: Int, in page: Page) -> Int? {
    first(from: folded[entry] ? page.subtreeEnd(of: entry) : entry + 1, in: page)
  }

  /// The entry on show before another that is on show; nil before the first.
  ///
  /// - Complexity: O(depth of the entry just before it).
  public func previous(before entry: Int, in page: Page) -> Int? {
    guard let before = scope.map({ $0.last(before: entry) }) ?? (entry > 0 ? entry - 1 : nil) else {
      return nil
    }
    return visible(before, in: page, below: page.parent(of: entry) ?? -1)
  }

  /// The last entry on show.
  ///
  /// - Complexity: O(depth of the page's last entry).
  func last(in page: Page) -> Int {
    let last = scope.map { $0.last(before: page.count) ?? 0 } ?? page.count - 1
    return visible(last, in: page)
  }
}
