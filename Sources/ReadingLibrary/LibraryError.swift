/// Why the library cannot be opened, read or written.
///
/// A `path` is the database's unless said otherwise, an `errno` is 0 when the system gave none.
public enum LibraryError: Error, Equatable, Sendable {
  /// `path` is the first directory that is missing and cannot be made.
  case cannotMakeDirectory(path: String, errno: Int32)
  case cannotOpen(path: String, errno: Int32)
  /// Another program kept the database to itself for longer than the library waits.
  case locked(path: String)
  case full(path: String)
  case readOnly(path: String)
  /// The file is no database, or its contents contradict each other.
  case damaged(path: String)
  /// The file was moved or deleted while it was open: what is written now would never be found.
  case moved(path: String)
  /// The file's form is that of a later version of this program, or for a negative number of none; it was
  /// left as it is.
  case otherVersion(path: String, found: Int, known: Int)
  /// `path` is the database, or a file beside it, and is a folder, a pipe, a socket or a device.
  case notRegular(path: String)
  /// Something was to be saved for a discussion of which no visit was recorded.
  case neverVisited(discussion: String)
  /// `code` is SQLite's extended result code, `message` its words for it.
  case other(
    operation: Operation, path: String, code: Int32, message: String, errno: Int32)

  /// What the library was doing.
  public enum Operation: Equatable, Sendable {
    case opening
    case reading
    case saving
  }
}
