import DiscussionModel
import ReadMarks
import Testing

@testable import Storage

/// The visits of a discussion as they are kept, continued, joined and merged.
@Suite struct VisitTests {
  private func visits(_ library: borrowing MarksDatabase) throws -> [Visit] {
    try library.reading(of: "hn:1")?.visits ?? []
  }

  @Test func aVisitIsContinuedForHalfAnHour() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      #expect(try library.beginVisit(of: "hn:1", title: "", comments: [1, 2], at: 1000) == 1000)
      #expect(
        try library.beginVisit(of: "hn:1", title: "", comments: [], arrivals: [3], at: 2799) == 1000
      )
      #expect(
        try library.beginVisit(of: "hn:1", title: "", comments: [], arrivals: [3, 4], at: 4599)
          == 4599)
      #expect(
        try visits(library) == [
          Visit(start: 1000, lastActivity: 2799, arrivals: [3]),
          Visit(start: 4599, lastActivity: 4599, arrivals: [4]),
        ])
      #expect(try library.reading(of: "hn:1")?.knownComments == [1, 2])
    }
  }

  @Test func marksAndThePlaceAreActivity() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [], at: 1000)
      let read = SavedChange(comment: "7", kind: .read(nil), time: 2000)
      try library.save([read], of: "hn:1")
      #expect(try visits(library).map(\.lastActivity) == [1000])
      try library.save([read], of: "hn:1", during: Activity(visit: 1000, time: 2000))
      #expect(try visits(library).map(\.lastActivity) == [2000])
      try library.save(
        Place(entry: "", offset: 0), folds: [], of: "hn:1",
        during: Activity(visit: 1000, time: 3000))
      #expect(try library.beginVisit(of: "hn:1", title: "", comments: [], at: 4700) == 1000)
    }
  }

  @Test func whatArrivesWhileReadingIsInThatVisit() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [], at: 1000)
      let arrived = SavedChange(comment: "7", kind: .arrived, time: 1500)
      try library.save([arrived], of: "hn:1", during: Activity(visit: 1000, time: 1500))
      let hash = FNV1a.hash64("7".utf8)
      #expect(try visits(library) == [Visit(start: 1000, lastActivity: 1500, arrivals: [hash])])
      #expect(try library.reading(of: "hn:1")?.marks == [])
    }
  }

  @Test func theOldestAreJoined() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      for day in 1...50 {
        try library.beginVisit(
          of: "hn:1", title: "", comments: [], arrivals: [UInt64(day)], at: Int64(day) * 86_400)
      }
      let visits = try visits(library)
      #expect(visits.count == 20)
      #expect(
        visits.first
          == Visit(start: 86_400, lastActivity: 31 * 86_400, arrivals: (1...31).map { UInt64($0) }))
      #expect(visits.flatMap(\.arrivals) == (1...50).map { UInt64($0) })
    }
  }

  @Test func anyNumberOfVisitsIsTakenIn() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      var reading = SavedReading(firstVisit: 0, lastVisit: 0)
      reading.visits = (0..<100_000).map {
        Visit(start: Int64($0), lastActivity: Int64($0), arrivals: [UInt64($0)])
      }
      _ = try library.merge([ExportedReading(id: "hn:1", title: "", reading: reading)])
      let visits = try visits(library)
      #expect(visits.map(\.start) == [0] + (99_981..<100_000).map { Int64($0) })
      #expect(visits.flatMap(\.arrivals).count == 100_000)
    }
  }

  /// Three libraries end up with the same, in whatever order they exchange what they have.
  @Test func visitsOfSeveralLibrariesAreTheUnion() throws {
    func exported(_ known: [UInt64], _ visits: [Visit]) -> ExportedReading {
      var reading = SavedReading(firstVisit: visits[0].start, lastVisit: visits[0].start)
      (reading.knownComments, reading.visits) = (known, visits)
      return ExportedReading(id: "hn:1", title: "", reading: reading)
    }
    let all = [
      exported(
        [1, 2],
        [
          Visit(start: 100, lastActivity: 150),
          Visit(start: 9000, lastActivity: 9100, arrivals: [3, 4]),
        ]),
      exported(
        [1, 2, 3],
        [
          Visit(start: 5000, lastActivity: 5100),
          Visit(start: 9000, lastActivity: 9500, arrivals: [5]),
        ]),
      exported([2, 6], [Visit(start: 7000, lastActivity: 7000, arrivals: [4])]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0, 1], [2, 0, 1, 2]] {
      try withTemporaryDirectory { directory in
        let library = try MarksDatabase(directory: directory)
        for index in order { _ = try library.merge([all[index]]) }
        let reading = try library.reading(of: "hn:1")
        #expect(reading?.knownComments == [1, 2])
        #expect(
          reading?.visits.map {
            Visit(start: $0.start, lastActivity: $0.lastActivity, arrivals: $0.arrivals.sorted())
          }
            == [
              Visit(start: 100, lastActivity: 150),
              Visit(start: 5000, lastActivity: 5100, arrivals: [3]),
              Visit(start: 7000, lastActivity: 7000, arrivals: [4, 6]),
              Visit(start: 9000, lastActivity: 9500, arrivals: [5]),
            ], "\(order)")
      }
    }
  }

  /// What the list shows depends on whether opening would continue the last visit.
  @Test(arguments: [(1100, 5), (2899, 5), (2900, 2), (99_999, 2)])
  func countsOfTheCatalogueFollowTheVisit(now: Int64, new: Int) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [], at: 1100)
      let file = FileStamp(name: "a.json", size: 1, modified: 1)
      try library.catalogue.enter([
        KeptDiscussion(
          id: "hn:1", title: "", file: file, comments: 9, arrived: 1,
          counts: KeptDiscussion.Counts(unread: 7, new: 5, unseen: 2))
      ])
      #expect(try library.catalogue.kept("hn:1")?.new(at: now) == new)
    }
  }

  /// A file of version 3: the first visit is one, and so is all that came after it.
  @Test func marksOfEarlierVersionsCount() throws {
    try withTemporaryDirectory { directory in
      let database = try Database(path: directory + "/marks.sqlite")
      for migration in Schema.migrations.prefix(3) { try database.execute(migration) }
      try database.execute(
        """
        INSERT INTO discussions(number, id, title, first_visit, last_visit, known)
        VALUES(1, 'hn:1', 'Trees', 100, 200, x'0700000000000000');
        INSERT INTO kept(file, id, title, size, modified, comments, arrived, unread, new, muted)
        VALUES('a.json', 'hn:1', 'Trees', 1, 1, 9, 1, 7, 5, 0);
        """)
      let library = try MarksDatabase(directory: directory)
      #expect(try visits(library) == [Visit(start: 100, lastActivity: 200)])
      #expect(try library.reading(of: "hn:1")?.knownComments == [7])
      #expect(try library.catalogue.kept("hn:1")?.counts == nil)
    }
  }
}
