extension Frame {
  /// Rows whose lines moved together.
  public struct Scroll: Equatable, Sendable {
    /// The rows that the lines were and are in.
    public var rows: Range<Int>
    /// By how many rows they moved up; negative is down.
    public var up: Int
  }

  /// How the lines of an earlier frame must be scrolled to be where they are in this one.
  ///
  /// - Parameter old: a frame of the same size.
  /// - Returns: nil if nothing moved, or where it is not worth it: less than a third of the
  ///   lines stay on the screen, or they moved by different amounts.
  /// - Complexity: O(rows).
  public func scroll(from old: Frame) -> Scroll? {
    guard old.size == size, let first = lines.firstIndex(where: { $0 != nil }),
      let last = lines.lastIndex(where: { $0 != nil })
    else { return nil }
    var oldRows: [LineID: Int] = [:]
    for (row, line) in old.lines.enumerated() { if let line { oldRows[line] = row } }
    let moves = lines.enumerated().compactMap { row, line in
      line.flatMap { oldRows[$0] }.map { $0 - row }
    }
    guard let up = moves.first, up != 0, moves.allSatisfy({ $0 == up }),
      moves.count * 3 >= last - first + 1
    else { return nil }
    return Scroll(rows: first..<last + 1, up: up)
  }
}
