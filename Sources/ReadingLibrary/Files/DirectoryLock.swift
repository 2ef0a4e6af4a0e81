import Glibc
import Paths

/// A lock on a directory between processes, given back when it goes out of scope.
///
/// Held while a library opens, for the sake of one that finds damage: SQLite finds a journal and a
/// log by their names, so that a reader that has a damaged file half open would take up those of
/// the new one, or rename the new one itself. Where the file system knows no such locks, there is
/// none.
package struct DirectoryLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the lock; throws `.locked` with `path` when `patience` is over.
  package init(directory: String, path: String, patience: Duration) throws(LibraryError) {
    let descriptor = directory.withPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    self.descriptor = descriptor
    try patiently(patience) { () throws(LibraryError) in
      guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
      throw .locked(path: path)
    }
  }

  deinit {
    close(descriptor)
  }
}
