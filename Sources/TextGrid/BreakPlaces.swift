/// Where the lines of a text may end: by UAX #14, and then with words kept whole that fit.
struct BreakPlaces {
  /// For each byte of the text whether a line may end before it.
  private(set) var places: [Bool]

  /// The word that is being read: what has no spaces, dashes and wide characters.
  private var wordStart = 0
  private var wordCells = 0
  private let width: Int

  /// - Parameters:
  ///   - text: the text.
  ///   - width: cells in a line: what is wider is not kept whole.
  /// - Complexity: O(length).
  init(in text: SafeText, width: Int) {
    places = [Bool](repeating: false, count: text.count + 1)
    self.width = width
    var string = text.string
    string.withUTF8 { bytes in
      if text.isASCII { readASCII(bytes) } else { read(text, bytes) }
    }
    if !text.isASCII { keepAddresses(of: text) }
  }

  private mutating func readASCII(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rules = LineBreakRules()
    let classes = LineBreakClass.ascii
    for (offset, byte) in bytes.enumerated() {
      let kind = classes[Int(byte & 0x7F)]
      rules.add(kind, at: offset, to: &places)
      freeFirstSign(before: kind, at: offset, bytes)
      if byte == UInt8(ascii: " ") {
        endWord(at: offset, next: offset + 1, bytes)
      } else {
        wordCells += 1
      }
    }
    endWord(at: bytes.count, next: bytes.count, bytes)
  }

  private mutating func read(_ text: SafeText, _ bytes: UnsafeBufferPointer<UInt8>) {
    var rules = LineBreakRules()
    var offset = 0
    var wasSpace = true
    var isAfterFirstDash = false
    for scalar in text.string.unicodeScalars {
      let record = ScalarRecord(scalar)
      let kind = record.lineBreak
      let end = offset + UTF8.width(scalar)
      rules.add(kind, at: offset, to: &places)
      // A dash stays with the word before it, or with the one that it begins.
      if kind == .b2 && !wasSpace || isAfterFirstDash { places[offset] = false }
      isAfterFirstDash = kind == .b2 && wasSpace
      freeFirstSign(before: kind, at: offset, bytes)
      if kind == .sp || record.width == 2 || kind == .b2 || kind == .ba {
        endWord(at: offset, next: end, bytes)
      } else {
        wordCells += max(0, record.width)
      }
      wasSpace = kind == .sp
      offset = end
    }
    endWord(at: offset, next: offset, bytes)
  }

  /// Lets a line begin with `/usr` or `.profile`, which LB13 ties to the word before.
  private mutating func freeFirstSign(
    before kind: LineBreakClass, at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard kind == .al || kind == .nu, offset >= 2, bytes[offset - 2] == UInt8(ascii: " "),
      bytes[offset - 1] == UInt8(ascii: "/") || bytes[offset - 1] == UInt8(ascii: ".")
    else { return }
    places[offset - 1] = true
  }

  /// Keeps a word together that fits in a line, but for hyphens between letters.
  private mutating func endWord(at end: Int, next: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    if wordCells <= width, end > wordStart + 1 {
      for place in wordStart + 1..<end where places[place] {
        places[place] = isInnerHyphen(place - 1, bytes)
      }
    }
    wordStart = next
    wordCells = 0
  }

  /// Whether there is a hyphen between a letter or digit and a letter.
  private func isInnerHyphen(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[index] == UInt8(ascii: "-"), index > 0, index + 1 < bytes.count else {
      return false
    }
    let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index - 1]
    return (isDigit || isLetter(bytes[index - 1])) && isLetter(bytes[index + 1])
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// Keeps addresses together that fit in a line, whatever they are made of.
  private mutating func keepAddresses(of text: SafeText) {
    for address in text.addresses where text[address.range].width <= width {
      for place in address.range.dropFirst() { places[place] = false }
    }
  }
}
