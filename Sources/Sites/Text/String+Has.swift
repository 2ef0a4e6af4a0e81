extension String {
  /// Whether a word is in it, byte by byte; false for an empty word.
  ///
  /// - Complexity: O(length × length of the word).
  func has(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let head = word.first else { return false }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: head) {
      if rest[start...].starts(with: word) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
