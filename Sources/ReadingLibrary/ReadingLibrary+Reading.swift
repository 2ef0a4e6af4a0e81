extension ReadingLibrary {
  /// What was saved for a discussion; nil when no visit of it was recorded.
  ///
  /// - Complexity: O(*n*) in what is kept of it.
  public func reading(of discussion: String) throws(LibraryError) -> SavedReading? {
    try read { () throws(SQLiteError) in try found(discussion)?.reading }
  }

  /// A number that is another than before if another connection has saved anything since.
  ///
  /// What this library saves leaves it as it is. Numbers of two libraries do not compare.
  public func revision() throws(LibraryError) -> Int64 {
    try read { () throws(SQLiteError) in
      try statements.dataVersion.onlyRow { row in row.integer(0) } ?? 0
    }
  }

  /// Whether saving would go to a file, or to a log, that nobody will find.
  public var hasMoved: Bool { database.hasMoved }

  /// Reads from a file that is still where it was opened, with its log.
  func read<Result>(_ body: () throws(SQLiteError) -> Result) throws(LibraryError) -> Result {
    if database.hasMoved { throw .moved(path: path) }
    do {
      return try body()
    } catch {
      throw LibraryError(error, path: path, during: .reading)
    }
  }

  /// A discussion's number and what was saved for it; nil when no visit of it was recorded.
  func found(
    _ discussion: String
  ) throws(SQLiteError) -> (number: Int64, reading: SavedReading)? {
    try statements.discussion.bind(try spelled(discussion), to: 1)
    let row = try statements.discussion.onlyRow { row in
      (number: row.integer(0), reading: SavedReading(withoutMarks: row))
    }
    guard var found = row else { return nil }
    try statements.marks.bind(found.number, to: 1)
    try statements.marks.forEachRow { row in found.reading.marks.append(SavedMark(row)) }
    found.reading.stars = try flags(.star, of: found.number)
    found.reading.mutes = try flags(.mute, of: found.number)
    return found
  }

  private func flags(_ kind: FlagKind, of number: Int64) throws(SQLiteError) -> [SavedFlag] {
    var flags: [SavedFlag] = []
    try statements.flags.bind(number, to: 1)
    try statements.flags.bind(kind.rawValue, to: 2)
    try statements.flags.forEachRow { row in
      flags.append(
        SavedFlag(comment: row.text(0), isSet: row.integer(1) == 1, time: row.decisionTime(2)))
    }
    return flags
  }
}

/// The kinds of flags as the database numbers them.
enum FlagKind: Int64 {
  case star = 1
  case mute = 2
}

extension SavedReading {
  /// Reads a row of ``Statements/discussion``.
  fileprivate init(withoutMarks row: borrowing Row) {
    self.init(firstVisit: row.time(1), lastVisit: row.time(2))
    if !row.isNull(3) { place = SavedPlace(entry: row.text(3), offset: row.count(4)) }
    folds = row.hashes(5)
    knownComments = row.hashes(6)
  }
}

extension SavedMark {
  /// Reads a row of ``Statements/marks``.
  fileprivate init(_ row: borrowing Row) {
    self.init(comment: row.text(0), isRead: row.integer(1) == 1, time: row.decisionTime(2))
    if !row.isNull(3) {
      text = TextVersion(length: row.count(3), hash: UInt64(bitPattern: row.integer(4)))
    }
  }
}
