/// How much text there is somewhere, and of what kind; less than 2 GiB.
///
/// There is one for each node of a page: it takes 32 bytes.
struct TextCounts: Equatable {
  private var values = SIMD8<Int32>()

  /// Characters, a run of white space as one; those of Chinese, Japanese and Korean, which say as much as a syllable or a
  /// word, as two.
  var letters: Int {
    get { Int(values[0]) }
    set { values[0] = Int32(clamping: newValue) }
  }

  /// Those in links.
  var linked: Int {
    get { Int(values[1]) }
    set { values[1] = Int32(clamping: newValue) }
  }

  /// Commas of all scripts.
  var commas: Int {
    get { Int(values[2]) }
    set { values[2] = Int32(clamping: newValue) }
  }

  /// Letters in headings.
  var headed: Int {
    get { Int(values[3]) }
    set { values[3] = Int32(clamping: newValue) }
  }

  /// Letters in lists.
  var listed: Int {
    get { Int(values[4]) }
    set { values[4] = Int32(clamping: newValue) }
  }

  var paragraphs: Int {
    get { Int(values[5]) }
    set { values[5] = Int32(clamping: newValue) }
  }

  var images: Int {
    get { Int(values[6]) }
    set { values[6] = Int32(clamping: newValue) }
  }

  /// Items of lists.
  var items: Int {
    get { Int(values[7]) }
    set { values[7] = Int32(clamping: newValue) }
  }

  init() {}

  /// Counts the text of a node, in UTF-8.
  ///
  /// - Complexity: O(length).
  init(text: ArraySlice<UInt8>) {
    let (letters, commas) = text.withUnsafeBufferPointer { Self.lettersAndCommas($0) }
    self.letters = letters
    self.commas = commas
  }

  private static func lettersAndCommas(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (letters: Int, commas: Int) {
    var (letters, commas) = (0, 0)
    var wasSpace = true
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        if byte > 0x20 {
          letters += 1
          wasSpace = false
          if byte == UInt8(ascii: ",") { commas += 1 }
        } else if !wasSpace {
          letters += 1
          wasSpace = true
        }
      } else if byte >= 0xC0 {
        wasSpace = false
        letters += 0xE3...0xED ~= byte ? 2 : 1
        if isComma(bytes, at: index) { commas += 1 }
      }
    }
    return (letters, commas)
  }

  private static func isComma(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    // U+060C.
    if bytes[index] == 0xD8 { return bytes[index + 1] == 0x8C }
    guard index + 2 < bytes.count else { return false }
    return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    // U+3001, U+FF0C, U+FE50.
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xB9, 0x90): true
    default: false
    }
  }

  /// The share of the text that is in links, 0 to 1.
  var linkDensity: Float { letters == 0 ? 0 : Float(linked) / Float(letters) }

  static func += (sum: inout TextCounts, other: TextCounts) { sum.values &+= other.values }
}
