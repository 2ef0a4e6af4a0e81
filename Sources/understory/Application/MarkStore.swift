import DiscussionModel
import Library
import Platform
import ReadMarks
import Reader
import Storage
import TextGrid

/// Keeps marks and the place of one discussion, and what could not be kept until it can.
struct MarkStore: ~Copyable {
  private var page: Page
  /// Where the marks are in the file.
  private var record: MarkRecord
  private var file = MarksFile()
  /// When this visit began, in seconds since 1970.
  private var visitTime: Int64 = 0
  /// When the visit began that this one is a part of: an earlier time where it continues one.
  private var visitStart: Int64 = 0
  /// The hashes of the comments that were in no visit before.
  private var arrivals: [UInt64] = []
  /// Whether the file that is open knows of this visit, and what it keeps of earlier ones is known.
  private var isBegun = false
  /// What was kept at the last look, and what was saved since: for a file that is begun again.
  private var held: SavedReading?
  private var savedSince: [SavedChange] = []
  /// What is not saved yet, in the order of the keys.
  private var unsaved: [SavedChange] = []
  /// The library's number of what others have saved, as of the last look.
  private var revision: Int64 = 0
  /// When to look for what others have saved, ascending.
  private var looksDue: [ContinuousClock.Instant] = []
  /// What was kept of earlier visits, where that became known only while reading.
  private var lateReading: EarlierReading?
  /// Whether the reader does not know all that the file keeps.
  private var isLookDue = false
  /// Whether the file has to be made: that waits until something is on the screen.
  private var isPostponed = false

  /// - Parameters:
  ///   - page: what is read.
  ///   - joint: the discussions that it consists of; nil if it is one.
  init(_ page: Page, joint: JointDiscussion? = nil) {
    self.page = page
    record = MarkRecord(page, joint: joint)
  }

  /// Replaces the beginning of the discussion with all of it; call it before the visit begins.
  mutating func complete(_ whole: Page) {
    page = whole
    record = MarkRecord(whole, joint: nil)
  }

  /// Takes over which comments the discussions have by now that are read as one.
  mutating func take(_ joint: JointDiscussion) {
    record.take(joint)
    // A part that was not there before has no visit yet.
    isBegun = false
    begin()
  }

  /// Why marks are not being saved, for the status line; nil while they are.
  var problem: SafeText? {
    file.trouble.map { SafeText("marks not saved: \($0.brief)") }
  }

  /// The file that changes when another reader saves; nil if there is none.
  var watchedFile: String? { file.watchedFile }

  /// Records that this visit begins, and gives what was kept of earlier ones; nil on the first.
  ///
  /// Without a file nothing is kept that a first frame could show, and to make one takes longer than to draw
  /// that: then the visit begins with ``beginPostponed()``, or with the first thing that is saved.
  mutating func beginVisit(at time: Int64) -> EarlierReading? {
    (visitTime, visitStart) = (time, time)
    isPostponed = file.isMissing
    if isPostponed { return nil }
    let reading = begin()
    isLookDue = !isBegun
    return reading
  }

  /// Records the visit if that had to wait until something was on the screen; what was kept meanwhile is late.
  mutating func beginPostponed() {
    guard isPostponed else { return }
    isPostponed = false
    // Another reader may have been here since. What is decided here already is saved before that is taken up: read
    // earlier, it would say that nothing was.
    let hasOthers = begin() != nil
    isLookDue = hasOthers || !isBegun
    if isBegun, isLookDue, unsaved.isEmpty { look() }
  }

  /// What was kept of earlier visits, where it could not be read at the start; once, and then nil.
  mutating func takeLateReading() -> EarlierReading? {
    defer { lateReading = nil }
    return lateReading
  }

  /// What happened to the file of marks; once, and then nil.
  mutating func takeIncident() -> SafeText? {
    file.takeIncident()
  }

  /// Notes that the log of the file of marks has changed.
  ///
  /// A writer changes the log before its index, by which others find what is new, and may be held up in
  /// between. So it is looked at again a little later, and once more.
  mutating func noteLogChange() {
    looksDue = [0, 30, 300, 2000].map { .now + .milliseconds($0) }
  }

  /// Notes that the log is watched from now on: what others saved before that, and after the visit began here, has
  /// woken nobody.
  mutating func noteWatched() { looksDue = [0, 30, 300].map { .now + .milliseconds($0) } }

