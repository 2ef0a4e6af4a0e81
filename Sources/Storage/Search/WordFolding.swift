@_spi(_Unicode) import Swift

/// What does not matter in a word of the index: how its letters are composed, accents and points.
///
/// Of the marks that canonical decomposition sets apart (UAX #15), those of the combining classes for
/// accents, Hebrew and Arabic points and nuktas are left out. Vowel signs, viramas and the voicing
/// marks of kana make other words and stay.
enum WordFolding {
  /// Whether a part of a text has letters beyond those of Latin, or marks: anything from U+0300 on.
  static func mayFold(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    text.contains { $0 >= 0xCC }
  }

  /// A word in UTF-8, of which the case is folded already, without marks; nil if nothing is left.
  static func folded(_ word: UnsafeRawBufferPointer) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in String(decoding: word, as: UTF8.self)._nfd where !isLeftOut(scalar) {
      bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
    return bytes.isEmpty ? nil : bytes
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    // Tatweel, which only makes a word longer.
    if scalar == "\u{640}" { return true }
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.canonicalCombiningClass.rawValue {
    case 1, 7, 10...36, 200...240: return true
    default: return false
    }
  }

  /// Whether a scalar that is a word of its own is canonically equivalent to another (an ideograph
  /// for compatibility).
  static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
    0xF900...0xFAFF ~= scalar.value || 0x2F800...0x2FA1F ~= scalar.value
  }

  /// Whether a scalar makes one with what is before it: a voicing mark of kana, or a vowel or a final
  /// consonant of a Korean syllable.
  static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{3099}" || scalar == "\u{309A}" || 0x1160...0x11FF ~= scalar.value
  }

  /// The words of their own that a decomposed one makes; one as a rule.
  static func composed(_ word: UnsafeRawBufferPointer) -> [[UInt8]] {
    String(decoding: word, as: UTF8.self)._nfc.compactMap { scalar in
      UTF8.encode(scalar).map { Array($0) }
    }
  }
}
