import Testing

@testable import ReadingLibrary

/// What is known of kept discussions without reading their files.
@Suite struct CatalogueTests {
  private func kept(_ id: String, file: String? = nil, unread: Int? = nil) -> KeptDiscussion {
    KeptDiscussion(
      id: id, title: "中 é 👩‍💻 '; DROP TABLE kept", link: "https://example.org/" + id,
      file: FileStamp(name: file ?? id + ".json", size: 7, modified: 9), comments: 3,
      published: 5, arrived: 6,
      counts: unread.map { KeptDiscussion.Counts(unread: $0, new: 1) })
  }

  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryDirectory { directory in
      let library = try ReadingLibrary(directory: directory)
      let (one, other) = (kept("hn:2", unread: 2), kept("hn:1"))
      try library.catalogue([one, other])
      #expect(try library.keptDiscussions() == [other, one])
      #expect(try library.kept("hn:2") == one)
      #expect(try library.kept(from: "https://example.org/hn:1") == other)
      #expect(try library.kept("hn:3") == nil)
      #expect(try library.kept(from: "https://example.org/") == nil)
    }
  }

  @Test func aFileHasOneEntryAndGoesWithIt() throws {
    try withTemporaryDirectory { directory in
      let library = try ReadingLibrary(directory: directory)
      try library.catalogue([kept("a", file: "x.json"), kept("b")])
      try library.catalogue([kept("c", file: "x.json")], without: ["b.json", "unknown.json"])
      #expect(try library.keptDiscussions().map(\.id) == ["c"])
    }
  }

  @Test func marksMakeTheCountsUnknown() throws {
    try withTemporaryDirectory { directory in
      let library = try ReadingLibrary(directory: directory)
      try library.beginVisit(of: "a", title: "A", comments: [], at: 20)
      try library.catalogue([kept("a", unread: 2), kept("b", unread: 2)])
      #expect(try library.kept("a")?.visited == 20)
      try library.save(
        SavedChanges(marks: [SavedMark(comment: "1", isRead: true, time: 1)]), of: "a")
      #expect(try library.kept("a")?.counts == nil)
      #expect(try library.kept("b")?.counts?.unread == 2)
      try library.setCounts(KeptDiscussion.Counts(unread: 1, new: 0), kept: "a")
      #expect(try library.kept("a")?.counts == KeptDiscussion.Counts(unread: 1, new: 0))
    }
  }

  @Test func whatIsTakenInFromElsewhereMakesThemUnknownToo() throws {
    try withTemporaryDirectory { directory in
      let library = try ReadingLibrary(directory: directory)
      try library.catalogue([kept("a", unread: 2)])
      _ = try library.merge([
        ExportedReading(
          id: "a", title: "A", reading: SavedReading(firstVisit: 1, lastVisit: 2))
      ])
      #expect(try library.kept("a")?.counts == nil)
    }
  }

  @Test func newsCanBeUnwanted() throws {
    try withTemporaryDirectory { directory in
      let library = try ReadingLibrary(directory: directory)
      try library.catalogue([kept("a")])
      try library.setMuted(true, kept: "a")
      #expect(try library.kept("a")?.isMuted == true)
      var newer = kept("a")
      let before = try #require(try library.kept("a"))
      newer.takeDecisions(of: before)
      try library.catalogue([newer])
      #expect(try library.kept("a")?.isMuted == true)
      // Of one who has read the catalogue before.
      try library.catalogue([kept("a")])
      #expect(try library.kept("a")?.isMuted == true)
      try library.catalogue([kept("b", file: "a.json")])
      #expect(try library.kept("b")?.isMuted == false)
      try library.catalogue([kept("a")])
      try library.setMuted(true, kept: "a")
      try library.setMuted(false, kept: "a")
      #expect(try library.kept("a")?.isMuted == false)
    }
  }
}
