import DiscussionModel
import TextGrid

/// What is looked for in a text: words as they are, or a regular expression between slashes.
///
/// Without a capital letter in it capitals do not matter.
public struct Pattern: Equatable, Sendable {
  /// As it was typed.
  public let source: String
  /// The regular expression; nil for words.
  let expression: String?
  let matchesCase: Bool
  /// What is between the slashes, or all of it.
  private let characters: [Character]
  /// The words' UTF-8, in lower case where capitals do not matter; nil when they are not all ASCII.
  private let bytes: [UInt8]?

  /// Nil for an empty pattern and for a regular expression that is none.
  init?(_ source: String) {
    let isExpression = source.count > 2 && source.hasPrefix("/") && source.hasSuffix("/")
    // What is looked for is text as it is shown.
    let shown = SafeText(source).string
    let text = isExpression ? String(shown.dropFirst().dropLast()) : shown
    guard !text.isEmpty else { return nil }
    self.source = source
    characters = Array(text)
    matchesCase = (isExpression ? text.withoutEscapes : text).contains(where: \.isUppercase)
    expression = isExpression ? text : nil
    let folded = matchesCase ? text : text.lowercased()
    bytes = folded.utf8.allSatisfy { $0 < 0x80 } ? Array(folded.utf8) : nil
    if isExpression, (try? Regex(text)) == nil { return nil }
  }

  /// Letters and digits that stand together in whatever text the pattern is found in; empty where
  /// nothing is known of that.
  private var word: [UInt8] {
    guard expression == nil, let bytes else { return [] }
    let words = bytes.split { !(0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0) }
    let longest = words.max { $0.count < $1.count } ?? []
    // Numbers alone are written beside links too, where no author wrote them.
    return longest.contains { $0 > 0x39 } ? Array(longest) : []
  }

  /// Finds out quickly that a text without markup cannot have the pattern.
  ///
  /// - Returns: for the bytes of such a text in a file whether the pattern may be in it: false is
  ///   certain. Letters that are no ASCII, and escapes of letters, are not looked into.
  func rawTest() -> (_ bytes: UnsafeBufferPointer<UInt8>, _ hasEscapes: Bool) -> Bool {
    let word = word
    // Letters that are no ASCII are in no text that is; signs may stand for what is hidden in it.
    let isForeign = expression == nil && characters.contains { $0.isLetter && !$0.isASCII }
    if word.isEmpty, !isForeign { return { _, _ in true } }
    let first = word.first
    return { bytes, hasEscapes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte >= 0x80 { return true }
        if byte == UInt8(ascii: "\\"), hasEscapes {
          if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") { return true }
          at += 2
          continue
        }
        if folded(byte) == first, at + word.count <= bytes.count {
          var length = 1
          while length < word.count, folded(bytes[at + length]) == word[length] { length += 1 }
          if length == word.count { return true }
        }
        at += 1
      }
      return false
    }
  }

  /// What finds the pattern in one text after another.
  func finder() -> PatternFinder { PatternFinder(self) }

  /// Where words stand in a text.
  ///
  /// ASCII is compared byte by byte, other words by canonical equivalence.
  ///
  /// - Parameters:
  ///   - text: its UTF-8.
  ///   - limit: how many at most.
  /// - Returns: ranges of its bytes, ascending and apart.
  fileprivate func literalRanges(in text: [UInt8], limit: Int) -> [Range<Int>] {
    guard let bytes else { return characterRanges(in: text, limit: limit) }
    var ranges: [Range<Int>] = []
    let last = text.count - bytes.count
    guard last >= 0, let first = bytes.first else { return [] }
    text.withUnsafeBufferPointer { text in
      bytes.withUnsafeBufferPointer { bytes in
        var at = 0
        while at <= last, ranges.count < limit {
          guard folded(text[at]) == first else {
            at += 1
            continue
          }
          var length = 1
          while length < bytes.count, folded(text[at + length]) == bytes[length] { length += 1 }
          if length == bytes.count, !text.continuesCharacter(at: at + length) {
            ranges.append(at..<at + length)
            at += length
          } else {
            at += 1
          }
        }
      }
    }
    return ranges
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    !matchesCase && 0x41...0x5A ~= byte ? byte | 0x20 : byte
  }

  /// The same for words that are not all ASCII, character by character.
  private func characterRanges(in text: [UInt8], limit: Int) -> [Range<Int>] {
    if text.allSatisfy({ $0 < 0x80 }) { return [] }
    let wanted = characters.map(folded)
    let characters = Array(String(decoding: text, as: UTF8.self))
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index + wanted.count <= characters.count, ranges.count < limit {
      let candidate = characters[index..<index + wanted.count]
      if zip(candidate, wanted).allSatisfy({ folded($0) == $1 }) {
        let length = candidate.reduce(0) { $0 + $1.utf8.count }
        ranges.append(start..<start + length)
        start += length
        index += wanted.count
      } else {
        start += characters[index].utf8.count
        index += 1
      }
    }
    return ranges
  }

  private func folded(_ character: Character) -> String {
    matchesCase ? String(character) : character.lowercased()
  }
}

