import RichText
import TextGrid

/// A part of a body that may quote as a whole: a block, or lines of it.
struct QuotePassage: Equatable, Sendable {
  /// An index into `Body.blocks`.
  var block: Int
  /// The block's lines that it takes.
  var lines: Range<Int>
  var kind: Kind

  enum Kind: Equatable, Sendable {
    /// Set off by its author as somebody else's words.
    case quote
    case paragraph
    /// Code, tables and headings: they can be quoted, but do not quote.
    case other
  }

  /// The passages of a body, top to bottom.
  ///
  /// Lines of a paragraph that begin with `>` are a quote also where the markup knows no such sign.
  ///
  /// - Complexity: O(lines).
  static func all(in blocks: [Block]) -> [QuotePassage] {
    var result: [QuotePassage] = []
    for (index, block) in blocks.enumerated() {
      let whole = 0..<block.lines.count
      if block.containers.contains(.quote) {
        result.append(QuotePassage(block: index, lines: whole, kind: .quote))
        continue
      }
      guard block.kind == .paragraph else {
        result.append(QuotePassage(block: index, lines: whole, kind: .other))
        continue
      }
      var start = 0
      while start < block.lines.count {
        let isQuote = block.lines[start].beginsWithQuoteSign
        let end =
          block.lines[start...].firstIndex { $0.beginsWithQuoteSign != isQuote }
          ?? block.lines.count
        result.append(
          QuotePassage(block: index, lines: start..<end, kind: isQuote ? .quote : .paragraph))
        start = end
      }
    }
    return result
  }
}

extension StyledText {
  fileprivate var beginsWithQuoteSign: Bool {
    text.string.utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ">")
  }
}
