extension Discussion {
  /// Whether the site hides a word: more than half of its characters are the mask character.
  ///
  /// - Parameters:
  ///   - word: characters without white space.
  ///   - mask: what stands for a hidden character; nil where nothing is hidden.
  /// - Returns: false for an empty word.
  public static func isMasked(_ word: some Collection<Character>, by mask: Character?) -> Bool {
    guard let mask else { return false }
    return word.count { $0 == mask } * 2 > word.count
  }
}
