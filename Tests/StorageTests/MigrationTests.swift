import DiscussionModel
import ReadMarks
import Testing

@testable import Storage

/// Files that older versions of the program wrote.
@Suite struct MigrationTests {
  /// Makes a file of version 1 with a discussion, a mark and a place.
  private func makeVersion1(in directory: String) throws {
    let database = try Database(path: directory + "/marks.sqlite")
    try database.execute(Schema.migrations[0])
    try database.execute(
      """
      INSERT INTO discussions VALUES(1, 'hn:1', 'Trees', 100, 200, 'comment/7', 42);
      INSERT INTO marks VALUES(1, '7', 1, 110);
      """)
  }

  @Test func keepWhatTheyHold() throws {
    try withTemporaryDirectory { directory in
      try makeVersion1(in: directory)
      let library = try MarksDatabase(directory: directory)
      #expect(library.setAside == nil)
      let reading = try library.reading(of: "hn:1")
      var expected = SavedReading(firstVisit: 100, lastVisit: 200)
      expected.marks = [SavedMark(comment: "7", isRead: true, time: 110)]
      expected.place = Place(entry: "comment/7", offset: 42)
      #expect(reading == expected)
    }
  }

  /// Which comments were there at the first visit was not kept: those of the next one count.
  @Test func learnTheirCommentsAtTheNextVisit() throws {
    try withTemporaryDirectory { directory in
      try makeVersion1(in: directory)
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "Trees", comments: [7], at: 300)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.knownComments == [7])
      #expect(reading?.firstVisit == 100)
    }
  }

  /// What a library catalogued before deleted and missing comments were counted: that is not known, and
  /// all else is.
  @Test func catalogueWhatTheyHave() throws {
    try withTemporaryDirectory { directory in
      let database = try Database(path: directory + "/marks.sqlite")
      for migration in Schema.migrations[..<4] { try database.execute(migration) }
      try database.execute(
        """
        INSERT INTO discussions VALUES(1, 'hn:1', 'Trees', 100, 200, NULL, NULL, NULL, NULL);
        INSERT INTO kept VALUES('hn-1.json', 'hn:1', 'Trees', NULL, 'https://example.org/1', 70, 80,
          42, NULL, 90, 5, 2, 0, 1);
        """)
      let library = try MarksDatabase(directory: directory)
      #expect(library.setAside == nil)
      var expected = KeptDiscussion(
        id: "hn:1", title: "Trees", link: "https://example.org/1",
        file: FileStamp(name: "hn-1.json", size: 70, modified: 80), comments: 42, arrived: 90,
        counts: KeptDiscussion.Counts(unread: 5, new: 2, unseen: 1))
      expected.visited = 200
      #expect(try library.catalogue.keptDiscussions() == [expected])
      #expect(!expected.isOnlyVisited)
      expected.unreadable = Unreadable(deleted: 3, missing: 12)
      try library.catalogue.enter([expected])
      #expect(try library.catalogue.kept("hn:1") == expected)
      #expect(try library.catalogue.kept(from: "https://example.org/1") == expected)
    }
  }

  /// A file of before there were front pages has none, and takes some.
  @Test func knowNoFrontPages() throws {
    try withTemporaryDirectory { directory in
      let database = try Database(path: directory + "/marks.sqlite")
      for migration in Schema.migrations[..<5] { try database.execute(migration) }
      let library = try MarksDatabase(directory: directory)
      #expect(library.setAside == nil)
      let address = "https://a.example/"
      #expect(try library.fronts.page(at: address) == nil)
      #expect(try library.fronts.seen(["l"], at: address, now: 10) == [])
      let page = FrontRecords.Page(text: "{}", fetched: 10)
      try library.fronts.keep(page, at: address, now: 10)
      #expect(try library.fronts.page(at: address) == page)
    }
  }
}
