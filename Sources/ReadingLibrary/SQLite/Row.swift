import CSQLite
import DiscussionModel

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

  /// The column's text, which may hold NUL; "" when it is NULL.
  func text(_ column: Int32) -> String {
    let start = sqlite3_column_text(statement, column)
    // Asked for after the text: it is the length in the encoding that the text was asked for in.
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The column's number; nil when it is NULL.
  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

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
