import Glibc

/// Deletes a database with its log, for one of which nothing is lost.
///
/// The log goes last: whoever opens the file in between takes up none that is not its own.
func removeDatabase(_ path: String) throws(LibraryError) {
  for companion in ["", "-shm", "-wal"] where unlink(path + companion) != 0 && errno != ENOENT {
    throw .cannotOpen(path: path + companion, errno: errno)
  }
}
