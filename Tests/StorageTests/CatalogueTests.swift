import ReadMarks
import Testing

@testable import Storage

/// What is known of kept discussions without reading their files.
@Suite struct CatalogueTests {
  private func kept(_ id: String, file: String? = nil, unread: Int? = nil) -> KeptDiscussion {
    KeptDiscussion(
      id: id, title: "中 é 👩‍💻 '; DROP TABLE kept", link: "https://example.org/" + id,
      file: FileStamp(name: file ?? id + ".json", size: 7, modified: 9), comments: 3,
      published: 5, arrived: 6,
      counts: unread.map { KeptDiscussion.Counts(unread: $0, new: 1, unseen: 1) })
  }

  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      let (one, other) = (kept("hn:2", unread: 2), kept("hn:1"))
      try library.catalogue.enter([one, other])
      #expect(try library.catalogue.keptDiscussions() == [other, one])
      #expect(try library.catalogue.kept("hn:2") == one)
      #expect(try library.catalogue.kept(from: "https://example.org/hn:1") == other)
      #expect(try library.catalogue.kept("hn:3") == nil)
      #expect(try library.catalogue.kept(from: "https://example.org/") == nil)
    }
  }

  @Test func aFileHasOneEntryAndGoesWithIt() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.catalogue.enter([kept("a", file: "x.json"), kept("b")])
      try library.catalogue.enter([kept("c", file: "x.json")], without: ["b.json", "unknown.json"])
      #expect(try library.catalogue.keptDiscussions().map(\.id) == ["c"])
    }
  }

  @Test func marksMakeTheCountsUnknown() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "a", title: "A", comments: [], at: 20)
      try library.catalogue.enter([kept("a", unread: 2), kept("b", unread: 2)])
      #expect(try library.catalogue.kept("a")?.visited == 20)
      try library.save([SavedMark(comment: "1", isRead: true, time: 1)], of: "a")
      #expect(try library.catalogue.kept("a")?.counts == nil)
      #expect(try library.catalogue.kept("b")?.counts?.unread == 2)
      try library.catalogue.setCounts(
        KeptDiscussion.Counts(unread: 1, new: 0, unseen: 0), kept: "a")
      #expect(
        try library.catalogue.kept("a")?.counts
          == KeptDiscussion.Counts(unread: 1, new: 0, unseen: 0))
    }
  }

  @Test func whatIsTakenInFromElsewhereMakesThemUnknownToo() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.catalogue.enter([kept("a", unread: 2)])
      _ = try library.merge([
        ExportedReading(
          id: "a", title: "A", reading: SavedReading(firstVisit: 1, lastVisit: 2))
      ])
      #expect(try library.catalogue.kept("a")?.counts == nil)
    }
  }

  @Test func newsCanBeUnwanted() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.catalogue.enter([kept("a")])
      try library.catalogue.setMuted(true, kept: "a")
      #expect(try library.catalogue.kept("a")?.isMuted == true)
      var newer = kept("a")
      let before = try #require(try library.catalogue.kept("a"))
      newer.takeDecisions(of: before)
      try library.catalogue.enter([newer])
      #expect(try library.catalogue.kept("a")?.isMuted == true)
      // Of one who has read the catalogue before.
      try library.catalogue.enter([kept("a")])
      #expect(try library.catalogue.kept("a")?.isMuted == true)
      try library.catalogue.enter([kept("b", file: "a.json")])
      #expect(try library.catalogue.kept("b")?.isMuted == false)
      try library.catalogue.enter([kept("a")])
      try library.catalogue.setMuted(true, kept: "a")
      try library.catalogue.setMuted(false, kept: "a")
      #expect(try library.catalogue.kept("a")?.isMuted == false)
    }
  }

  @Test func whatWasOnlyVisitedCanBeKept() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      var visited = kept("a")
      visited.isOnlyVisited = true
      try library.catalogue.enter([visited, kept("b")])
      #expect(try library.catalogue.keptDiscussions() == [visited, kept("b")])
      var newer = kept("a")
      newer.takeDecisions(of: visited)
      #expect(newer.isOnlyVisited)
      // Somebody who has read the catalogue before changes nothing.
      try library.catalogue.enter([kept("a")])
      #expect(try library.catalogue.kept("a") == visited)
      try library.catalogue.keepForGood(file: "a.json")
      #expect(try library.catalogue.kept("a")?.isOnlyVisited == false)
      try library.catalogue.enter([visited])
      #expect(try library.catalogue.kept(from: "https://example.org/a")?.isOnlyVisited == false)
    }
  }

  @Test func aStarKeepsWhatWasOnlyVisited() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      var visited = kept("a")
      visited.isOnlyVisited = true
      try library.catalogue.enter([visited])
      try library.beginVisit(of: "a", title: "A", at: 20)
      for isSet in [true, false] {
        try library.save(
          [], stars: [SavedFlag(comment: "1", isSet: isSet, time: 30)], of: "a")
        #expect(try library.catalogue.kept("a")?.isOnlyVisited == !isSet)
      }
      try library.save([], mutes: [SavedFlag(comment: "1", isSet: true, time: 30)], of: "a")
      #expect(try library.catalogue.kept("a")?.isOnlyVisited == true)
    }
  }
}
