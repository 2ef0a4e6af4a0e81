import RichText

/// A block of a body with its words.
struct QuotePassage: Equatable, Sendable {
  /// An index into `Body.blocks`.
  var block: Int
  /// Where its words stand in ``QuoteText``.
  var words: Range<Int>
  var kind: Kind

  enum Kind: Equatable, Sendable {
    /// Set off by its author as somebody else's words.
    case quote
    case paragraph
    /// Code, tables and headings: they can be quoted, but do not quote.
    case other
  }
}

extension Block {
  /// What it is to quotations.
  var passageKind: QuotePassage.Kind {
    if containers.contains(.quote) { return .quote }
    return kind == .paragraph ? .paragraph : .other
  }
}
