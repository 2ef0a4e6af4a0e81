/// How much text there is somewhere, and of what kind.
struct TextCounts: Equatable {
  /// Characters, a run of white space as one; those of Chinese, Japanese and Korean, which say as much as a syllable or a
  /// word, as two.
  var letters: Int = 0
  /// Those in links.
  var linked: Int = 0
  var digits: Int = 0
  /// Commas of all scripts.
  var commas: Int = 0
  /// Those in headings.
  var headed: Int = 0
  /// Those in lists.
  var listed: Int = 0
  var paragraphs: Int = 0
  var images: Int = 0
  var items: Int = 0
  var inputs: Int = 0
  var links: Int = 0

  init() {}

  /// Counts the text of a node, in UTF-8.
  ///
  /// - Complexity: O(length).
  init(text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { add($0) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var wasSpace = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte > 0x20 {
          letters += 1
          wasSpace = false
          if byte == UInt8(ascii: ",") { commas += 1 }
          if 0x30...0x39 ~= byte { digits += 1 }
        } else if !wasSpace {
          letters += 1
          wasSpace = true
        }
      } else if byte >= 0xC0 {
        wasSpace = false
        letters += 0xE3...0xED ~= byte ? 2 : 1
        if Self.isComma(bytes, at: index) { commas += 1 }
      }
      index += 1
    }
  }

  private static func isComma(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < bytes.count else {
      return index + 1 < bytes.count && bytes[index] == 0xD8 && bytes[index + 1] == 0x8C
    }
    return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    // U+060C, U+3001, U+FF0C, U+FE50.
    case (0xD8, 0x8C, _), (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xB9, 0x90): true
    default: false
    }
  }

  /// The share of the text that is in links, 0 to 1.
  var linkDensity: Float { letters == 0 ? 0 : Float(linked) / Float(letters) }

  static func += (sum: inout TextCounts, other: TextCounts) {
    sum.letters += other.letters
    sum.linked += other.linked
    sum.digits += other.digits
    sum.commas += other.commas
    sum.headed += other.headed
    sum.listed += other.listed
    sum.paragraphs += other.paragraphs
    sum.images += other.images
    sum.items += other.items
    sum.inputs += other.inputs
    sum.links += other.links
  }
}
