import CSQLite

extension Database {
  /// Throws the error of a damaged file if any page of it is damaged.
  ///
  /// - Complexity: O(*n*) in the file's size.
  func checkEveryPage() throws(SQLiteError) {
    let check = try prepare("PRAGMA quick_check(1)")
    let finding = try check.onlyRow { row in row.text(0) }
    guard finding == "ok" else { throw SQLiteError(code: SQLITE_CORRUPT) }
  }
}
