/// The lines of a saved page.
struct PageText {
  /// The lines in order, line 1 at index 0; a blank one is empty.
  ///
  /// White space at a line's end is gone, and what is before its first word if a no-break space
  /// is among it.
  private(set) var lines: [String] = []
  /// How many characters were not UTF-8; they are U+FFFD now.
  private(set) var repairs = 0

  /// Reads a page whose lines end with LF, CR or both; a byte order mark is skipped.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        append(bytes[start..<index])
        if byte == UInt8(ascii: "\r"), bytes[index...].starts(with: "\r\n".utf8) { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { append(bytes[start...]) }
  }

  private mutating func append(_ line: ArraySlice<UInt8>) {
    if let text = String(validating: line, as: UTF8.self) {
      lines.append(text[...].trimmedAsLine)
      return
    }
    var decoder = UTF8()
    var iterator = line.makeIterator()
    var text = String.UnicodeScalarView()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .error:
        text.append("\u{FFFD}")
        repairs += 1
      case .emptyInput:
        lines.append(String(text)[...].trimmedAsLine)
        return
      }
    }
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { lines.allSatisfy(\.isEmpty) }

  /// What blank lines separate among some lines.
  ///
  /// - Parameter range: indices into `lines`.
  /// - Returns: paragraphs, whose lines end in line feeds except the last.
  func paragraphs(in range: Range<Int>) -> [String] {
    lines[range].split(separator: "").map { $0.joined(separator: "\n") }
  }

  /// Joins the paragraphs among some lines.
  ///
  /// - Parameter range: indices into `lines`.
  /// - Returns: a text whose paragraphs are separated by one blank line.
  func text(in range: Range<Int>) -> String {
    paragraphs(in: range).joined(separator: "\n\n")
  }

  /// Joins some lines into one.
  ///
  /// - Parameter range: indices into `lines`.
  /// - Returns: the lines that are not blank, with a space between them.
  func oneLine(in range: Range<Int>) -> String {
    lines[range].filter { !$0.isEmpty }.map { $0[...].trimmed }.joined(separator: " ")
  }
}

extension Substring {
  /// Without white space at its ends.
  var trimmed: Substring {
    let text = trimmedAtEnd
    let start = text.unicodeScalars.firstIndex { !$0.properties.isWhitespace }
    return start.map { text[$0...] } ?? text
  }

  /// Without white space at its end.
  var trimmedAtEnd: Substring {
    let last = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
    return last.map { self[...$0] } ?? prefix(0)
  }

  /// Without white space at its end, nor at its start if a no-break space is in it there.
  ///
  /// Elsewhere too, spaces with a no-break space among them become one space: an editor in a
  /// browser writes them for a wide gap, and no line may begin with what is left of it.
  fileprivate var trimmedAsLine: String {
    let text = trimmedAtEnd
    guard text.unicodeScalars.contains("\u{A0}") else { return String(text) }
    var result = String.UnicodeScalarView()
    var gap = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        gap.append(scalar)
        continue
      }
      let isWide = gap.contains("\u{A0}")
      if isWide, !result.isEmpty { result.append(" ") }
      if !isWide { result.append(contentsOf: gap) }
      gap = String.UnicodeScalarView()
      result.append(scalar)
    }
    return String(result)
  }
}
