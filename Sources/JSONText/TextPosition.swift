/// A place in a text as an editor shows it.
public struct TextPosition: Equatable, Sendable {
  /// 1-based; a line ends with LF, CR or both.
  public var line: Int
  /// 1-based, in Unicode scalars; a byte that starts no scalar counts with the scalar before it,
  /// and a byte order mark at the start of the text not at all.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte.
  ///
  /// - Parameters:
  ///   - offset: 0-based; one past the last byte is the end.
  ///   - bytes: the whole text.
  /// - Complexity: O(offset).
  public init(offset: Int, in bytes: JSONBytes) {
    self = bytes.withBytes(0..<bytes.count) { TextPosition(offset: offset, in: $0) }
  }

  /// The same, of a text in memory.
  public init(offset: Int, in bytes: [UInt8]) { self.init(offset: offset, in: JSONBytes(bytes)) }

  private init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    line = 1
    column = 1
    let end = min(offset, bytes.count)
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard lineStart < end else { return }
    for index in lineStart..<end where Self.endsLine(index, in: bytes) {
      line += 1
      lineStart = index + 1
    }
    let scalars = bytes[lineStart..<end].count { $0 & 0xC0 != 0x80 }
    let isWithinScalar = end < bytes.count && bytes[end] & 0xC0 == 0x80
    column = isWithinScalar ? max(1, scalars) : scalars + 1
  }

  private static func endsLine(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    default: false
    }
  }
}
