import DiscussionModel

/// Why an outline does not fit its page, and the byte of the outline that says so.
struct OutlineMisfit: Error {
  let fault: ImportError.Fault
  let offset: Int
}

extension PageOutline {
  /// Checks every range, number and parent.
  ///
  /// - Complexity: O(*n* log *n*), and one pass over the page.
  func check(against page: PageText) throws(OutlineMisfit) {
    for section in sections { try check(section, lineCount: page.lines.count) }
    try checkOverlaps()
    for section in sections where page.lines[section.range].allSatisfy(\.isEmpty) {
      throw OutlineMisfit(fault: .blank(section.lines), offset: section.offset)
    }
    try checkNumbers()
    try checkCircles()
  }

  private func check(_ section: Section, lineCount: Int) throws(OutlineMisfit) {
    let lines = section.lines
    let fault: ImportError.Fault
    if lines.first < 1 {
      fault = .beforeFirstLine(lines)
    } else if lines.last < lines.first {
      fault = .reversed(lines)
    } else if lines.last > lineCount {
      fault = .outsidePage(lines, lineCount: lineCount)
    } else {
      return
    }
    throw OutlineMisfit(fault: fault, offset: section.offset)
  }

  /// Finds two ranges that share a line; the one that stands later in the outline is at fault.
  private func checkOverlaps() throws(OutlineMisfit) {
    let sorted = sections.sorted { $0.lines.first < $1.lines.first }
    for (one, next) in zip(sorted, sorted.dropFirst()) where next.lines.first <= one.lines.last {
      let (earlier, later) = one.offset < next.offset ? (one, next) : (next, one)
      throw OutlineMisfit(
        fault: .overlap(later.part, later.lines, with: earlier.part, earlier.lines),
        offset: later.offset)
    }
  }

  private func checkNumbers() throws(OutlineMisfit) {
    var numbers: Set<Int> = []
    for comment in comments {
      guard comment.number > 0 else {
        throw OutlineMisfit(fault: .numberBelowOne(comment.number), offset: comment.numberOffset)
      }
      guard numbers.insert(comment.number).inserted else {
        throw OutlineMisfit(fault: .repeatedNumber(comment.number), offset: comment.numberOffset)
      }
    }
    for comment in comments {
      guard let parent = comment.parent, !numbers.contains(parent) else { continue }
      throw OutlineMisfit(fault: .unknownParent(parent), offset: comment.parentOffset)
    }
  }

  /// Finds a comment that answers itself; the first of its circle in the outline is at fault.
  private func checkCircles() throws(OutlineMisfit) {
    let thread = Thread(of: comments.indices.map { comment(at: $0) })
    guard thread.cycles > 0 else { return }
    for (comment, position) in zip(comments, thread.positions)
    where comment.parent != nil && thread.parent(of: Int(position)) == nil {
      throw OutlineMisfit(fault: .circle(comment.number), offset: comment.parentOffset)
    }
  }
}
