extension SearchQuery {
  /// The words with a plain space for each white space.
  ///
  /// To FTS5 only white space of ASCII separates words: any other would belong to the words beside it.
  var spacedWords: String {
    var spaced = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      spaced.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return String(spaced)
  }

  /// An expression of FTS5 for documents that have each of the words as it is written.
  var literalWords: String {
    words.split(whereSeparator: \.isWhitespace).map { Self.phrase($0) }.joined(separator: " ")
  }

  /// An expression of FTS5 for documents by the author; nil for any.
  var authorExpression: String? { author.map { "author : " + Self.phrase($0[...]) } }

  /// A phrase: whatever it holds has no meaning.
  private static func phrase(_ text: Substring) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
