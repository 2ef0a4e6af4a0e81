import DiscussionModel
import ReadMarks

/// The rows of the marks, and the statements for them, prepared once when the file opens.
///
/// What is done here is done in the transaction of the caller.
struct MarkStatements: ~Copyable {
  /// Finds a discussion, in one row or none.
  ///
  /// Parameter: its id. Columns: its number, first visit, last visit, place's entry and offset, folds
  /// and known comments.
  private let findDiscussion: Statement
  /// Lists the ids and titles of all discussions, by id.
  private let listDiscussions: Statement
  /// Lists the marks of a discussion by comment.
  ///
  /// Parameter: its number. Columns: comment, state, time, length and hash of its text.
  private let listMarks: Statement
  /// Lists the flags of one kind of a discussion by comment.
  ///
  /// Parameters: its number and the kind. Columns: comment, state, time.
  private let listFlags: Statement
  /// Parameters: a discussion's id, its title, the time and the hashes of its comments.
  private let saveVisit: Statement
  /// Parameters: a discussion's number, a comment, its state, the time, length and hash of its text,
  /// and by how many seconds at least it must be later than the mark it replaces.
  private let saveMark: Statement
  /// Parameters: a discussion's number, a comment, the flag's kind, its state, the time, and by how
  /// many seconds at least it must be later than the flag it replaces.
  private let saveFlag: Statement
  /// Parameters: a discussion's number, an entry, an offset and the folds.
  private let savePlace: Statement
  /// Parameters: a discussion's number, first and last visit, and known comments.
  private let saveVisits: Statement
  /// Lists the visits of a discussion by start.
  ///
  /// Parameter: its number. Columns: start, last activity and the comments that arrived.
  private let listVisits: Statement
  /// Parameter: a discussion's number.
  private let removeVisits: Statement
  /// Parameters: a discussion's number, and a visit's start, last activity and arrivals.
  private let addVisit: Statement
  /// Parameters: a discussion's number, a visit's start, and when something was done in it.
  private let noteActivity: Statement
  /// Parameter: a discussion's number.
  private let countsForgotten: Statement
  /// Lists what the reader chose.
  ///
  /// Columns: name, value.
  private let listPreferences: Statement
  /// Parameters: a name and a value.
  private let savePreference: Statement
  /// Gives one row with a number that changes when another connection commits.
  private let dataVersion: Statement
}

