/// What can be found: the article of a discussion, or one of its comments.
///
/// Texts are made safe by the caller, as they are shown, and hold no U+0001 or U+0002: found words
/// are marked with these.
public struct SearchDocument: Equatable, Sendable {
  /// The comment's own id; nil for the article.
  public var comment: String?
  /// The number by which readers call the comment; nil for the article.
  public var number: Int?
  public var author: String?
  /// When it was written, in seconds since 1970; nil if that is not known.
  public var time: Int64?
  public var text: String

  public init(
    comment: String?, number: Int? = nil, author: String? = nil, time: Int64? = nil, text: String
  ) {
    self.comment = comment
    self.number = number
    self.author = author
    self.time = time
    self.text = text
  }
}

/// A discussion as the index knows it.
public struct StampedDiscussion: Equatable, Sendable {
  /// The discussion's own id.
  public var id: String
  /// The file it is read from, as it is.
  public var file: FileStamp

  public init(id: String, file: FileStamp) {
    self.id = id
    self.file = file
  }
}

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
  /// In ``order``, at most as many as were requested.
  public var hits: [SearchHit] = []
  /// How many documents match, before any was skipped; nil for more than
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

extension SearchQuery {
  /// The least letters that the beginning of a word must have, as in `cam*`.
  ///
  /// So many words begin with one or two that going through them all would take too long.
  public static let shortestBeginning = 3

  /// The first beginning of a word that is too short, with its `*`; nil if there is none.
  ///
  /// A character that is a word of its own is long enough.
  ///
  /// - Complexity: O(length).
  public var shortBeginning: String? {
    var stem = ""
    for character in words {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if character == "*" {
        let isShort = 1..<Self.shortestBeginning ~= stem.count
        if isShort, stem.unicodeScalars.allSatisfy({ !$0.isWordOfItsOwn }) { return stem + "*" }
        stem = ""
      } else if character != "\"" {
        // The end of a phrase may be a beginning too.
        stem = ""
      }
    }
    return nil
  }
}

extension SearchQuery {
  /// The words before a colon that say where to look.
  public static let fields = ["author", "title", "text"]

  /// The words before a colon that do not say where to look, in small letters: of `auther:ann`, and of an address.
  ///
  /// - Complexity: O(length).
  public var unknownFields: [String] {
    var names: [String] = []
    // Every second piece is in quotation marks.
    let pieces = words.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() where index % 2 == 0 {
      for word in piece.split(whereSeparator: { $0.isWhitespace || $0 == "(" }) {
        guard let colon = word.firstIndex(of: ":"), colon > word.startIndex else { continue }
        let name = word[..<colon].lowercased()
        if name.allSatisfy(\.isLetter), !Self.fields.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// The words as an expression of FTS5: with a plain space for each white space, and with quotation marks around
  /// words that end in signs, such as C++.
  ///
  /// To FTS5 only white space of ASCII separates words: any other would belong to the words beside it.
  var expression: String {
    var spaced = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      spaced.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    // Every second piece is in quotation marks already.
    let pieces = String(spaced).split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      index % 2 == 0 ? Self.quotingNames(in: piece) : String(piece)
    }.joined(separator: "\"")
  }

  /// Puts quotation marks around words that end in signs.
  private static func quotingNames(in text: Substring) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { part in
      let end = part[
        ..<(part.lastIndex { $0 != ")" }.map { part.index(after: $0) } ?? part.startIndex)]
      let start = end.lastIndex { $0 == "(" || $0 == ":" }.map { end.index(after: $0) }
      let word = end[(start ?? end.startIndex)...]
      let letters = word.prefix { $0.isLetter || $0.isNumber }
      let signs = word[letters.endIndex...].utf8
      guard !letters.isEmpty, 1...WordSigns.most ~= signs.count,
        signs.allSatisfy({ WordSigns.contains($0) })
      else { return String(part) }
      return part[..<word.startIndex] + "\"" + word + "\"" + part[word.endIndex...]
    }.joined(separator: " ")
  }

  /// An expression of FTS5 for documents that have each of the words as it is written.
  var literalWords: String {
    words.split(whereSeparator: \.isWhitespace).map { Self.phrase($0) }.joined(separator: " ")
  }

  /// An expression of FTS5 for documents by the author; nil for any.
  var authorExpression: String? { author.map { "author : " + Self.phrase($0[...]) } }

  /// A phrase: whatever it holds has no meaning.
  private static func phrase(_ text: Substring) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
