/// A place in a text as an editor shows it.
public struct TextPosition: Equatable, Sendable {
  /// 1-based; a line ends with LF, CR or both.
  public var line: Int
  /// 1-based, in Unicode scalars; a byte that starts no scalar counts with the scalar before it.
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
  public init(offset: Int, in bytes: [UInt8]) {
    line = 1
    column = 1
    for index in 0..<min(offset, bytes.count) {
      let byte = bytes[index]
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")))
      if endsLine {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
