public import TextGrid

/// A row of an entry's text, ready to be drawn.
public struct TextRow: Equatable, Sendable {
  /// What stands to the left of the text: signs of quotes and lists.
  public var margin: [Part]
  public var parts: [Part]
  /// What of the entry's text it shows, as offsets that do not depend on the width.
  ///
  /// The rows of an entry follow each other without a gap: together they show all of it.
  public var offsets: Range<Int>
  /// Whether it stands for a longer text, which is hidden.
  public var standsIn = false
  /// The cells of a line of code or of a table, which is not wrapped and may be wider than the
  /// screen; nil for all other rows.
  public var unwrappedWidth: Int?
  /// The cells of the widest such line of its block: all of them are scrolled together.
  public var blockWidth = 0
  /// What it says at its right end, such as whom it quotes; nil for nothing.
  public var label: Part?
  /// What the whole row stands on, to its right end; nil for the screen.
  public var ground: Role?

  public struct Part: Equatable, Sendable {
    public var text: SafeText
    public var role: Role
    /// Besides those of the role.
    public var attributes: Style.Attributes = []
    /// The number of the link that it is a part of, 1-based; nil outside links.
    public var link: Int?
  }

  init(_ parts: [Part], margin: [Part] = [], offsets: Range<Int>) {
    self.margin = margin
    self.parts = parts
    self.offsets = offsets
  }
}

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
  /// - Returns: the parts, split so that each match has a role of its own.
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
  /// Adds a piece of a part, by offsets of its bytes; nothing if it is empty.
  fileprivate mutating func append(_ part: TextRow.Part, _ range: Range<Int>) {
    if range.isEmpty { return }
    var piece = part
    piece.text = part.text[range]
    append(piece)
  }
}

extension TextRow {
  /// Cells of its margin.
  var marginWidth: Int { margin.reduce(0) { $0 + $1.text.width } }

  /// By how many cells it is scrolled where its entry's wide lines are by this many: not at all where
  /// its block fits.
  ///
  /// - Parameters:
  ///   - cells: how far the entry's wide lines are scrolled.
  ///   - room: cells for margin and text together.
  /// - Returns: cells that are not shown at its left.
  func scrolled(by cells: Int, room: Int) -> Int {
    unwrappedWidth == nil || marginWidth + blockWidth <= room ? 0 : cells
  }

  /// What of the entry's text is on the screen.
  ///
  /// - Parameters:
  ///   - cells: how far the entry's wide lines are scrolled.
  ///   - room: cells for margin and text together.
  /// - Returns: offsets as ``offsets`` count; all of them for a row that is not cut.
  /// - Complexity: O(length).
  func shownOffsets(scrolledBy cells: Int, room: Int) -> Range<Int> {
    let left = scrolled(by: cells, room: room)
    let right = left + max(1, room - marginWidth)
    guard let unwrappedWidth, left > 0 || unwrappedWidth > right else { return offsets }
    // Signs are in the first and the last cell where the line is cut.
    let first = left > 0 ? left + 1 : 0
    let end = unwrappedWidth > right ? right - 1 : right
    var cell = 0
    var offset = offsets.lowerBound
    var start: Int?
    var last = offset
    for part in parts {
      let cells = max(0, first - cell)..<max(0, first - cell, end - cell)
      let bytes = part.text.bytes(inCells: cells)
      if !bytes.isEmpty {
        start = start ?? offset + bytes.lowerBound
        last = offset + bytes.upperBound
      }
      cell += part.text.width
      offset += part.text.count
    }
    // The line end is seen with what is before it.
    if cell <= end { last = offsets.upperBound }
    return (start ?? last)..<last
  }
}
