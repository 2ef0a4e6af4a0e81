import Glibc
import TerminalUI

/// Files that are written whole, or not at all.
enum OutputFile {
  /// Writes a file beside its place and then renames it, so that a failure loses nothing.
  ///
  /// A link is followed, the permissions of a file that is there are kept, and what is no regular
  /// file, such as a pipe or a device, is written into.
  ///
  /// - Throws: ``Failure`` where it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try write(bytes, into: path)
    } else {
      let mode = exists ? status.st_mode & 0o7777 : nil
      try replace(target(of: path), with: bytes, mode: mode)
    }
  }

  /// Where a path leads once links are followed; the path itself where nothing is there.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func write(_ bytes: [UInt8], into path: String) throws {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw unwritable(path, errno) }
    defer { close(file) }
    guard writeAll(bytes, to: file) else { throw unwritable(path, errno) }
  }

  private static func replace(_ path: String, with bytes: [UInt8], mode: mode_t?) throws {
    // The draft would stay behind where a signal ends the program meanwhile: it comes after that.
    let signals = Signals([SIGINT, SIGTERM, SIGHUP])
    defer { withExtendedLifetime(signals) {} }
    let draft = "\(path).\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw unwritable(path, errno) }
    let isWritten =
      (mode.map { fchmod(file, $0) == 0 } ?? true) && writeAll(bytes, to: file) && fsync(file) == 0
    let problem = errno
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      let problem = isWritten ? errno : problem
      unlink(draft)
      throw unwritable(path, problem)
    }
  }

  /// Whether all bytes were written; errno says why not.
  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func unwritable(_ path: String, _ problem: Int32) -> Failure {
    Failure(path: path, "cannot be written: \(String(cString: strerror(problem)))")
  }
}
