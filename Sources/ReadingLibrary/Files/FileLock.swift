import Glibc
import Paths

/// A lock between processes, on a file that has no other use; given back when it goes out of scope,
/// and when the process ends.
///
/// Where the file system knows no such locks, there is none.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock without waiting, making its file where there is none.
  ///
  /// - Parameters:
  ///   - file: the lock's file.
  ///   - path: what is locked, for the error.
  /// - Throws: `.locked` with `path` where another has it, `.cannotOpen` with `file`.
  init(file: String, guarding path: String) throws(LibraryError) {
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
