import Glibc
import Paths

/// Makes a directory with its missing parents, each with mode 0700; those that exist stay as they
/// are.
package func makeDirectories(_ path: String) throws(LibraryError) {
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
