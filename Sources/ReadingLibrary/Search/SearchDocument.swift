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
  /// When it was written, in seconds since 1970; nil where that is not known.
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
