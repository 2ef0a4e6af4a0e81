import TextGrid

extension TextRow {
  /// Cells of its margin.
  var marginWidth: Int { margin.reduce(0) { $0 + $1.text.width } }

  /// By how many cells it is scrolled where its entry's wide lines are by so many: not at all where
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
    // Signs stand in the first and the last cell where the line is cut.
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