/// Finds a pattern in texts; it is made anew for each piece of work, since a compiled expression is
/// no value to be kept.
struct PatternFinder {
  private let pattern: Pattern
  private let regex: Regex<AnyRegexOutput>?

  /// See ``Pattern/rawTest()``.
  private let rawTest: (UnsafeBufferPointer<UInt8>, Bool) -> Bool

  fileprivate init(_ pattern: Pattern) {
    self.pattern = pattern
    rawTest = pattern.rawTest()
    regex = pattern.expression.flatMap { expression in
      (try? Regex(expression))?.ignoresCase(!pattern.matchesCase)
    }
  }

  /// Where the pattern stands in an entry's text, at most so often.
  ///
  /// - Returns: ranges of its search text's bytes, ascending and apart.
  /// - Complexity: O(length); quick where a text without markup does not have it.
  func ranges(
    in entry: Int, of page: Page, opened: Opened, limit: Int = .max
  ) -> [Range<Int>] {
    if let raw = page.plainText(of: entry), !raw.withBytes(rawTest) { return [] }
    return ranges(in: page.searchText(of: entry, opened: opened).bytes, limit: limit)
  }

  /// Where the pattern stands in a text.
  ///
  /// - Parameters:
  ///   - text: its UTF-8.
  ///   - limit: how many at most.
  /// - Returns: ranges of its bytes, ascending and apart.
  func ranges(in text: [UInt8], limit: Int = .max) -> [Range<Int>] {
    guard pattern.expression != nil else { return pattern.literalRanges(in: text, limit: limit) }
    guard let regex else { return [] }
    var ranges: [Range<Int>] = []
    var start = 0
    // Line by line, as the rows are: an expression spans no two lines.
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let string = String(decoding: line, as: UTF8.self)
      for match in string.matches(of: regex) where !match.range.isEmpty {
        let low = string.utf8.distance(from: string.startIndex, to: match.range.lowerBound)
        let high = string.utf8.distance(from: string.startIndex, to: match.range.upperBound)
        ranges.append(start + low..<start + high)
        if ranges.count == limit { return ranges }
      }
      start += line.count + 1
    }
    return ranges
  }
}

extension String {
  /// Without what follows a backslash, such as the `S` of `\\S`, which is no capital letter.
  fileprivate var withoutEscapes: String {
    var isEscaped = false
    return filter { character in
      defer { isEscaped = !isEscaped && character == "\\" }
      return !isEscaped
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a mark that belongs to the character before stands at an index of this UTF-8.
  fileprivate func continuesCharacter(at index: Int) -> Bool {
    guard index < count, self[index] >= 0x80 else { return false }
    let bytes = self[index..<Swift.min(count, index + 4)]
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    return scalar.map { $0.properties.isGraphemeExtend } ?? false
  }
}
