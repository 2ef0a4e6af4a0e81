import DiscussionModel
public import ReadMarks

/// Something that was done in a visit.
public struct Activity: Equatable, Sendable {
  /// The start of the visit, in seconds since 1970.
  public var visit: Int64
  /// When, in seconds since 1970.
  public var time: Int64

  public init(visit: Int64, time: Int64) {
    self.visit = visit
    self.time = time
  }
}

/// Where marks and places live: one SQLite file, `marks.sqlite`, that several readers may share.
///
/// Saving returns once the change is committed: a killed process loses nothing then. A power cut
/// may lose the last commits but never damages the file, because the write-ahead log is
/// synchronised when it is folded into the file (`synchronous = NORMAL`), not at each commit; in
/// return a mark costs microseconds and no wait for the disk.
///
/// A call that finds another program's lock waits for it 50 ms, then throws `.locked`. A library is
/// used by one thread at a time.
public struct MarksDatabase: ~Copyable {
  private let file: DatabaseFile
  private let statements: MarkStatements

  /// The file to which a damaged database was renamed when this one opened; nil as a rule.
  public let setAside: String?

  /// The database's file.
  ///
  /// Its log, to which every reader's commits go first, is this with `-wal` appended.
  public var path: String { file.path }

  /// Why nothing can be saved, known from the start; nil as a rule.
  ///
  /// With an obstacle, earlier readings can be read and everything that saves throws it. Opening
  /// the database again finds out whether the obstacle is gone.
  public var obstacle: StorageError? { file.obstacle }

  /// The file that changes when a reader saves; nil if none can.
  public var watchedFile: String? { obstacle == nil ? path + "-wal" : nil }

  /// Whether saving would go to a file, or to a log, that nobody will find.
  public var hasMoved: Bool { file.database.hasMoved }

  /// What is known of the kept discussions: it is in the same file, and read and written by the same
  /// connection.
  public var catalogue: Catalogue { Catalogue(in: file) }

  /// What is kept of front pages, in the same file and by the same connection.
  public var fronts: FrontRecords { FrontRecords(in: file) }

  /// Whether a directory has no database yet, so that opening makes one.
  public static func isMissing(in directory: String) -> Bool {
    DatabaseFile.isMissing(DatabaseFile.marksPath(in: directory))
  }

  /// Opens the database in a directory, making the directory with its missing parents (mode 0700)
  /// and the file where they are missing.
  ///
  /// A database that is damaged is set aside, see ``setAside``, and a new one begun; one of an unknown
  /// version, or that is not a regular file, is refused and left as it is. While another process
  /// opens, makes or migrates the same database, opening waits for it.
  ///
  /// - Parameters:
  ///   - directory: Its path.
  ///   - checkingEveryPage: Whether to look for damage in the whole file, not only where opening
  ///     reads anyway: for opening again after `.damaged` was thrown.
  ///   - patience: How long at most to wait for another process, twice.
  /// - Throws: Every case but `.moved` and `.neverVisited`; `.damaged` if the file cannot be
  ///   renamed.
  public init(
    directory: String, checkingEveryPage: Bool = false, patience: Duration = .seconds(1)
  ) throws(StorageError) {
    self = try DatabaseFile.marks(
      in: directory, checkingEveryPage: checkingEveryPage, patience: patience
    ) { (file, setAside) throws(StorageError) in try MarksDatabase(file, setAside) }
  }

  /// That of a file; what its tables lack is found out here.
  init(_ file: DatabaseFile, _ setAside: String?) throws(StorageError) {
    statements = try opening(file.path) { () throws(SQLiteError) in
      try MarkStatements(on: file.database)
    }
    self.file = file
    self.setAside = setAside
  }

  // MARK: Reading

  /// What was saved for a discussion; nil when no visit of it was recorded.
  ///
  /// - Complexity: O(*n*) in what is kept of it.
  public func reading(of discussion: String) throws(StorageError) -> SavedReading? {
    try file.read { () throws(SQLiteError) in try statements.found(discussion)?.reading }
  }

