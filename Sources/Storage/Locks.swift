import Platform
import Paths
import Synchronization

/// A lock on a directory between processes, given back when it goes out of scope.
///
/// Held while a library opens, for the sake of one that finds damage: SQLite finds a journal and a
/// log by their names, so that a reader that has a damaged file half open would take up those of
/// the new one, or rename the new one itself. If the file system knows no such locks, there is
/// none.
///
/// Within a lock that is taken as an outer one, the same process takes no other of the same directory: marks
/// and discussions may be in one.
package struct DirectoryLock: ~Copyable {
  private let descriptor: Int32
  private let identity: Identity
  private let isOuter: Bool

  /// Which directory it is, whatever its path.
  private struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  /// The directories that this process has locked as outer ones.
  private static let locked = Mutex<Set<Identity>>([])

  /// Waits for the lock; throws `.locked` with `path` when `patience` is over.
  package init(
    directory: String, path: String, patience: Duration, isOuter: Bool = false
  ) throws(StorageError) {
    let descriptor = directory.withPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    var status = stat()
    fstat(descriptor, &status)
    identity = Identity(
      device: UInt(truncatingIfNeeded: status.st_dev), number: UInt(status.st_ino))
    let identity = identity
    if Self.locked.withLock({ $0.contains(identity) }) {
      close(descriptor)
      self.descriptor = -1
      self.isOuter = false
      return
    }
    self.descriptor = descriptor
    try patiently(patience) { () throws(StorageError) in
      guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
      throw .locked(path: path)
    }
    if isOuter { Self.locked.withLock { _ = $0.insert(identity) } }
    self.isOuter = isOuter
  }

  /// Does something while the directory is locked.
  static func held<Result: ~Copyable>(
    directory: String, path: String, patience: Duration, _ body: () throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    let lock = try DirectoryLock(directory: directory, path: path, patience: patience)
    let result = try body()
    _ = consume lock
    return result
  }

  deinit {
    guard descriptor >= 0 else { return }
    let identity = identity
    if isOuter { Self.locked.withLock { _ = $0.remove(identity) } }
    close(descriptor)
  }
}

/// A lock between processes, on a file that has no other use; given back when it goes out of scope,
/// and when the process ends.
///
/// Where the file system knows no such locks, there is none.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock without waiting, making its file if there is none.
  ///
  /// - Parameters:
  ///   - file: the lock's file.
  ///   - path: what is locked, for the error.
  /// - Throws: `.locked` with `path` where another has it, `.cannotOpen` with `file`.
  init(file: String, guarding path: String) throws(StorageError) {
    let opened = file.withPath { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    guard opened >= 0 else { throw .cannotOpen(path: file, errno: errno) }
    if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(opened)
      throw .locked(path: path)
    }
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }
}

/// Repeats `attempt` for as long as it finds the database locked and `patience` lasts.
///
/// For opening, since another program that opens, migrates or closes the same file waits for the disk
/// itself, and for commands that can wait longer than SQLite's busy timeout. That one does not count
/// if SQLite fears a deadlock.
package func patiently<Result: ~Copyable>(
  _ patience: Duration, _ attempt: () throws(StorageError) -> Result
) throws(StorageError) -> Result {
  let end = ContinuousClock.now + patience
  while true {
    do {
      return try attempt()
    } catch {
      guard case .locked = error, ContinuousClock.now < end else { throw error }
      usleep(5_000)
    }
  }
}
