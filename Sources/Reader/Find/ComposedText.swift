/// A line of text in which letters and the marks on them are one scalar if there is one for both, so
/// that an expression finds é however it was written.
///
/// That is Unicode's normalization form C (UAX #15), except for what composes with nothing, and for the
/// rare marks in another order than the canonical one.
struct ComposedText: Equatable, Sendable {
  private(set) var bytes: [UInt8]
  /// For each of the bytes, and for their end, the offset in the line; nil if all stay where they are.
  private var offsets: [Int32]?

  /// - Parameter line: UTF-8.
  /// - Complexity: O(length).
  init(_ line: [UInt8]) {
    bytes = line
    guard line.contains(where: { $0 >= 0xCC }) else { return }
    let text = String(decoding: line, as: UTF8.self)
    guard text.unicodeScalars.contains(where: \.mayCompose) else { return }
    var composed: [UInt8] = []
    var offsets: [Int32] = []
    var offset: Int32 = 0
    for character in text {
      let new = Array(Self.composed(character).utf8)
      composed += new
      // What is inside a character is never the end of a match.
      offsets += [Int32](repeating: offset, count: new.count)
      offset += Int32(character.utf8.count)
    }
    bytes = composed
    self.offsets = offsets + [offset]
  }

  /// An expression's text, composed.
  static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.mayCompose) else { return text }
    return text.reduce(into: "") { $0 += composed($1) }
  }

  /// The whole characters that these bytes belong to.
  func characters(around range: Range<Int>) -> Range<Int> {
    boundary(range.lowerBound, step: -1)..<boundary(range.upperBound, step: 1)
  }

  /// Where whole characters are in the line.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let offsets else { return range }
    return Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }

  /// The nearest boundary between characters in a direction.
  private func boundary(_ index: Int, step: Int) -> Int {
    var at = index
    while 0 < at, at < bytes.count, bytes[at] >= 0x80, continues(at) {
      repeat { at += step } while at > 0 && at < bytes.count && bytes[at] & 0xC0 == 0x80
    }
    return at
  }

  /// Whether the scalar at an index belongs to the character before it.
  private func continues(_ index: Int) -> Bool {
    var before = index - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    let end = min(bytes.count, index + 4)
    let scalars = String(decoding: bytes[before..<end], as: UTF8.self).unicodeScalars
    return String(String.UnicodeScalarView(scalars.prefix(2))).count == 1
  }

  private static func composed(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard scalars.contains(where: \.mayCompose) else { return String(character) }
    if let composite = composites[character] ?? syllable(scalars) { return String(composite) }
    // A letter with more marks than there is a scalar for.
    guard scalars.count > 2 else { return String(character) }
    for count in stride(from: scalars.count - 1, to: 1, by: -1) {
      let start = Character(String(String.UnicodeScalarView(scalars.prefix(count))))
      guard let composite = composites[start] else { continue }
      return String(composite) + String(String.UnicodeScalarView(scalars.dropFirst(count)))
    }
    return String(character)
  }

  /// The syllable of two or three Korean letters (The Unicode Standard, section 3.12); nil for
  /// anything else.
  private static func syllable(_ scalars: String.UnicodeScalarView) -> Unicode.Scalar? {
    let letters = scalars.map(\.value)
    guard 2...3 ~= letters.count, 0x1100...0x1112 ~= letters[0], 0x1161...0x1175 ~= letters[1]
    else { return nil }
    let last = letters.count == 3 ? letters[2] : 0x11A7
    guard 0x11A7...0x11C2 ~= last else { return nil }
    let open = ((letters[0] - 0x1100) * 21 + letters[1] - 0x1161) * 28
    return Unicode.Scalar(0xAC00 + open + last - 0x11A7)
  }

  /// The scalar for each character that has one of its own: characters that are canonically
  /// equivalent are equal, however they are written.
  private static let composites: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x233, 0x370...0x3FF, 0x400...0x4FF, 0x620...0x6D3, 0x900...0xDFF, 0x1000...0x10FF,
      0x1B00...0x1BFF, 0x1E00...0x1FFF, 0x2190...0x22FF, 0x3040...0x30FF,
    ]
    var result: [Character: Unicode.Scalar] = [:]
    for scalar in ranges.joined().lazy.compactMap(Unicode.Scalar.init)
    where !scalar.properties.isGraphemeExtend && !scalar.properties.isFullCompositionExclusion {
      result[Character(scalar)] = scalar
    }
    return result
  }()
}

extension Unicode.Scalar {
  /// Whether it may be one scalar with what is before it, or is another scalar's equal.
  fileprivate var mayCompose: Bool {
    guard value >= 0x300 else { return false }
    let isJamo = 0x1161...0x11C2 ~= value
    return isJamo || properties.canonicalCombiningClass != .notReordered
      || properties.isFullCompositionExclusion || properties.generalCategory == .spacingMark
  }
}