extension MarkStatements {
  /// Prepares them on a database of version ``Schema/version``.
  init(on database: borrowing Database) throws(SQLiteError) {
    self.init(
      findDiscussion: try database.prepare(
        """
        SELECT number, first_visit, last_visit, place_entry, place_offset, folds, known
        FROM discussions WHERE id = ?1
        """),
      listDiscussions: try database.prepare("SELECT id, title FROM discussions ORDER BY id"),
      listMarks: try database.prepare(
        """
        SELECT comment, state, time, length, hash
        FROM marks WHERE discussion = ?1 ORDER BY comment
        """),
      listFlags: try database.prepare(
        """
        SELECT comment, state, time FROM flags WHERE discussion = ?1 AND kind = ?2 ORDER BY comment
        """),
      saveVisit: try database.prepare(
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
      listVisits: try database.prepare(
        "SELECT start, last_activity, arrived FROM visits WHERE discussion = ?1 ORDER BY start"),
      removeVisits: try database.prepare("DELETE FROM visits WHERE discussion = ?1"),
      addVisit: try database.prepare("INSERT INTO visits VALUES(?1, ?2, ?3, ?4)"),
      noteActivity: try database.prepare(
        """
        UPDATE visits SET last_activity = ?3
        WHERE discussion = ?1 AND start = ?2 AND last_activity < ?3
        """),
      countsForgotten: try database.prepare(
        """
        UPDATE kept SET unread = NULL, new = NULL
        WHERE id = (SELECT id FROM discussions WHERE number = ?1) AND unread IS NOT NULL
        """),
      listPreferences: try database.prepare("SELECT name, value FROM preferences"),
      savePreference: try database.prepare(
        """
        INSERT INTO preferences(name, value) VALUES(?1, ?2)
        ON CONFLICT(name) DO UPDATE SET value = excluded.value
        """),
      dataVersion: try database.prepare("PRAGMA data_version"))
  }

  // MARK: Reading

  /// A discussion's number and what was saved for it; nil when no visit of it was recorded.
  func found(
    _ discussion: String
  ) throws(SQLiteError) -> (number: Int64, reading: SavedReading)? {
    try findDiscussion.bind(try spelled(discussion))
    let row = try findDiscussion.onlyRow { row in
      (number: row.integer(0), reading: SavedReading(withoutMarks: row))
    }
    guard var found = row else { return nil }
    try listMarks.bind(found.number)
    try listMarks.forEachRow { row in found.reading.marks.append(SavedMark(row)) }
    found.reading.visits = try visits(of: found.number)
    found.reading.stars = try flags(.star, of: found.number)
    found.reading.mutes = try flags(.mute, of: found.number)
    return found
  }

  private func flags(_ kind: FlagKind, of number: Int64) throws(SQLiteError) -> [SavedFlag] {
    var flags: [SavedFlag] = []
    try listFlags.bind(number, kind.rawValue)
    try listFlags.forEachRow { row in
      flags.append(
        SavedFlag(comment: row.text(0), isSet: row.integer(1) == 1, time: row.decisionTime(2)))
    }
    return flags
  }

  /// The spelling of an id under which something is kept already; the id itself if nothing is.
  ///
  /// The database compares bytes; ``DiscussionID`` does not.
  ///
  /// - Complexity: O(*n*) in the discussions for an id that has other spellings and is not known in this one.
  func spelled(_ id: String) throws(SQLiteError) -> String {
    guard DiscussionID.hasOtherSpellings(id) else { return id }
    try findDiscussion.bind(id)
    if try findDiscussion.onlyRow({ row in row.integer(0) }) != nil { return id }
    var ids: [String] = []
    try listDiscussions.forEachRow { row in ids.append(row.text(0)) }
    return ids.first { DiscussionID.areSame($0, id) } ?? id
  }

  /// A discussion's number; nil when no visit of it was recorded.
  func number(of discussion: String) throws(SQLiteError) -> Int64? {
    try findDiscussion.bind(try spelled(discussion))
    return try findDiscussion.onlyRow { row in row.integer(0) }
  }

  /// The ids and titles of all discussions, by id.
  func names() throws(SQLiteError) -> [(id: String, title: String)] {
    var names: [(id: String, title: String)] = []
    try listDiscussions.forEachRow { row in names.append((row.text(0), row.text(1))) }
    return names
  }

  /// A number that changes when another connection commits.
  func revision() throws(SQLiteError) -> Int64 {
    try dataVersion.onlyRow { row in row.integer(0) } ?? 0
  }

  /// What the reader chose.
  func chosen() throws(SQLiteError) -> [String: Int] {
    var result: [String: Int] = [:]
    try listPreferences.forEachRow { row in result[row.text(0)] = Int(row.integer(1)) }
    return result
  }

  /// Keeps a choice, instead of the one before.
  func choose(_ name: String, _ value: Int) throws(SQLiteError) {
    try savePreference.run(name, value)
  }

  /// Sets when the first and the last visit were, and the comments of the first.
  func save(
    firstVisit: Int64, lastVisit: Int64, known: [UInt64]?, _ number: Int64
  ) throws(SQLiteError) {
    try saveVisits.run(number, firstVisit, lastVisit, known)
  }

  /// The visits of a discussion, by their starts, ascending.
  func visits(of number: Int64) throws(SQLiteError) -> [Visit] {
    var visits: [Visit] = []
    try listVisits.bind(number)
    try listVisits.forEachRow { row in
      visits.append(
        Visit(start: row.time(0), lastActivity: row.time(1), arrivals: row.hashes(2) ?? []))
    }
    return visits
  }

  /// Keeps these visits of a discussion instead of those that are kept.
  func save(_ visits: [Visit], of number: Int64) throws(SQLiteError) {
    try removeVisits.run(number)
    for visit in visits {
      try addVisit.run(number, visit.start, visit.lastActivity, visit.arrivals)
    }
  }

  /// Notes when something was done in a visit.
  func note(_ activity: Activity, in number: Int64) throws(SQLiteError) {
    try noteActivity.run(number, activity.visit, activity.time)
  }

  /// Notes that what the catalogue counted of a discussion no longer holds.
  func forgetCounts(of number: Int64) throws(SQLiteError) {
    try countsForgotten.run(number)
  }

  // MARK: Saving

  func beginVisit(
    _ discussion: String, _ title: String, _ comments: [UInt64]?, _ time: Int64
  ) throws(SQLiteError) {
    try saveVisit.run(try spelled(discussion), title, time, comments)
  }

  /// Saves a mark, with a later time than the one it replaces if it is decided now; one that is merged
  /// keeps its own time.
  func save(
    _ mark: SavedMark, _ number: Int64, isDecidedNow: Bool
  ) throws(SQLiteError) {
    let (length, hash) = (mark.text?.length, mark.text.map { Int64(bitPattern: $0.hash) })
    try saveMark.run(number, mark.comment, mark.isRead, mark.time, length, hash, isDecidedNow)
  }

  /// The same for a star or a mute.
  func save(
    _ flag: SavedFlag, _ kind: FlagKind, _ number: Int64, isDecidedNow: Bool
  ) throws(SQLiteError) {
    try saveFlag.run(number, flag.comment, kind.rawValue, flag.isSet, flag.time, isDecidedNow)
  }

  func save(_ place: Place, _ folds: [UInt64]?, _ number: Int64) throws(SQLiteError) {
    try savePlace.run(number, place.entry, place.offset, folds)
  }
}

/// The kinds of flags as the database numbers them.
enum FlagKind: Int64 {
  case star = 1
  case mute = 2
}

extension SavedReading {
  /// Reads a row of ``Statements/discussion``.
  fileprivate init(withoutMarks row: borrowing Row) {
    self.init(firstVisit: row.time(1), lastVisit: row.time(2))
    if !row.isNull(3) { place = Place(entry: row.text(3), offset: row.count(4)) }
    folds = row.hashes(5)
    knownComments = row.hashes(6)
  }
}

extension SavedMark {
  /// Reads a row of ``Statements/marks``.
  fileprivate init(_ row: borrowing Row) {
    self.init(comment: row.text(0), isRead: row.integer(1) == 1, time: row.decisionTime(2))
    if !row.isNull(3) {
      text = BodyVersion(length: row.count(3), hash: UInt64(bitPattern: row.integer(4)))
    }
  }
}
