@_spi(_Unicode) internal import Swift

/// What a name or a title is put in alphabetical order by.
///
/// An approximation of the order of the Unicode Collation Algorithm with its default table and
/// "shifted" weights (UTS #10, DUCET), without that table. Compared are the letters and digits, then
/// the same with their accents, then all of the text:
/// - accents and points do not matter at first, nor do capitals, spaces, quotation marks,
///   punctuation, symbols and emoji: `“Äpfel”` is beside `apfel`;
/// - digits of any script come before letters, and currency signs before digits;
/// - `ß`, `æ`, `œ` and ligatures are their letters; `ø`, `đ`, `ł`, katakana and full-width letters
///   are as `o`, `d`, `l`, hiragana and the usual letters.
///
/// Its limits: letters are in the order of their code points, which is nearly that of DUCET for
/// most scripts (Latin, Greek, Cyrillic, Hebrew, Arabic, Hangul, kana, ideographs), but not for all,
/// and which puts Latin letters beyond `z`, such as `þ` and `ð`, after it. No language's own order
/// is known, so Swedish `ö` is beside `o`; of the letters that DUCET does not take apart only the
/// Cyrillic `й` is one. Numbers are compared digit by digit.
public struct AlphabeticalKey: Comparable, Sendable {
  private var letters: [UInt32] = []
  /// A 0 for each letter, and after it its accents.
  private var accents: [UInt32] = []
  private let text: String

  /// - Complexity: O(length).
  public init(_ text: String) {
    self.text = text
    for scalar in text._nfd {
      if scalar == "\u{306}", letters.last == 0x438 {
        letters[letters.count - 1] = 0x439
      } else if scalar.properties.canonicalCombiningClass != .notReordered {
        accents.append(scalar.value)
      } else {
        let folded = Self.letters(of: scalar)
        letters += folded
        accents += folded.map { _ in 0 }
      }
    }
  }

  public static func < (one: AlphabeticalKey, other: AlphabeticalKey) -> Bool {
    if one.letters != other.letters {
      return one.letters.lexicographicallyPrecedes(other.letters)
    }
    if one.accents != other.accents {
      return one.accents.lexicographicallyPrecedes(other.accents)
    }
    return one.text < other.text
  }

  /// What a decomposed scalar is compared by; empty for one that is skipped.
  private static func letters(of scalar: Unicode.Scalar) -> [UInt32] {
    let value = scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return [value]
    case 0x41...0x5A: return [value | 0x20]
    case 0...0x7F where value != 0x24: return []
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(value - 0xFEE0).map { letters(of: $0) } ?? []
    case 0xD8, 0xF8: return letters("o")
    case 0x110, 0x111: return letters("d")
    case 0x141, 0x142: return letters("l")
    case 0xC6, 0xE6: return letters("ae")
    case 0x152, 0x153: return letters("oe")
    case 0x30A1...0x30F6: return [value - 0x60]
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .currencySymbol: return [0x24]
    case .decimalNumber: return [0x30 + UInt32(properties.numericValue ?? 0)]
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
      // In capitals first: ß and ligatures have no others.
      return properties.uppercaseMapping.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic
      }.map(\.value)
    case .otherLetter, .modifierLetter, .letterNumber, .otherNumber: return [value]
    // Vowels of the scripts of India and its neighbours.
    case .nonspacingMark, .spacingMark:
      return properties.isDefaultIgnorableCodePoint ? [] : [value]
    default: return []
    }
  }

  private static func letters(_ letters: String) -> [UInt32] { letters.unicodeScalars.map(\.value) }
}
