import Storage
import Testing

/// What is found while the index is written, and after.
@Suite struct IndexWriterTests {
  @Test func aDiscussionIsFoundAsItWasUntilItIsFinished() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      try writer.write("hn:1", ["old bread"])
      let reader = try SearchIndex(directory: directory)
      try writer.begin(.test("hn:1", 2), title: "")
      try writer.add([SearchDocument(comment: "1", text: "new bread")])
      #expect(try reader.found("bread") == ["hn:1 1"])
      #expect(try reader.found("new") == [])
      #expect(try reader.search(SearchQuery("bread"), limit: 1).count == 1)
      #expect(try reader.stale(among: [.test("hn:1", 2)]) == [.test("hn:1", 2)])
      try writer.finish()
      #expect(try reader.found("old") == [])
      #expect(try reader.found("new") == ["hn:1 1"])
      #expect(try reader.stale(among: [.test("hn:1", 2)]) == [])
      try writer.sweepAll()
      #expect(try reader.found("bread") == ["hn:1 1"])
    }
  }

  @Test func aBatchIsSavedWhenItIsFullOrAskedFor() throws {
    try withTemporaryDirectory { directory in
      do {
        var writer = try IndexWriter(directory: directory, batch: 20)
        let reader = try SearchIndex(directory: directory)
        try writer.write("hn:1", ["old bread"])
        #expect(try reader.found("bread") == [])
        try writer.write("hn:2", ["more bread"])
        try writer.write("hn:3", ["other bread"])
        #expect(try reader.found("old") == ["hn:1 1"])
        #expect(try reader.found("other") == [])
        try writer.save()
        #expect(try reader.found("other") == ["hn:3 1"])
        try writer.write("hn:4", ["lost"])
      }
      #expect(try SearchIndex(directory: directory).found("lost") == [])
      #expect(try SearchIndex(directory: directory).found("other") == ["hn:3 1"])
    }
  }

  @Test(arguments: [0, 1, 3])
  func whatIsInterruptedNeverBegan(slices: Int) throws {
    try withTemporaryDirectory { directory in
      do {
        var writer = try IndexWriter(directory: directory)
        try writer.write("hn:1", ["old bread"])
        try writer.begin(.test("hn:1", 2), title: "bread")
        for slice in 0..<slices {
          try writer.add([SearchDocument(comment: "\(slice)", text: "new bread")])
        }
      }
      var writer = try IndexWriter(directory: directory)
      #expect(try writer.index.found("bread") == ["hn:1 1"])
      #expect(try writer.index.stale(among: [.test("hn:1", 1)]) == [])
      try writer.sweepAll()
      #expect(try writer.index.found("bread") == ["hn:1 1"])
      try writer.write("hn:1", modified: 2, [(nil, "newer bread")])
      #expect(try writer.index.found("bread") == ["hn:1 1"])
      #expect(try writer.index.found("newer") == ["hn:1 1"])
    }
  }

  @Test func whatIsRemovedIsNotFoundAndThenTakenAway() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      try writer.write("hn:1", Array(repeating: "bread", count: 30))
      try writer.write("hn:2", ["bread"])
      try writer.remove("hn:1")
      try writer.remove("hn:none")
      #expect(try writer.index.found("bread") == ["hn:2 1"])
      #expect(try writer.index.superfluous(beside: []) == ["hn:2"])
      #expect(try writer.sweep(documents: 20) == 20)
      #expect(try writer.index.found("bread") == ["hn:2 1"])
      #expect(try writer.sweep(documents: 20) == 11)
      #expect(try writer.sweep(documents: 20) == nil)
      #expect(try writer.index.found("bread") == ["hn:2 1"])
    }
  }

  @Test func staleAreTheNewAndTheChanged() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      for id in ["hn:1", "hn:é中", "hn:3"] { try writer.write(id, ["bread"]) }
      let kept: [StampedDiscussion] = [.test("hn:4"), .test("hn:1", 2), .test("hn:é中")]
      #expect(try writer.index.stale(among: kept) == [.test("hn:4"), .test("hn:1", 2)])
      #expect(try writer.index.superfluous(beside: kept) == ["hn:3"])
    }
  }

  @Test func aDiscussionMayBeEmpty() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      for modified in 1...2 {
        try writer.begin(.test("hn:1", Int64(modified)), title: "")
        try writer.finish()
      }
      try writer.sweepAll()
      try writer.write("hn:2", ["bread"])
      #expect(try writer.index.stale(among: [.test("hn:1", 2), .test("hn:2")]) == [])
      #expect(try writer.index.found("bread") == ["hn:2 1"])
    }
  }
}
