import CWidths

/// The rules of ``SafeText``.
enum Sanitizer {
  /// Combining marks that are kept on one base.
  static let marksPerBase = 4

  static func safe(_ raw: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.utf8.count)
    var marks = 0
    var last: Unicode.Scalar?
    for scalar in raw.unicodeScalars {
      if scalar == "\n" {
        if last == "\r" { bytes.removeLast("␍".utf8.count) }
        bytes.append(UInt8(ascii: " "))
        marks = 0
      } else if 0x20..<0x7F ~= scalar.value {
        bytes.append(UInt8(scalar.value))
        marks = 0
      } else {
        let width = scalar.cellWidth
        guard let safe = safe(scalar, width: width, after: last) else { continue }
        marks = width == 0 ? marks + 1 : 0
        if marks <= marksPerBase { bytes.append(contentsOf: safe.utf8) }
      }
      last = scalar
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands for a scalar other than LF and printable ASCII, or nil when nothing does.
  private static func safe(
    _ scalar: Unicode.Scalar, width: Int, after last: Unicode.Scalar?
  ) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: return " "
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: return "\u{2421}"
    case 0x200C, 0x200D: return last.map(needsJoiners) == true ? scalar : nil
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return nil }
    switch width {
    case 0 where scalar.properties.generalCategory == .format: return nil
    case 0...: return scalar
    default: return "\u{FFFD}"
    }
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

extension Unicode.Scalar {
  /// The cells it takes: 0, 1 or 2; -1 when it must not reach a terminal.
  var cellWidth: Int { Int(understory_cell_width(value)) }
}
