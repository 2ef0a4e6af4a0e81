extension ReadingLibrary {
  /// Records that a visit begins.
  ///
  /// Until this has succeeded once for a discussion, saving anything else for it throws
  /// `.neverVisited`. Ask for the ``reading(of:)`` first: this makes `time` its last visit.
  public func beginVisit(
    of discussion: String, title: String, at time: Int64
  ) throws(LibraryError) {
    try write { () throws(SQLiteError) in
      try statements.beginVisit.bind(discussion, to: 1)
      try statements.beginVisit.bind(title, to: 2)
      try statements.beginVisit.bind(time, to: 3)
      try statements.beginVisit.run()
    }
  }

  /// Commits marks in one transaction: all of them or, when it throws, none.
  ///
  /// Of two marks of one comment the one that is committed later stays, whatever their times say
  /// and whichever reader it comes from; within `marks`, the later element.
  public func save(_ marks: [SavedMark], of discussion: String) throws(LibraryError) {
    try write(discussion) { (number) throws(SQLiteError) in
      try statements.saveMark.bind(number, to: 1)
      for mark in marks {
        try statements.saveMark.bind(mark.comment, to: 2)
        try statements.saveMark.bind(mark.isRead ? 1 : 0, to: 3)
        try statements.saveMark.bind(mark.time, to: 4)
        try statements.saveMark.run()
      }
    }
  }

  /// Commits the reader's place in a discussion, instead of the one before.
  public func save(_ place: SavedPlace, of discussion: String) throws(LibraryError) {
    try write(discussion) { (number) throws(SQLiteError) in
      try statements.savePlace.bind(number, to: 1)
      try statements.savePlace.bind(place.entry, to: 2)
      try statements.savePlace.bind(Int64(place.offset), to: 3)
      try statements.savePlace.run()
    }
  }

  /// Runs `body` in a transaction, with the number of a discussion that was visited.
  private func write(
    _ discussion: String, _ body: (Int64) throws(SQLiteError) -> Void
  ) throws(LibraryError) {
    let wasVisited = try write { () throws(SQLiteError) in
      try statements.discussion.bind(discussion, to: 1)
      let number = try statements.discussion.onlyRow { row in row.integer(0) }
      guard let number else { return false }
      try body(number)
      return true
    }
    guard wasVisited else { throw .neverVisited(discussion: discussion) }
  }

  /// Runs `body` in a transaction of a file that can be written and is still where it was opened.
  private func write<Result>(
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
