import Glibc
import Paths

/// Makes a directory with its missing parents, each with mode 0700; those that exist stay as they
/// are.
package func makeDirectories(_ path: String) throws(LibraryError) {
  if isDirectory(path) { return }
  if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
    try makeDirectories(String(path[..<slash]))
  }
  if path.withPath({ mkdir($0, 0o700) }) == 0 { return }
  let error = errno
  // Another process may have made it in between; a slash at the end names what exists by now.
  if isDirectory(path) { return }
  throw .cannotMakeDirectory(path: path, errno: error == EEXIST ? ENOTDIR : error)
}

/// The error number that making a file in a directory would give; nil when it may be made.
func obstacleToWriting(in directory: String) -> Int32? {
  directory.withPath { faccessat(AT_FDCWD, $0, W_OK | X_OK, AT_EACCESS) } == 0 ? nil : errno
}

private func isDirectory(_ path: String) -> Bool {
  var status = stat()
  return path.withPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
}
