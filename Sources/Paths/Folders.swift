import Glibc

/// Why a folder cannot be made.
public struct FolderError: Error, Equatable, Sendable {
  /// The first one that is missing and cannot be made.
  public var path: String
  /// The error number, never 0.
  public var number: Int32
}

/// Makes a folder with its missing parents, each with mode 0700; those that exist stay as they are.
public func makeFolders(_ path: String) throws(FolderError) {
  if isFolder(path) { return }
  if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
    try makeFolders(String(path[..<slash]))
  }
  if path.withPath({ mkdir($0, 0o700) }) == 0 { return }
  let number = errno
  // Another process may have made it in between; a slash at the end names what exists by now.
  if isFolder(path) { return }
  throw FolderError(path: path, number: number == EEXIST ? ENOTDIR : number)
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return path.withPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
}
