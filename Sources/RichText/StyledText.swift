public import TextGrid

/// A line of text and what is special in it.
public struct StyledText: Equatable, Sendable {
  public var text: SafeText
  /// Ascending and apart; what lies between is ordinary text.
  public var spans: [Span]

  /// A piece of a text in which nothing changes.
  public typealias Part = (text: SafeText, traits: Span.Traits, link: Int?)

  public init(_ text: SafeText, spans: [Span] = []) {
    self.text = text
    self.spans = spans
  }

  /// The parts of a piece of the text, in order.
  ///
  /// - Parameter range: a range of its bytes, 0-based offsets in UTF-8 at scalar boundaries.
  /// - Returns: parts that together are that piece, each with its traits, none for ordinary text,
  ///   and the number of its link.
  /// - Complexity: O(length of the range + log spans).
  public func parts(of range: Range<Int>) -> [Part] {
    var result: [Part] = []
    if range.isEmpty { return result }
    var at = range.lowerBound
    for span in spans[firstSpan(endingAfter: at)...] {
      if span.range.lowerBound >= range.upperBound { break }
      let inside = span.range.clamped(to: range)
      if inside.lowerBound > at { result.append((text[at..<inside.lowerBound], [], nil)) }
      result.append((text[inside], span.traits, span.link))
      at = inside.upperBound
    }
    if at < range.upperBound { result.append((text[at..<range.upperBound], [], nil)) }
    return result
  }

  /// All of it in parts.
  var runs: [Part] { parts(of: 0..<text.count) }

  /// The index of the first span that ends after an offset.
  private func firstSpan(endingAfter offset: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].range.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A piece of a line that is drawn in its own way.
public struct Span: Equatable, Sendable {
  /// Its bytes, 0-based offsets in the line's UTF-8; not empty.
  public var range: Range<Int>
  public var traits: Traits
  /// The number of the link that it is a part of, 1-based; nil outside links.
  public var link: Int?

  public init(range: Range<Int>, traits: Traits, link: Int? = nil) {
    self.range = range
    self.traits = traits
    self.link = link
  }

  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let strong = Traits(rawValue: 1)
    public static let emphasis = Traits(rawValue: 2)
    public static let code = Traits(rawValue: 4)
    /// No longer meant; it is between tildes, since no terminal is sure to strike it out.
    public static let strike = Traits(rawValue: 8)
    /// The text of a link.
    public static let link = Traits(rawValue: 16)
    /// The number after a link, as in `[3]`.
    public static let linkNumber = Traits(rawValue: 32)
    /// The name of somebody who is spoken to.
    public static let mention = Traits(rawValue: 64)
    /// A word that the site hides, drawn as blocks.
    public static let masked = Traits(rawValue: 128)
    /// What the author hides until the reader opens it.
    public static let spoiler = Traits(rawValue: 256)
  }
}
