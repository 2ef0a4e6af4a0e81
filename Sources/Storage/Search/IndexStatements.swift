/// The statements with which the index is written.
struct IndexStatements: ~Copyable {
  /// Lets what an earlier writer left unfinished be removed.
  let giveUpDrafts: Statement
  /// Parameters: a discussion's id and title, its file's name, size and time.
  ///
  /// Columns: its number, and that of its first document.
  let begin: Statement
  /// Parameters: the document's number, its discussion's, the comment's id, number, time and author,
  /// the title and the text.
  let addDocument: Statement
  /// Parameters: the document's number, author, title and text.
  let addWords: Statement
  /// Parameters: a discussion's number, and that of its last document so far.
  let extend: Statement
  /// Lets whatever else has a discussion's id be removed.
  ///
  /// Parameter: the discussion's number.
  let replace: Statement
  /// Parameter: the number of a discussion that can be found from now on.
  let reveal: Statement
  /// Parameter: the id of a discussion that is to be removed.
  let remove: Statement
  /// Finds a discussion that is to be removed: at most one row.
  ///
  /// Columns: its number, those of its first and last document.
  let removed: Statement
  /// Parameters: the numbers of the first and the last document whose words are removed.
  let takeWords: Statement
  /// The same for the documents themselves.
  let takeDocuments: Statement
  /// Parameters: a discussion's number, and that of the first document that is left.
  let shorten: Statement
  /// Parameter: a discussion's number.
  let takeDiscussion: Statement
}

extension IndexStatements {
  /// Prepares them on a database of version ``SearchSchema/version``.
  init(on database: borrowing Database) throws(SQLiteError) {
    self.init(
      giveUpDrafts: try database.prepare("UPDATE discussions SET state = 2 WHERE state = 0"),
      begin: try database.prepare(
        """
        INSERT INTO discussions(id, title, file, size, modified, state, first, last)
        SELECT ?1, ?2, ?3, ?4, ?5, 0, coalesce(max(last), 0) + 1, coalesce(max(last), 0)
        FROM discussions
        RETURNING number, first
        """),
      addDocument: try database.prepare(
        "INSERT INTO documents VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      addWords: try database.prepare(
        "INSERT INTO words(rowid, author, title, text) VALUES(?1, ?2, ?3, ?4)"),
      extend: try database.prepare("UPDATE discussions SET last = ?2 WHERE number = ?1"),
      replace: try database.prepare(
        """
        UPDATE discussions SET state = 2
        WHERE id = (SELECT id FROM discussions WHERE number = ?1) AND number <> ?1
        """),
      reveal: try database.prepare("UPDATE discussions SET state = 1 WHERE number = ?1"),
      remove: try database.prepare("UPDATE discussions SET state = 2 WHERE id = ?1 AND state = 1"),
      removed: try database.prepare(
        """
        SELECT number, coalesce(
          (SELECT min(d.number) FROM documents AS d WHERE d.number BETWEEN first AND last),
          last + 1),
          last
        FROM discussions WHERE state = 2 LIMIT 1
        """),
      takeWords: try database.prepare(
        """
        INSERT INTO words(words, rowid, author, title, text)
        SELECT 'delete', number, author, title, text FROM documents WHERE number BETWEEN ?1 AND ?2
        """),
      takeDocuments: try database.prepare("DELETE FROM documents WHERE number BETWEEN ?1 AND ?2"),
      shorten: try database.prepare("UPDATE discussions SET first = ?2 WHERE number = ?1"),
      takeDiscussion: try database.prepare("DELETE FROM discussions WHERE number = ?1"))
  }
}
