import DiscussionModel

/// The catalogue: what is known of the kept discussions without reading their files.
///
/// It can be made again from the files except what was decided about a discussion and when it arrived.
/// For that it is kept with the marks, in the same file.
public struct Catalogue {
  private let file: DatabaseFile

  /// That of a file of marks.
  init(in file: DatabaseFile) { self.file = file }

  /// All that the catalogue has, by the files' names.
  ///
  /// - Complexity: O(*n*) in the discussions, whatever their size.
  public func keptDiscussions() throws(StorageError) -> [KeptDiscussion] {
    try file.read { () throws(SQLiteError) in
      let statement = try file.database.prepare(
        """
        SELECT k.id, k.title, k.url, k.link, k.file, k.size, k.modified, k.comments, k.published,
          k.arrived, k.unread, k.new, k.muted, d.last_visit, k.unseen,
          (SELECT max(last_activity) FROM visits WHERE discussion = d.number), k.deleted, k.missing,
          k.only_visited AND NOT EXISTS(
            SELECT 1 FROM flags WHERE discussion = d.number AND kind = 1 AND state = 1), k.article
        FROM kept AS k LEFT JOIN discussions AS d ON d.id = k.id ORDER BY k.file
        """)
      var kept: [KeptDiscussion] = []
      try statement.forEachRow { row in kept.append(KeptDiscussion(row)) }
      return kept
    }
  }

  /// What the catalogue has of one discussion, whatever spelling of its id it has; nil if it has none.
  public func kept(_ id: String) throws(StorageError) -> KeptDiscussion? {
    if let found = try keptAsSpelled(id) { return found }
    guard DiscussionID.hasOtherSpellings(id) else { return nil }
    return try keptDiscussions().first { DiscussionID.areSame($0.id, id) }
  }

  private func keptAsSpelled(_ id: String) throws(StorageError) -> KeptDiscussion? {
    try oneKept(
      """
      SELECT k.id, k.title, k.url, k.link, k.file, k.size, k.modified, k.comments, k.published,
        k.arrived, k.unread, k.new, k.muted, d.last_visit, k.unseen,
          (SELECT max(last_activity) FROM visits WHERE discussion = d.number), k.deleted, k.missing,
          k.only_visited AND NOT EXISTS(
            SELECT 1 FROM flags WHERE discussion = d.number AND kind = 1 AND state = 1), k.article
      FROM kept AS k LEFT JOIN discussions AS d ON d.id = k.id WHERE k.id = ?1
      """, id)
  }

  /// What the catalogue has of the discussion that was fetched from an address; nil if it has
  /// none.
  public func kept(from link: String) throws(StorageError) -> KeptDiscussion? {
    try oneKept(
      """
      SELECT k.id, k.title, k.url, k.link, k.file, k.size, k.modified, k.comments, k.published,
        k.arrived, k.unread, k.new, k.muted, d.last_visit, k.unseen,
          (SELECT max(last_activity) FROM visits WHERE discussion = d.number), k.deleted, k.missing,
          k.only_visited AND NOT EXISTS(
            SELECT 1 FROM flags WHERE discussion = d.number AND kind = 1 AND state = 1), k.article
      FROM kept AS k LEFT JOIN discussions AS d ON d.id = k.id WHERE k.link = ?1
      """, link)
  }

  private func oneKept(
    _ query: StaticString, _ key: String
  ) throws(StorageError) -> KeptDiscussion? {
    try file.read { () throws(SQLiteError) in
      let statement = try file.database.prepare(query)
      try statement.bind(key)
      var found: KeptDiscussion?
      try statement.forEachRow { row in found = KeptDiscussion(row) }
      return found
    }
  }

  /// Brings the catalogue up to date, in one transaction.
  ///
  /// Whether the news of a discussion are wanted, and whether it was only visited, holds as it is:
  /// somebody may have decided on that since its entry was read.
  ///
  /// - Parameters:
  ///   - found: what is to be in it, instead of what it has for the same file.
  ///   - gone: the names of files that are no longer there.
  /// - Throws: what keeps it from being saved.
  public func enter(
    _ found: [KeptDiscussion], without gone: [String] = []
  ) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      let remove = try file.database.prepare("DELETE FROM kept WHERE file = ?1")
      for name in gone {
        try remove.run(name)
      }
      let insert = try file.database.prepare(
        """
        INSERT INTO kept(file, id, title, url, link, size, modified, comments,
          published, arrived, unread, new, muted, unseen, deleted, missing, only_visited, article)
        VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        ON CONFLICT(file) DO UPDATE SET title = excluded.title, url = excluded.url,
          link = excluded.link, size = excluded.size, modified = excluded.modified,
          comments = excluded.comments, published = excluded.published, arrived = excluded.arrived,
          unread = excluded.unread, new = excluded.new, unseen = excluded.unseen, id = excluded.id,
          deleted = excluded.deleted, missing = excluded.missing, article = excluded.article,
          muted = CASE WHEN kept.id = excluded.id THEN kept.muted ELSE excluded.muted END,
          only_visited = CASE WHEN kept.id = excluded.id THEN kept.only_visited
            ELSE excluded.only_visited END
        """)
      for kept in found {
        let (file, counts) = (kept.file, kept.counts)
        try insert.run(
          file.name, kept.id, kept.title, kept.url, kept.link, file.size, file.modified,
          kept.comments, kept.published, kept.arrived, counts?.unread, counts?.new, kept.isMuted,
          counts?.unseen, kept.unreadable?.deleted, kept.unreadable?.missing, kept.isOnlyVisited,
          kept.article)
      }
    }
  }

  /// Decides whether the news of a kept discussion are wanted.
  public func setMuted(_ isMuted: Bool, kept id: String) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      let statement = try file.database.prepare("UPDATE kept SET muted = ?2 WHERE id = ?1")
      try statement.run(id, isMuted)
    }
  }

  /// Decides that the discussion in a file is kept until it is removed, whoever brought it.
  public func keepForGood(file name: String) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      let statement = try file.database.prepare("UPDATE kept SET only_visited = 0 WHERE file = ?1")
      try statement.run(name)
    }
  }

  /// Keeps how much of a discussion is unread, if it is a kept one.
  public func setCounts(
    _ counts: KeptDiscussion.Counts, kept id: String
  ) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      let statement = try file.database.prepare(
        "UPDATE kept SET unread = ?2, new = ?3, unseen = ?4 WHERE id = ?1")
      try statement.run(id, counts.unread, counts.new, counts.unseen)
    }
  }
}

extension KeptDiscussion {
  /// Reads a row of the catalogue.
  fileprivate init(_ row: borrowing Row) {
    id = row.text(0)
    title = row.text(1)
    url = row.isNull(2) ? nil : row.text(2)
    link = row.isNull(3) ? nil : row.text(3)
    file = FileStamp(name: row.text(4), size: row.integer(5), modified: row.integer(6))
    comments = row.count(7)
    published = row.optionalTime(8)
    arrived = row.time(9)
    counts =
      row.isNull(10)
      ? nil : Counts(unread: row.count(10), new: row.count(11), unseen: row.count(14))
    isMuted = row.integer(12) == 1
    visited = row.optionalTime(13)
    lastActivity = row.optionalTime(15)
    unreadable =
      row.isNull(16) ? nil : Unreadable(deleted: row.count(16), missing: row.count(17))
    isOnlyVisited = row.integer(18) == 1
    article = row.isNull(19) ? nil : row.text(19)
  }
}
