/// How a site hides words.
public struct Mask: Sendable {
  /// What stands for a character that is hidden.
  public let character: Character
  /// Whether a word is hidden.
  let isMasked: @Sendable (Substring) -> Bool

  public init(character: Character, isMasked: @escaping @Sendable (Substring) -> Bool) {
    self.character = character
    self.isMasked = isMasked
  }
}
