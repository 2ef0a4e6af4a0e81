import CSQLite

/// Where the words of all kept discussions are found: one SQLite file, `search.sqlite`.
///
/// It holds nothing that is not in the discussions' files: it may be deleted at any time, and one
/// that is damaged or from another version is deleted and begun anew without a word. Searching
/// never waits for whoever brings it up to date, see ``IndexWriter``, and finds a discussion as it
/// was until it is written anew to the end.
///
/// An index is used by one thread at a time.
public struct SearchIndex: ~Copyable {
  /// The database's file.
  public let path: String

  let database: Database
  let statements: SearchStatements

  /// How many hits at most are put in order by how well they match.
  ///
  /// To do so takes 1 to 10 µs for each.
  public static let mostRanked = 10_000

  /// Opens the index in a directory, making the directory with its missing parents (mode 0700) and
  /// the file where they are missing.
  ///
  /// - Parameters:
  ///   - directory: Its path.
  ///   - patience: How long at most to wait for another process that opens the same index, twice.
  /// - Throws: `.notRegular` where it is not a file, or what else keeps the file from being opened or written.
  public init(directory: String, patience: Duration = .seconds(1)) throws(LibraryError) {
    try makeDirectories(directory)
    let path = directory + "/search.sqlite"
    try checkIsRegular(path)
    let lock = try DirectoryLock(directory: directory, path: path, patience: patience)
    do {
      self = try patiently(patience) { () throws(LibraryError) in try SearchIndex(path: path) }
    } catch {
      switch error {
      case .damaged, .otherVersion:
        try removeDatabase(path)
        self = try patiently(patience) { () throws(LibraryError) in try SearchIndex(path: path) }
      case .cannotMakeDirectory, .cannotOpen, .locked, .full, .readOnly, .moved, .notRegular,
        .neverVisited, .other:
        throw error
      }
    }
    _ = consume lock
  }

  /// Opens a file; throws `.otherVersion` for one of any other version.
  private init(path: String) throws(LibraryError) {
    var database = try opening(path) { () throws(SQLiteError) in try Database(path: path) }
    guard !database.isReadOnly else { throw .readOnly(path: path) }
    let found = try opening(path) { () throws(SQLiteError) in try database.schemaVersion() }
    guard found == 0 || found == SearchSchema.version else {
      throw .otherVersion(path: path, found: found, known: SearchSchema.version)
    }
    statements = try opening(path) { () throws(SQLiteError) in
      try database.addWordTokenizer()
      // Lists of words are long: 32 MiB of them are kept in memory.
      try database.execute(
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA cache_size = -32768;
        """)
      try database.transaction { () throws(SQLiteError) in
        if try database.schemaVersion() == 0 {
          try database.execute(SearchSchema.creation)
          try database.sealSchema()
        }
      }
      guard try database.hasSealedSchema() else { throw SQLiteError(code: SQLITE_CORRUPT) }
      try database.execute(SearchSchema.shownWords)
      return try SearchStatements(on: database)
    }
    database.rememberLog(of: path)
    self.database = database
    self.path = path
  }
}
