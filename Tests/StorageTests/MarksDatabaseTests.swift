import ReadMarks
import Storage
import Testing

@Suite struct MarksDatabaseTests {
  @Test func keepsMarksVisitsAndPlace() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "Trees", at: 100)
      try library.save(
        [
          SavedMark(comment: "7", isRead: true, time: 110),
          SavedMark(comment: "12", isRead: false, time: 120),
        ], of: "hn:1")
      try library.save(Place(entry: "7", offset: 42), of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      var expected = SavedReading(firstVisit: 100, lastVisit: 100)
      expected.marks = [
        SavedMark(comment: "12", isRead: false, time: 120),
        SavedMark(comment: "7", isRead: true, time: 110),
      ]
      expected.place = Place(entry: "7", offset: 42)
      expected.folds = []
      expected.knownComments = []
      #expect(reading == expected)
    }
  }

  @Test func knowsNothingOfADiscussionNeverVisited() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let reading = try library.reading(of: "hn:2")
      #expect(reading == nil)
    }
  }

  @Test func keepsDiscussionsApart() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      try library.beginVisit(of: "hn:2", title: "", at: 200)
      try library.save([SavedMark(comment: "7", isRead: true, time: 110)], of: "hn:1")
      try library.save(Place(entry: "7", offset: 1), of: "hn:1")
      let reading = try library.reading(of: "hn:2")
      var expected = SavedReading(firstVisit: 200, lastVisit: 200)
      expected.knownComments = []
      #expect(reading == expected)
    }
  }

  @Test func laterMarksAndPlacesReplaceEarlierOnes() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      try library.save([SavedMark(comment: "7", isRead: true, time: 110)], of: "hn:1")
      try library.save([SavedMark(comment: "7", isRead: false, time: 105)], of: "hn:1")
      try library.save(Place(entry: "7", offset: 1), of: "hn:1")
      try library.save(Place(entry: "", offset: 0), of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks == [SavedMark(comment: "7", isRead: false, time: 111)])
      #expect(reading?.place == Place(entry: "", offset: 0))
    }
  }

  @Test func aNewVisitKeepsTheFirstOneAndAllElse() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "Trees", at: 100)
      try library.save([SavedMark(comment: "7", isRead: true, time: 110)], of: "hn:1")
      try library.beginVisit(of: "hn:1", title: "Trees (2017)", at: 300)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.firstVisit == 100)
      #expect(reading?.lastVisit == 300)
      #expect(reading?.marks.count == 1)
    }
  }

  @Test func savesNothingBeforeAVisit() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      #expect(throws: StorageError.neverVisited(discussion: "hn:1")) {
        try library.save([SavedMark(comment: "7", isRead: true, time: 110)], of: "hn:1")
      }
      #expect(throws: StorageError.neverVisited(discussion: "hn:1")) {
        try library.save(Place(entry: "7", offset: 1), of: "hn:1")
      }
    }
  }

  @Test func outlivesItsProcess() throws {
    try withTemporaryDirectory { directory in
      do {
        let library = try MarksDatabase(directory: directory)
        try library.beginVisit(of: "hn:1", title: "", at: 100)
        try library.save([SavedMark(comment: "7", isRead: true, time: 110)], of: "hn:1")
      }
      #expect(names(in: directory) == ["marks.sqlite"])
      let library = try MarksDatabase(directory: directory)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks == [SavedMark(comment: "7", isRead: true, time: 110)])
    }
  }

  static let hostileIDs = [
    "", "'; DROP TABLE marks; --", "\"", "中", "e\u{301}", "👩‍💻", "a\0b", "a\0c", "\0", "\u{1B}[2J",
    "\u{FFFF}", "?1",
  ]

  @Test(arguments: hostileIDs)
  func keepsAnyID(_ id: String) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      for other in Self.hostileIDs { try library.beginVisit(of: other, title: other, at: 100) }
      try library.save(
        Self.hostileIDs.map { SavedMark(comment: $0, isRead: $0 == id, time: 1) }, of: id)
      try library.save(Place(entry: id, offset: 3), of: id)
      let reading = try #require(try library.reading(of: id))
      let read = reading.marks.filter(\.isRead).map { Array($0.comment.utf8) }
      #expect(read == [Array(id.utf8)])
      #expect(reading.marks.count == Self.hostileIDs.count)
      #expect(reading.place.map { Array($0.entry.utf8) } == Array(id.utf8))
    }
  }

  @Test func keepsAHundredThousandMarks() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      let marks = (100_000..<200_000).map { number in
        SavedMark(comment: "\(number)", isRead: number % 3 == 0, time: Int64(number))
      }
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      try library.save(marks.shuffled(), of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks == marks)
    }
  }
}
