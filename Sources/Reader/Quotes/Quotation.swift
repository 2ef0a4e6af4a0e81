/// A passage that quotes an earlier comment or the article.
public struct Quotation: Equatable, Sendable {
  /// The block in which it stands, an index into `Body.blocks`.
  public var block: Int
  /// The block's line at which it begins, 0-based.
  public var line: Int
  /// The entry that it quotes: 0 for the article, or else a comment.
  public var target: Int

  public init(block: Int, line: Int = 0, target: Int) {
    self.block = block
    self.line = line
    self.target = target
  }
}
