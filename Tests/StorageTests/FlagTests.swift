import DiscussionModel
import ReadMarks
import Storage
import Testing

/// Stars, mutes, folds, the comments of the first visit, and what comments said.
@Suite struct FlagTests {
  @Test func keepsEachKindApart() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [], at: 100)
      let star = SavedFlag(comment: "7", isSet: true, time: 110)
      let noMute = SavedFlag(comment: "7", isSet: false, time: 120)
      let mute = SavedFlag(comment: "é中👩‍💻", isSet: true, time: 130)
      try library.save([], stars: [star], mutes: [noMute, mute], of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.stars == [star])
      #expect(reading?.mutes == [noMute, mute])
      #expect(reading?.marks == [])
    }
  }

  @Test func theLaterOneStays() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [], at: 100)
      let given = SavedFlag(comment: "7", isSet: true, time: 110)
      let taken = SavedFlag(comment: "7", isSet: false, time: 109)
      try library.save([], stars: [given, taken], of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      // Whatever its clock said, it was taken after it was given.
      #expect(reading?.stars == [SavedFlag(comment: "7", isSet: false, time: 111)])
    }
  }

  static let hashes: [[UInt64]] = [[], [0], [1, .max, 1 << 63, 0x0102_0304_0506_0708]]

  @Test(arguments: hashes)
  func keepsHashes(_ hashes: [UInt64]) throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: hashes, at: 100)
      try library.save(Place(entry: "7", offset: 1), folds: hashes, of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.folds == hashes)
      #expect(reading?.knownComments == hashes)
    }
  }

  @Test func theCommentsOfTheFirstVisitStay() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [1, 2], at: 100)
      try library.beginVisit(of: "hn:1", title: "", comments: [1, 2, 3], at: 200)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.knownComments == [1, 2])
    }
  }

  @Test func keepsWhatACommentSaid() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", comments: [], at: 100)
      let marks = [
        SavedMark(comment: "1", isRead: true, time: 1, text: BodyVersion(length: 5, hash: .max)),
        SavedMark(comment: "2", isRead: true, time: 1, text: BodyVersion(length: 0, hash: 0)),
        SavedMark(comment: "3", isRead: true, time: 1),
      ]
      try library.save(marks, of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks == marks)
    }
  }
}
