import CSQLite
import Glibc
import Testing

@testable import Storage

@Suite struct StorageErrorTests {
  static let path = "/s/marks.sqlite"

  static let reasons: [(StorageError, String)] = [
    (.cannotMakeDirectory(path: "/s", errno: EACCES), "cannot create /s: Permission denied"),
    (.cannotOpen(path: path, errno: EACCES), "/s/marks.sqlite: Permission denied"),
    (.cannotOpen(path: path, errno: 0), "/s/marks.sqlite cannot be opened"),
    (.locked(path: path), "/s/marks.sqlite is locked by another program"),
    (.full(path: path), "\(path): the disk is full"),
    (.readOnly(path: path), "/s/marks.sqlite is read-only"),
    (.damaged(path: path), "/s/marks.sqlite is damaged"),
    (.moved(path: path), "/s/marks.sqlite was moved or deleted"),
    (
      .otherVersion(path: path, found: 99, known: 1),
      "/s/marks.sqlite is from a newer version of understory (format 99; this one supports 1)"
    ),
    (
      .otherVersion(path: path, found: -1, known: 1),
      "/s/marks.sqlite has an unknown format (-1; this understory supports 1)"
    ),
    (.notRegular(path: path), "/s/marks.sqlite: not a regular file"),
    (.neverVisited(discussion: "hn:1"), "no visit of hn:1 was recorded"),
    (
      .other(operation: .reading, path: path, code: 7, message: "out of memory", errno: 0),
      "/s/marks.sqlite: out of memory while reading (SQLite code 7)"
    ),
    (
      .other(operation: .saving, path: path, code: 778, message: "disk I/O error", errno: EIO),
      "/s/marks.sqlite: disk I/O error while saving (SQLite code 778, Input/output error)"
    ),
  ]

  @Test(arguments: reasons)
  func isOneClause(_ error: StorageError, _ reason: String) {
    #expect(error.reason == reason)
  }

  @Test func isBrief() {
    let path = Self.path
    #expect(
      [
        StorageError.otherVersion(path: path, found: 99, known: 1),
        .otherVersion(path: path, found: -1, known: 1), .notRegular(path: path),
      ].map(\.briefReason) == [
        "the file is from a newer version", "the file has an unknown format",
        "the file is not a regular file",
      ])
  }

  static let codes: [(code: Int32, errno: Int32, expected: StorageError)] = [
    (SQLITE_BUSY, 0, .locked(path: path)),
    (SQLITE_LOCKED, 0, .locked(path: path)),
    (SQLITE_FULL, 0, .full(path: path)),
    (SQLITE_READONLY | 2 << 8, 0, .readOnly(path: path)),
    (SQLITE_NOTADB, 0, .damaged(path: path)),
    (SQLITE_CORRUPT | 1 << 8, 0, .damaged(path: path)),
    (SQLITE_CANTOPEN, EACCES, .cannotOpen(path: path, errno: EACCES)),
    (SQLITE_CANTOPEN, ENOSPC, .full(path: path)),
    (SQLITE_IOERR | 19 << 8, ENOSPC, .full(path: path)),
    (
      SQLITE_IOERR | 3 << 8, EIO,
      .other(operation: .saving, path: path, code: 778, message: "disk I/O error", errno: EIO)
    ),
  ]

  @Test(arguments: codes)
  func isToldFromSQLitesCode(_ code: Int32, _ errno: Int32, _ expected: StorageError) {
    var error = SQLiteError(code: code)
    error.errno = errno
    #expect(StorageError(error, path: Self.path, during: .saving) == expected)
  }
}
