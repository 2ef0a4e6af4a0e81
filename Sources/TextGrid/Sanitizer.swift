import CWidths

/// The rules of ``SafeText``.
enum Sanitizer {
  /// Combining marks that are kept on one base.
  static let marksPerBase = 4

  static func safe(_ raw: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    var last: Unicode.Scalar?
    for scalar in raw.unicodeScalars {
      guard let safe = safe(scalar, after: last) else { continue }
      if safe == "\n", last == "\r" { result.removeLast() }
      last = scalar
      let isMark = scalar.cellWidth == 0
      marks = isMark ? marks + 1 : 0
      if marks > marksPerBase { continue }
      result.append(safe == "\n" ? " " : safe)
    }
    return String(result)
  }

  /// What stands for a scalar, or nil when nothing does.
  ///
  /// LF stays, for the caller to see CR LF.
  private static func safe(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?
  ) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20..<0x7F: return scalar
    case 0x0A: return scalar
    case 0x09: return " "
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: return "\u{2421}"
    case 0x200C, 0x200D: return last.map(needsJoiners) == true ? scalar : nil
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
    {
      return nil
    }
    return scalar.cellWidth < 0 ? "\u{FFFD}" : scalar
  }

  /// Whether ZWJ and ZWNJ matter after this scalar: letters and marks of Arabic, Syriac, N'Ko and
  /// Mongolian, and of the scripts of India and its neighbours (UAX #31, section 2.3).
  private static func needsJoiners(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1B00...0x1C4F,
      0xA840...0xA8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x1147F:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// The cells it takes: 0, 1 or 2; -1 when it must not reach a terminal.
  var cellWidth: Int { Int(understory_cell_width(value)) }
}
