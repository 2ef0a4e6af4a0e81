extension ReadingLibrary {
  /// What was saved for a discussion; nil when no visit of it was recorded.
  ///
  /// - Complexity: O(*n*) in its marks.
  public func reading(of discussion: String) throws(LibraryError) -> SavedReading? {
    do {
      try statements.discussion.bind(discussion, to: 1)
      let found = try statements.discussion.onlyRow { row in
        (number: row.integer(0), reading: SavedReading(withoutMarks: row))
      }
      guard let found else { return nil }
      var reading = found.reading
      try statements.marks.bind(found.number, to: 1)
      try statements.marks.forEachRow { row in
        reading.marks.append(
          SavedMark(comment: row.text(0), isRead: row.integer(1) == 1, time: row.integer(2)))
      }
      return reading
    } catch {
      throw LibraryError(error, path: path, during: .reading)
    }
  }

  /// A number that is another than before if another connection has saved anything since.
  ///
  /// What this library saves leaves it as it is. Numbers of two libraries do not compare.
  public func revision() throws(LibraryError) -> Int64 {
    do {
      return try statements.dataVersion.onlyRow { row in row.integer(0) } ?? 0
    } catch {
      throw LibraryError(error, path: path, during: .reading)
    }
  }
}

extension SavedReading {
  /// Reads a row of ``Statements/discussion``.
  fileprivate init(withoutMarks row: borrowing Row) {
    let place = SavedPlace(entry: row.text(3), offset: Int(row.integer(4)))
    self.init(
      marks: [], place: row.isNull(3) ? nil : place,
      firstVisit: row.integer(1), lastVisit: row.integer(2))
  }
}
