import Storage
@_spi(_Unicode) import Swift
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

  /// Signs in which a word ends have to be there if they are typed.
  @Test(arguments: [
    (
      "I like C++.", ["c", "C++", "like c++", "\"like C++\"", "c++ OR rust", "(c++)", "text:c++"],
      ["C#", "c+", "c++ rust", "\"c++ like\""]
    ),
    ("C#, F# and g++11", ["c#", "F#", "c", "f", "g", "c# f#"], ["c++", "g++", "C##"]),
    ("a+b, issue#12", ["a b", "a+b", "issue 12", "issue"], ["a+", "issue#"]),
    ("C++是中文", ["C++", "是", "c", "c++ 中文"], ["C#", "c+"]),
    ("é+ Ü#", ["e+", "É+", "e", "u#", "ü"], ["u+", "e#"]),
    ("Note++++ b", ["note", "b"], ["note++"]),
    ("a C compiler", ["c"], ["C++", "c#"]), ("++ # +", [], ["c++"]),
  ])
  func signsAtTheEndOfAWordCount(text: String, queries: [String], others: [String]) throws {
    try withIndex(of: [text]) { index in
      for (query, isFound) in queries.map({ ($0, true) }) + others.map({ ($0, false) }) {
        let found = try index.found(query)
        #expect(found == (isFound ? ["hn:1 1"] : []), "\(query) in \(text)")
      }
    }
  }

  /// Each text is found by each query of its line, composed and decomposed.
  @Test(arguments: [
    ("Ήταν μια καλή μέρα", ["ηταν", "ΉΤΑΝ", "καλη μερα", "μερ*"]),
    ("ο Οδυσσέας λόγος", ["ΟΔΥΣΣΕΑΣ", "λογος", "λόγοσ"]),
    ("всё ещё мой ёлка", ["все еще", "мои", "ЁЛКА", "елка"]),
    ("и всё-таки ѝ", ["все", "и"]),
    ("שָׁלוֹם עֲלֵיכֶם", ["שלום", "עליכם", "שָׁלוֹם"]),
    ("السَّلامُ عليكم", ["السلام", "السَّلام", "الســـلام"]),
    ("أحمد إلى آخر", ["احمد", "الى", "اخر", "أحمد"]),
    ("Đường phố Hà Nội", ["ha noi", "pho", "Hà Nội"]),
    ("क़लम ज़रूर", ["कलम", "क़लम", "जरूर"]),
    ("한국어를 공부합니다", ["한국", "공부", "어를"]),
    ("ガラスがある", ["ガラス", "がある"]),
    ("パン屋", ["パン"]),
    ("\u{8C48}", ["\u{F900}"]), ("\u{F900}", ["\u{8C48}"]),
  ])
  func accentsAndCompositionDoNotMatter(text: String, queries: [String]) throws {
    for text in [Self.string(text._nfc), Self.string(text._nfd)] {
      try withIndex(of: [text]) { index in
        for query in queries {
          for words in [Self.string(query._nfc), Self.string(query._nfd)] {
            let found = try index.found(words)
            #expect(found == ["hn:1 1"], "\(words) in \(text)")
          }
        }
      }
    }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar) }
    return String(view)
  }

  /// Marks that make another word of it.
  @Test(arguments: [("か", "が"), ("ハ", "パ"), ("कि", "की"), ("ก", "กี"), ("국", "구")])
  func otherLettersStayApart(text: String, query: String) throws {
    try withIndex(of: [text]) { index in
      let found = try index.found(query)
      #expect(found == [])
    }
  }

  /// Every character of the property White_Space separates words.
  @Test(
    arguments: [
      9, 0xA, 0xB, 0xC, 0xD, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
      0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
    ] as [UInt32])
  func whiteSpaceSeparatesWords(space: UInt32) throws {
    let space = try String(#require(Unicode.Scalar(space)))
    try withIndex(of: ["東京は 大阪より", "a shed in the garden"]) { index in
      for (query, found) in [
        ("東京\(space)大阪", ["hn:1 1"]), ("garden\(space)shed", ["hn:1 2"]),
        ("\(space)garden NOT\(space)tree\(space)", ["hn:1 2"]), ("\"garden\(space)shed\"", []),
      ] {
        let hits = try index.found(query)
        #expect(hits == found)
      }
    }
  }

  /// Whatever is no query is looked for as it is written, and said to be.
  @Test(arguments: [
    ("\"", []), ("*", []), ("NEAR(", []), ("a AND", [7]), ("col:", []), ("never:", [1, 2]),
    ("'; DROP TABLE words", []), ("camera)", [1]), ("(camera", [1]), ("- camera", [1]),
    ("well-known", [8]), ("(C++", [8]), ("don't", [8]), ("\"maker says", [1]), ("*reads", []),
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
