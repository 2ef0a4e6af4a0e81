import TextGrid

/// Bodies without markup: paragraphs are separated by a blank line, lines end where they end, and
/// lines that begin with `>` are quotes, as in mail.
enum PlainBody {
  /// - Complexity: O(length).
  static func body(of text: String, mask: Mask?) -> Body {
    var builder = BodyBuilder(mask: mask)
    var level = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
      let (quotes, rest) = line.quoted
      if quotes != level {
        builder.end()
        while level < quotes {
          builder.openQuote()
          level += 1
        }
        while level > quotes {
          builder.close()
          level -= 1
        }
      }
      if rest.isBlank { builder.end() } else { builder.verbatimLine(String(rest)) }
    }
    return builder.finish()
  }
}

extension Substring {
  /// How many `>` it begins with, and what is after them: RFC 3676, section 4.5, with the spaces
  /// that people put between and after them.
  fileprivate var quoted: (level: Int, rest: Substring) {
    var level = 0
    var rest = self[...]
    while rest.utf8.first == UInt8(ascii: ">") {
      level += 1
      rest = rest.dropFirst()
      let next = rest.drop { $0 == " " }
      if next.utf8.first == UInt8(ascii: ">") { rest = next }
    }
    if level > 0, rest.utf8.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
    return (level, rest)
  }

  /// Whether none of it shows: white space, and what ``SafeText`` drops.
  fileprivate var isBlank: Bool {
    guard let first = first(where: { !$0.isWhitespace }) else { return true }
    return !first.isASCII && SafeText(String(self)).string.allSatisfy(\.isWhitespace)
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
