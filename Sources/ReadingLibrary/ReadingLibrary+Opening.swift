import CSQLite
import Glibc
import Paths

extension ReadingLibrary {
  /// Opens a database, making it or bringing it up to date if needed.
  init(path: String, checkingEveryPage: Bool, setAside: String? = nil) throws(LibraryError) {
    let database = try opening(path) { () throws(SQLiteError) in try Database(path: path) }
    guard !database.isReadOnly else { throw .readOnly(path: path) }
    // A file that is refused or set aside stays as it is, with its log.
    database.setCheckpointsOnClose(false)
    let found = try opening(path) { () throws(SQLiteError) in try database.schemaVersion() }
    guard (0...Schema.version).contains(found) else {
      throw .otherVersion(path: path, found: found, known: Schema.version)
    }
    try opening(path) { () throws(SQLiteError) in
      if checkingEveryPage { try database.checkEveryPage() }
      try database.execute(
        """
        PRAGMA foreign_keys = ON;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        """)
      try database.migrate()
    }
    database.setCheckpointsOnClose(true)
    try self.init(path: path, database: database, setAside: setAside)
  }

  /// Opens a database that cannot be written, for what is in it already.
  ///
  /// The obstacle to writing is thrown when it cannot be read either. Left to itself, SQLite would
  /// make files beside it: that fails on a disk that is full or read-only, and leaves read-only
  /// files elsewhere.
  init(unwritable path: String, obstacle: LibraryError) throws(LibraryError) {
    // A log would be ignored, and the commits in it would be missing.
    guard !isFilled(path + "-wal"),
      let database = try? Database(unchangingPath: path),
      let version = try? database.schemaVersion(), version == Schema.version
    else { throw obstacle }
    try self.init(path: path, database: database, obstacle: obstacle)
  }
}

/// Does one step of opening a database, and reports its failure as the library does.
///
/// The version of the file is known by then: if SQLite does not understand what is in it, its tables
/// are not as that version made them.
func opening<Result: ~Copyable>(
  _ path: String, _ step: () throws(SQLiteError) -> Result
) throws(LibraryError) -> Result {
  do {
    return try step()
  } catch {
    if error.primaryCode == SQLITE_ERROR { throw .damaged(path: path) }
    throw LibraryError(error, path: path, during: .opening)
  }
}

/// Whether a file exists and is not empty.
private func isFilled(_ path: String) -> Bool {
  var status = stat()
  return path.withPath { stat($0, &status) } == 0 && status.st_size > 0
}
