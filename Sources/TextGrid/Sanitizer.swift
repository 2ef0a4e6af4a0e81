/// The rules of ``SafeText``.
enum Sanitizer {
  /// Combining marks that are kept on one base.
  static let marksPerBase = 4

  /// Makes a text safe.
  ///
  /// - Parameters:
  ///   - raw: any text.
  ///   - report: called with each scalar that is dropped or replaced, in order.
  /// - Returns: the safe text.
  /// - Complexity: O(length).
  @inline(__always)
  static func safe(
    _ raw: String, report: (Unicode.Scalar, Removal.Kind) -> Void = { _, _ in }
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.utf8.count)
    var marks = 0
    var last: Unicode.Scalar?
    var isAfterReturn = false
    for scalar in raw.unicodeScalars {
      // A return is told once it is known that no line feed follows.
      if isAfterReturn {
        isAfterReturn = false
        if scalar != "\n" {
          bytes.append(contentsOf: "␍".utf8)
          report("\r", .replaced)
        }
      }
      if 0x20..<0x7F ~= scalar.value || scalar == "\n" || scalar == "\t" {
        bytes.append(scalar.value < 0x20 ? 0x20 : UInt8(scalar.value))
        marks = 0
      } else if scalar == "\r" {
        isAfterReturn = true
        marks = 0
      } else {
        let record = ScalarRecord(scalar)
        let safe = safe(scalar, record, after: last)
        if let safe {
          marks = record.width == 0 ? marks + 1 : 0
          if safe != scalar { report(scalar, .replaced) }
        }
        guard let safe, marks <= marksPerBase else {
          report(scalar, .dropped)
          continue
        }
        bytes.append(contentsOf: safe.utf8)
      }
      last = scalar
    }
    if isAfterReturn {
      bytes.append(contentsOf: "␍".utf8)
      report("\r", .replaced)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands for a scalar other than CR, LF, TAB and printable ASCII, or nil when nothing does.
  private static func safe(
    _ scalar: Unicode.Scalar, _ record: ScalarRecord, after last: Unicode.Scalar?
  ) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: return "\u{2421}"
    case 0x200C, 0x200D: return last.map(needsJoiners) == true ? scalar : nil
    default: break
    }
    if record.isIgnored { return nil }
    return record.width < 0 ? "\u{FFFD}" : scalar
  }

  /// Whether ZWJ and ZWNJ matter after this scalar: letters and marks of Arabic, Syriac, N'Ko and
  /// Mongolian, and of the scripts of India and its neighbours (UAX #31, section 2.3).
  private static func needsJoiners(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1B00...0x1C4F,
      0xA840...0xA8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x1147F:
      break
    default: return false
    }
    switch scalar.properties.generalCategory {
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
