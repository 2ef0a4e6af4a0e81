import DiscussionModel
import RichText
import TextGrid

/// Reads the words of lines, folded so that a quotation equals what it quotes.
///
/// A word is letters, digits and their marks. Case is folded, and so are composed and decomposed
/// letters (canonical equivalence). Apostrophes are left out (`don’t` is `dont`); all other
/// punctuation, symbols and emoji separate words and are nothing themselves. If a script sets no
/// spaces (Han, kana, Thai, Lao, Burmese, Khmer) each letter with its marks is a word of half the
/// weight. An address is one word, a link's number none.
struct QuoteScanner: Sendable {
  /// The folded hashes of words that are not ASCII, by hashes of their bytes: the latest for each slot.
  private var folded = [(key: UInt64, hash: UInt64)](repeating: (0, 0), count: 4096)

  /// Adds the words of a line to `words`.
  ///
  /// - Complexity: O(length).
  mutating func scan(_ line: StyledText, into words: inout [QuoteWord]) {
    var text = line.text.string
    text.withUTF8 { bytes in
      var at = 0
      for span in line.spans {
        let range = span.range.clamped(to: at..<bytes.count)
        if range.isEmpty { continue }
        let isAddress = span.traits.contains(.link) && bytes[range].isAddress
        guard span.traits.contains(.linkNumber) || span.traits.contains(.masked) || isAddress
        else { continue }
        scan(bytes[at..<range.lowerBound], into: &words)
        if isAddress {
          words.append(QuoteWord(hash: FNV1a.hash64(bytes[range]), isSign: false))
        } else if span.traits.contains(.masked) {
          words.append(.end)
        }
        at = range.upperBound
      }
      scan(bytes[at...], into: &words)
    }
  }

  /// A word in the making.
  private struct Word {
    /// FNV-1a of its bytes, those of ASCII in capitals.
    var hash = QuoteScanner.offsetBasis
    /// Where it begins in the bytes; nil before it does.
    var start: Int?
    var isASCII = true
    var isSign = false

    mutating func add(_ byte: UInt8, at index: Int) {
      if start == nil { start = index }
      hash = (hash ^ UInt64(byte)) &* QuoteScanner.prime
    }
  }

  private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private mutating func scan(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, into words: inout [QuoteWord]
  ) {
    var word = Word()
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if word.isSign { end(&word, bytes, at, into: &words) }
        word.add(byte >= UInt8(ascii: "a") ? byte - 0x20 : byte, at: at)
        at += 1
      case UInt8(ascii: "'"): at += 1
      case 0..<0x80:
        end(&word, bytes, at, into: &words)
        at += 1
      default:
        let (scalar, count) = bytes.scalar(at: at)
        switch QuoteLetter(scalar) {
        case .apostrophe: break
        case .none: end(&word, bytes, at, into: &words)
        case .sign:
          end(&word, bytes, at, into: &words)
          word.isSign = true
          word.isASCII = false
          for index in at..<at + count { word.add(bytes[index], at: index) }
        case .letter, .mark:
          if word.isSign, QuoteLetter(scalar) == .letter { end(&word, bytes, at, into: &words) }
          word.isASCII = false
          for index in at..<at + count { word.add(bytes[index], at: index) }
        }
        at += count
      }
    }
    end(&word, bytes, at, into: &words)
  }

  /// Ends a word, if there is one, before an index.
  private mutating func end(
    _ word: inout Word, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ index: Int,
    into words: inout [QuoteWord]
  ) {
    guard let start = word.start else { return }
    let hash = word.isASCII ? word.hash : foldedHash(of: bytes[start..<index], key: word.hash)
    words.append(QuoteWord(hash: hash, isSign: word.isSign))
    word = Word()
  }

  /// The hash of a word that is not ASCII, folded.
  ///
  /// Capitals, since `ß`, final sigma and ligatures have no small letter that equals all others. A
  /// string's own hash is that of all canonically equivalent ones; it differs between runs of the
  /// program, but is never kept.
  private mutating func foldedHash(
    of bytes: Slice<UnsafeBufferPointer<UInt8>>, key: UInt64
  ) -> UInt64 {
    let slot = Int(truncatingIfNeeded: (key ^ key >> 32) % UInt64(folded.count))
    if folded[slot].key == key { return folded[slot].hash }
    var kept = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where scalar != "'" && QuoteLetter(scalar) != .apostrophe {
      kept.append(scalar)
    }
    let capitals = String(kept).uppercased()
    let isASCII = capitals.utf8.allSatisfy { $0 < 0x80 }
    let hash =
      isASCII ? FNV1a.hash64(capitals.utf8) : UInt64(bitPattern: Int64(capitals.hashValue))
    folded[slot] = (key, hash)
    return hash
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether it is an address itself, not words that lead to one.
  fileprivate var isAddress: Bool {
    starts(with: "www.".utf8)
      || !contains(UInt8(ascii: " ")) && contains(UInt8(ascii: "/")) && contains(UInt8(ascii: ":"))
  }

  /// The scalar that begins at an index, not of ASCII, and how many bytes it has.
  fileprivate func scalar(at index: Int) -> (Unicode.Scalar, Int) {
    let lead = self[index]
    let count = Swift.min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, endIndex - index)
    var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    for next in index + 1..<index + count { value = value << 6 | UInt32(self[next]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", count)
  }
}

/// What a scalar that is not ASCII is to the words of a quotation.
private enum QuoteLetter {
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
