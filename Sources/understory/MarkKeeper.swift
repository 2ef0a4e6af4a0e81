import DiscussionModel
import Reader
import ReadingLibrary
import TextGrid

/// Keeps marks and the place of one discussion, and what could not be kept until it can.
struct MarkKeeper: ~Copyable {
  private let page: Page
  private var library: ReadingLibrary?
  private var hasBegunVisit = false
  /// Whether what was kept of earlier visits is known.
  private var hasLoaded = false
  /// What is not saved yet, in the order of the keys.
  private var unsaved = SavedChanges()
  /// The library's number of what others have saved, as of the last look.
  private var revision: Int64 = 0
  /// Why marks are not being saved; nil while they are.
  private(set) var problem: SafeText?
  /// A damaged file that was put out of the way; nil as a rule.
  private(set) var setAside: String?
  /// The file that changes when another reader saves; nil where there is none.
  private(set) var watchedFile: String?
  /// Whether the library turned out to be damaged after it was opened.
  private var isDamaged = false
  private var hasTried = false

  init(_ page: Page) {
    self.page = page
    attempt { (_) throws(LibraryError) in }
  }

  /// Records that this visit begins, and gives what was kept of earlier ones; nil on the first.
  mutating func beginVisit(at time: Int64) -> EarlierReading? {
    let earlier = load()
    hasLoaded = problem == nil
    recordVisit(at: time)
    return earlier
  }

  private mutating func load() -> EarlierReading? {
    let id = page.discussion.id
    var reading: SavedReading?
    var revision = self.revision
    attempt { (library) throws(LibraryError) in
      revision = try library.revision()
      reading = try library.reading(of: id)
    }
    self.revision = revision
    return reading.map(EarlierReading.init)
  }

  private mutating func recordVisit(at time: Int64) {
    let page = page
    attempt { (library) throws(LibraryError) in
      try library.beginVisit(
        of: page.discussion.id, title: page.discussion.title,
        comments: (0..<page.thread.count).map { page.idHash(at: $0) }, at: time)
    }
    hasBegunVisit = problem == nil
  }

  /// What other readers of the discussion have saved since the last look; nil when nothing.
  mutating func othersReading() -> EarlierReading? {
    guard hasBegunVisit, unsaved.isEmpty else { return nil }
    var revision = self.revision
    attempt { (library) throws(LibraryError) in revision = try library.revision() }
    return revision == self.revision ? nil : load()
  }

  /// Saves changes, with those that could not be saved before.
  mutating func save(_ changes: [SavedChange]) {
    unsaved.append(changes)
    guard let time = changes.last?.time ?? unsaved.lastTime else { return }
    if !hasBegunVisit { recordVisit(at: time) }
    guard hasBegunVisit else { return }
    let id = page.discussion.id
    let unsaved = unsaved
    attempt { (library) throws(LibraryError) in try library.save(unsaved, of: id) }
    if problem == nil { self.unsaved = SavedChanges() }
  }

  /// What the reader chose in earlier visits.
  mutating func preferences() -> [Preference] {
    var values: [String: Int] = [:]
    attempt { (library) throws(LibraryError) in values = try library.preferences() }
    return [
      values["outline"].map { .outline($0 == 1) },
      // 0 is for as wide as the screen.
      values["measure"].map { .measure($0 == 0 ? nil : $0) },
    ].compactMap { $0 }
  }

  /// Keeps what the reader chose.
  mutating func save(_ preference: Preference) {
    attempt { (library) throws(LibraryError) in
      switch preference {
      case .outline(let isShown): try library.savePreference("outline", isShown ? 1 : 0)
      case .measure(let cells): try library.savePreference("measure", cells ?? 0)
      // What an option or the configuration says.
      case .linear, .mouse: break
      }
    }
  }

  /// Saves what is left to save at the end.
  ///
  /// - Returns: what is lost, and why; nil when nothing is.
  mutating func finish(at place: Place, folds: [UInt64]) -> SafeText? {
    save(place, folds)
    save([])
    guard !unsaved.isEmpty else { return nil }
    let lost = SafeText("\(counted(unsaved.count, "mark")) lost; ")
    return lost + (problem ?? "the reason is unknown")
  }

  /// Saves where the reader is.
  private mutating func save(_ place: Place, _ folds: [UInt64]) {
    // A place that could not be looked up is not replaced either.
    guard hasLoaded, hasBegunVisit else { return }
    let id = page.discussion.id
    let saved = SavedPlace(entry: place.entry, offset: place.offset)
    attempt { (library) throws(LibraryError) in try library.save(saved, folds: folds, of: id) }
  }

  /// Does something with the library, opening it if need be, and remembers what was in the way.
  private mutating func attempt(_ work: (borrowing ReadingLibrary) throws(LibraryError) -> Void) {
    guard let directory = StateDirectory.path else {
      problem = "marks are not saved: neither HOME nor XDG_STATE_HOME is set"
      return
    }
    defer { hasTried = true }
    do throws(LibraryError) {
      if library == nil || problem != nil {
        // At the start another program may be making the file; later a key waits for the answer.
        let opened = try ReadingLibrary(
          directory: directory, checkingEveryPage: isDamaged,
          patience: hasTried ? .zero : .milliseconds(300))
        setAside = opened.setAside ?? setAside
        watchedFile = opened.watchedFile
        library = consume opened
      }
      switch library {
      case .some(let library): try work(library)
      case .none: break
      }
      problem = nil
    } catch {
      if case .damaged = error { isDamaged = true }
      problem = SafeText("marks are not saved: \(error.reason)")
    }
  }
}
