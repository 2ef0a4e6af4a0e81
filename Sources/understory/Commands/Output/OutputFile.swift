import Platform
import Paths
import TerminalUI

/// Files that are written whole, or not at all.
enum OutputFile {
  /// Writes a file beside its place and then renames it, so that a failure loses nothing.
  ///
  /// A link is followed, the permissions of a file that is there are kept, and what is not a regular
  /// file, such as a pipe or a device, is written into.
  ///
  /// - Parameters:
  ///   - bytes: what it is to hold.
  ///   - path: where.
  ///   - newMode: the permissions of a new file, less what the umask takes away. A file that the user
  ///     asked for is like any other; what the program keeps for itself is private.
  /// - Throws: ``Failure`` if it cannot be written.
  static func write(_ bytes: [UInt8], to path: String, newMode: mode_t = 0o666) throws {
    var status = stat()
    let exists = path.withPath { stat($0, &status) } == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try write(bytes, into: path)
    } else {
      let mode = exists ? status.st_mode & 0o7777 : nil
      try replace(target(of: path), with: bytes, mode: mode, newMode: newMode)
    }
  }

  /// Where a path leads once links are followed; the path itself if nothing is there.
  private static func target(of path: String) -> String {
    guard let resolved = path.withPath({ realpath($0, nil) }) else { return path }
    defer { free(resolved) }
    return String(cPath: resolved)
  }

  private static func write(_ bytes: [UInt8], into path: String) throws {
    let file = path.withPath { open($0, O_WRONLY | O_CLOEXEC) }
    guard file >= 0 else { throw Failure(path: path, .writing, errno) }
    defer { close(file) }
    let problem = writeAll(bytes[...], to: file)
    guard problem == 0 else { throw Failure(path: path, .writing, problem) }
  }

  private static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t?, newMode: mode_t
  ) throws {
    // The draft would stay behind where a signal ends the program meanwhile: it comes after that.
    let signals = Signals([SIGINT, SIGTERM, SIGHUP])
    defer { withExtendedLifetime(signals) {} }
    let draft = "\(path).\(getpid()).part"
    let file = draft.withPath { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, newMode) }
    guard file >= 0 else { throw Failure(path: path, .writing, errno) }
    let isWritten =
      (mode.map { fchmod(file, $0) == 0 } ?? true) && writeAll(bytes[...], to: file) == 0
      && fsync(file) == 0
    let problem = errno
    close(file)
    let isThere = isWritten && draft.withPath { draft in path.withPath { rename(draft, $0) } } == 0
    guard isThere else {
      let problem = isWritten ? errno : problem
      _ = draft.withPath { unlink($0) }
      throw Failure(path: path, .writing, problem)
    }
  }
}