  /// A number that is another than before if another connection has saved anything since.
  ///
  /// What this one saves leaves it as it is. Numbers of two connections do not compare.
  public func revision() throws(StorageError) -> Int64 {
    try file.read { () throws(SQLiteError) in try statements.revision() }
  }

  /// What the reader chose, in whatever discussion: values by their names, both the caller's.
  public func preferences() throws(StorageError) -> [String: Int] {
    try file.read { () throws(SQLiteError) in try statements.chosen() }
  }

  // MARK: Saving

  /// Records that a visit begins.
  ///
  /// Until this has succeeded once for a discussion, saving anything else for it throws
  /// `.neverVisited`. Ask for the ``reading(of:)`` first: this makes `time` its last visit.
  ///
  /// - Parameters:
  ///   - discussion: its id.
  ///   - title: what it is called now.
  ///   - comments: the caller's hashes of its comments; kept if none were kept before.
  ///   - arrivals: the hashes of those that were there in no earlier visit.
  ///   - time: when, in seconds since 1970.
  /// - Returns: the start of the visit, which may be one that is continued.
  /// - Throws: what keeps it from being saved.
  @discardableResult
  public func beginVisit(
    of discussion: String, title: String, comments: [UInt64], arrivals: [UInt64] = [],
    at time: Int64
  ) throws(StorageError) -> Int64 {
    try file.write { () throws(SQLiteError) in
      try statements.beginVisit(discussion, title, comments, time)
      guard let number = try statements.number(of: discussion) else { return time }
      let visits = try statements.visits(of: number)
      let start = visits.start(at: time)
      let visit = Visit(start: start, lastActivity: time, arrivals: arrivals)
      try statements.save((visits + [visit]).joined(without: []), of: number)
      return start
    }
  }

  /// Commits changes in one transaction: all of them or, when it throws, none.
  ///
  /// Of two marks of one comment the one that is committed later stays, whatever their times say
  /// and whichever reader it comes from. Its time is then at least one second after that of the one
  /// it replaces, so that it wins wherever both are merged, even if a clock was ahead.
  ///
  /// - Parameters:
  ///   - changes: what was decided, and what arrived.
  ///   - discussion: the discussion's id.
  ///   - activity: the visit in which that was; nil for none.
  /// - Throws: what keeps them from being saved.
  public func save(
    _ changes: [SavedChange], of discussion: String, during activity: Activity? = nil
  ) throws(StorageError) {
    try write(discussion) { (number) throws(SQLiteError) in
      if let activity {
        try statements.note(activity, in: number)
        let arrivals = changes.filter { $0.kind == .arrived }.map { FNV1a.hash64($0.comment.utf8) }
        if !arrivals.isEmpty {
          let visit = Visit(
            start: activity.visit, lastActivity: activity.time, arrivals: arrivals)
          let visits = try statements.visits(of: number) + [visit]
          try statements.save(visits.joined(without: []), of: number)
        }
      }
      for change in changes {
        if let mark = SavedMark(change) {
          try statements.save(mark, number, isDecidedNow: true)
        } else if let star = SavedFlag(star: change) {
          try statements.save(star, .star, number, isDecidedNow: true)
        } else if let mute = SavedFlag(mute: change) {
          try statements.save(mute, .mute, number, isDecidedNow: true)
        }
      }
      try statements.forgetCounts(of: number)
    }
  }

  /// Commits the reader's place in a discussion, and what is folded, instead of those before.
  public func save(
    _ place: Place, folds: [UInt64], of discussion: String, during activity: Activity? = nil
  ) throws(StorageError) {
    try write(discussion) { (number) throws(SQLiteError) in
      if let activity { try statements.note(activity, in: number) }
      try statements.save(place, folds, number)
    }
  }

  /// Commits a choice, instead of the one before.
  public func savePreference(_ name: String, _ value: Int) throws(StorageError) {
    try file.write { () throws(SQLiteError) in try statements.choose(name, value) }
  }

