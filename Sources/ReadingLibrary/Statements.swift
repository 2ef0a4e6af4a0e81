/// The statements of everyday use, prepared once when a library opens.
struct Statements: ~Copyable {
  /// Finds a discussion, in one row or none.
  ///
  /// Parameter: its id. Columns: its number, first visit, last visit, place's entry and offset, folds
  /// and known comments.
  let discussion: Statement
  /// Lists the ids and titles of all discussions, by id.
  let allDiscussions: Statement
  /// Lists the marks of a discussion by comment.
  ///
  /// Parameter: its number. Columns: comment, state, time, length and hash of its text.
  let marks: Statement
  /// Lists the flags of one kind of a discussion by comment.
  ///
  /// Parameters: its number and the kind. Columns: comment, state, time.
  let flags: Statement
  /// Parameters: a discussion's id, its title, the time and the hashes of its comments.
  let beginVisit: Statement
  /// Parameters: a discussion's number, a comment, its state, the time, length and hash of its text,
  /// and by how many seconds at least it must be later than the mark it replaces.
  let saveMark: Statement
  /// Parameters: a discussion's number, a comment, the flag's kind, its state, the time, and by how
  /// many seconds at least it must be later than the flag it replaces.
  let saveFlag: Statement
  /// Parameters: a discussion's number, an entry, an offset and the folds.
  let savePlace: Statement
  /// Parameters: a discussion's number, first and last visit, and known comments.
  let saveVisits: Statement
  /// Parameter: a discussion's number.
  let forgetCounts: Statement
  /// Lists what the reader chose.
  ///
  /// Columns: name, value.
  let preferences: Statement
  /// Parameters: a name and a value.
  let savePreference: Statement
  /// Gives one row with a number that changes when another connection commits.
  let dataVersion: Statement
}

extension Statements {
  /// Prepares them on a database of version ``Schema/version``.
  init(on database: borrowing Database) throws(SQLiteError) {
    self.init(
      discussion: try database.prepare(
        """
        SELECT number, first_visit, last_visit, place_entry, place_offset, folds, known
        FROM discussions WHERE id = ?1
        """),
      allDiscussions: try database.prepare("SELECT id, title FROM discussions ORDER BY id"),
      marks: try database.prepare(
        """
        SELECT comment, state, time, length, hash
        FROM marks WHERE discussion = ?1 ORDER BY comment
        """),
      flags: try database.prepare(
        """
        SELECT comment, state, time FROM flags WHERE discussion = ?1 AND kind = ?2 ORDER BY comment
        """),
      beginVisit: try database.prepare(
        """
        INSERT INTO discussions(id, title, first_visit, last_visit, known)
        VALUES(?1, ?2, ?3, ?3, ?4)
        ON CONFLICT(id) DO UPDATE SET title = excluded.title,
          last_visit = max(excluded.last_visit, min(last_visit, 9223372036854775806) + 1),
          known = coalesce(known, excluded.known)
        """),
      saveMark: try database.prepare(
        """
        INSERT INTO marks(discussion, comment, state, time, length, hash)
        VALUES(?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT(discussion, comment) DO UPDATE SET state = excluded.state,
          time = max(excluded.time, min(time, 9223372036854775806) + ?7),
          length = excluded.length, hash = excluded.hash
        """),
      saveFlag: try database.prepare(
        """
        INSERT INTO flags(discussion, comment, kind, state, time) VALUES(?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(discussion, kind, comment) DO UPDATE SET state = excluded.state,
          time = max(excluded.time, min(time, 9223372036854775806) + ?6)
        """),
      savePlace: try database.prepare(
        """
        UPDATE discussions SET place_entry = ?2, place_offset = ?3, folds = ?4 WHERE number = ?1
        """),
      saveVisits: try database.prepare(
        """
        UPDATE discussions SET first_visit = ?2, last_visit = ?3, known = ?4 WHERE number = ?1
        """),
      forgetCounts: try database.prepare(
        """
        UPDATE kept SET unread = NULL, new = NULL
        WHERE id = (SELECT id FROM discussions WHERE number = ?1) AND unread IS NOT NULL
        """),
      preferences: try database.prepare("SELECT name, value FROM preferences"),
      savePreference: try database.prepare(
        """
        INSERT INTO preferences(name, value) VALUES(?1, ?2)
        ON CONFLICT(name) DO UPDATE SET value = excluded.value
        """),
      dataVersion: try database.prepare("PRAGMA data_version"))
  }
}
