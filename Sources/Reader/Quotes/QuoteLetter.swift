/// What a scalar that is not ASCII is to the words of a quotation.
enum QuoteLetter {
  /// A part of a word.
  case letter
  /// A mark on what comes before.
  case mark
  /// A letter of a script that sets no spaces between words.
  case sign
  /// Left out.
  case apostrophe
  /// Between words.
  case none

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC: self = .apostrophe
    case 0xD7, 0xF7: self = .none
    case 0xC0...0x24F, 0x0400...0x0481, 0x048A...0x052F, 0xAC00...0xD7A3: self = .letter
    case 0x0300...0x036F: self = .mark
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: self = .sign
    default: self = Self.byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> QuoteLetter {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      isUnspaced(scalar) ? .sign : .letter
    default: .none
    }
  }

  /// Thai and Lao, Burmese, Khmer, kana and what stands among ideographs.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
      0x31F0...0x31FF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1B000...0x1B16F:
      true
    default: false
    }
  }
}
