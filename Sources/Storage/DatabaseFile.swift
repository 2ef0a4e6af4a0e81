import CSQLite
import Platform
import Paths

/// An open SQLite file, and what keeps it from being written: the one way in which the types of this
/// room read and write.
///
/// A class, since types that each know their own tables share one connection.
final class DatabaseFile {
  let path: String
  /// Why nothing can be saved, known from the start; nil as a rule.
  let obstacle: StorageError?
  let database: Database

  /// Takes over a database that is ready for use, and remembers its log if it may be written.
  init(path: String, _ database: consuming Database, obstacle: StorageError? = nil) {
    if obstacle == nil { database.rememberLog(of: path) }
    self.path = path
    self.obstacle = obstacle
    self.database = database
  }

  /// Throws `.moved` if saving would go to a file, or to a log, that nobody will find.
  func checkPlace() throws(StorageError) {
    if database.hasMoved { throw .moved(path: path) }
  }

  /// Reads from a file that is still where it was opened, with its log.
  func read<Result>(_ body: () throws(SQLiteError) -> Result) throws(StorageError) -> Result {
    try checkPlace()
    do {
      return try body()
    } catch {
      throw StorageError(error, path: path, during: .reading)
    }
  }

  /// Runs `body` in a transaction of a file that can be written and is still where it was opened.
  func write<Result>(_ body: () throws(SQLiteError) -> Result) throws(StorageError) -> Result {
    if let obstacle { throw obstacle }
    try checkPlace()
    do {
      return try database.transaction(body)
    } catch {
      throw StorageError(error, path: path, during: .saving)
    }
  }
}

/// The file of marks and of the catalogue: `marks.sqlite`.
extension DatabaseFile {
  static func marksPath(in directory: String) -> String { directory + "/marks.sqlite" }

  /// Whether there is nothing at a path, and nothing keeps anybody from knowing that.
  static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return path.withPath { lstat($0, &status) } != 0 && errno == ENOENT
  }

  /// Opens it in a directory, making both where they are missing.
  ///
  /// - Parameters:
  ///   - directory: its path.
  ///   - checkingEveryPage: whether to look for damage in the whole file.
  ///   - patience: how long at most to wait for another process, twice.
  ///   - use: what the file is opened for, given the file and the path to which a damaged one was
  ///     renamed; one that cannot be used, since its tables are not as they were made, is damaged.
  /// - Returns: what `use` returns.
  /// - Throws: every case but `.moved` and `.neverVisited`.
  static func marks<Result: ~Copyable>(
    in directory: String, checkingEveryPage: Bool, patience: Duration,
    _ use: (DatabaseFile, _ setAside: String?) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    try makeDirectories(directory)
    let path = marksPath(in: directory)
    try checkIsRegular(path)
    return try DirectoryLock.held(directory: directory, path: path, patience: patience) {
      () throws(StorageError) in
      do throws(StorageError) {
        return try patiently(patience) { () throws(StorageError) in
          try use(try current(path, checkingEveryPage: checkingEveryPage), nil)
        }
      } catch {
        switch error {
        case .damaged:
          let name = try renameDamaged(path)
          return try patiently(patience) { () throws(StorageError) in
            try use(try current(path, checkingEveryPage: false), name)
          }
        case .cannotOpen(_, errno: ENOENT):
          // SQLite reports the outcome of its second attempt, for reading: that there is no such file.
          throw .cannotOpen(path: path, errno: obstacleToWriting(in: directory) ?? ENOENT)
        case .cannotOpen, .full, .readOnly:
          return try use(try unwritable(path, obstacle: error), nil)
        case .cannotMakeDirectory, .locked, .moved, .otherVersion, .notRegular, .neverVisited,
          .other:
          throw error
        }
      }
    }
  }

  /// Opens a database, making it or bringing it up to date if needed.
  private static func current(
    _ path: String, checkingEveryPage: Bool
  ) throws(StorageError) -> DatabaseFile {
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
    return DatabaseFile(path: path, database)
  }

  /// Opens a database that cannot be written, for what is in it already.
  ///
  /// The obstacle to writing is thrown when it cannot be read either. Left to itself, SQLite would
  /// make files beside it: that fails on a disk that is full or read-only, and leaves read-only
  /// files elsewhere.
  static func unwritable(
    _ path: String, obstacle: StorageError
  ) throws(StorageError) -> DatabaseFile {
    // A log would be ignored, and the commits in it would be missing.
    guard !isFilled(path + "-wal"),
      let database = try? Database(unchangingPath: path),
      let version = try? database.schemaVersion(), version == Schema.version
    else { throw obstacle }
    return DatabaseFile(path: path, database, obstacle: obstacle)
  }
}

/// Does one step of opening a database, and reports its failure as the library does.
///
/// The version of the file is known by then: if SQLite does not understand what is in it, its tables
/// are not as that version made them.
func opening<Result: ~Copyable>(
  _ path: String, _ step: () throws(SQLiteError) -> Result
) throws(StorageError) -> Result {
  do {
    return try step()
  } catch {
    if error.primaryCode == SQLITE_ERROR { throw .damaged(path: path) }
    throw StorageError(error, path: path, during: .opening)
  }
}

/// Whether a file exists and is not empty.
private func isFilled(_ path: String) -> Bool {
  var status = stat()
  return path.withPath { stat($0, &status) } == 0 && status.st_size > 0
}
