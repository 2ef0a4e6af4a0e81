import Glibc

/// Files that are written whole, or not at all.
enum OutputFile {
  /// Writes a file beside its place and then renames it, so that a failure loses nothing.
  ///
  /// - Throws: ``Failure`` where it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = "\(path).\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw unwritable(path, errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWritten = rest.isEmpty && fsync(file) == 0
    let problem = errno
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      let problem = isWritten ? errno : problem
      unlink(draft)
      throw unwritable(path, problem)
    }
  }

  private static func unwritable(_ path: String, _ problem: Int32) -> Failure {
    Failure(path: path, "cannot be written: \(String(cString: strerror(problem)))")
  }
}