  /// How long to wait before ``othersReading()``, in milliseconds, 0 for at once; nil if nothing has changed.
  var lookDelay: Int? {
    looksDue.first.map {
      max(0, Int((ContinuousClock.now.duration(to: $0) / .milliseconds(1)).rounded(.up)))
    }
  }

  /// What other readers of the discussion have saved since the last look, once ``lookDelay`` is over; nil
  /// for nothing.
  mutating func othersReading() -> EarlierReading? {
    guard lookDelay == 0 else { return nil }
    looksDue.removeFirst()
    guard isBegun, file.trouble == nil else { return nil }
    let record = record
    let known = revision
    var found: (revision: Int64, reading: SavedReading?)?
    _ = attempt { (library) throws(StorageError) in
      let revision = try library.revision()
      if revision != known { found = (revision, try record.reading(in: library)) }
    }
    guard let found, let reading = found.reading else { return nil }
    revision = found.revision
    hold(reading)
    return earlier(reading)
  }

  /// Saves changes, with those that could not be saved before.
  ///
  /// After a failure it does not try at every key, but only when ``retryDelay`` is over.
  mutating func save(_ changes: [SavedChange]) {
    unsaved += changes
    if retryDelay ?? 0 <= 0 { saveAll() }
  }

  /// How long to wait before ``retry()``, in milliseconds, 0 for at once; nil if nothing is to
  /// be tried again.
  var retryDelay: Int? { isPostponed ? 0 : file.trouble?.delay }

  /// Tries again what failed, once ``retryDelay`` is over.
  mutating func retry() {
    beginPostponed()
    if retryDelay ?? 1 <= 0 { saveAll() }
  }

  private mutating func saveAll() {
    beginPostponed()
    begin()
    if saveOnce() == .fileLost {
      begin()
      _ = saveOnce()
    }
    // What was looked up and is not taken over yet does not have what was saved just now.
    let isStale = lateReading != nil
    if isBegun, unsaved.isEmpty, isLookDue || isStale || file.trouble != nil { look() }
  }

  private mutating func saveOnce() -> MarksFile.Attempt {
    guard isBegun, !unsaved.isEmpty else { return .failed }
    let record = record
    let unsaved = unsaved
    let activity = Activity(visit: visitStart, time: unsaved.last?.time ?? visitTime)
    let outcome = attempt { (library) throws(StorageError) in
      try record.save(unsaved, in: library, during: activity)
    }
    if outcome == .done {
      savedSince += unsaved
      self.unsaved = []
    }
    return outcome
  }

  /// Saves what is left to save at the end, waiting for another program's lock for two seconds.
  ///
  /// - Parameters:
  ///   - place: where the reader is.
  ///   - folds: what is folded.
  ///   - now: seconds since 1970.
  /// - Returns: what is lost, and why; nil when nothing is.
  mutating func finish(at place: Place, folds: [UInt64], now: Int64) -> SafeText? {
    let end = ContinuousClock.now + .seconds(2)
    saveAll()
    while !unsaved.isEmpty, file.trouble?.isPassing == true, ContinuousClock.now < end {
      usleep(10_000)
      saveAll()
    }
    if save(place, folds, now) == .fileLost {
      saveAll()
      save(place, folds, now)
    }
    let lost = Set(unsaved.lazy.filter { $0.kind != .arrived }.map(\.comment))
    guard !lost.isEmpty, let trouble = file.trouble else { return nil }
    return SafeText("\(counted(lost.count, "mark")) lost: \(trouble.reason)")
  }

  /// Saves how much is unread, for the list of what is kept.
  mutating func save(unread: Int, new: Int) {
    guard isBegun, unsaved.isEmpty else { return }
    let id = page.discussion.id
    // All that there is was there in this visit.
    let counts = KeptDiscussion.Counts(unread: unread, new: new, unseen: 0)
    _ = attempt { (library) throws(StorageError) in
      try library.catalogue.setCounts(counts, kept: id)
    }
  }

  /// Saves where the reader is.
  @discardableResult
  private mutating func save(
    _ place: Place, _ folds: [UInt64], _ now: Int64
  ) -> MarksFile.Attempt {
    // A place that could not be looked up is not replaced either.
    guard isBegun else { return .failed }
    let record = record
    let activity = Activity(visit: visitStart, time: now)
    return attempt { (library) throws(StorageError) in
      try record.save(place, folds: folds, in: library, during: activity)
    }
  }

