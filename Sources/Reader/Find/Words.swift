/// Words that are looked for as they are, wherever they are in a text.
///
/// Found as by Knuth, Morris and Pratt, "Fast Pattern Matching in Strings" (1977): each character of a
/// text is looked at once, however long the words are and however often they nearly are there.
struct Words: Equatable, Sendable {
  let matchesCase: Bool
  private let characters: [Character]
  /// Their UTF-8, in lower case if capitals do not matter; nil if they are not all ASCII.
  private let bytes: [UInt8]?
  /// The same as characters, folded.
  private let folded: [String]
  /// For each number of characters that match the most that match still if they are taken from a
  /// later start; of words that are all ASCII each character is a byte.
  private let borders: [Int]
  private let hasSpaces: Bool

  /// - Complexity: O(length).
  init(_ text: String, matchesCase: Bool) {
    self.matchesCase = matchesCase
    characters = Array(text)
    hasSpaces = characters.contains(where: \.isWhitespace)
    folded = characters.map { $0.folded(matchesCase) }
    let all = folded.joined()
    bytes = all.utf8.allSatisfy { $0 < 0x80 } ? Array(all.utf8) : nil
    borders = bytes.map { $0.borders } ?? folded.borders
  }

  /// Letters and digits that stand together in whatever text the words are found in; empty if nothing
  /// is known of that.
  private var word: [UInt8] {
    guard let bytes else { return [] }
    let words = bytes.split { !(0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0) }
    let longest = words.max { $0.count < $1.count } ?? []
    // Numbers alone are written beside links too, where no author wrote them.
    return longest.contains { $0 > 0x39 } ? Array(longest) : []
  }

  /// Finds out quickly that a text without markup cannot have the words.
  ///
  /// - Returns: for the bytes of such a text in a file whether the words may be in it: false is
  ///   certain. Letters that are not ASCII, and escapes of letters, are not looked into.
  func rawTest() -> (_ bytes: UnsafeBufferPointer<UInt8>, _ hasEscapes: Bool) -> Bool {
    let word = word
    // Letters that are not ASCII are in no text that is; signs may stand for what is hidden in it.
    let isForeign = characters.contains { $0.isLetter && !$0.isASCII }
    if word.isEmpty, !isForeign { return { _, _ in true } }
    let borders = word.borders
    return { bytes, hasEscapes in
      var at = 0
      var length = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte >= 0x80 { return true }
        if byte == UInt8(ascii: "\\"), hasEscapes {
          if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") { return true }
          at += 2
          length = 0
          continue
        }
        at += 1
        if word.isEmpty { continue }
        let folded = folded(byte)
        while length > 0, folded != word[length] { length = borders[length] }
        if folded == word[length] { length += 1 }
        if length == word.count { return true }
      }
      return false
    }
  }

  /// Where the words are in a text.
  ///
  /// ASCII is compared byte by byte, other words by canonical equivalence.
  ///
  /// - Parameters:
  ///   - text: its UTF-8.
  ///   - limit: how many at most, at least 1.
  /// - Returns: ranges of its bytes, ascending and apart.
  /// - Complexity: O(length of the text).
  func ranges(in text: [UInt8], limit: Int) -> [Range<Int>] {
    guard let bytes, !bytes.isEmpty else { return characterRanges(in: text, limit: limit) }
    // Some white space is not ASCII.
    if hasSpaces, text.contains(where: { $0 >= 0x80 }) {
      return characterRanges(in: text, limit: limit)
    }
    var ranges: [Range<Int>] = []
    text.withUnsafeBufferPointer { text in
      bytes.withUnsafeBufferPointer { bytes in
        var length = 0
        var at = 0
        while at < text.count {
          let byte = folded(text[at])
          while length > 0, byte != bytes[length] { length = borders[length] }
          if byte == bytes[length] { length += 1 }
          at += 1
          guard length == bytes.count else { continue }
          guard !text.continuesCharacter(at: at) else {
            length = borders[length]
            continue
          }
          ranges.append(at - length..<at)
          if ranges.count == limit { return }
          length = 0
        }
      }
    }
    return ranges
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: matchesCase ? byte : byte | 0x20
    case 0x09, 0x0B...0x0D: 0x20
    default: byte
    }
  }

  /// The same character by character.
  private func characterRanges(in text: [UInt8], limit: Int) -> [Range<Int>] {
    if folded.isEmpty || bytes == nil && text.allSatisfy({ $0 < 0x80 }) { return [] }
    var ranges: [Range<Int>] = []
    /// Where each of the last characters begins, as many as are looked for.
    var starts = [Int](repeating: 0, count: folded.count)
    var count = 0
    var end = 0
    var length = 0
    for character in String(decoding: text, as: UTF8.self) {
      starts[count % starts.count] = end
      count += 1
      end += character.utf8.count
      let wanted = character.folded(matchesCase)
      while length > 0, wanted != folded[length] { length = borders[length] }
      if wanted == folded[length] { length += 1 }
      guard length == folded.count else { continue }
      ranges.append(starts[count % starts.count]..<end)
      if ranges.count == limit { break }
      length = 0
    }
    return ranges
  }
}

extension Character {
  /// As characters are compared: of lines the end is never equal to white space.
  fileprivate func folded(_ matchesCase: Bool) -> String {
    if isWhitespace, self != "\n" { return " " }
    return matchesCase ? String(self) : lowercased()
  }
}

extension [UInt8] {
  fileprivate var borders: [Int] { Words.borders(count) { self[$0] == self[$1] } }
}

extension [String] {
  fileprivate var borders: [Int] { Words.borders(count) { self[$0] == self[$1] } }
}

extension Words {
  /// For each length of a beginning that of its longest end that is a beginning too, and shorter.
  fileprivate static func borders(_ count: Int, areEqual: (Int, Int) -> Bool) -> [Int] {
    var result = [Int](repeating: 0, count: count + 1)
    var length = 0
    for index in 0..<count where index > 0 {
      while length > 0, !areEqual(index, length) { length = result[length] }
      if areEqual(index, length) { length += 1 }
      result[index + 1] = length
    }
    return result
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a mark that belongs to the character before is at an index of this UTF-8.
  fileprivate func continuesCharacter(at index: Int) -> Bool {
    guard index < count, self[index] >= 0x80 else { return false }
    let bytes = self[index..<Swift.min(count, index + 4)]
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    return scalar.map { $0.properties.isGraphemeExtend } ?? false
  }
}
