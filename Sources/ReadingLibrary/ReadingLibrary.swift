import Glibc

/// Where marks and places live: one SQLite file, `marks.sqlite`, that several readers may share.
///
/// Saving returns once the change is committed: a killed process loses nothing then. A power cut
/// may lose the last commits but never damages the file, because the write-ahead log is
/// synchronised when it is folded into the file (`synchronous = NORMAL`), not at each commit; in
/// return a mark costs microseconds and no wait for the disk.
///
/// A call that finds another program's lock waits for it 50 ms, then throws `.locked`. A library is
/// used by one thread at a time.
public struct ReadingLibrary: ~Copyable {
  /// The database's file.
  ///
  /// Its log, to which every reader's commits go first, is this with `-wal` appended.
  public let path: String

  /// The file to which a damaged database was renamed when this library opened; nil as a rule.
  public let setAside: String?

  /// Why nothing can be saved, known from the start; nil as a rule.
  ///
  /// With an obstacle, earlier readings can be read and everything that saves throws it. Opening
  /// another library finds out whether the obstacle is gone.
  public let obstacle: LibraryError?

  /// The file that changes when a reader saves; nil where none can.
  public var watchedFile: String? { obstacle == nil ? path + "-wal" : nil }

  let database: Database
  let statements: Statements

  /// Opens the library in a directory, making the directory with its missing parents (mode 0700)
  /// and the database where they are missing.
  ///
  /// A database that is damaged is set aside, see ``setAside``, and a new one begun; one of an unknown
  /// version, or that is not a regular file, is refused and left as it is. While another process opens, makes or migrates the
  /// same database, opening waits for it.
  ///
  /// - Parameters:
  ///   - directory: Its path.
  ///   - checkingEveryPage: Whether to look for damage in the whole file, not only where opening
  ///     reads anyway: for opening again after `.damaged` was thrown.
  ///   - patience: How long at most to wait for another process, twice.
  /// - Throws: Every case but `.moved` and `.neverVisited`; `.damaged` where the file cannot be
  ///   renamed.
  public init(
    directory: String, checkingEveryPage: Bool = false, patience: Duration = .seconds(1)
  ) throws(LibraryError) {
    try makeDirectories(directory)
    let path = directory + "/marks.sqlite"
    try checkIsRegular(path)
    let lock = try DirectoryLock(directory: directory, path: path, patience: patience)
    do {
      self = try patiently(patience) { () throws(LibraryError) in
        try ReadingLibrary(path: path, checkingEveryPage: checkingEveryPage)
      }
    } catch {
      switch error {
      case .damaged:
        let name = try renameDamaged(path)
        self = try patiently(patience) { () throws(LibraryError) in
          try ReadingLibrary(path: path, checkingEveryPage: false, setAside: name)
        }
      case .cannotOpen(_, errno: ENOENT):
        // SQLite tells of its second attempt, for reading: that there is no such file.
        throw .cannotOpen(path: path, errno: obstacleToWriting(in: directory) ?? ENOENT)
      case .cannotOpen, .full, .readOnly:
        self = try ReadingLibrary(unwritable: path, obstacle: error)
      case .cannotMakeDirectory, .locked, .moved, .otherVersion, .notRegular, .neverVisited, .other:
        throw error
      }
    }
    _ = consume lock
  }

  /// Takes over a database of version ``Schema/version``.
  init(
    path: String, database: consuming Database, setAside: String? = nil,
    obstacle: LibraryError? = nil
  ) throws(LibraryError) {
    statements = try opening(path) { () throws(SQLiteError) in try Statements(on: database) }
    if obstacle == nil { database.rememberLog(of: path) }
    self.path = path
    self.setAside = setAside
    self.obstacle = obstacle
    self.database = database
  }
}
