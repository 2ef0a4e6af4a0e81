import Glibc
import Paths

/// Deletes a database with its log, for one of which nothing is lost.
///
/// The log goes last: whoever opens the file in between takes up none that is not its own.
func removeDatabase(_ path: String) throws(LibraryError) {
  for companion in ["", "-shm", "-wal"]
  where (path + companion).withPath({ unlink($0) }) != 0 && errno != ENOENT {
    throw .cannotOpen(path: path + companion, errno: errno)
  }
}
