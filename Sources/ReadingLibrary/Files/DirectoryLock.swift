import Glibc
import Paths
import Synchronization

/// A lock on a directory between processes, given back when it goes out of scope.
///
/// Held while a library opens, for the sake of one that finds damage: SQLite finds a journal and a
/// log by their names, so that a reader that has a damaged file half open would take up those of
/// the new one, or rename the new one itself. Where the file system knows no such locks, there is
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
  ) throws(LibraryError) {
    let descriptor = directory.withPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    var status = stat()
    fstat(descriptor, &status)
    identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    let identity = identity
    if Self.locked.withLock({ $0.contains(identity) }) {
      close(descriptor)
      self.descriptor = -1
      self.isOuter = false
      return
    }
    self.descriptor = descriptor
    try patiently(patience) { () throws(LibraryError) in
      guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
      throw .locked(path: path)
    }
    if isOuter { Self.locked.withLock { _ = $0.insert(identity) } }
    self.isOuter = isOuter
  }

  deinit {
    guard descriptor >= 0 else { return }
    let identity = identity
    if isOuter { Self.locked.withLock { _ = $0.remove(identity) } }
    close(descriptor)
  }
}
