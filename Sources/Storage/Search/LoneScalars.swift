extension Unicode.Scalar {
  /// Whether it is a word of its own in the index: a letter of a script that is written without
  /// spaces between words, or whose words grow at the end, as in Korean, or a picture.
  ///
  /// A query of several is then a phrase, which finds them wherever they are in this order.
  var isWordOfItsOwn: Bool {
    // Before the first range stand all scripts that are common and have spaces.
    guard value >= 0x0E00 else { return false }
    var low = 0
    var high = loneScalars.count
    while low < high {
      let middle = (low + high) / 2
      let range = loneScalars[middle]
      if range.contains(value) { return true }
      if value < range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return false
  }
}

/// Ascending; by the blocks of Unicode 16, without their punctuation.
private let loneScalars: [ClosedRange<UInt32>] = [
  0x0E00...0x0EFF,  // Thai, Lao
  0x1000...0x109F,  // Myanmar
  0x1100...0x11FF,  // Hangul Jamo
  0x1780...0x17D3,  // Khmer
  0x2600...0x27BF,  // pictures
  0x2B00...0x2BFF,  // arrows and stars
  0x2E80...0x2FDF,  // radicals
  0x3005...0x3007,  // iteration marks, zero
  0x3021...0x3029,  // Hangzhou numerals
  0x3031...0x3035,  // repeat marks
  0x3038...0x303C,  // numerals, masu
  0x3041...0x309F,  // Hiragana
  0x30A1...0x30FA,  // Katakana
  0x30FC...0x318E,  // its long vowels, Bopomofo, Hangul letters
  0x31A0...0x31FF,  // Bopomofo, strokes, Katakana
  0x3400...0x4DBF,  // Han
  0x4E00...0xA4CF,  // Han, Yi
  0xA960...0xA97F,  // Hangul Jamo
  0xA9E0...0xA9FF,  // Myanmar
  0xAA60...0xAA7F,  // Myanmar
  0xAC00...0xD7FF,  // Hangul
  0xF900...0xFAFF,  // Han
  0xFF66...0xFFDC,  // narrow Katakana and Hangul
  0x16FE0...0x18DFF,  // Tangut, Khitan, marks of Han
  0x1AFF0...0x1B2FF,  // Kana, Nüshu
  0x1F000...0x1FAFF,  // pictures
  0x20000...0x3FFFF,  // Han
]
