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
/// A process that has the lock may take it again, within: marks and discussions may be in one directory.
package struct DirectoryLock: ~Copyable {
  private let descriptor: Int32
  private let identity: Identity

  /// Which directory it is, whatever its path.
  private struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  /// The directories that this process has locked.
  private static let locked = Mutex<Set<Identity>>([])

  /// Waits for the lock; throws `.locked` with `path` when `patience` is over.
  package init(directory: String, path: String, patience: Duration) throws(LibraryError) {
    let descriptor = directory.withPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    var status = stat()
    fstat(descriptor, &status)
    identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    let identity = identity
    if Self.locked.withLock({ $0.contains(identity) }) {
      close(descriptor)
      self.descriptor = -1
      return
    }
    self.descriptor = descriptor
    try patiently(patience) { () throws(LibraryError) in
      guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
      throw .locked(path: path)
    }
    Self.locked.withLock { _ = $0.insert(identity) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    let identity = identity
    Self.locked.withLock { _ = $0.remove(identity) }
    close(descriptor)
  }
}
