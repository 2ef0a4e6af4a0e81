import DiscussionModel
import ReadMarks

/// What is kept of front pages: each as it was fetched last, when it was visited, and which of the
/// discussions on it were shown before or are not to be shown again.
///
/// It is in the file of marks, since only the user could say again what is hidden.
public struct FrontRecords {
  private let file: DatabaseFile

  /// Those of a file of marks.
  init(in file: DatabaseFile) { self.file = file }

  /// For so long what was neither fetched nor shown is kept, in seconds: 90 days.
  static let longest: Int64 = 90 * 86_400

  /// A page as it was fetched.
  public struct Page: Equatable, Sendable {
    /// The page in the caller's own words.
    public var text: String
    /// In seconds since 1970.
    public var fetched: Int64

    public init(text: String, fetched: Int64) {
      self.text = text
      self.fetched = fetched
    }
  }

  // MARK: Pages

  /// The page that was fetched last from an address; nil if none is kept.
  public func page(at address: String) throws(StorageError) -> Page? {
    try file.read { () throws(SQLiteError) in
      let statement = try file.database.prepare(
        "SELECT page, fetched FROM fronts WHERE address = ?1 AND page IS NOT NULL")
      try statement.bind(address)
      return try statement.onlyRow { row in Page(text: row.text(0), fetched: row.time(1)) }
    }
  }

