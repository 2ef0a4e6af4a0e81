/// What is looked for.
public struct SearchQuery: Equatable, Sendable {
  /// Words in the syntax of FTS5: AND, OR, NOT, "phrases", prefix*, author:ann.
  ///
  /// What has no such meaning is taken as it is, see ``SearchResults/isLiteral``.
  public var words: String
  /// Words that must be in the author's name, one after the other; nil for any author.
  public var author: String?

  /// - Parameters:
  ///   - words: made safe by the caller, as the documents were.
  ///   - author: the same.
  public init(_ words: String, author: String? = nil) {
    self.words = words
    self.author = author
  }
}

/// What was found.
public struct SearchResults: Equatable, Sendable {
  /// In ``order``, at most as many as were asked for.
  public var hits: [SearchHit] = []
  /// How many documents match, before any was passed over; nil for more than
  /// ``SearchIndex/mostRanked``.
  public var count: Int?
  /// Whether the words were not in the syntax of queries, so that each was looked for as it is.
  public var isLiteral = false

  public var order: Order { count == nil ? .newest : .best }

  public enum Order: Equatable, Sendable {
    /// By how well they match (Okapi BM25).
    case best
    /// The discussions that were indexed last first, in each the later documents first.
    case newest
  }
}

/// A document that matches.
public struct SearchHit: Equatable, Sendable {
  /// The discussion's own id.
  public var discussion: String
  /// The discussion's.
  public var title: String
  /// What was found; its text is only what is shown of it.
  public var document: SearchDocument
  /// The words in the text that match, as ranges of its bytes, 0-based offsets in UTF-8.
  public var matches: [Range<Int>]
}

/// What a hit is of, before anything else is read of it.
public struct SearchHitName: Equatable, Sendable {
  /// The discussion's own id.
  public var discussion: String
  /// The comment's own id; nil for the article.
  public var comment: String?
}
