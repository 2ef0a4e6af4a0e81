import TextGrid

extension TextRow {
  /// A piece of an entry's text that a search found.
  struct Match: Equatable, Sendable {
    /// Offsets as ``TextRow/offsets`` count.
    var range: Range<Int>
    var isCurrent: Bool
  }

  /// Its parts, cut where matches begin and end.
  ///
  /// - Parameter matches: ascending and apart.
  /// - Returns: parts of which those in matches have their own role.
  /// - Complexity: O(parts + matches).
  func parts(marking matches: [Match]) -> [Part] {
    let matches = matches.filter { $0.range.overlaps(offsets) }
    if matches.isEmpty { return parts }
    var result: [Part] = []
    var start = offsets.lowerBound
    for part in parts {
      let end = start + part.text.count
      var at = start
      for match in matches {
        let inside = match.range.clamped(to: start..<end)
        if inside.isEmpty { continue }
        result.append(part, at - start..<inside.lowerBound - start)
        result.append(part, inside.lowerBound - start..<inside.upperBound - start)
        result[result.count - 1].role = match.isCurrent ? .matchCurrent : .match
        at = inside.upperBound
      }
      result.append(part, at - start..<part.text.count)
      start = end
    }
    return result
  }
}

extension [TextRow.Part] {
  /// Adds a piece of a part, by offsets of its bytes; nothing where it is empty.
  fileprivate mutating func append(_ part: TextRow.Part, _ range: Range<Int>) {
    if range.isEmpty { return }
    var piece = part
    piece.text = part.text[range]
    append(piece)
  }
}
