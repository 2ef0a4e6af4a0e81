import CSQLite

/// Where the words of all kept discussions are found: one SQLite file, `search.sqlite`.
///
/// It holds nothing that is not in the discussions' files: it may be deleted at any time, and one
/// that is damaged or from another version is deleted and begun again without a word. Searching
/// never waits for whoever brings it up to date, see ``IndexWriter``, and finds a discussion as it
/// was until it is written again to the end.
///
/// An index is used by one thread at a time.
public struct SearchIndex: ~Copyable {
  private let file: DatabaseFile
  private let statements: SearchStatements

  /// The database's file.
  public var path: String { file.path }

  /// How many hits at most are put in order by how well they match.
  ///
  /// To do so takes 1 to 10 µs for each.
  public static let mostRanked = 10_000

  /// Opens the index in a directory, making the directory with its missing parents (mode 0700) and
  /// the file where they are missing.
  ///
  /// - Parameters:
  ///   - directory: Its path.
  ///   - patience: How long at most to wait for another process that opens the same index, twice.
  /// - Throws: `.notRegular` if it is not a file, or what else keeps the file from being opened or written.
  public init(directory: String, patience: Duration = .seconds(1)) throws(StorageError) {
    try self.init(try DatabaseFile.searchIndex(in: directory, patience: patience))
  }

  /// That of a file that is ready for use.
  init(_ file: DatabaseFile) throws(StorageError) {
    self.file = file
    statements = try opening(file.path) { () throws(SQLiteError) in
      try SearchStatements(on: file.database)
    }
  }

  // MARK: What is in it

  /// Those of some discussions that have to be written: never written to the end, or of another file.
  ///
  /// - Parameter discussions: as their files are now.
  /// - Returns: them, in their order.
  /// - Throws: why the index cannot be read.
  /// - Complexity: O(*n* + discussions in the index).
  public func stale(
    among discussions: [StampedDiscussion]
  ) throws(StorageError) -> [StampedDiscussion] {
    let stamps = try stamps()
    return discussions.filter { stamps[$0.id] != $0.file }
  }

  /// The ids of discussions that can be found, and are not among some.
  ///
  /// - Complexity: O(*n* + discussions in the index).
  public func superfluous(
    beside discussions: [StampedDiscussion]
  ) throws(StorageError) -> [String] {
    let ids = Set(discussions.map(\.id))
    return try stamps().keys.filter { !ids.contains($0) }.sorted()
  }

  private func stamps() throws(StorageError) -> [String: FileStamp] {
    try file.read { () throws(SQLiteError) in
      var stamps: [String: FileStamp] = [:]
      try statements.stamps.forEachRow { row in
        stamps[row.text(0)] = FileStamp(
          name: row.text(1), size: row.integer(2), modified: row.integer(3))
      }
      return stamps
    }
  }

  // MARK: Searching

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
  ) throws(StorageError) -> SearchResults {
    try file.read { () throws(SQLiteError) in
      try file.database.snapshot { () throws(SQLiteError) in
        try results(query, limit, isWanted)
      }
    }
  }

  private func results(
    _ query: SearchQuery, _ limit: Int, _ isWanted: (SearchHitName) -> Bool
  ) throws(SQLiteError) -> SearchResults {
    var results = SearchResults(count: 0)
    var expression = query.expression
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
    try statements.matching.bind(expression)
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
    try statements.matching.bind(expression)
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
      try statements.best.bind(expression)
      try statements.best.forEachRow { (row) throws(SQLiteError) in try take(row.integer(0)) }
    case .newest:
      try statements.newest.bind(expression)
      try statements.newest.forEachRow { (row) throws(SQLiteError) in try take(row.integer(0)) }
    }
    return numbers
  }

  private func name(_ number: Int64) throws(SQLiteError) -> SearchHitName? {
    try statements.name.bind(number)
    return try statements.name.onlyRow { row in
      SearchHitName(discussion: row.text(0), comment: row.optionalText(1))
    }
  }

  // MARK: Showing

  /// What is to be shown of documents that match, in the order of their numbers.
  ///
  /// The documents are put into a table of their own and looked for there: where the words are in a
  /// text is known only while a query stands on it, and to find it again in the whole index may take
  /// as long as the query did.
  private func shown(_ numbers: [Int64], _ expression: String) throws(SQLiteError) -> [SearchHit] {
    try statements.showNothing.run()
    for number in numbers {
      try statements.show.run(number)
    }
    var hits: [Int64: SearchHit] = [:]
    try statements.shown.bind(expression)
    try statements.shown.forEachRow { row in hits[row.integer(0)] = SearchHit(row) }
    return numbers.compactMap { hits[$0] }
  }
}

extension SearchHit {
  /// Reads a row of ``SearchStatements/shown``.
  fileprivate init(_ row: borrowing Row) {
    let (text, matches) = Self.unmarked(row.text(7))
    self.init(
      discussion: row.text(1), title: row.text(2),
      document: SearchDocument(
        comment: row.optionalText(3), number: row.isNull(4) ? nil : row.count(4),
        author: row.optionalText(5), time: row.optionalTime(6), text: text),
      matches: matches)
  }

  /// A text as one line without the signs around words, and where these words are.
  private static func unmarked(_ marked: String) -> (text: String, matches: [Range<Int>]) {
    var bytes: [UInt8] = []
    var matches: [Range<Int>] = []
    var start = 0
    for byte in marked.utf8 {
      switch byte {
      case 0x01: start = bytes.count
      case 0x02: matches.append(start..<bytes.count)
      case 0x0A: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), matches)
  }
}
