/// Which entries are folded, and so what is on show.
public struct Folds: Equatable, Sendable {
  private var folded: [Bool]

  init(count: Int) { folded = Array(repeating: false, count: count) }

  public func isFolded(_ entry: Int) -> Bool { folded[entry] }

  mutating func set(_ isFolded: Bool, _ entry: Int) { folded[entry] = isFolded }

  /// Folds or opens many entries.
  ///
  /// - Complexity: O(length of the range).
  mutating func set(_ isFolded: Bool, in entries: Range<Int>) {
    for entry in entries { folded[entry] = isFolded }
  }

  /// Opens everything that hides an entry.
  ///
  /// - Complexity: O(depth).
  mutating func reveal(_ entry: Int, in page: Page) {
    var above = page.parent(of: entry)
    while let ancestor = above {
      folded[ancestor] = false
      above = page.parent(of: ancestor)
    }
  }

  /// The entry itself, or the outermost folded one that hides it.
  ///
  /// - Complexity: O(depth).
  public func visible(_ entry: Int, in page: Page) -> Int {
    visible(entry, in: page, below: -1)
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

  /// The next entry on show after another that is on show; nil after the last.
  public func next(after entry: Int, in page: Page) -> Int? {
    let next = folded[entry] ? page.subtreeEnd(of: entry) : entry + 1
    return next < page.count ? next : nil
  }

  /// The entry on show before another that is on show; nil before the first.
  ///
  /// - Complexity: O(depth of the entry just before it).
  public func previous(before entry: Int, in page: Page) -> Int? {
    guard entry > 0 else { return nil }
    return visible(entry - 1, in: page, below: page.parent(of: entry) ?? -1)
  }
}
