import Platform
import Paths

/// Makes a directory with its missing parents, each with mode 0700; those that exist stay as they
/// are.
package func makeDirectories(_ path: String) throws(StorageError) {
  do throws(FolderError) {
    try makeFolders(path)
  } catch {
    throw .cannotMakeDirectory(path: error.path, errno: error.number)
  }
}

/// The error number that making a file in a directory would give; nil when it may be made.
func obstacleToWriting(in directory: String) -> Int32? {
  directory.withPath { faccessat(AT_FDCWD, $0, W_OK | X_OK, AT_EACCESS) } == 0 ? nil : errno
}

/// Checks that a database, and what SQLite keeps beside it, are regular files or not there.
///
/// SQLite opens whatever has the name: a pipe gives an error that says nothing, a device takes what is
/// written and loses it.
///
/// - Throws: `.notRegular`, or `.cannotOpen` for links that lead to each other, with the path at fault.
func checkIsRegular(_ path: String) throws(StorageError) {
  for file in ["", "-wal", "-shm", "-journal"].map({ path + $0 }) {
    var status = stat()
    if file.withPath({ stat($0, &status) }) == 0 {
      if status.st_mode & S_IFMT != S_IFREG { throw .notRegular(path: file) }
    } else if errno == ELOOP {
      throw .cannotOpen(path: file, errno: ELOOP)
    }
  }
}

/// Which file a path names, and how long that is.
struct FileIdentity {
  var device: UInt
  /// The number of the inode.
  var number: UInt
  /// In bytes.
  var size: Int64

  /// Nil if there is none.
  init?(_ path: String) {
    var status = stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return nil }
    (device, number) = (UInt(truncatingIfNeeded: status.st_dev), UInt(status.st_ino))
    size = Int64(status.st_size)
  }

  /// Whether it is the same file, however long it is by now.
  func isSame(as other: FileIdentity) -> Bool {
    device == other.device && number == other.number
  }
}

/// Renames a database and its log to `….damaged-20250131T235959Z`, and returns the database's new
/// path.
///
/// Never renames over a file: where the name is taken, `-2`, `-3` and so on follow it. The log goes
/// first: interrupted halfway, a log without its database is never left for a new one to take up.
func renameDamaged(_ path: String) throws(StorageError) -> String {
  let companions = ["-wal", "-shm", ""]
  let name = "\(path).damaged-\(timestamp())"
  var target = name
  var count = 1
  while companions.contains(where: { exists(target + $0) }) {
    count += 1
    target = "\(name)-\(count)"
  }
  for companion in companions where exists(path + companion) {
    let isRenamed = (path + companion).withPath { old in
      (target + companion).withPath { rename(old, $0) } == 0
    }
    guard isRenamed else { throw .damaged(path: path) }
  }
  return target
}

/// The current second in UTC, as `20250131T235959Z`.
private func timestamp() -> String {
  var now = time(nil)
  var parts = tm()
  gmtime_r(&now, &parts)
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
    guard let start = buffer.baseAddress else { return "" }
    let count = strftime(start, buffer.count, "%Y%m%dT%H%M%SZ", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Whether anything has this name, a link to nothing included.
private func exists(_ path: String) -> Bool {
  var status = stat()
  return path.withPath { lstat($0, &status) } == 0
}

/// Deletes a database with its log, for one of which nothing is lost.
///
/// The log goes last: whoever opens the file in between takes up none that is not its own.
func removeDatabase(_ path: String) throws(StorageError) {
  for companion in ["", "-shm", "-wal"]
  where (path + companion).withPath({ unlink($0) }) != 0 && errno != ENOENT {
    throw .cannotOpen(path: path + companion, errno: errno)
  }
}
