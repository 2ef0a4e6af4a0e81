/// The rows of an entry's text, top to bottom; those of a very long one are made as they are asked
/// for.
public struct TextRowList: RandomAccessCollection, Sendable {
  private let head: [TextRow]
  private let long: LongText?
  private let tail: [TextRow]

  init(_ rows: [TextRow]) { (head, long, tail) = (rows, nil, []) }

  /// - Parameters:
  ///   - head: rows above a very long text.
  ///   - long: that text.
  ///   - tail: rows below it.
  init(head: [TextRow], long: LongText, tail: [TextRow]) {
    (self.head, self.long, self.tail) = (head, long, tail)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { head.count + (long?.count ?? 0) + tail.count }

  public subscript(index: Int) -> TextRow {
    if index < head.count { return head[index] }
    let inner = index - head.count
    if let long {
      return inner < long.count ? long[inner] : tail[inner - long.count]
    }
    return tail[inner]
  }

  private func end(of index: Int) -> Int {
    let inner = index - head.count
    if let long, inner >= 0, inner < long.count { return long.offsets(of: inner).upperBound }
    return self[index].offsets.upperBound
  }

  /// The first row that ends after an offset, as ``TextRow/offsets`` count; nil if all end before.
  ///
  /// - Complexity: O(log rows).
  func row(at offset: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if end(of: middle) > offset { high = middle } else { low = middle + 1 }
    }
    return low < count ? low : nil
  }
}
