import TextGrid

extension String {
  /// With all white space that HTML and Markdown do not tell apart as one space: spaces, tabs, line
  /// ends, form feeds.
  ///
  /// - Parameter isAfterSpace: whether none is needed at its start.
  /// - Returns: the text; an empty one for white space after a space.
  /// - Complexity: O(length).
  func collapsingSpaces(afterSpace isAfterSpace: Bool) -> String {
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        var isAfterSpace = isAfterSpace
        for byte in bytes {
          let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
          if !isSpace || !isAfterSpace {
            result[count] = isSpace ? 0x20 : byte
            count += 1
          }
          isAfterSpace = isSpace
        }
        return count
      }
    }
  }

  /// Columns from one tab stop to the next.
  private static let tabWidth = 4

  /// With spaces up to the next tab stop for each tab.
  ///
  /// - Parameter column: the column at which it begins, 0-based.
  /// - Returns: a text without tabs.
  func expandingTabs(at column: Int) -> String {
    guard utf8.contains(UInt8(ascii: "\t")) else { return self }
    var result = ""
    var column = column
    for (index, piece) in split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        let spaces = Self.tabWidth - column % Self.tabWidth
        result += String(repeating: " ", count: spaces)
        column += spaces
      }
      result += piece
      column += SafeText(String(piece)).width
    }
    return result
  }
}
