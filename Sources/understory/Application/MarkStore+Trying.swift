import Glibc
import Paths
import Reader
import Storage
import TextGrid

/// What keeps marks from being saved, and when that is tried again.
struct Trouble {
  /// What the library said; nil where there is no place for it at all.
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

  /// The time until the next try, in milliseconds, rounded up; 0 when it has come, nil where none
  /// can help.
  var delay: Int? {
    if error == nil { return nil }
    let left = ContinuousClock.now.duration(to: nextTry)
    return max(0, Int((left / .milliseconds(1)).rounded(.up)))
  }
}

extension StorageError {
  /// Another program's lock is given up soon, and a folder that was removed while the file was being
  /// opened in it is made again by the next try.
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

extension MarkStore {
  /// How an attempt ended.
  enum Attempt {
    case done
    case failed
    /// The file is not the one to save to any more: another has to be begun.
    case fileLost
  }

  /// Does something with the library, opening it if need be, and remembers what was in the way.
  mutating func attempt(
    _ work: (borrowing MarksDatabase) throws(StorageError) -> Void
  ) -> Attempt {
    guard let directory = StateDirectory.path else {
      trouble = Trouble(nil)
      return .failed
    }
    defer { hasTried = true }
    do throws(StorageError) {
      if library == nil { try open(directory) }
      var isWritable = true
      switch library {
      case .some(let library):
        try work(library)
        isWritable = library.obstacle == nil
      case .none: break
      }
      if isWritable { trouble = nil }
      return .done
    } catch {
      trouble = Trouble(error)
      return follow(error)
    }
  }

  /// Decides what becomes of the library after an error.
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
      library = nil
      return .failed
    }
    forgetFile()
    return .fileLost
  }

  /// Notices if what is kept is no longer where it was, and saves it again.
  mutating func checkFile() {
    let hasMoved =
      switch library {
      case .some(let library): library.hasMoved
      case .none: false
      }
    if hasMoved, follow(.moved(path: "")) == .fileLost { saveAll() }
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
    library = consume opened
    // Others may have saved something while it was closed.
    isLookDue = true
  }
}
