/// What the database contains, version by version.
///
/// `PRAGMA user_version` counts the migrations that a file went through; each ends by setting it.
/// A migration that was ever released is never edited: a change is a new one at the end.
enum Schema {
  /// Element `n` takes a file from version `n` to `n + 1`.
  ///
  /// SQLite keeps the comments: `sqlite3 marks.sqlite .schema` shows them.
  static let migrations: [StaticString] = [
    """
    CREATE TABLE discussions(
      number INTEGER PRIMARY KEY,    -- names the discussion in other tables
      id TEXT NOT NULL UNIQUE,       -- the discussion's own id, compared byte by byte
      title TEXT NOT NULL,           -- as of the latest visit
      first_visit INTEGER NOT NULL,  -- seconds since 1970, like all times here
      last_visit INTEGER NOT NULL,   -- when the latest visit began
      place_entry TEXT,              -- where the reader was: the caller's name for an entry,
      place_offset INTEGER           --   and an offset in its text; both NULL before a first place
    );
    CREATE TABLE marks(
      discussion INTEGER NOT NULL REFERENCES discussions(number),
      comment TEXT NOT NULL,         -- the comment's own id, compared byte by byte
      state INTEGER NOT NULL,        -- 0 set unread by hand or undo, 1 read; no row: never decided
      time INTEGER NOT NULL,         -- when that was decided
      PRIMARY KEY(discussion, comment)
    ) WITHOUT ROWID;
    PRAGMA user_version = 1;
    """,
    """
    ALTER TABLE discussions
      ADD COLUMN folds BLOB;         -- what was folded: 8 bytes each, a hash, the lowest byte first
    ALTER TABLE discussions
      ADD COLUMN known BLOB;         -- the comments of the first visit, in the same form
    ALTER TABLE marks
      ADD COLUMN length INTEGER;     -- bytes of the comment's text when the mark was made
    ALTER TABLE marks
      ADD COLUMN hash INTEGER;       -- a hash of that text; NULL with the length where not known
    CREATE TABLE flags(
      discussion INTEGER NOT NULL REFERENCES discussions(number),
      comment TEXT NOT NULL,         -- the comment's own id, compared byte by byte
      kind INTEGER NOT NULL,         -- 1 it has a star, 2 its branch is muted
      state INTEGER NOT NULL,        -- 1 set, 0 taken away; no row: never set
      time INTEGER NOT NULL,         -- when that was decided
      PRIMARY KEY(discussion, kind, comment)
    ) WITHOUT ROWID;
    CREATE TABLE preferences(
      name TEXT PRIMARY KEY,         -- what the reader chose something for, in any discussion
      value INTEGER NOT NULL         -- what that was; its meaning is the caller's
    ) WITHOUT ROWID;
    PRAGMA user_version = 2;
    """,
    """
    CREATE TABLE kept(
      file TEXT PRIMARY KEY,         -- the name of the discussion's file in the folder of the kept
      id TEXT NOT NULL,              -- the discussion's own id, compared byte by byte
      title TEXT NOT NULL,
      url TEXT,                      -- the article's, or the page's
      link TEXT,                     -- from where it was fetched; NULL where it came as a file
      size INTEGER NOT NULL,         -- the file's, in bytes, when it was looked at
      modified INTEGER NOT NULL,     -- and when it was written, in nanoseconds since 1970
      comments INTEGER NOT NULL,     -- how many there are
      published INTEGER,             -- when the article was
      arrived INTEGER NOT NULL,      -- when the discussion was added or last got comments
      unread INTEGER,                -- how many comments are unread; NULL where marks were made since
      new INTEGER,                   -- how many of them are new; NULL with it
      muted INTEGER NOT NULL         -- 1 where news of it are not wanted
    ) WITHOUT ROWID;
    CREATE INDEX kept_by_id ON kept(id);
    CREATE INDEX kept_by_link ON kept(link);
    PRAGMA user_version = 3;
    """,
    """
    CREATE TABLE visits(
      discussion INTEGER NOT NULL REFERENCES discussions(number),
      start INTEGER NOT NULL,        -- when it began
      last_activity INTEGER NOT NULL, -- when something was last done in it
      arrived BLOB NOT NULL,         -- the comments that were first there in it, as hashes, without
                                     --   those that discussions.known has
      PRIMARY KEY(discussion, start)
    ) WITHOUT ROWID;
    INSERT INTO visits SELECT number, first_visit, max(first_visit, last_visit), x''
      FROM discussions;
    ALTER TABLE kept
      ADD COLUMN unseen INTEGER;     -- how many of the new were there in no visit
    UPDATE kept SET unread = NULL, new = NULL;
    PRAGMA user_version = 4;
    """,
    """
    ALTER TABLE kept
      ADD COLUMN deleted INTEGER;    -- how many of the comments were deleted at their source; NULL
                                     --   where that was not counted yet
    ALTER TABLE kept
      ADD COLUMN missing INTEGER;    -- how many more the site has; NULL with it
    PRAGMA user_version = 5;
    """,
    """
    CREATE TABLE fronts(
      address TEXT PRIMARY KEY,      -- of a page on which a site lists discussions
      page TEXT,                     -- as it was fetched last, in JSON; NULL where it never was
      fetched INTEGER,               -- when that was; NULL with it
      visit INTEGER,                 -- when the user's latest visit of it began; NULL before a first
      last_activity INTEGER          -- when something was last done in it; NULL with it
    );
    CREATE TABLE listed(
      link TEXT PRIMARY KEY,         -- of a discussion on such a page
      seen INTEGER,                  -- when the visit began in which its title was first shown; NULL
                                     --   where it was not yet
      noted INTEGER NOT NULL,        -- when it was last shown, or decided about
      hidden INTEGER NOT NULL,       -- 1 where the user does not want to see it again
      decided INTEGER                -- when that was decided; NULL where it never was
    ) WITHOUT ROWID;
    CREATE INDEX listed_by_time ON listed(noted);
    PRAGMA user_version = 6;
    """,
    """
    ALTER TABLE kept
      ADD COLUMN only_visited INTEGER NOT NULL DEFAULT 0;
                                     -- 1 where it was opened from a list or by a link in another
                                     --   discussion, and nobody asked for it to be kept
    PRAGMA user_version = 7;
    """,
    """
    ALTER TABLE kept
      ADD COLUMN article TEXT;       -- the address of what the discussion is about; empty where it is
                                     --   about its own text, NULL where nobody has looked yet
    PRAGMA user_version = 8;
    """,
    """
    ALTER TABLE listed
      ADD COLUMN stated INTEGER;     -- how many comments the site stated when the discussion was last
                                     --   fetched; NULL where that is not known
    PRAGMA user_version = 9;
    """,
  ]

  /// The version that this program reads and writes.
  static var version: Int { migrations.count }
}

extension Database {
  /// The number of migrations that the file went through.
  func schemaVersion() throws(SQLiteError) -> Int {
    let statement = try prepare("PRAGMA user_version")
    return try statement.onlyRow { row in Int(row.integer(0)) } ?? 0
  }

  /// Brings the file to ``Schema/version``, each migration in a transaction of its own.
  ///
  /// The version is read again inside each, since another process may migrate the same file. A
  /// version that this program does not know is left alone.
  func migrate() throws(SQLiteError) {
    while Schema.migrations.indices.contains(try schemaVersion()) {
      try transaction { () throws(SQLiteError) in
        let version = try schemaVersion()
        guard Schema.migrations.indices.contains(version) else { return }
        try execute(Schema.migrations[version])
      }
    }
  }
}
