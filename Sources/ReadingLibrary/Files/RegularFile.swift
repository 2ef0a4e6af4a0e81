import Glibc
import Paths

/// Checks that a database, and what SQLite keeps beside it, are regular files or not there.
///
/// SQLite opens whatever has the name: a pipe gives an error that says nothing, a device takes what is
/// written and loses it.
///
/// - Throws: `.notRegular`, or `.cannotOpen` for links that lead to each other, with the path at fault.
func checkIsRegular(_ path: String) throws(LibraryError) {
  for file in ["", "-wal", "-shm", "-journal"].map({ path + $0 }) {
    var status = stat()
    if file.withPath({ stat($0, &status) }) == 0 {
      if status.st_mode & S_IFMT != S_IFREG { throw .notRegular(path: file) }
    } else if errno == ELOOP {
      throw .cannotOpen(path: file, errno: ELOOP)
    }
  }
}
