import Glibc

extension LibraryError {
  /// One clause for a status line, without a capital or a full stop: "the disk is full".
  ///
  /// It may quote a path, a discussion's id and the system's words as they are: what they hold is
  /// not safe to print before it was made so.
  public var reason: String {
    switch self {
    case .cannotMakeDirectory(let path, let errno):
      "cannot make \(path): \(words(for: errno))"
    case .cannotOpen(let path, errno: 0):
      "\(path) cannot be opened"
    case .cannotOpen(let path, let errno):
      "\(path): \(words(for: errno))"
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
      "\(path): \(message) while \(operation.word) (SQLite code \(code), \(words(for: errno)))"
    }
  }
}

extension LibraryError {
  /// The same in a few words, without the database's path: for a line with little room.
  ///
  /// It may quote the system's words, or a path that is not the database's.
  public var briefReason: String {
    switch self {
    case .cannotMakeDirectory: reason
    case .cannotOpen(_, errno: 0): "the file cannot be opened"
    case .cannotOpen(_, let errno): words(for: errno)
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
    case .other(_, _, _, _, let errno): words(for: errno)
    }
  }
}

extension LibraryError.Operation {
  fileprivate var word: String {
    switch self {
    case .opening: "opening"
    case .reading: "reading"
    case .saving: "saving"
    }
  }
}

/// The system's words for an error number: "Permission denied".
private func words(for errno: Int32) -> String {
  guard let words = strerror(errno) else { return "error \(errno)" }
  return String(cString: words)
}
