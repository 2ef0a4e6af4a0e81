extension JSONWriter {
  /// Appends a text with `\u` escapes for every scalar that a terminal might obey or hide.
  ///
  /// Escaped are controls (Cc, also DEL and C1), format characters (Cf), line and paragraph
  /// separators (Zl, Zp), private use (Co), unassigned (Cn), Default_Ignorable_Code_Point, and each
  /// combining mark (M) after the fourth on one base. Scalars above U+FFFF become surrogate pairs
  /// (RFC 8259 section 7).
  ///
  /// - Parameters:
  ///   - text: what to write.
  ///   - quotes: whether quotation marks and reverse solidi are escaped too; false for a text that
  ///     is JSON already, whose CR and TAB, which can only stand outside strings, become spaces.
  ///   - bytes: what is appended to.
  /// - Complexity: O(length of the text).
  static func escape(_ text: String, quotes: Bool = false, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var marks = 0
      var at = 0
      while at < utf8.count {
        let start = at
        while at < utf8.count, isPlain(utf8[at], quotes: quotes) { at += 1 }
        if at > start {
          bytes.append(contentsOf: utf8[start..<at])
          marks = 0
          continue
        }
        if utf8[at] < 0x80 {
          if !quotes, utf8[at] == UInt8(ascii: "\r") || utf8[at] == UInt8(ascii: "\t") {
            bytes.append(0x20)
          } else {
            append(ascii: utf8[at], into: &bytes)
          }
          at += 1
          marks = 0
          continue
        }
        let (scalar, end) = scalar(in: utf8, at: at)
        let category = scalar.properties.generalCategory
        marks = category.isMark ? marks + 1 : 0
        if marks > 4 || category.isUnsafe || scalar.properties.isDefaultIgnorableCodePoint {
          if scalar.value > 0xFFFF {
            append(escapeOf: UTF16.leadSurrogate(scalar), into: &bytes)
            append(escapeOf: UTF16.trailSurrogate(scalar), into: &bytes)
          } else {
            append(escapeOf: UInt16(scalar.value), into: &bytes)
          }
        } else {
          bytes.append(contentsOf: utf8[at..<end])
        }
        at = end
      }
    }
  }

  /// Whether a byte is an ASCII character that is written as it is.
  private static func isPlain(_ byte: UInt8, quotes: Bool) -> Bool {
    if quotes { return byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C }
    return byte >= 0x20 && byte < 0x7F || byte == UInt8(ascii: "\n")
  }

  /// Appends the escape of an ASCII control, a quotation mark or a reverse solidus.
  private static func append(ascii byte: UInt8, into bytes: inout [UInt8]) {
    let letter: Unicode.Scalar
    switch byte {
    case UInt8(ascii: "\n"): letter = "n"
    case UInt8(ascii: "\t"): letter = "t"
    case UInt8(ascii: "\r"): letter = "r"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = Unicode.Scalar(byte)
    default: return append(escapeOf: UInt16(byte), into: &bytes)
    }
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: letter))
  }

  /// Appends `\u` and four digits.
  private static func append(escapeOf unit: UInt16, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: "u"))
    var shift: UInt16 = 16
    while shift > 0 {
      shift -= 4
      let digit = UInt8(unit >> shift & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// The scalar of two to four bytes that starts at an offset of valid UTF-8, and the offset after it.
  private static func scalar(
    in utf8: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int) {
    let length = (~utf8[start]).leadingZeroBitCount
    var value = UInt32(utf8[start] & 0x7F >> length)
    for byte in utf8[start + 1..<start + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", start + length)
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    self == .nonspacingMark || self == .spacingMark || self == .enclosingMark
  }

  /// Whether a terminal might obey or hide characters of this kind.
  fileprivate var isUnsafe: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      true
    default: false
    }
  }
}
