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
  /// Whether none of it shows: white space, and what ``SafeText`` drops.
  fileprivate var isBlank: Bool {
    guard let first = first(where: { !$0.isWhitespace }) else { return true }
    return !first.isASCII && SafeText(String(self)).string.allSatisfy(\.isWhitespace)
  }
}

extension Character {
  /// LF, CR LF and CR.
  var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
