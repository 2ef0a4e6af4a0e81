import CSQLite
import DiscussionModel

/// One prepared statement, finalized when it goes out of scope.
///
/// It exists so that SQLite's conventions stay in one place: parameters count from 1, text has a
/// length in bytes since it may contain NUL, and a statement must be reset before it is used again.
/// SQL is a `StaticString`, so that none is ever built from data.
struct Statement: ~Copyable {
  private let handle: OpaquePointer

  /// Prepares the one statement in `sql`, to be kept and used often.
  init(_ sql: StaticString, on connection: OpaquePointer) throws(SQLiteError) {
    var prepared: OpaquePointer?
    let code = sql.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        sqlite3_prepare_v3(
          connection, text.baseAddress, Int32(text.count), UInt32(SQLITE_PREPARE_PERSISTENT),
          &prepared, nil)
      }
    }
    guard code == SQLITE_OK, let prepared else { throw SQLiteError(of: connection) }
    handle = prepared
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Gives the parameters, in their order, these values until they are bound again.
  func bind<each Value: SQLValue>(_ values: repeat each Value) throws(SQLiteError) {
    var parameter: Int32 = 0
    for value in repeat each values {
      parameter += 1
      try check(value.bind(to: parameter, of: handle))
    }
  }

  /// Runs the statement to its end with these values, passing over rows.
  func run<each Value: SQLValue>(_ values: repeat each Value) throws(SQLiteError) {
    try bind(repeat each values)
    try forEachRow { _ in }
  }

  /// Runs the statement to its end, calling `body` for each row.
  func forEachRow(_ body: (borrowing Row) -> Void) throws(SQLiteError) {
    // The code that resetting returns is that of the step before.
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: body(Row(of: handle))
      case SQLITE_DONE: return
      default: throw SQLiteError(of: sqlite3_db_handle(handle))
      }
    }
  }

  /// Runs the statement, calling `body` for each row until it says that it wants no more.
  func forEachRow(
    while body: (borrowing Row) throws(SQLiteError) -> Bool
  ) throws(SQLiteError) {
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: if try !body(Row(of: handle)) { return }
      case SQLITE_DONE: return
      default: throw SQLiteError(of: sqlite3_db_handle(handle))
      }
    }
  }

  /// Runs the statement to its end and returns what `body` makes of its only row; nil without one.
  func onlyRow<Result>(_ body: (borrowing Row) -> Result) throws(SQLiteError) -> Result? {
    var result: Result?
    try forEachRow { row in result = body(row) }
    return result
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw SQLiteError(of: sqlite3_db_handle(handle)) }
  }
}

/// What a parameter of a statement can be.
protocol SQLValue {
  /// Gives a parameter, counted from 1, a copy of this, and returns SQLite's result code.
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32
}

extension Int64: SQLValue {
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32 {
    sqlite3_bind_int64(statement, parameter, self)
  }
}

extension Int: SQLValue {
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32 {
    Int64(self).bind(to: parameter, of: statement)
  }
}

/// As 1 or 0.
extension Bool: SQLValue {
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32 {
    Int64(self ? 1 : 0).bind(to: parameter, of: statement)
  }
}

extension String: SQLValue {
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32 {
    var text = self
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        csqlite_bind_text(statement, parameter, text.baseAddress, UInt64(text.count))
      }
    }
  }
}

/// Hashes, as a blob of 8 bytes each, the lowest first.
extension [UInt64]: SQLValue {
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32 {
    map { $0.littleEndian }.withUnsafeBytes { bytes in
      csqlite_bind_blob(statement, parameter, bytes.baseAddress, UInt64(bytes.count))
    }
  }
}

/// NULL for nil.
extension Optional: SQLValue where Wrapped: SQLValue {
  func bind(to parameter: Int32, of statement: OpaquePointer) -> Int32 {
    self?.bind(to: parameter, of: statement) ?? sqlite3_bind_null(statement, parameter)
  }
}

/// The row on which a statement stands, lent to whoever reads its columns.
///
/// It exists so that columns can be read only while there is a row. They count from 0.
struct Row: ~Copyable {
  private let statement: OpaquePointer

  init(of statement: OpaquePointer) {
    self.statement = statement
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// The column's number; 0 when it is NULL.
  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// The column's number as a count, whatever somebody may have put there; 0 when it is NULL.
  func count(_ column: Int32) -> Int { Int(integer(column)).clamped(to: NumberBounds.count) }

  /// The column's number as a time in seconds since 1970, whatever somebody may have put there; 0 when it is NULL.
  func time(_ column: Int32) -> Int64 { integer(column).clamped(to: NumberBounds.time) }

  /// The column's number as the time of a decision, in seconds since 1970.
  ///
  /// It may be later than anybody may state, since what is decided here is later than all that is known.
  func decisionTime(_ column: Int32) -> Int64 {
    let bounds = NumberBounds.decision
    return integer(column).clamped(to: bounds.lowerBound...(2 * bounds.upperBound))
  }

  /// The same; nil when it is NULL.
  func optionalTime(_ column: Int32) -> Int64? { isNull(column) ? nil : time(column) }

  /// The column's text, which may contain NUL; "" when it is NULL.
  func text(_ column: Int32) -> String {
    let start = sqlite3_column_text(statement, column)
    // Asked for after the text: it is the length in the encoding that the text was asked for in.
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The column's text; nil when it is NULL.
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// The column's hashes, 8 bytes each, the lowest first; nil when it is NULL.
  func hashes(_ column: Int32) -> [UInt64]? {
    guard !isNull(column) else { return nil }
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column)) / 8
    let bytes = UnsafeRawBufferPointer(start: start, count: count * 8)
    return (0..<count).map { index in
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
  }
}
