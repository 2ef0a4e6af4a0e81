public import TextGrid

/// A part of a body that stands by itself, one above the other.
public enum Block: Equatable, Sendable {
  case paragraph(Paragraph)
  /// Paragraphs of which the site hides most words, and how many words those are.
  case hidden([Paragraph], words: Int)

  /// The paragraphs in it, top to bottom.
  public var paragraphs: [Paragraph] {
    switch self {
    case .paragraph(let paragraph): [paragraph]
    case .hidden(let paragraphs, _): paragraphs
    }
  }
}

/// Lines of text that the author ended; each is wrapped by itself.
public struct Paragraph: Equatable, Sendable {
  public var lines: [StyledText]

  public init(lines: [StyledText]) { self.lines = lines }
}

/// A line of text and what is special in it.
public struct StyledText: Equatable, Sendable {
  public var text: SafeText
  /// Ascending and apart; what lies between is ordinary text.
  public var spans: [Span]

  public init(_ text: SafeText, spans: [Span] = []) {
    self.text = text
    self.spans = spans
  }

  /// The parts of a piece of the text, in order, each with its kind or nil for ordinary text.
  ///
  /// - Parameter range: a range of its bytes, 0-based offsets in UTF-8 at scalar boundaries.
  /// - Returns: parts that together are that piece.
  public func parts(of range: Range<Int>) -> [(text: SafeText, kind: Span.Kind?)] {
    var result: [(SafeText, Span.Kind?)] = []
    var at = range.lowerBound
    for span in spans where span.range.overlaps(range) {
      let inside = span.range.clamped(to: range)
      if inside.lowerBound > at { result.append((text[at..<inside.lowerBound], nil)) }
      result.append((text[inside], span.kind))
      at = inside.upperBound
    }
    if at < range.upperBound { result.append((text[at..<range.upperBound], nil)) }
    return result
  }
}

/// A piece of a line that is drawn in its own way.
public struct Span: Equatable, Sendable {
  /// Its bytes, 0-based offsets in the line's UTF-8.
  public var range: Range<Int>
  public var kind: Kind

  public enum Kind: Equatable, Sendable {
    /// A word that the site hides, drawn as blocks.
    case masked
  }

  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
