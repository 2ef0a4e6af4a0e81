import DiscussionModel
import ReadMarks
import Testing

@testable import Storage

/// Carrying what was read from one library to another.
@Suite struct MergeTests {
  private func mark(_ comment: String, _ isRead: Bool, _ time: Int64) -> SavedMark {
    SavedMark(comment: comment, isRead: isRead, time: time)
  }

  private func exported(_ build: (inout SavedReading) -> Void) -> ExportedReading {
    var reading = SavedReading(firstVisit: 50, lastVisit: 500)
    build(&reading)
    return ExportedReading(id: "hn:1", title: "Trees", reading: reading)
  }

  @Test func exportsWhatItKeeps() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:2", title: "Two", comments: [2], at: 200)
      try library.beginVisit(of: "hn:1", title: "One", comments: [1], at: 100)
      try library.save([mark("7", true, 110)], of: "hn:1")
      let exported = try library.export()
      #expect(exported.map(\.id) == ["hn:1", "hn:2"])
      #expect(exported.map(\.title) == ["One", "Two"])
      let reading = try library.reading(of: "hn:1")
      #expect(exported.first?.reading == reading)
    }
  }

  @Test func anEmptyLibraryTakesInEverything() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      let other = exported { reading in
        reading.marks = [mark("7", true, 110), mark("8", false, 120)]
        reading.stars = [SavedFlag(comment: "7", isSet: true, time: 1)]
        reading.mutes = [SavedFlag(comment: "8", isSet: true, time: 1)]
        reading.place = Place(entry: "comment/7", offset: 3)
        reading.folds = [4, 5]
        reading.knownComments = [6]
      }
      let outcomes = try library.merge([other])
      var expected = MergeOutcome(id: "hn:1", title: "Trees")
      expected.isNew = true
      (expected.marks, expected.stars, expected.mutes) = (2, 1, 1)
      expected.movesPlace = true
      #expect(outcomes == [expected])
      let exported = try library.export()
      #expect(exported == [other])
      let again = try library.merge([other])
      #expect(again == [MergeOutcome(id: "hn:1", title: "Trees")])
    }
  }

  @Test func theLaterDecisionStays() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "Trees", comments: [1], at: 100)
      let own = [mark("1", true, 100), mark("2", true, 300), mark("3", true, 200)]
      let ownStar = SavedFlag(comment: "1", isSet: true, time: 300)
      try library.save(own, stars: [ownStar], of: "hn:1")
      let outcomes = try library.merge([
        exported { reading in
          reading.marks = [
            mark("1", false, 200), mark("2", false, 200), mark("4", true, 200),
            // Of several about one comment the latest counts, wherever it stands.
            mark("5", true, 400), mark("5", false, 300), mark("6", false, 300),
            mark("6", true, 400),
          ]
          reading.stars = [SavedFlag(comment: "1", isSet: false, time: 200)]
        }
      ])
      #expect(outcomes.first?.marks == 4)
      #expect(outcomes.first?.stars == 0)
      let reading = try library.reading(of: "hn:1")
      #expect(
        reading?.marks == [
          mark("1", false, 200), mark("2", true, 300), mark("3", true, 200), mark("4", true, 200),
          mark("5", true, 400), mark("6", true, 400),
        ])
      #expect(reading?.stars == [ownStar])
    }
  }

  /// Two decisions of one second, and the one that stays on both machines.
  @Test func oppositeDecisionsOfOneSecondConverge() throws {
    func read(_ length: Int, _ hash: UInt64) -> SavedMark {
      SavedMark(
        comment: "1", isRead: true, time: 200, text: BodyVersion(length: length, hash: hash))
    }
    let marks: [(SavedMark, SavedMark)] = [
      (mark("1", true, 200), mark("1", false, 200)), (read(5, 9), mark("1", false, 200)),
      (mark("1", true, 200), read(0, 1)), (read(5, 9), read(6, 1)), (read(5, 1), read(5, 2)),
    ]
    for (loser, winner) in marks {
      for (first, second) in [(loser, winner), (winner, loser)] {
        try withTemporaryDirectory { directory in
          let library = try MarksDatabase(directory: directory)
          _ = try library.merge([exported { $0.marks = [first] }])
          _ = try library.merge([exported { $0.marks = [second] }])
          let reading = try library.reading(of: "hn:1")
          #expect(reading?.marks == [winner])
        }
      }
    }
    for first in [true, false] {
      try withTemporaryDirectory { directory in
        let library = try MarksDatabase(directory: directory)
        let flags = [first, !first].map { SavedFlag(comment: "1", isSet: $0, time: 200) }
        for flag in flags {
          _ = try library.merge([exported { ($0.stars, $0.mutes) = ([flag], [flag]) }])
        }
        let set = [SavedFlag(comment: "1", isSet: true, time: 200)]
        let reading = try library.reading(of: "hn:1")
        #expect(reading?.stars == set)
        #expect(reading?.mutes == set)
      }
    }
  }

  /// Whatever the time of what was known, what is decided here and now is later, and the place too.
  @Test(arguments: [0, 100, 101, 1 << 40, Int64.max - 1])
  func aDecisionMadeNowWinsOverAllThatIsKnown(known: Int64) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      var other = exported { reading in
        reading.marks = [mark("1", true, known)]
        reading.stars = [SavedFlag(comment: "1", isSet: true, time: known)]
        reading.mutes = [SavedFlag(comment: "1", isSet: true, time: known)]
        reading.place = Place(entry: "theirs", offset: 0)
      }
      (other.reading.firstVisit, other.reading.lastVisit) = (0, known)
      _ = try library.merge([other])
      try library.beginVisit(of: "hn:1", title: "Trees", comments: [], at: 100)
      let flag = SavedFlag(comment: "1", isSet: false, time: 100)
      try library.save([mark("1", false, 100)], stars: [flag], mutes: [flag], of: "hn:1")
      try library.save(Place(entry: "ours", offset: 0), folds: [], of: "hn:1")
      _ = try library.merge([other])
      let now = max(100, min(known, NumberBounds.decision.upperBound) + 1)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks == [mark("1", false, now)])
      #expect(reading?.stars == [SavedFlag(comment: "1", isSet: false, time: now)])
      #expect(reading?.mutes == [SavedFlag(comment: "1", isSet: false, time: now)])
      #expect(reading?.place?.entry == "ours")
    }
  }

  /// The visits of both count, the place is that of the later one.
  @Test(arguments: [(300, "ours"), (400, "ours"), (700, "theirs")])
  func thePlaceIsTheLaterVisits(theirLastVisit: Int64, place: String) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "Trees", comments: [1], at: 400)
      try library.save(Place(entry: "ours", offset: 0), folds: [1], of: "hn:1")
      var other = exported { reading in
        reading.place = Place(entry: "theirs", offset: 0)
        reading.folds = [2]
        reading.knownComments = [9]
      }
      other.reading.lastVisit = theirLastVisit
      _ = try library.merge([other])
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.place?.entry == place)
      #expect(reading?.folds == (place == "ours" ? [1] : [2]))
      #expect(reading?.firstVisit == 50)
      #expect(reading?.lastVisit == max(400, theirLastVisit))
      #expect(reading?.knownComments == [9])
    }
  }
}
