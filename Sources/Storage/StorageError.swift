import CSQLite
import Platform
import Paths

/// Why the library cannot be opened, read or written.
///
/// A `path` is the database's unless said otherwise, an `errno` is 0 when the system gave none.
public enum StorageError: Error, Equatable, Sendable {
  /// `path` is the first directory that is missing and cannot be made.
  case cannotMakeDirectory(path: String, errno: Int32)
  case cannotOpen(path: String, errno: Int32)
  /// Another program kept the database to itself for longer than the library waits.
  case locked(path: String)
  case full(path: String)
  case readOnly(path: String)
  /// The file is not a database, or its contents contradict each other.
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

extension StorageError {
  /// One clause for a status line, without a capital or a full stop: "the disk is full".
  ///
  /// It may quote a path, a discussion's id and the system's words as they are: what they hold is
  /// not safe to print before it was made so.
  public var reason: String {
    switch self {
    case .cannotMakeDirectory(let path, let errno):
      "cannot create \(path): \(systemWords(for: errno))"
    case .cannotOpen(let path, errno: 0):
      "\(path) cannot be opened"
    case .cannotOpen(let path, let errno):
      "\(path): \(systemWords(for: errno))"
    case .locked(let path):
      "\(path) is locked by another program"
    case .full(let path):
      "\(path): the disk is full"
    case .readOnly(let path):
      "\(path) is read-only"
    case .damaged(let path):
      "\(path) is damaged"
    case .moved(let path):
      "\(path) was moved or deleted"
    case .otherVersion(let path, let found, let known) where found < 0:
      "\(path) has an unknown format (\(found); this understory supports \(known))"
    case .otherVersion(let path, let found, let known):
      "\(path) is from a newer version of understory (format \(found); this one supports \(known))"
    case .notRegular(let path):
      "\(path): not a regular file"
    case .neverVisited(let discussion):
      "no visit of \(discussion) was recorded"
    case .other(let operation, let path, let code, let message, errno: 0):
      "\(path): \(message) while \(operation.word) (SQLite code \(code))"
    case .other(let operation, let path, let code, let message, let errno):
      "\(path): \(message) while \(operation.word) (SQLite code \(code), \(systemWords(for: errno)))"
    }
  }
}

extension StorageError {
  /// The same in a few words, without the database's path: for a line with little room.
  ///
  /// It may quote the system's words, or a path that is not the database's.
  public var briefReason: String {
    switch self {
    case .cannotMakeDirectory: reason
    case .cannotOpen(_, errno: 0): "the file cannot be opened"
    case .cannotOpen(_, let errno): systemWords(for: errno)
    case .locked: "another program locks the file"
    case .full: "the disk is full"
    case .readOnly: "the file is read-only"
    case .damaged: "the file is damaged"
    case .moved: "the file was moved or deleted"
    case .otherVersion(_, let found, _) where found < 0: "the file has an unknown format"
    case .otherVersion: "the file is from a newer version"
    case .notRegular: "the file is not a regular file"
    case .neverVisited: "no visit was recorded"
    case .other(_, _, _, let message, errno: 0): message
    case .other(_, _, _, _, let errno): systemWords(for: errno)
    }
  }
}

extension StorageError.Operation {
  fileprivate var word: String {
    switch self {
    case .opening: "opening"
    case .reading: "reading"
    case .saving: "saving"
    }
  }
}

extension StorageError {
  /// What a failure of SQLite means to someone whose marks are in `path`.
  ///
  /// A full disk is told by the system's error too: SQLite calls it an I/O error, or says that it
  /// cannot open, where it fails to make a file rather than to write to one.
  init(_ error: SQLiteError, path: String, during operation: Operation) {
    let isFull = error.errno == ENOSPC || error.errno == EDQUOT
    self =
      switch error.primaryCode {
      case SQLITE_FULL: .full(path: path)
      case SQLITE_CANTOPEN where isFull, SQLITE_IOERR where isFull: .full(path: path)
      case SQLITE_CANTOPEN: .cannotOpen(path: path, errno: error.errno)
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .locked(path: path)
      case SQLITE_READONLY: .readOnly(path: path)
      case SQLITE_NOTADB, SQLITE_CORRUPT: .damaged(path: path)
      default:
        .other(
          operation: operation, path: path, code: error.code, message: error.message,
          errno: error.errno)
      }
  }
}
