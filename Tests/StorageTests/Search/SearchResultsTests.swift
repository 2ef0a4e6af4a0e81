import Testing

@testable import Storage

/// What is told of what was found, and in which order.
@Suite struct SearchResultsTests {
  @Test func aHitTellsAllThatIsShown() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      try writer.write("hn:1", title: "Sheds", [("ann", "one"), ("Zoë", "He said:\nça va 中文 !")])
      let hits = try writer.index.search(SearchQuery("ca OR 中文"), limit: 9).hits
      let text = "He said: ça va 中文 !"
      #expect(
        hits == [
          SearchHit(
            discussion: "hn:1", title: "Sheds",
            document: SearchDocument(
              comment: "2", number: 2, author: "Zoë", time: 1_000, text: text),
            matches: [9..<12, 16..<22])
        ])
    }
  }

  @Test func aLongTextIsCutAroundTheWords() throws {
    let text =
      String(repeating: "before ", count: 99) + "cheese" + String(repeating: " after", count: 99)
    try withIndex(of: [text]) { index in
      let hit = try #require(try index.search(SearchQuery("cheese"), limit: 9).hits.first)
      let shown = hit.document.text
      #expect(shown.hasPrefix("…before ") && shown.hasSuffix(" after…"))
      #expect(shown.count < 300)
      let match = try #require(hit.matches.first)
      #expect(String(decoding: Array(shown.utf8)[match], as: UTF8.self) == "cheese")
      #expect(hit.matches.count == 1)
    }
  }

  @Test func theBestComeFirst() throws {
    try withIndex(of: ["cheese " + String(repeating: "and more ", count: 50), "cheese", "bread"]) {
      index in
      let results = try index.search(SearchQuery("cheese"), limit: 9)
      #expect(results.hits.map(\.document.number) == [2, 1])
      #expect(results.count == 2)
      #expect(results.order == .best)
    }
  }

  @Test func ofTooManyTheLastComeFirst() throws {
    let texts = ["cheese cheese cheese"] + Array(repeating: "cheese", count: SearchIndex.mostRanked)
    try withIndex(of: texts) { index in
      let results = try index.search(SearchQuery("cheese"), limit: 2)
      #expect(results.hits.map(\.document.number) == [10_001, 10_000])
      #expect(results.count == nil)
      #expect(results.order == .newest)
    }
    try withIndex(of: Array(texts.dropLast())) { index in
      let results = try index.search(SearchQuery("cheese"), limit: 1)
      #expect(results.hits.map(\.document.number) == [1])
      #expect(results.count == 10_000)
    }
  }

  @Test func whatIsNotWantedIsPassedOver() throws {
    try withIndex(of: Array(repeating: "cheese", count: 50)) { index in
      var asked = 0
      let results = try index.search(SearchQuery("cheese"), limit: 3) { name in
        asked += 1
        return name.discussion == "hn:1" && (name.comment ?? "").hasSuffix("7")
      }
      #expect(results.hits.map(\.document.comment) == ["7", "17", "27"])
      #expect(results.count == 50)
      #expect(asked == 27)
    }
  }

  @Test(arguments: [(0, 0), (-1, 0), (1, 1), (50, 2)])
  func thereAreAtMostSoMany(limit: Int, count: Int) throws {
    try withIndex(of: ["cheese", "cheese"]) { index in
      let found = try index.found("cheese", limit: limit).count
      #expect(found == count)
    }
  }
}
