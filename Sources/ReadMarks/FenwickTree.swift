/// Counts that change, and their sums over ranges (Peter Fenwick, "A New Data Structure for
/// Cumulative Frequency Tables", 1994).
public struct FenwickTree: Equatable, Sendable {
  /// At index *i*, 1-based, the sum of the last `i & -i` counts up to and including the *i*-th.
  private var sums: [Int32]
  /// The sum of all counts.
  public private(set) var total: Int

  /// - Complexity: O(*n*).
  public init(_ counts: [Bool]) {
    sums = [0] + counts.map { $0 ? 1 : 0 }
    total = 0
    for index in sums.indices.dropFirst() {
      if counts[index - 1] { total += 1 }
      let next = index + (index & -index)
      if next < sums.count { sums[next] += sums[index] }
    }
  }

  /// Changes the count at an index, 0-based.
  ///
  /// - Complexity: O(log *n*).
  public mutating func add(_ change: Int, at index: Int) {
    total += change
    var at = index + 1
    while at < sums.count {
      sums[at] += Int32(change)
      at += at & -at
    }
  }

  /// The sum of the counts before an index, 0-based.
  ///
  /// - Complexity: O(log *n*).
  public func sum(before index: Int) -> Int {
    var result = 0
    var at = index
    while at > 0 {
      result += Int(sums[at])
      at -= at & -at
    }
    return result
  }

  /// The sum of the counts in a range of indices, 0-based.
  ///
  /// - Complexity: O(log *n*).
  public func sum(in range: Range<Int>) -> Int {
    sum(before: range.upperBound) - sum(before: range.lowerBound)
  }

  /// The index of the counted thing that has `rank` counted ones before it; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  public func index(ofRank rank: Int) -> Int? {
    guard 0..<total ~= rank else { return nil }
    var at = 0
    var left = rank
    var step = 1
    while step * 2 < sums.count { step *= 2 }
    while step > 0 {
      if at + step < sums.count, Int(sums[at + step]) <= left {
        at += step
        left -= Int(sums[at])
      }
      step /= 2
    }
    return at
  }
}
