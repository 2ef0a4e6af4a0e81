extension IndexWriter {
  /// Lets a discussion be found no longer.
  ///
  /// What is known of it is taken away by ``sweep(documents:)``.
  public mutating func remove(_ discussion: String) throws(LibraryError) {
    try write { () throws(SQLiteError) in
      try statements.remove.bind(discussion, to: 1)
      try statements.remove.run()
    }
    try save(after: 0)
  }

  /// Takes away some of what cannot be found any more: of discussions that were removed, written
  /// anew or never finished.
  ///
  /// - Parameter count: how many documents at most, at least 1.
  /// - Returns: how many documents were taken away; nil where nothing was left to be done.
  /// - Throws: what keeps it from being saved; nothing is taken away then.
  public mutating func sweep(documents count: Int) throws(LibraryError) -> Int? {
    let swept: Int? = try write { () throws(SQLiteError) in
      let removed = try statements.removed.onlyRow { row in
        (number: row.integer(0), first: row.integer(1), last: row.integer(2))
      }
      guard let removed else { return nil }
      // In a file that somebody has changed the numbers may be anything.
      let next = removed.last.addingReportingOverflow(1)
      let limit = removed.first.addingReportingOverflow(Int64(max(1, count)))
      let end = min(
        next.overflow ? .max : next.partialValue, limit.overflow ? .max : limit.partialValue)
      try take(removed.first..<max(removed.first, end))
      try statements.shorten.bind(removed.number, to: 1)
      try statements.shorten.bind(end, to: 2)
      try statements.shorten.run()
      if end > removed.last || end == .max {
        try statements.takeDiscussion.bind(removed.number, to: 1)
        try statements.takeDiscussion.run()
      }
      return end > removed.first ? Int(clamping: end &- removed.first) : 0
    }
    try save(after: 0)
    return swept
  }

  /// Takes documents away, their words first: these are made of the texts once more.
  private func take(_ numbers: Range<Int64>) throws(SQLiteError) {
    guard !numbers.isEmpty else { return }
    let last = numbers.upperBound - 1
    try statements.takeWords.bind(numbers.lowerBound, to: 1)
    try statements.takeWords.bind(last, to: 2)
    try statements.takeWords.run()
    try statements.takeDocuments.bind(numbers.lowerBound, to: 1)
    try statements.takeDocuments.bind(last, to: 2)
    try statements.takeDocuments.run()
  }
}