  /// Keeps a page in place of the one before, and forgets what was neither fetched nor shown for 90 days.
  ///
  /// What is hidden stays hidden.
  ///
  /// - Parameters:
  ///   - page: it.
  ///   - address: where it was fetched.
  ///   - now: seconds since 1970.
  /// - Throws: what keeps it from being saved.
  public func keep(_ page: Page, at address: String, now: Int64) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      try file.database.prepare(
        """
        INSERT INTO fronts(address, page, fetched) VALUES(?1, ?2, ?3)
        ON CONFLICT(address) DO UPDATE SET page = excluded.page, fetched = excluded.fetched
        """
      ).run(address, page.text, page.fetched)
      let end = now - Self.longest
      try file.database.prepare("DELETE FROM listed WHERE noted < ?1 AND decided IS NULL").run(end)
      try file.database.prepare(
        """
        DELETE FROM fronts
        WHERE coalesce(fetched, ?1 - 1) < ?1 AND coalesce(last_activity, ?1 - 1) < ?1
        """
      ).run(end)
    }
  }

  // MARK: Visits

  /// The user's latest visit of a page; nil before the first.
  private func visit(_ address: String) throws(SQLiteError) -> Visit? {
    let statement = try file.database.prepare(
      "SELECT visit, last_activity FROM fronts WHERE address = ?1 AND visit IS NOT NULL")
    try statement.bind(address)
    return try statement.onlyRow { row in Visit(start: row.time(0), lastActivity: row.time(1)) }
  }

  /// Those of some links whose titles were first shown before the visit of a page that goes on or begins now.
  ///
  /// - Parameters:
  ///   - links: of discussions.
  ///   - address: the page's.
  ///   - now: seconds since 1970.
  /// - Returns: them.
  /// - Throws: what keeps them from being read.
  public func seen(
    _ links: [String], at address: String, now: Int64
  ) throws(StorageError) -> Set<String> {
    try file.read { () throws(SQLiteError) in
      let start = [try visit(address)].compactMap { $0 }.start(at: now)
      return try those(
        of: links, "SELECT count(*) FROM listed WHERE link = ?1 AND seen < ?2", start)
    }
  }

  /// Notes that titles are shown, in the visit of a page that goes on or begins now.
  ///
  /// - Parameters:
  ///   - links: of the discussions; none only notes that something is done in the visit.
  ///   - address: the page's.
  ///   - now: seconds since 1970.
  /// - Throws: what keeps it from being saved.
  public func noteSeen(_ links: [String], at address: String, now: Int64) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      let start = [try visit(address)].compactMap { $0 }.start(at: now)
      try file.database.prepare(
        """
        INSERT INTO fronts(address, visit, last_activity) VALUES(?1, ?2, ?3)
        ON CONFLICT(address) DO UPDATE
          SET visit = excluded.visit, last_activity = excluded.last_activity
        """
      ).run(address, start, now)
      let note = try file.database.prepare(
        """
        INSERT INTO listed(link, seen, noted, hidden) VALUES(?1, ?2, ?3, 0)
        ON CONFLICT(link) DO UPDATE SET seen = coalesce(seen, excluded.seen), noted = excluded.noted
        """)
      for link in links { try note.run(link, start, now) }
    }
  }

  /// Whether a page was visited, and the visit is over.
  public func wasVisited(_ address: String, before now: Int64) throws(StorageError) -> Bool {
    try file.read { () throws(SQLiteError) in
      guard let latest = try visit(address) else { return false }
      return [latest].start(at: now) != latest.start
    }
  }

  // MARK: Counts

  /// Notes how many comments a site states of a discussion, as that was fetched.
  public func noteStated(_ comments: Int, of link: String, now: Int64) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      try file.database.prepare(
        """
        INSERT INTO listed(link, noted, hidden, stated) VALUES(?1, ?2, 0, ?3)
        ON CONFLICT(link) DO UPDATE SET noted = excluded.noted, stated = excluded.stated
        """
      ).run(link, now, comments)
    }
  }

  /// Those counts of some links, by the links.
  public func stated(among links: [String]) throws(StorageError) -> [String: Int] {
    try file.read { () throws(SQLiteError) in
      let statement = try file.database.prepare(
        "SELECT stated FROM listed WHERE link = ?1 AND stated IS NOT NULL")
      var found: [String: Int] = [:]
      for link in links {
        try statement.bind(link)
        try statement.forEachRow { row in found[link] = row.count(0) }
      }
      return found
    }
  }

  // MARK: Hiding

  /// Those of some links that are hidden.
  public func hidden(among links: [String]) throws(StorageError) -> Set<String> {
    try file.read { () throws(SQLiteError) in
      try those(
        of: links, "SELECT count(*) FROM listed WHERE link = ?1 AND hidden = ?2", 1)
    }
  }

  /// Hides a discussion on all front pages, or shows it again.
  ///
  /// - Parameters:
  ///   - link: the discussion's.
  ///   - isHidden: whether it is hidden from now on.
  ///   - now: seconds since 1970; the decision is later than the one before, even if a clock was ahead.
  /// - Throws: what keeps it from being saved.
  public func hide(_ link: String, _ isHidden: Bool, now: Int64) throws(StorageError) {
    try file.write { () throws(SQLiteError) in
      try file.database.prepare(
        """
        INSERT INTO listed(link, noted, hidden, decided) VALUES(?1, ?3, ?2, ?3)
        ON CONFLICT(link) DO UPDATE SET hidden = excluded.hidden, noted = excluded.noted,
          decided = max(excluded.decided, min(coalesce(decided, ?3 - 1), 9223372036854775806) + 1)
        """
      ).run(link, isHidden, now)
    }
  }

  // MARK: Exchanging

  /// That a discussion was hidden, or shown again.
  public struct Decision: Equatable, Sendable {
    /// The discussion's link.
    public var link: String
    public var isHidden: Bool
    /// In seconds since 1970.
    public var time: Int64

    public init(link: String, isHidden: Bool, time: Int64) {
      self.link = link
      self.isHidden = isHidden
      self.time = time
    }
  }

  /// All that was decided about discussions on front pages, by their links.
  public func decisions() throws(StorageError) -> [Decision] {
    try file.read { () throws(SQLiteError) in
      let statement = try file.database.prepare(
        "SELECT link, hidden, decided FROM listed WHERE decided IS NOT NULL ORDER BY link")
      var decisions: [Decision] = []
      try statement.forEachRow { row in
        decisions.append(
          Decision(
            link: row.text(0), isHidden: row.integer(1) == 1,
            time: row.decisionTime(2).clamped(to: NumberBounds.decision)))
      }
      return decisions
    }
  }

  /// Merges what was decided elsewhere: of all decisions about one discussion the latest stays, and of two of
  /// the same second that it is hidden.
  ///
  /// - Returns: about how many discussions something else is decided than before.
  /// - Throws: what keeps it from being saved.
  public func merge(_ decisions: [Decision]) throws(StorageError) -> Int {
    try file.write { () throws(SQLiteError) in
      let save = try file.database.prepare(
        """
        INSERT INTO listed(link, noted, hidden, decided) VALUES(?1, ?3, ?2, ?3)
        ON CONFLICT(link) DO UPDATE SET hidden = excluded.hidden, decided = excluded.decided
        WHERE decided IS NULL OR excluded.decided > decided
          OR excluded.decided = decided AND excluded.hidden > hidden
        """)
      let changes = try file.database.prepare("SELECT changes()")
      var count = 0
      for decision in decisions {
        let time = decision.time.clamped(to: NumberBounds.decision)
        try save.run(decision.link, decision.isHidden, time)
        count += Int(try changes.onlyRow { row in row.integer(0) } ?? 0)
      }
      return count
    }
  }

  /// Those of some links for which a query, given each and a number, counts anything.
  private func those(
    of links: [String], _ query: StaticString, _ number: Int64
  ) throws(SQLiteError) -> Set<String> {
    let statement = try file.database.prepare(query)
    var found: Set<String> = []
    for link in links {
      try statement.bind(link, number)
      if try statement.onlyRow({ row in row.integer(0) }) == 1 { found.insert(link) }
    }
    return found
  }
}