  /// Runs `body` in a transaction, with the number of a discussion that was visited.
  private func write(
    _ discussion: String, _ body: (Int64) throws(SQLiteError) -> Void
  ) throws(StorageError) {
    let wasVisited = try file.write { () throws(SQLiteError) in
      guard let number = try statements.number(of: discussion) else { return false }
      try body(number)
      return true
    }
    guard wasVisited else { throw .neverVisited(discussion: discussion) }
  }

  // MARK: Exchanging

  /// Everything that is kept, by the discussions' ids.
  public func export() throws(StorageError) -> [ExportedReading] {
    try file.read { () throws(SQLiteError) in
      var readings: [ExportedReading] = []
      for name in try statements.names() {
        guard let reading = try statements.found(name.id)?.reading else { continue }
        readings.append(
          ExportedReading(id: name.id, title: name.title, reading: reading.withStatedTimes))
      }
      return readings
    }
  }

  /// Merges what another library exported, in one transaction: of all decisions about one comment,
  /// here and in what is merged, the latest one stays.
  ///
  /// Of two of the same second, unread stays rather than read and set rather than not set; of two read
  /// marks the one of the longer text, then the one with the larger hash. So all libraries that
  /// exchange what they have end up with the same, in whatever order they do.
  ///
  /// The place and the folds are those of the later visit; the visits are those of both.
  ///
  /// - Returns: what changed, one for each reading, in their order.
  public func merge(_ readings: [ExportedReading]) throws(StorageError) -> [MergeOutcome] {
    try file.write { () throws(SQLiteError) in
      var outcomes: [MergeOutcome] = []
      for reading in readings { outcomes.append(try merge(reading)) }
      return outcomes
    }
  }

  private func merge(_ other: ExportedReading) throws(SQLiteError) -> MergeOutcome {
    var outcome = MergeOutcome(id: other.id, title: other.title)
    let theirs = other.reading.withStatedTimes
    if try statements.found(other.id) == nil {
      outcome.isNew = true
      try statements.beginVisit(other.id, other.title, theirs.knownComments, theirs.firstVisit)
    }
    guard let (number, own) = try statements.found(other.id) else { return outcome }
    let marks = later(theirs.marks, than: own.marks)
    for mark in marks { try statements.save(mark, number, isDecidedNow: false) }
    outcome.marks = marks.count
    let stars = later(theirs.stars, than: own.stars)
    for star in stars { try statements.save(star, .star, number, isDecidedNow: false) }
    outcome.stars = stars.count
    let mutes = later(theirs.mutes, than: own.mutes)
    for mute in mutes { try statements.save(mute, .mute, number, isDecidedNow: false) }
    outcome.mutes = mutes.count
    if let place = theirs.place, outcome.isNew || theirs.lastVisit > own.lastVisit {
      outcome.movesPlace = place != own.place
      try statements.save(place, theirs.folds, number)
    }
    // Of a discussion that was not known there is no visit here yet.
    var both = outcome.isNew ? theirs : own
    both.takeVisits(of: theirs)
    try statements.save(
      firstVisit: both.firstVisit, lastVisit: both.lastVisit, known: both.knownComments, number)
    try statements.save(both.visits, of: number)
    try statements.forgetCounts(of: number)
    return outcome
  }

  /// Carries what was read of a discussion over to another id of it.
  ///
  /// What is known under both is merged; a discussion of which nothing is known stays so.
  ///
  /// - Throws: what keeps it from being saved.
  public func carryOver(_ old: String, to new: String) throws(StorageError) {
    guard let reading = try reading(of: old) else { return }
    if try self.reading(of: new) != nil {
      _ = try merge([ExportedReading(id: new, title: "", reading: reading)])
      return
    }
    try file.write { () throws(SQLiteError) in
      let statement = try file.database.prepare("UPDATE discussions SET id = ?2 WHERE id = ?1")
      try statement.run(try statements.spelled(old), new)
    }
  }
}
