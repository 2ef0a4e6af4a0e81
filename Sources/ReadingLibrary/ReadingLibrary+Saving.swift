extension ReadingLibrary {
  /// Records that a visit begins.
  ///
  /// Until this has succeeded once for a discussion, saving anything else for it throws
  /// `.neverVisited`. Ask for the ``reading(of:)`` first: this makes `time` its last visit.
  ///
  /// - Parameters:
  ///   - discussion: its id.
  ///   - title: what it is called now.
  ///   - comments: the caller's hashes of its comments; kept if none were kept before.
  ///   - time: when, in seconds since 1970.
  /// - Throws: what keeps it from being saved.
  public func beginVisit(
    of discussion: String, title: String, comments: [UInt64], at time: Int64
  ) throws(LibraryError) {
    try write { () throws(SQLiteError) in
      try beginVisit(discussion, title, comments, time)
    }
  }

  /// Commits changes in one transaction: all of them or, when it throws, none.
  ///
  /// Of two marks of one comment the one that is committed later stays, whatever their times say
  /// and whichever reader it comes from. Its time is then at least one second after that of the one
  /// it replaces, so that it wins wherever both are merged, even if a clock was ahead.
  public func save(_ changes: SavedChanges, of discussion: String) throws(LibraryError) {
    try write(discussion) { (number) throws(SQLiteError) in
      for mark in changes.marks { try save(mark, number, isDecidedNow: true) }
      for star in changes.stars { try save(star, .star, number, isDecidedNow: true) }
      for mute in changes.mutes { try save(mute, .mute, number, isDecidedNow: true) }
      try forgetCounts(of: number)
    }
  }

  /// Commits the reader's place in a discussion, and what is folded, instead of those before.
  public func save(
    _ place: SavedPlace, folds: [UInt64], of discussion: String
  ) throws(LibraryError) {
    try write(discussion) { (number) throws(SQLiteError) in try save(place, folds, number) }
  }

  // MARK: Inside a transaction

  func beginVisit(
    _ discussion: String, _ title: String, _ comments: [UInt64]?, _ time: Int64
  ) throws(SQLiteError) {
    try statements.beginVisit.bind(try spelled(discussion), to: 1)
    try statements.beginVisit.bind(title, to: 2)
    try statements.beginVisit.bind(time, to: 3)
    try statements.beginVisit.bind(comments, to: 4)
    try statements.beginVisit.run()
  }

  /// Saves a mark, with a later time than the one it replaces if it is decided now; one that is merged
  /// keeps its own time.
  func save(
    _ mark: SavedMark, _ number: Int64, isDecidedNow: Bool
  ) throws(SQLiteError) {
    try statements.saveMark.bind(number, to: 1)
    try statements.saveMark.bind(mark.comment, to: 2)
    try statements.saveMark.bind(mark.isRead ? 1 : 0, to: 3)
    try statements.saveMark.bind(mark.time, to: 4)
    if let text = mark.text {
      try statements.saveMark.bind(Int64(text.length), to: 5)
      try statements.saveMark.bind(Int64(bitPattern: text.hash), to: 6)
    } else {
      try statements.saveMark.bindNull(to: 5)
      try statements.saveMark.bindNull(to: 6)
    }
    try statements.saveMark.bind(isDecidedNow ? 1 : 0, to: 7)
    try statements.saveMark.run()
  }

  /// The same for a star or a mute.
  func save(
    _ flag: SavedFlag, _ kind: FlagKind, _ number: Int64, isDecidedNow: Bool
  ) throws(SQLiteError) {
    try statements.saveFlag.bind(number, to: 1)
    try statements.saveFlag.bind(flag.comment, to: 2)
    try statements.saveFlag.bind(kind.rawValue, to: 3)
    try statements.saveFlag.bind(flag.isSet ? 1 : 0, to: 4)
    try statements.saveFlag.bind(flag.time, to: 5)
    try statements.saveFlag.bind(isDecidedNow ? 1 : 0, to: 6)
    try statements.saveFlag.run()
  }

  func save(_ place: SavedPlace, _ folds: [UInt64]?, _ number: Int64) throws(SQLiteError) {
    try statements.savePlace.bind(number, to: 1)
    try statements.savePlace.bind(place.entry, to: 2)
    try statements.savePlace.bind(Int64(place.offset), to: 3)
    try statements.savePlace.bind(folds, to: 4)
    try statements.savePlace.run()
  }

  // MARK: Transactions

  /// Runs `body` in a transaction, with the number of a discussion that was visited.
  private func write(
    _ discussion: String, _ body: (Int64) throws(SQLiteError) -> Void
  ) throws(LibraryError) {
    let wasVisited = try write { () throws(SQLiteError) in
      try statements.discussion.bind(try spelled(discussion), to: 1)
      let number = try statements.discussion.onlyRow { row in row.integer(0) }
      guard let number else { return false }
      try body(number)
      return true
    }
    guard wasVisited else { throw .neverVisited(discussion: discussion) }
  }

  /// Runs `body` in a transaction of a file that can be written and is still where it was opened.
  func write<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(LibraryError) -> Result {
    if let obstacle { throw obstacle }
    if database.hasMoved { throw .moved(path: path) }
    do {
      return try database.transaction(body)
    } catch {
      throw LibraryError(error, path: path, during: .saving)
    }
  }
}
