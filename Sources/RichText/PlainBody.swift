import TextGrid

/// Bodies without markup: paragraphs are separated by a blank line, lines end where they end, and
/// lines that begin with `>` are quotes, as in mail.
enum PlainBody {
  /// - Complexity: O(length).
  static func body(of text: String, mask: Mask?, after links: [SafeText] = []) -> Body {
    var builder = BodyBuilder(mask: mask, after: links)
    var level = 0
    for line in text.splitLines {
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
    // As a rule a line begins with a letter.
    if let byte = utf8.first, 0x21..<0x7F ~= byte { return false }
    guard let first = first(where: { !$0.isWhitespace }) else { return true }
    return !first.isASCII && SafeText(String(self)).string.allSatisfy(\.isWhitespace)
  }
}
