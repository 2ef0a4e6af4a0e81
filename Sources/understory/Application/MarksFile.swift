import Platform
import Paths
import Storage
import TextGrid

/// The file of marks as a screen uses it: opened when it is needed, and again after trouble.
struct MarksFile: ~Copyable {
  private var database: MarksDatabase?
  /// What keeps marks from being saved, and when to try again; nil while they are saved.
  private(set) var trouble: Trouble?
  /// What happened to the file, to be said once.
  private var incident: SafeText?
  /// Whether it was opened since ``takeOpening()``.
  private var wasOpened = false
  private var isDamaged = false
  private var hasTried = false

  /// Whether there is no file yet, and a place for one.
  var isMissing: Bool {
    guard let directory = UserFolder.state else { return false }
    return MarksDatabase.isMissing(in: directory)
  }

  /// What happened to the file; once, and then nil.
  mutating func takeIncident() -> SafeText? {
    defer { incident = nil }
    return incident
  }

  /// Whether it was opened since this was asked last: others may have saved something meanwhile.
  mutating func takeOpening() -> Bool {
    defer { wasOpened = false }
    return wasOpened
  }

  /// How an attempt ended.
  enum Attempt {
    case done
    case failed
    /// The file is not the one to save to any more: another has to be begun.
    case fileLost
  }

  /// Does something with the file, opening it if need be, and remembers what was in the way.
  mutating func attempt(
    _ work: (borrowing MarksDatabase) throws(StorageError) -> Void
  ) -> Attempt {
    guard let directory = UserFolder.state else {
      trouble = Trouble(nil)
      return .failed
    }
    defer { hasTried = true }
    do throws(StorageError) {
      if database == nil { try open(directory) }
      var isWritable = true
      switch database {
      case .some(let database):
        try work(database)
        isWritable = database.obstacle == nil
      case .none: break
      }
      if isWritable { trouble = nil }
      return .done
    } catch {
      trouble = Trouble(error)
      return follow(error)
    }
  }

  /// Decides what becomes of the file after an error.
  private mutating func follow(_ error: StorageError) -> Attempt {
    switch error {
    case .damaged:
      isDamaged = true
    case .moved:
      incident = "the file of marks was moved or deleted; saving the marks again"
    case .neverVisited:
      break
    case .locked:
      return .failed
    case .cannotMakeDirectory, .cannotOpen, .full, .readOnly, .otherVersion, .notRegular, .other:
      // Opening it again finds out whether the obstacle is gone.
      database = nil
      return .failed
    }
    database = nil
    return .fileLost
  }

  /// Notices if the file is no longer where it was.
  ///
  /// - Returns: whether another has to be begun.
  mutating func hasMoved() -> Bool {
    let hasMoved =
      switch database {
      case .some(let database): database.hasMoved
      case .none: false
      }
    return hasMoved && follow(.moved(path: "")) == .fileLost
  }

  /// The file that changes when another reader saves; nil if there is none.
  var watchedFile: String? {
    switch database {
    case .some(let database): database.watchedFile
    case .none: nil
    }
  }

  private mutating func open(_ directory: String) throws(StorageError) {
    // At the start another program may be making the file; later a key waits for the answer.
    let opened = try MarksDatabase(
      directory: directory, checkingEveryPage: isDamaged,
      patience: hasTried ? .zero : .milliseconds(300))
    isDamaged = false
    if let file = opened.setAside {
      let name = SafeText(FileWatch.name(file))
      incident = "the file of marks was damaged and is now \(name); a new one was created"
    }
    database = consume opened
    wasOpened = true
  }
}

/// What keeps marks from being saved, and when that is tried again.
struct Trouble {
  /// What the library said; nil if there is no place for it at all.
  private let error: StorageError?
  private let nextTry: ContinuousClock.Instant

  init(_ error: StorageError?) {
    self.error = error
    nextTry = .now + (error?.isPassing == true ? .milliseconds(500) : .seconds(5))
  }

  /// Whether it is likely to be over soon by itself.
  var isPassing: Bool { error?.isPassing == true }

  /// What it is, in few words, and with the path.
  var brief: String { error?.briefReason ?? Self.noPlace }
  var reason: String { error?.reason ?? Self.noPlace }

  private static let noPlace = "neither HOME nor XDG_STATE_HOME is set"

  /// The time until the next try, in milliseconds, rounded up; 0 when it has come, nil if none
  /// can help.
  var delay: Int? {
    if error == nil { return nil }
    let left = ContinuousClock.now.duration(to: nextTry)
    return max(0, Int((left / .milliseconds(1)).rounded(.up)))
  }
}

extension StorageError {
  /// Another program's lock is abandoned soon, and a folder that was removed while the file was being
  /// opened in it is created again by the next try.
  fileprivate var isPassing: Bool {
    switch self {
    case .locked: return true
    case .cannotOpen(let path, errno: ENOENT):
      // A link into a folder that does not exist stays as it is.
      var status = stat()
      return path.withPath { lstat($0, &status) } != 0
    case .cannotMakeDirectory, .cannotOpen, .damaged, .full, .moved, .neverVisited, .notRegular,
      .otherVersion, .other, .readOnly:
      return false
    }
  }
}
