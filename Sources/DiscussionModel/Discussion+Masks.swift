extension Discussion {
  /// Whether the site hides a word: more than half of its characters are the mask character.
  ///
  /// In Markdown asterisks have a meaning of their own: there only a word with four of them in a row,
  /// or one of at least three and nothing else but punctuation at its end, is hidden.
  ///
  /// - Parameters:
  ///   - word: characters without white space.
  ///   - mask: what stands for a hidden character; nil if nothing is hidden.
  ///   - markup: how the text is written.
  /// - Returns: false for an empty word.
  /// - Complexity: O(length).
  public static func isMasked(
    _ word: some Collection<Character>, by mask: Character?, in markup: Markup = .plain
  ) -> Bool {
    guard let mask, word.count(where: { $0 == mask }) * 2 > word.count else { return false }
    guard markup == .markdown, mask == "*" else { return true }
    var run = 0
    var longest = 0
    for character in word {
      run = character == mask ? run + 1 : 0
      longest = max(longest, run)
    }
    let rest = word.drop { $0 == mask }
    return longest > 3 || longest == 3 && rest.allSatisfy { ".,;:!?…".contains($0) }
  }
}
