import DiscussionModel
import Reader
import ReadingLibrary
import TextGrid

/// Keeps marks and the place of one discussion, and what could not be kept until it can.
struct MarkKeeper: ~Copyable {
  private let discussion: String
  private let title: String
  private var library: ReadingLibrary?
  private var hasBegunVisit = false
  /// Whether what was kept of earlier visits is known.
  private var hasLoaded = false
  /// Marks that are not saved yet, in the order of the keys.
  private var unsaved: [SavedMark] = []
  /// Why marks are not being saved; nil while they are.
  private(set) var problem: SafeText?
  /// A damaged file that was put out of the way; nil as a rule.
  private(set) var setAside: String?
  /// Whether the library turned out to be damaged after it was opened.
  private var isDamaged = false
  private var hasTried = false

  init(discussion: String, title: String) {
    self.discussion = discussion
    self.title = title
    attempt { (_) throws(LibraryError) in }
  }

  /// Records that this visit begins, and gives what was kept of earlier ones; nil on the first.
  mutating func beginVisit(at time: Int64) -> SavedReading? {
    let name = discussion
    var reading: SavedReading?
    attempt { (library) throws(LibraryError) in reading = try library.reading(of: name) }
    hasLoaded = problem == nil
    recordVisit(at: time)
    return reading
  }

  private mutating func recordVisit(at time: Int64) {
    let name = discussion
    let title = title
    attempt { (library) throws(LibraryError) in
      try library.beginVisit(of: name, title: title, at: time)
    }
    hasBegunVisit = problem == nil
  }

  /// Saves marks, with those that could not be saved before.
  mutating func save(_ changes: [SavedChange]) {
    unsaved += changes.map { SavedMark(comment: $0.comment, isRead: $0.isRead, time: $0.time) }
    let marks = unsaved
    guard let time = marks.last?.time else { return }
    if !hasBegunVisit { recordVisit(at: time) }
    guard hasBegunVisit else { return }
    let name = discussion
    attempt { (library) throws(LibraryError) in try library.save(marks, of: name) }
    if problem == nil { unsaved = [] }
  }

  /// Saves what is left to save at the end.
  ///
  /// - Returns: what is lost, and why; nil when nothing is.
  mutating func finish(at place: Place) -> SafeText? {
    save(place)
    save([])
    guard !unsaved.isEmpty else { return nil }
    return SafeText("\(counted(unsaved.count, "mark")) lost; ")
      + (problem ?? "the reason is unknown")
  }

  /// Saves where the reader is.
  private mutating func save(_ place: Place) {
    // A place that could not be looked up is not replaced either.
    guard hasLoaded, hasBegunVisit else { return }
    let name = discussion
    let saved = SavedPlace(entry: place.entry, offset: place.offset)
    attempt { (library) throws(LibraryError) in try library.save(saved, of: name) }
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
