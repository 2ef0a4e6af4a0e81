import CUnicode

/// What the table of `CUnicode` knows of a scalar.
struct ScalarRecord {
  private let bits: UInt16

  init(_ scalar: Unicode.Scalar) { bits = understory_record(scalar.value) }

  /// The cells it takes: 0, 1 or 2; -1 when it must not reach a terminal.
  var width: Int { Int(bits >> 6 & 3) - 1 }

  /// Whether nothing is drawn for it: Default_Ignorable_Code_Point, or a format character (Cf)
  /// other than those that are before digits (Prepended_Concatenation_Mark).
  var isIgnored: Bool { bits & 1 << 8 != 0 }

  /// Emoji_Modifier_Base: whether it can have a skin tone.
  var isModifierBase: Bool { bits & 1 << 9 != 0 }

  /// Whether it belongs to the grapheme before it though it takes cells (UAX #29, SpacingMark).
  var isSpacingMark: Bool { bits & 1 << 10 != 0 }

  var lineBreak: LineBreakClass { LineBreakClass(rawValue: UInt8(bits & 63)) ?? .al }
}

/// A class of UAX #14 after rule LB1, in the order of `CUnicode`'s table.
///
/// OP and CP are those that are wide, OX and CX all others (LB30); IX is an unassigned pictograph
/// (LB30b).
enum LineBreakClass: UInt8 {
  case al, bk, cm, cr, lf, nl, sp, zw, zwj, wj, gl, ba, hy, cb, cl, cp, cx, ex, `is`, sy, op, ox, qu
  case ns, b2, bb, hl, `in`, nu, pr, po, id, ix, eb, em, h2, h3, jl, jv, jt, ri

  /// Those of ASCII, by their values.
  static let ascii: [LineBreakClass] = (0..<128).map {
    ScalarRecord(Unicode.Scalar(UInt8($0))).lineBreak
  }

  var isOpening: Bool { self == .op || self == .ox }
  var isLetter: Bool { self == .al || self == .hl }

  /// Whether no line begins with it: LB13.
  var isClosing: Bool {
    switch self {
    case .cl, .cp, .cx, .ex, .is, .sy: true
    default: false
    }
  }

  /// Ideographs, emoji and what is set like them.
  var isIdeographic: Bool { self == .id || self == .ix || self == .eb || self == .em }

  /// Whether a line must end after it: LB4 and LB5.
  var endsLine: Bool { self == .bk || self == .cr || self == .lf || self == .nl }
}

extension Unicode.Scalar {
  /// The cells it takes: 0, 1 or 2; -1 when it must not reach a terminal.
  var cellWidth: Int { ScalarRecord(self).width }
}
