import Platform

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

/// Writes all bytes to an open file, however often the system takes only some of them or a signal
/// comes between.
///
/// - Returns: the number of the first error; 0 once all is written.
public func writeAll(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

/// The system's words for an error number: "Permission denied".
///
/// A full disk is called the same wherever it is met.
public func systemWords(for number: Int32) -> String {
  switch number {
  case ENOSPC, EDQUOT: "the disk is full"
  default: String(cString: strerror(number))
  }
}
