import Glibc

/// A lock on a directory between processes, given back when it goes out of scope.
///
/// It exists for setting a damaged database aside: of two readers that find the damage, the second
/// would rename the database that the first has just begun. Where the file system knows no such
/// locks, there is none.
struct DirectoryLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the lock; throws `.locked` with `path` after a second.
  init(directory: String, path: String) throws(LibraryError) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    self.descriptor = descriptor
    try patiently { () throws(LibraryError) in
      guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
      throw .locked(path: path)
    }
  }

  deinit {
    close(descriptor)
  }
}