  // MARK: Beginning

  /// Records this visit, unless that is done, and looks what is kept; in another file if the one that
  /// is open turns out to be damaged or gone.
  ///
  /// - Returns: what is kept of earlier visits; nil if nothing is, or nothing had to be done.
  @discardableResult
  private mutating func begin() -> EarlierReading? {
    if isBegun { return nil }
    var found: EarlierReading?
    if beginOnce(&found) == .fileLost { _ = beginOnce(&found) }
    return found
  }

  private mutating func beginOnce(_ reading: inout EarlierReading?) -> MarksFile.Attempt {
    let (page, time, held) = (page, visitTime, heldReadings)
    var record = record
    var found: SavedReading?
    var revision: Int64 = 0
    var start = visitStart
    var arrivals = arrivals
    var earlier: EarlierReading?
    let outcome = attempt { (library) throws(StorageError) in
      // What this reader knows goes into a file that was begun again, and changes no other.
      if !held.isEmpty, library.obstacle == nil { _ = try library.merge(held) }
      revision = try library.revision()
      found = try record.reading(in: library)
      earlier = found.map { EarlierReading($0, at: time) }
      if let found, let earlier {
        start = found.visits.start(at: time)
        arrivals = earlier.unseen(in: page)
      }
      start = try record.beginVisit(in: library, known: found, arrivals: arrivals, at: time)
    }
    self.record = record
    (visitStart, self.arrivals) = (start, arrivals)
    // What is in a file that can only be read counts all the same.
    if let found { hold(found) }
    earlier?.since = .visit(start)
    reading = earlier
    self.revision = revision
    isBegun = outcome == .done
    isLookDue = true
    return outcome
  }

  /// Looks again at what is kept, for the reader to take over.
  private mutating func look() {
    let record = record
    var reading: SavedReading?
    var revision = self.revision
    let outcome = attempt { (library) throws(StorageError) in
      revision = try library.revision()
      reading = try record.reading(in: library)
    }
    guard outcome == .done, let reading else { return }
    isLookDue = false
    self.revision = revision
    hold(reading)
    lateReading = earlier(reading)
  }

  /// What the rules need of what is kept, for this visit.
  private func earlier(_ reading: SavedReading) -> EarlierReading {
    var earlier = EarlierReading(reading, at: visitTime)
    earlier.since = .visit(visitStart)
    return earlier
  }

  private mutating func hold(_ reading: SavedReading) {
    held = reading
    savedSince = []
  }

  /// What this reader knows to have been kept; nothing before it knows.
  private var heldReadings: [ExportedReading] {
    guard held != nil || !savedSince.isEmpty else { return [] }
    var reading = held ?? SavedReading(firstVisit: visitTime, lastVisit: visitTime)
    reading.take(savedSince)
    let arrived = savedSince.filter { $0.kind == .arrived }.map { FNV1a.hash64($0.comment.utf8) }
    reading.visits.append(
      Visit(
        start: visitStart, lastActivity: savedSince.last?.time ?? visitTime,
        arrivals: arrivals + arrived))
    return record.exported(reading)
  }

  /// Notices if the file is no longer where it was, and saves all again.
  mutating func checkFile() {
    guard file.hasMoved() else { return }
    isBegun = false
    saveAll()
  }

  /// What the reader chose in earlier visits.
  mutating func preferences() -> [Preference] {
    // Nothing was chosen yet, or a lock was waited for at the start.
    if file.isMissing || file.trouble?.isPassing == true { return [] }
    var chosen: [Preference] = []
    _ = attempt { (library) throws(StorageError) in chosen = try library.chosen() }
    return chosen
  }

  /// Keeps what the reader chose; while nothing can be saved, it holds for this visit only.
  mutating func save(_ preference: Preference) {
    guard file.trouble == nil else { return }
    _ = attempt { (library) throws(StorageError) in try library.save(preference) }
  }

  private mutating func attempt(
    _ work: (borrowing MarksDatabase) throws(StorageError) -> Void
  ) -> MarksFile.Attempt {
    let attempt = file.attempt(work)
    if attempt == .fileLost { isBegun = false }
    if file.takeOpening() { isLookDue = true }
    return attempt
  }
}
