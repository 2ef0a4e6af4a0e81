/// The statements of everyday use, prepared once when a library opens.
struct Statements: ~Copyable {
  /// Finds a discussion, in one row or none.
  ///
  /// Parameter: its id. Columns: its number, first visit, last visit, place's entry and offset.
  let discussion: Statement
  /// Lists the marks of a discussion by comment.
  ///
  /// Parameter: its number. Columns: comment, state, time.
  let marks: Statement
  /// Parameters: a discussion's id, its title and the time.
  let beginVisit: Statement
  /// Parameters: a discussion's number, a comment, its state and the time.
  let saveMark: Statement
  /// Parameters: a discussion's number, an entry and an offset.
  let savePlace: Statement
  /// Gives one row with a number that changes when another connection commits.
  let dataVersion: Statement
}

extension Statements {
  /// Prepares them on a database of version ``Schema/version``.
  init(on database: borrowing Database) throws(SQLiteError) {
    self.init(
      discussion: try database.prepare(
        """
        SELECT number, first_visit, last_visit, place_entry, place_offset
        FROM discussions WHERE id = ?1
        """),
      marks: try database.prepare(
        "SELECT comment, state, time FROM marks WHERE discussion = ?1 ORDER BY comment"),
      beginVisit: try database.prepare(
        """
        INSERT INTO discussions(id, title, first_visit, last_visit) VALUES(?1, ?2, ?3, ?3)
        ON CONFLICT(id) DO UPDATE SET title = excluded.title, last_visit = excluded.last_visit
        """),
      saveMark: try database.prepare(
        """
        INSERT INTO marks(discussion, comment, state, time) VALUES(?1, ?2, ?3, ?4)
        ON CONFLICT(discussion, comment) DO UPDATE SET state = excluded.state, time = excluded.time
        """),
      savePlace: try database.prepare(
        "UPDATE discussions SET place_entry = ?2, place_offset = ?3 WHERE number = ?1"),
      dataVersion: try database.prepare("PRAGMA data_version"))
  }
}
