/// What is looked for in a text: words as they are, or a regular expression between slashes.
///
/// Without a capital letter in it capitals do not matter.
public struct Pattern: Equatable, Sendable {
  /// As it was typed.
  public let source: String
  /// The regular expression; nil for words.
  let expression: String?
  let matchesCase: Bool
  /// The words' UTF-8, in lower case where capitals do not matter; nil when they are not all ASCII.
  private let bytes: [UInt8]?

  /// Nil for an empty pattern and for a regular expression that is none.
  init?(_ source: String) {
    let isExpression = source.count > 2 && source.hasPrefix("/") && source.hasSuffix("/")
    let text = isExpression ? String(source.dropFirst().dropLast()) : source
    guard !text.isEmpty else { return nil }
    self.source = source
    matchesCase = text.contains(where: \.isUppercase)
    expression = isExpression ? text : nil
    let folded = matchesCase ? text : text.lowercased()
    bytes = folded.utf8.allSatisfy { $0 < 0x80 } ? Array(folded.utf8) : nil
    if isExpression, (try? Regex(text)) == nil { return nil }
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
          if length == bytes.count {
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
    let wanted = source.map(folded)
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

  fileprivate init(_ pattern: Pattern) {
    self.pattern = pattern
    regex = pattern.expression.flatMap { expression in
      (try? Regex(expression))?.ignoresCase(!pattern.matchesCase)
    }
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
