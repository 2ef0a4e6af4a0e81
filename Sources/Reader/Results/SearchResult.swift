public import TextGrid

/// A comment or an article in which a search of everything found its words.
public struct SearchResult: Equatable, Sendable {
  /// The discussion's title.
  public var title: SafeText
  /// The comment's number; nil for an article.
  public var number: Int?
  /// Who wrote it; nil if that is not known.
  public var author: SafeText?
  /// Some of its text.
  public var snippet: SafeText
  /// Where the words are in the snippet: bytes of its UTF-8, ascending and apart.
  public let matches: [Range<Int>]
  /// The discussion's id.
  public var discussion: String
  /// The comment's id; nil for an article.
  public var comment: String?

  /// - Parameters:
  ///   - title: the discussion's.
  ///   - number: the comment's; nil for an article.
  ///   - author: who wrote it; nil if that is not known.
  ///   - snippet: some of its text.
  ///   - matches: where the words are in it, in bytes of its UTF-8; what is outside, or within a
  ///     character, is brought to the next character.
  ///   - discussion: the discussion's id.
  ///   - comment: the comment's id; nil for an article.
  public init(
    title: SafeText, number: Int? = nil, author: SafeText? = nil, snippet: SafeText,
    matches: [Range<Int>] = [], discussion: String, comment: String? = nil
  ) {
    self.title = title
    self.number = number
    self.author = author
    self.snippet = snippet
    let bytes = Array(snippet.string.utf8)
    func boundary(_ offset: Int) -> Int {
      var at = max(0, min(offset, bytes.count))
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
      return snippet.clusterBoundary(from: at)
    }
    var end = 0
    self.matches = matches.sorted { $0.lowerBound < $1.lowerBound }.compactMap { range in
      let start = max(end, boundary(range.lowerBound))
      end = max(start, boundary(range.upperBound))
      return start < end ? start..<end : nil
    }
    self.discussion = discussion
    self.comment = comment
  }
}
