import CSQLite

/// A call of SQLite's that failed, in SQLite's own terms.
struct SQLiteError: Error, Equatable {
  /// The extended result code.
  var code: Int32
  /// SQLite's English words for it.
  var message: String
  /// The system's error behind an I/O error or a file that cannot be opened; 0 for other codes.
  var errno: Int32

  /// The result code without its extension: what is documented as SQLITE_BUSY and so on.
  var primaryCode: Int32 { code & 0xff }

  /// A failure that the caller found: `code` with SQLite's words for it.
  init(code: Int32) {
    self.code = code
    self.message = String(cString: sqlite3_errstr(code))
    self.errno = 0
  }

  /// The failure of the last call on `connection`, which is nil when there was no memory for one.
  init(of connection: OpaquePointer?) {
    code = sqlite3_extended_errcode(connection)
    message = String(cString: sqlite3_errmsg(connection))
    errno = 0
    if primaryCode == SQLITE_IOERR || primaryCode == SQLITE_CANTOPEN {
      errno = sqlite3_system_errno(connection)
    }
  }
}
