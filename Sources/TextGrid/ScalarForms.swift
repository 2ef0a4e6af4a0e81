/// What has no cell of its own, and chooses how a scalar beside it is drawn: joiners, variation
/// selectors, and the tags of three flags.
///
/// Safe text has them, since they are the author's, but only where Unicode gives them a meaning: in
/// any other place they would hide something, or nothing. A terminal gets none but the joiners of
/// scripts, since no two terminals agree on what they change.
extension Unicode.Scalar {
  /// Whether ZWJ and ZWNJ matter after it: letters and marks of Arabic, Syriac, N'Ko and Mongolian,
  /// and of the scripts of India and its neighbours (UAX #31, section 2.3).
  var needsJoiners: Bool {
    switch value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1B00...0x1C4F,
      0xA840...0xA8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x1147F:
      break
    default: return false
    }
    switch properties.generalCategory {
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// Whether it chooses among the forms of the scalar before it (Variation_Selector).
  var isSelector: Bool {
    switch value {
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Whether a selector may have a meaning right after it, by what Unicode's lists of sequences have
  /// (StandardizedVariants.txt, emoji-variation-sequences.txt, the Ideographic Variation Database).
  func takesSelector(_ selector: Unicode.Scalar) -> Bool {
    switch selector.value {
    case 0x180B...0x180F: return 0x1820...0x18AA ~= value
    case 0xE0100...0xE01EF: return properties.isIdeographic
    default: break
    }
    if properties.isEmoji { return !isSkinTone }
    switch properties.generalCategory {
    case .otherLetter, .mathSymbol, .otherSymbol, .otherPunctuation, .initialPunctuation,
      .finalPunctuation:
      return true
    default: return false
    }
  }

  /// Whether it may be a part of an emoji that ZWJ joins (UAX #29, rule GB11).
  var isEmojiElement: Bool {
    !isASCII && properties.isEmoji && !isSkinTone && !isFlagLetter && cellWidth > 0
  }

  /// Emoji_Modifier (U+1F3FB to U+1F3FF).
  var isSkinTone: Bool { 0x1F3FB...0x1F3FF ~= value }

  /// Regional indicators (U+1F1E6 to U+1F1FF), which make flags in pairs.
  var isFlagLetter: Bool { 0x1F1E6...0x1F1FF ~= value }

  /// Whether a terminal is shown it after some scalar.
  ///
  /// - Parameter last: what is before it; nil for nothing.
  /// - Returns: false for what only chooses a form.
  func isDrawn(after last: Unicode.Scalar?) -> Bool {
    if isASCII || !ScalarRecord(self).isIgnored { return true }
    return (self == "\u{200C}" || self == "\u{200D}") && last?.needsJoiners == true
  }
}

/// The flags of England, Scotland and Wales, the only ones that tags make (UTS #51, emoji tag
/// sequences that are recommended for general interchange).
enum EmojiFlag {
  private static let regions: [StaticString] = ["gbeng", "gbsct", "gbwls"]

  /// The tags after a black flag that make another of it; nil if what follows does not.
  static func tags(_ scalars: String.UnicodeScalarView.Iterator) -> [Unicode.Scalar]? {
    var scalars = scalars
    var tags: [Unicode.Scalar] = []
    while tags.count < 6, let scalar = scalars.next(), 0xE0061...0xE007F ~= scalar.value {
      tags.append(scalar)
    }
    let letters = tags.map { UInt8($0.value - 0xE0000) }
    let isKnown = regions.contains { region in
      region.withUTF8Buffer { $0.elementsEqual(letters.dropLast()) } && letters.last == 0x7F
    }
    return isKnown ? tags : nil
  }
}

extension SafeText {
  /// The text as a terminal is shown it: without variation selectors, and without the joiners and
  /// tags that make one emoji of several scalars.
  ///
  /// - Complexity: O(length); O(1) for ASCII.
  public var forTerminal: SafeText {
    if isASCII { return self }
    var last: Unicode.Scalar?
    var hasForms = false
    for scalar in string.unicodeScalars where !hasForms {
      hasForms = !scalar.isDrawn(after: last)
      last = scalar
    }
    if !hasForms { return self }
    var shown = String.UnicodeScalarView()
    last = nil
    for scalar in string.unicodeScalars {
      if scalar.isDrawn(after: last) { shown.append(scalar) }
      last = scalar
    }
    return SafeText(String(shown))
  }
}
