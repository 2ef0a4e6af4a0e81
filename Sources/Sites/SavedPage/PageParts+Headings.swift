import DiscussionModel

extension PageParts {
  /// Takes a page apart by its headings: the first line is the title, a line such as `Comments (12)`
  /// ends the article, and each paragraph below it is a comment on the article.
  ///
  /// - Parameter page: must not be blank.
  /// - Throws: that there is no such line.
  init(of page: PageText) throws(ImportError) {
    let titleIndex = page.lines.firstIndex { !$0.isEmpty } ?? 0
    guard let heading = CommentsHeading(in: page.lines[titleIndex...].dropFirst()) else {
      throw ImportError(.noCommentsHeading, in: .page)
    }
    title = page.oneLine(in: titleIndex..<titleIndex + 1)
    var article = [titleIndex + 1..<heading.index]
    if let index = Self.bylineIndex(page.lines[article[0]]) {
      byline = page.oneLine(in: index..<index + 1)
      article = [titleIndex + 1..<index, index + 1..<heading.index]
    }
    let text = article.flatMap { page.paragraphs(in: $0) }.joined(separator: "\n\n")
    body = text.isEmpty ? nil : text
    let paragraphs = page.paragraphs(in: heading.index + 1..<page.lines.count)
    comments = paragraphs.enumerated().map { index, paragraph in
      Comment(id: String(index + 1), body: RawText(paragraph))
    }
    let kept = counted(paragraphs.count, "paragraph")
    warnings = [
      "the page says \(counted(heading.count, "comment")), \(kept) "
        + "\(paragraphs.count == 1 ? "was" : "were") kept; who replies to whom is lost"
    ]
  }

  /// The first byline among the three lines below the title, blank ones apart.
  private static func bylineIndex(_ lines: ArraySlice<String>) -> Int? {
    lines.indices.lazy.filter { !lines[$0].isEmpty }.prefix(3).first {
      Byline.isByline(lines[$0])
    }
  }
}

/// The line below which a page has its comments.
struct CommentsHeading {
  /// Its index in the page's lines.
  let index: Int
  /// How many comments the page says it has.
  let count: Int

  /// Finds the first line that is `Comments (12)`, or else the first that is `12 Comments`: this one
  /// may also be beside a byline.
  init?(in lines: ArraySlice<String>) {
    for form in [Self.trailingCount, Self.leadingCount] {
      for (index, line) in zip(lines.indices, lines) {
        guard let count = form(line.split { $0.isWhitespace }) else { continue }
        (self.index, self.count) = (index, count)
        return
      }
    }
    return nil
  }

  private static func trailingCount(_ words: [Substring]) -> Int? {
    guard words.count == 2, isNoun(words[0]), words[1].hasPrefix("("), words[1].hasSuffix(")")
    else { return nil }
    return number(words[1].dropFirst().dropLast())
  }

  private static func leadingCount(_ words: [Substring]) -> Int? {
    words.count == 2 && isNoun(words[1]) ? number(words[0]) : nil
  }

  private static func isNoun(_ word: Substring) -> Bool {
    ["comment", "comments"].contains(word.lowercased())
  }

  /// A count such as `42` or `1,204`.
  private static func number(_ word: Substring) -> Int? {
    let digits = word.filter { $0 != "," }
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(digits) else { return nil }
    return NumberBounds.count.contains(count) ? count : nil
  }
}
