import Testing

@testable import Storage

/// One discussion under several spellings of its id, and under another id than before.
@Suite struct SpellingTests {
  private func mark(_ comment: String, at time: Int64 = 5) -> SavedMark {
    SavedMark(comment: comment, isRead: true, time: time)
  }

  @Test(arguments: [
    ("github:Owner/Repo/1", "github:owner/repo/1"), ("x:e\u{301}", "x:\u{E9}"),
    ("x:\u{E9}", "x:e\u{301}"), ("forge:a.test/O/R/1", "forge:a.test/o/r/1"),
  ])
  func marksAreThoseOfEverySpelling(one: String, other: String) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: one, title: "T", comments: [], at: 1)
      try library.save([mark("7")], of: other)
      try library.beginVisit(of: other, title: "T", comments: [], at: 9)
      let reading = try #require(try library.reading(of: other))
      #expect(reading.marks.map(\.comment) == ["7"])
      #expect(reading.lastVisit == 9)
      #expect(try library.reading(of: one) == reading)
      #expect(try library.export().count == 1)
      let file = FileStamp(name: "f.json", size: 1, modified: 1)
      try library.catalogue.enter([
        KeptDiscussion(id: one, title: "T", file: file, comments: 1, arrived: 1)
      ])
      #expect(try library.catalogue.kept(other)?.file == file)
    }
  }

  @Test(arguments: [("x:a", "x:A"), ("reddit:abc", "reddit:ABC"), ("x:é", "x:e")])
  func otherIdsAreOthers(one: String, other: String) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: one, title: "T", comments: [], at: 1)
      #expect(try library.reading(of: other) == nil)
      #expect(throws: StorageError.neverVisited(discussion: other)) {
        try library.save([mark("7")], of: other)
      }
    }
  }

  @Test func whatWasReadIsCarriedOver() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "lobsters:a", title: "T", comments: [3], at: 1)
      try library.save([mark("7")], of: "lobsters:a")
      let before = try library.reading(of: "lobsters:a")
      for _ in 0..<2 {
        try library.carryOver("lobsters:a", to: "lobsters:a.test/a")
        #expect(try library.reading(of: "lobsters:a") == nil)
        #expect(try library.reading(of: "lobsters:a.test/a") == before)
      }
      // What came under the older id since is merged.
      try library.beginVisit(of: "lobsters:a", title: "T", comments: [3], at: 20)
      try library.save([mark("8", at: 21)], of: "lobsters:a")
      try library.carryOver("lobsters:a", to: "lobsters:a.test/a")
      let merged = try #require(try library.reading(of: "lobsters:a.test/a"))
      #expect(merged.marks.map(\.comment) == ["7", "8"])
      #expect(merged.lastVisit == 20)
    }
  }
}
