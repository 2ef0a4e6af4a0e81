/// What shows whether a comment still says the same.
public struct BodyVersion: Equatable, Sendable {
  /// In bytes of UTF-8.
  public var length: Int
  /// FNV-1a of its text.
  public var hash: UInt64

  public init(length: Int, hash: UInt64) {
    self.length = length
    self.hash = hash
  }

  /// That of a comment.
  ///
  /// - Complexity: O(length of the body).
  init(of comment: Comment) {
    let text = comment.body?.text ?? ""
    self.init(length: text.utf8.count, hash: FNV1a.hash64(text.utf8))
  }
}
