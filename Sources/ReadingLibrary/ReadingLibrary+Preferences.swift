extension ReadingLibrary {
  /// What the reader chose, in whatever discussion: values by their names, both the caller's.
  public func preferences() throws(LibraryError) -> [String: Int] {
    try read { () throws(SQLiteError) in
      var result: [String: Int] = [:]
      try statements.preferences.forEachRow { row in result[row.text(0)] = Int(row.integer(1)) }
      return result
    }
  }

  /// Commits a choice, instead of the one before.
  public func savePreference(_ name: String, _ value: Int) throws(LibraryError) {
    try write { () throws(SQLiteError) in
      try statements.savePreference.bind(name, to: 1)
      try statements.savePreference.bind(Int64(value), to: 2)
      try statements.savePreference.run()
    }
  }
}
