/// A passage that quotes an earlier comment or the article.
public struct Quotation: Equatable, Sendable {
  /// The block in which it stands, an index into `Body.blocks`.
  public var block: Int
  /// The entry that it quotes: 0 for the article, or else a comment.
  public var target: Int

  public init(block: Int, target: Int) {
    self.block = block
    self.target = target
  }
}
