import CSQLite
import Glibc

extension LibraryError {
  /// What a failure of SQLite means to someone whose marks are in `path`.
  ///
  /// A full disk is told by the system's error too: SQLite calls it an I/O error, or says that it
  /// cannot open, where it fails to make a file rather than to write to one.
  init(_ error: SQLiteError, path: String, during operation: Operation) {
    let isFull = error.errno == ENOSPC || error.errno == EDQUOT
    self =
      switch error.primaryCode {
      case SQLITE_FULL: .full(path: path)
      case SQLITE_CANTOPEN where isFull, SQLITE_IOERR where isFull: .full(path: path)
      case SQLITE_CANTOPEN: .cannotOpen(path: path, errno: error.errno)
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .locked(path: path)
      case SQLITE_READONLY: .readOnly(path: path)
      case SQLITE_NOTADB, SQLITE_CORRUPT: .damaged(path: path)
      default:
        .other(
          operation: operation, path: path, code: error.code, message: error.message,
          errno: error.errno)
      }
  }
}
