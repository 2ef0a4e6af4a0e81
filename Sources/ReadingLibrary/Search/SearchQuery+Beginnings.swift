extension SearchQuery {
  /// The least letters that the beginning of a word must have, as in `cam*`.
  ///
  /// So many words begin with one or two that going through them all would take too long.
  public static let shortestBeginning = 3

  /// The first beginning of a word that is too short, with its `*`; nil where there is none.
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
