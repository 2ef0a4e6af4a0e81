import CSQLite
import DiscussionModel

/// What the index contains.
///
/// Nothing is in it that is not in the files of the discussions: a file of another version is not
/// migrated but begun again.
enum SearchSchema {
  /// What `PRAGMA user_version` is in a file that this program can use.
  ///
  /// Any change below, and of what ``WordTokenizer`` makes of a text, is a new version.
  static let version = 4

  /// Makes all of it in a new file.
  ///
  /// A discussion's documents have consecutive numbers, which grow as discussions are added. What
  /// they say is in `documents` alone; `words` holds where each word occurs.
  static let creation: StaticString = """
    CREATE TABLE discussions(
      number INTEGER PRIMARY KEY,    -- grows: a discussion that is indexed anew gets a new one
      id TEXT NOT NULL,              -- the discussion's own id, compared byte by byte
      title TEXT NOT NULL,
      file TEXT NOT NULL,            -- the stamp of the file that was read: its name,
      size INTEGER NOT NULL,         --   its bytes,
      modified INTEGER NOT NULL,     --   and when it was last written
      state INTEGER NOT NULL,        -- 0 being written, 1 to be found, 2 to be taken away
      first INTEGER NOT NULL,        -- the numbers of its documents: from the first
      last INTEGER NOT NULL          --   to the last, both included; less than the first for none
    );
    CREATE INDEX discussions_by_id ON discussions(id);
    CREATE TABLE documents(
      number INTEGER PRIMARY KEY,
      discussion INTEGER NOT NULL,   -- its number
      comment TEXT,                  -- the comment's own id; NULL for the article
      label INTEGER,                 -- the number by which readers call the comment
      time INTEGER,                  -- when it was written, in seconds since 1970, if known
      author TEXT,
      title TEXT,                    -- the discussion's for the article; NULL for a comment
      text TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE words USING fts5(
      author, title, text, content = 'documents', content_rowid = 'number',
      tokenize = 'understory'
    );
    CREATE TABLE seal(hash INTEGER NOT NULL);  -- of all that stands above, and of where it is
    INSERT INTO words(words, rank) VALUES('rank', 'bm25(2.0, 4.0, 1.0)');
    INSERT INTO words(words, rank) VALUES('hashsize', 16777216);
    PRAGMA user_version = 4;
    """

  /// Makes the table in which found documents are gone through again for what to show of them.
  ///
  /// It is in memory, and so small that any query is answered at once.
  static let shownWords: StaticString = """
    PRAGMA temp_store = MEMORY;
    CREATE VIRTUAL TABLE temp.shown USING fts5(author, title, text, tokenize = 'understory');
    """
}

extension DatabaseFile {
  /// Opens the file of the index in a directory, `search.sqlite`; one that is damaged or of another
  /// version is deleted and begun again.
  static func searchIndex(
    in directory: String, patience: Duration
  ) throws(StorageError) -> DatabaseFile {
    try makeDirectories(directory)
    let path = directory + "/search.sqlite"
    try checkIsRegular(path)
    return try DirectoryLock.held(directory: directory, path: path, patience: patience) {
      () throws(StorageError) in
      do throws(StorageError) {
        return try patiently(patience) { () throws(StorageError) in try searchIndex(path) }
      } catch {
        switch error {
        case .damaged, .otherVersion:
          try removeDatabase(path)
          return try patiently(patience) { () throws(StorageError) in try searchIndex(path) }
        case .cannotMakeDirectory, .cannotOpen, .locked, .full, .readOnly, .moved, .notRegular,
          .neverVisited, .other:
          throw error
        }
      }
    }
  }

  /// Opens a file; throws `.otherVersion` for one of any other version.
  private static func searchIndex(_ path: String) throws(StorageError) -> DatabaseFile {
    let database = try opening(path) { () throws(SQLiteError) in try Database(path: path) }
    guard !database.isReadOnly else { throw .readOnly(path: path) }
    let found = try opening(path) { () throws(SQLiteError) in try database.schemaVersion() }
    guard found == 0 || found == SearchSchema.version else {
      throw .otherVersion(path: path, found: found, known: SearchSchema.version)
    }
    try opening(path) { () throws(SQLiteError) in
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
    }
    return DatabaseFile(path: path, database)
  }
}

extension Database {
  /// Notes what the schema is, once it is made.
  func sealSchema() throws(SQLiteError) {
    let seal = try prepare("INSERT INTO seal(hash) VALUES(?1)")
    try seal.run(try schemaHash())
  }

  /// Whether the schema is as it was made.
  ///
  /// SQLite notices only some of what can be damaged in it, and much of that late.
  func hasSealedSchema() throws(SQLiteError) -> Bool {
    let seal = try prepare("SELECT hash FROM seal")
    return try seal.onlyRow { row in row.integer(0) } == (try schemaHash())
  }

  private func schemaHash() throws(SQLiteError) -> Int64 {
    let schema = try prepare(
      """
      SELECT type || ' ' || name || ' ' || tbl_name || ' ' || rootpage || ' ' || coalesce(sql, '')
      FROM sqlite_schema ORDER BY rowid
      """)
    var hash: UInt64 = 0
    try schema.forEachRow { row in hash = hash &* 31 &+ FNV1a.hash64(row.text(0).utf8) }
    return Int64(bitPattern: hash)
  }
}
