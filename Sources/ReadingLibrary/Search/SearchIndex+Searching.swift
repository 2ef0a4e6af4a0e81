import CSQLite

extension SearchIndex {
  /// Finds documents.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - limit: how many at most.
  ///   - isWanted: whether a document that matches is to be among them; asked in their order.
  /// - Returns: what was found; nothing for a query without any word.
  /// - Throws: `.damaged` if the index must be rebuilt, `.moved` if it is no longer where it was opened, or
  ///   why it cannot be read.
  /// - Complexity: O(documents that match, at most ``mostRanked`` of them), and O(their number) where
  ///   few are wanted.
  public func search(
    _ query: SearchQuery, limit: Int, where isWanted: (SearchHitName) -> Bool = { _ in true }
  ) throws(LibraryError) -> SearchResults {
    if database.hasMoved { throw .moved(path: path) }
    do {
      return try database.snapshot { () throws(SQLiteError) in
        try results(query, limit, isWanted)
      }
    } catch {
      throw LibraryError(error, path: path, during: .reading)
    }
  }

  private func results(
    _ query: SearchQuery, _ limit: Int, _ isWanted: (SearchHitName) -> Bool
  ) throws(SQLiteError) -> SearchResults {
    var results = SearchResults(count: 0)
    var expression = query.spacedWords
    var hasMatches = false
    do {
      hasMatches = try matches(expression)
    } catch  where error.primaryCode == SQLITE_ERROR {
      results.isLiteral = true
      expression = query.literalWords
      hasMatches = try matches(expression)
    }
    guard hasMatches else { return results }
    if let author = query.authorExpression {
      // Without a word it would be no condition at all.
      guard try matches(author) else { return results }
      expression = "\(author) AND (\(expression))"
    }
    let hidden = try hiddenDocuments()
    results.count = try count(expression, hidden)
    let numbers = try numbers(expression, hidden, results.order, limit, isWanted)
    results.hits = try shown(numbers, expression)
    return results
  }

  /// Whether anything matches; throws `SQLITE_ERROR` for what is not in the syntax of queries.
  private func matches(_ expression: String) throws(SQLiteError) -> Bool {
    if expression.isEmpty { return false }
    // That would be one of FTS5's special queries.
    if expression.first(where: { $0 != " " }) == "*" { throw SQLiteError(code: SQLITE_ERROR) }
    var matches = false
    try statements.matching.bind(expression, to: 1)
    try statements.matching.forEachRow { (_) throws(SQLiteError) in
      matches = true
      return false
    }
    return matches
  }

  /// What must not be found, as it is being written or taken away; a few ranges as a rule.
  private func hiddenDocuments() throws(SQLiteError) -> [ClosedRange<Int64>] {
    var hidden: [ClosedRange<Int64>] = []
    // In a file that somebody has changed a range may end before it begins: that hides nothing.
    try statements.hidden.forEachRow { row in
      hidden += row.integer(0) <= row.integer(1) ? [row.integer(0)...row.integer(1)] : []
    }
    return hidden
  }

  /// How many documents match; nil for more than ``mostRanked``.
  private func count(
    _ expression: String, _ hidden: [ClosedRange<Int64>]
  ) throws(SQLiteError) -> Int? {
    var count = 0
    try statements.matching.bind(expression, to: 1)
    try statements.matching.forEachRow { (row) throws(SQLiteError) in
      let number = row.integer(0)
      if !hidden.contains(where: { $0.contains(number) }) { count += 1 }
      return count <= Self.mostRanked
    }
    return count <= Self.mostRanked ? count : nil
  }

  /// The numbers of the first documents that match and are wanted.
  private func numbers(
    _ expression: String, _ hidden: [ClosedRange<Int64>], _ order: SearchResults.Order,
    _ limit: Int, _ isWanted: (SearchHitName) -> Bool
  ) throws(SQLiteError) -> [Int64] {
    var numbers: [Int64] = []
    func take(_ number: Int64) throws(SQLiteError) -> Bool {
      if !hidden.contains(where: { $0.contains(number) }), let name = try name(number),
        isWanted(name)
      {
        numbers.append(number)
      }
      return numbers.count < limit
    }
    guard limit > 0 else { return [] }
    switch order {
    case .best:
      try statements.best.bind(expression, to: 1)
      try statements.best.forEachRow { (row) throws(SQLiteError) in try take(row.integer(0)) }
    case .newest:
      try statements.newest.bind(expression, to: 1)
      try statements.newest.forEachRow { (row) throws(SQLiteError) in try take(row.integer(0)) }
    }
    return numbers
  }

  private func name(_ number: Int64) throws(SQLiteError) -> SearchHitName? {
    try statements.name.bind(number, to: 1)
    return try statements.name.onlyRow { row in
      SearchHitName(discussion: row.text(0), comment: row.optionalText(1))
    }
  }
}
