extension SearchIndex {
  /// What is to be shown of documents that match, in the order of their numbers.
  ///
  /// The documents are put into a table of their own and looked for there: where the words are in a
  /// text is known only while a query stands on it, and to find it again in the whole index may take
  /// as long as the query did.
  func shown(_ numbers: [Int64], _ expression: String) throws(SQLiteError) -> [SearchHit] {
    try statements.showNothing.run()
    for number in numbers {
      try statements.show.bind(number, to: 1)
      try statements.show.run()
    }
    var hits: [Int64: SearchHit] = [:]
    try statements.shown.bind(expression, to: 1)
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
