import Storage

/// For tests that are about other things than stamps.
extension IndexWriter {
  /// Writes a discussion with an article and comments `1`, `2` and so on, each an author and a text.
  mutating func write(
    _ id: String, title: String = "", modified: Int64 = 1, article: String = "",
    _ comments: [(author: String?, text: String)]
  ) throws {
    try begin(.test(id, modified), title: title)
    try add([SearchDocument(comment: nil, text: article)])
    try add(
      comments.enumerated().map { index, comment in
        SearchDocument(
          comment: "\(index + 1)", number: index + 1, author: comment.author, time: 1_000,
          text: comment.text)
      })
    try finish()
  }

  mutating func write(_ id: String, _ texts: [String]) throws {
    try write(id, texts.map { (nil, $0) })
  }

  /// Takes away all that is to be taken away.
  mutating func sweepAll() throws { while try sweep(documents: 7) != nil {} }
}

extension StampedDiscussion {
  static func test(_ id: String, _ modified: Int64 = 1) -> StampedDiscussion {
    StampedDiscussion(id: id, file: FileStamp(name: id + ".json", size: 10, modified: modified))
  }
}

extension SearchIndex {
  /// What a query finds, as `discussion comment`, with `article` for that.
  func found(_ words: String, author: String? = nil, limit: Int = 100) throws -> [String] {
    try search(SearchQuery(words, author: author), limit: limit).hits.map { hit in
      "\(hit.discussion) \(hit.document.comment ?? "article")"
    }
  }
}

/// Gives `body` the path of a new directory with an index of some texts, each a comment of `hn:1`.
func withIndex(of texts: [String], _ body: (borrowing SearchIndex) throws -> Void) throws {
  try withTemporaryDirectory { directory in
    do {
      var writer = try IndexWriter(directory: directory)
      try writer.write("hn:1", texts)
    }
    try body(try SearchIndex(directory: directory))
  }
}
