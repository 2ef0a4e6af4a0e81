import CSQLite
import Platform
import Paths
import Synchronization
import WebAddresses

/// One connection to an SQLite file, closed when it goes out of scope.
///
/// It exists so that a connection has one owner, cannot be used after it was closed, and tells its
/// failures as ``SQLiteError``. Its statements may outlive it: SQLite then closes with the last.
struct Database: ~Copyable {
  let connection: OpaquePointer

  /// The log and its index as they were when the file was opened; see ``rememberLog(of:)``.
  private var companions: [Companion] = []

  /// The most bytes that the log's index was seen to have: they may be mapped.
  private let indexSize = Atomic<Int64>(0)

  /// A file beside the database, by its name and by what it is.
  private struct Companion {
    var path: String
    /// Nil if it was gone as soon as the database was open: somebody deletes files just then.
    var identity: FileIdentity?
    /// Whether it is the log's index, which SQLite maps and never makes shorter.
    var isMapped: Bool
  }

  /// How long a call waits for another connection's lock, in milliseconds.
  static let busyTimeout: Int32 = 50

  /// Opens a file for reading and writing, making it if there is none.
  ///
  /// What the file contains is not looked at. If it may not be written, SQLite opens it for reading.
  init(path: String) throws(SQLiteError) {
    // SQLite would let everyone read it; the files that it makes beside it are like it.
    let file = path.withPath { open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    if file >= 0 { close(file) }
    try self.init(name: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  /// Opens a file that nobody writes to, without a lock, a log or any file beside it.
  ///
  /// SQLite then ignores a write-ahead log: the caller must know that there is none.
  init(unchangingPath path: String) throws(SQLiteError) {
    try self.init(
      name: "file:" + percentEncoded(path) + "?immutable=1",
      flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
  }

  private init(name: String, flags: Int32) throws(SQLiteError) {
    var opened: OpaquePointer?
    let code = name.withPath { sqlite3_open_v2($0, &opened, flags, nil) }
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(of: opened)
      sqlite3_close_v2(opened)
      throw error
    }
    connection = opened
    sqlite3_busy_timeout(opened, Self.busyTimeout)
  }

  deinit {
    // It would put what is in its log into a file that has another by now, and delete that one.
    if hasMoved {
      setCheckpointsOnClose(false)
      restoreIndexSize()
    }
    sqlite3_close_v2(connection)
  }

  /// Remembers which files are the write-ahead log and its index, for ``hasMoved``.
  ///
  /// While a connection is open nobody may replace them; SQLite itself never looks again, and would
  /// write to a log that no one will ever find.
  mutating func rememberLog(of path: String) {
    // SQLite maps the index in pieces of 32 KiB.
    indexSize.store(1 << 15, ordering: .relaxed)
    companions = ["-wal", "-shm"].map { ending in
      Companion(
        path: path + ending, identity: FileIdentity(path + ending), isMapped: ending == "-shm")
    }
  }

  func prepare(_ sql: StaticString) throws(SQLiteError) -> Statement {
    try Statement(sql, on: connection)
  }

  /// Runs statements separated by `;`, passing over rows; stops at the first that fails.
  func execute(_ sql: StaticString) throws(SQLiteError) {
    let code = sql.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        sqlite3_exec(connection, text.baseAddress, nil, nil, nil)
      }
    }
    guard code == SQLITE_OK else { throw SQLiteError(of: connection) }
  }

  /// Runs `body` in a transaction that holds the write lock from the start.
  ///
  /// What `body` wrote is committed when it returns and undone when it, or the commit, throws.
  func transaction<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try beginWriting()
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      // The first error is the one to tell.
      rollBack()
      throw error
    }
  }

  /// Begins a transaction that holds the write lock from the start.
  func beginWriting() throws(SQLiteError) { try execute("BEGIN IMMEDIATE") }

  /// Keeps what was written since ``beginWriting()``.
  func commit() throws(SQLiteError) { try execute("COMMIT") }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

  /// Undoes what was written since ``beginWriting()``, as far as an error has not done so.
  func rollBack() { if isInTransaction { try? execute("ROLLBACK") } }

  /// Runs `body` on the file as it is now, whatever others commit meanwhile, and writes nothing.
  func snapshot<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try execute("BEGIN")
    // Where an error has ended it already, there is nothing left to end.
    defer { try? execute("ROLLBACK") }
    return try body()
  }

  /// Whether the file may not be written.
  var isReadOnly: Bool { sqlite3_db_readonly(connection, "main") == 1 }

  /// Whether the file's path names another file by now, or none, or that of its log does, or the log's
  /// index was cut: to read there would end the program by SIGBUS.
  var hasMoved: Bool {
    var moved: Int32 = 0
    let code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    if code == SQLITE_OK, moved != 0 { return true }
    return companions.contains { companion in
      guard let now = FileIdentity(companion.path), let then = companion.identity,
        now.isSame(as: then)
      else { return true }
      guard companion.isMapped else { return false }
      return indexSize.max(now.size, ordering: .relaxed).oldValue > now.size
    }
  }

  /// Makes an index that somebody has cut as long as it was, since closing reads in it what is mapped.
  ///
  /// What is added is zeros: whoever opens it next makes it again from the log.
  private func restoreIndexSize() {
    let size = indexSize.load(ordering: .relaxed)
    for companion in companions where companion.isMapped {
      guard let now = FileIdentity(companion.path), let then = companion.identity,
        now.isSame(as: then), now.size < size
      else { continue }
      _ = companion.path.withPath { truncate($0, Int(size)) }
    }
  }

  /// Sets whether closing folds the write-ahead log into the file and removes it, as SQLite does
  /// unless told otherwise.
  func setCheckpointsOnClose(_ checkpoints: Bool) {
    csqlite_set_checkpoint_on_close(connection, checkpoints ? 1 : 0)
  }
}

/// A path for a `file:` URI: bytes that a URI gives a meaning are written as `%` and two digits.
private func percentEncoded(_ path: String) -> String {
  let plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~".utf8
  return PercentCoding.encode(path.pathBytes) { !plain.contains($0) }
}

extension Database {
  /// Throws the error of a damaged file if any page of it is damaged.
  ///
  /// - Complexity: O(*n*) in the file's size.
  func checkEveryPage() throws(SQLiteError) {
    let check = try prepare("PRAGMA quick_check(1)")
    let finding = try check.onlyRow { row in row.text(0) }
    guard finding == "ok" else { throw SQLiteError(code: SQLITE_CORRUPT) }
  }
}

/// A call of SQLite's that failed, in SQLite's own terms.
struct SQLiteError: Error, Equatable {
  /// The extended result code.
  var code: Int32
  /// SQLite's English words for it.
  var message: String
  /// The system's error behind an I/O error or a file that cannot be opened; 0 for other codes.
  var errno: Int32

  /// The result code without its extension: what is documented as SQLITE_BUSY and so on.
  var primaryCode: Int32 { code & 0xff }

  /// A failure that the caller found: `code` with SQLite's words for it.
  init(code: Int32) {
    self.code = code
    self.message = String(cString: sqlite3_errstr(code))
    self.errno = 0
  }

  /// The failure of the last call on `connection`, which is nil when there was no memory for one.
  init(of connection: OpaquePointer?) {
    code = sqlite3_extended_errcode(connection)
    message = String(cString: sqlite3_errmsg(connection))
    errno = 0
    if primaryCode == SQLITE_IOERR || primaryCode == SQLITE_CANTOPEN {
      errno = sqlite3_system_errno(connection)
    }
  }
}
