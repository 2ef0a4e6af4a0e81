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
  ///     is JSON already, whose LF, CR and TAB outside strings stay as they are.
  ///   - bytes: what is appended to.
  /// - Complexity: O(length of the text).
  static func escape(_ text: String, quotes: Bool = false, into bytes: inout [UInt8]) {
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F {
        marks = 0
        if quotes, scalar == "\"" || scalar == "\\" { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        continue
      }
      if scalar.value < 0x20 {
        marks = 0
        if quotes {
          bytes.append(contentsOf: control(scalar).utf8)
        } else {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        }
        continue
      }
      marks = scalar.isMark ? marks + 1 : 0
      if marks > 4 || scalar.needsEscape {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          bytes.append(contentsOf: unicodeEscape(UInt32(unit)).utf8)
        }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func control(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    default: unicodeEscape(scalar.value)
    }
  }

  private static func unicodeEscape(_ unit: UInt32) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  fileprivate var needsEscape: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      true
    default: properties.isDefaultIgnorableCodePoint
    }
  }
}
