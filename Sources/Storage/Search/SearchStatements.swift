/// The statements with which the index is asked.
struct SearchStatements: ~Copyable {
  /// Lists the discussions that can be found.
  ///
  /// Columns: id, the file's name, size and time.
  let stamps: Statement
  /// Lists the numbers of documents that must not be found, as they are being written or taken away.
  ///
  /// Columns: the first and the last of consecutive ones.
  let hidden: Statement
  /// Lists the documents that match, in no order of use.
  ///
  /// Parameter: a query. Column: number.
  let matching: Statement
  /// The same, the best first.
  let best: Statement
  /// The same, the last first.
  let newest: Statement
  /// Finds what a document is of, in one row or none.
  ///
  /// Parameter: its number. Columns: the discussion's id and the comment's.
  let name: Statement
  /// Parameter: the number of a document, of which something is to be shown.
  let show: Statement
  /// Lists what is to be shown.
  ///
  /// Parameter: a query. Columns: the document's number, the discussion's id and title, the comment's
  /// id, number, author and time, and its text around the words that match, each between U+0001 and
  /// U+0002.
  let shown: Statement
  /// Forgets what was to be shown.
  let showNothing: Statement
}

extension SearchStatements {
  /// Prepares them on a database of version ``SearchSchema/version``.
  init(on database: borrowing Database) throws(SQLiteError) {
    self.init(
      stamps: try database.prepare(
        "SELECT id, file, size, modified FROM discussions WHERE state = 1"),
      hidden: try database.prepare(
        "SELECT first, last FROM discussions WHERE state <> 1 AND last >= first"),
      matching: try database.prepare("SELECT rowid FROM words WHERE words MATCH ?1"),
      best: try database.prepare("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank"),
      newest: try database.prepare(
        "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC"),
      name: try database.prepare(
        """
        SELECT discussions.id, documents.comment
        FROM documents JOIN discussions ON discussions.number = documents.discussion
        WHERE documents.number = ?1
        """),
      show: try database.prepare(
        """
        INSERT INTO temp.shown(rowid, author, title, text)
        SELECT number, author, title, text FROM documents WHERE number = ?1
        """),
      shown: try database.prepare(
        """
        SELECT documents.number, discussions.id, discussions.title, documents.comment,
          documents.label, documents.author, documents.time,
          snippet(shown, 2, char(1), char(2), '…', 32)
        FROM temp.shown JOIN documents ON documents.number = shown.rowid
          JOIN discussions ON discussions.number = documents.discussion
        WHERE shown MATCH ?1
        """),
      showNothing: try database.prepare("DELETE FROM temp.shown"))
  }
}
