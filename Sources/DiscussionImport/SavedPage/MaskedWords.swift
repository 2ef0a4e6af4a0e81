import DiscussionModel

/// Words that a site hides by writing asterisks for their letters.
enum MaskedWords {
  /// What stands for a letter that is hidden.
  static let character: Character = "*"

  /// How many words of a text are hidden, by ``Discussion/isMasked(_:by:)``; white space separates
  /// words.
  ///
  /// - Complexity: O(length).
  static func count(in text: String) -> Int {
    text.split { $0.isWhitespace }.count { Discussion.isMasked($0, by: character) }
  }
}
