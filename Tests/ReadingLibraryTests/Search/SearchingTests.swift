import ReadingLibrary
import Testing

/// Which texts a query finds.
@Suite struct SearchingTests {
  private static let texts = [
    "A camera maker says never",  // 1
    "Never trust a maker of CAMERAS",  // 2
    "Ça va, naïve café de Zoë",  // 3
    "他说中文很难，我们都学习中国文化。",  // 4
    "これはテストです",  // 5
    "한국어를 공부합니다",  // 6
    "A 👩💻 and a 👍🏽 here",  // 7
    "C++ costs $3.50; e.g. well-known don't",  // 8
    "ที่นี่ดี नमस्ते",  // 9
  ]

  @Test(arguments: [
    ("camera", [1]), ("CAMERA", [1]), ("camera*", [1, 2]), ("never maker", [1, 2]),
    ("never AND cameras", [2]), ("camera OR cafe", [1, 3]), ("maker NOT cameras", [1]),
    ("\"maker says\"", [1]), ("\"says maker\"", []), ("NEAR(camera never, 2)", [1]),
    ("cafe", [3]), ("café", [3]), ("cafe\u{301}", [3]), ("ZOE", [3]), ("naive", [3]),
    ("中文", [4]), ("中", [4]), ("文化", [4]), ("文中", []), ("中*", [4]), ("说中文很难", [4]),
    ("テスト", [5]), ("スト", [5]), ("공부", [6]), ("한국", [6]),
    ("👩💻", [7]), ("💻", [7]), ("👍", [7]), ("🎉", []),
    ("\"well-known\"", [8]), ("3.50", [8]), ("ดี", [9]), ("नमस्ते", [9]),
  ])
  func findsWords(query: String, comments: [Int]) throws {
    try withIndex(of: Self.texts) { index in
      let found = try index.found(query).sorted()
      #expect(found == comments.map { "hn:1 \($0)" })
    }
  }

  /// Whatever is no query is looked for as it is written, and said to be.
  @Test(arguments: [
    ("\"", []), ("*", []), ("NEAR(", []), ("a AND", [7]), ("col:", []), ("never:", [1, 2]),
    ("'; DROP TABLE words", []), ("camera)", [1]), ("(camera", [1]), ("- camera", [1]),
    ("well-known", [8]), ("C++", [8]), ("don't", [8]), ("\"maker says", [1]), ("*reads", []),
    ("  * camera", [1]), ("camera ^", [1]), ("中文?", [4]), ("a) OR (b", []),
    ("{text never", []), ("(((((((((((((((", []), ("AND", [7]), ("👩💻!", [7]),
  ])
  func takesOtherThingsLiterally(query: String, comments: [Int]) throws {
    try withIndex(of: Self.texts) { index in
      let results = try index.search(SearchQuery(query), limit: 100)
      #expect(results.isLiteral)
      #expect(results.hits.compactMap(\.document.number).sorted() == comments)
    }
  }

  @Test(arguments: [
    ("ca*", "ca*"), ("cam*", nil), ("\"the ca\"*", "ca*"), ("a b* c", "b*"), ("中*", nil),
    ("é*", "é*"),
    ("*", nil), ("** b", nil), ("tea AND (gr* OR x)", "gr*"), ("author:an*", "an*"), ("👩‍💻*", nil),
  ])
  func beginningsOfOneLetterOrTwoAreTooShort(words: String, beginning: String?) {
    #expect(SearchQuery(words).shortBeginning == beginning)
  }

  @Test(arguments: ["", " ", "***", "\"\"", "\u{1B}[2J", "…"])
  func aQueryWithoutWordsFindsNothing(query: String) throws {
    try withIndex(of: Self.texts) { index in
      let found = try index.found(query)
      #expect(found == [])
      let foundByAuthor = try index.found(query, author: "ann")
      #expect(foundByAuthor == [])
    }
  }

  @Test func aLongQueryIsAnswered() throws {
    try withIndex(of: Self.texts) { index in
      let words = String(repeating: "never, ", count: 5_000)
      let found = try index.found(words).sorted()
      #expect(found == ["hn:1 1", "hn:1 2"])
    }
  }

  @Test func manyBracketsAreAnswered() throws {
    try withIndex(of: Self.texts) { index in
      let deep =
        String(repeating: "(", count: 5_000) + "never" + String(repeating: ")", count: 5_000)
      let found = try index.found(deep).sorted()
      #expect(found == ["hn:1 1", "hn:1 2"])
    }
  }

  @Test func authorsNarrow() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      try writer.write(
        "hn:1",
        [
          ("Ann Lee", "cheese"), ("ann", "cheese"), ("Zoë", "cheese"), (nil, "cheese ann"),
          ("中村", "cheese"), ("***", "cheese"), ("lee", "bread"),
        ])
      for (author, comments) in [
        ("ann", ["hn:1 1", "hn:1 2"]), ("ann lee", ["hn:1 1"]), ("lee ann", []),
        ("zoe", ["hn:1 3"]),
        ("村", ["hn:1 5"]), ("***", []), ("\") OR (\"", []), ("lee", ["hn:1 1"]), ("an", []),
      ] {
        #expect(try writer.index.found("cheese", author: author).sorted() == comments, "\(author)")
      }
      #expect(try writer.index.found("author:lee").sorted() == ["hn:1 1", "hn:1 7"])
      #expect(try writer.index.found("bread) OR (cheese", author: "lee") == [])
    }
  }

  @Test func theArticleIsFoundByItsTitleToo() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      try writer.write(
        "hn:1", title: "Twelve sheds", article: "Paint them.", [("ann", "No sheds.")])
      #expect(try writer.index.found("twelve") == ["hn:1 article"])
      #expect(try writer.index.found("paint") == ["hn:1 article"])
      #expect(try writer.index.found("title:sheds") == ["hn:1 article"])
      #expect(try writer.index.found("sheds") == ["hn:1 article", "hn:1 1"])
    }
  }
}
