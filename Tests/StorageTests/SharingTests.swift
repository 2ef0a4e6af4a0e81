import Glibc
import Testing

@testable import Storage

/// Several connections to one database, in one process or left behind by another.
@Suite struct SharingTests {
  @Test func marksOfTwoLibrariesSurvive() throws {
    try withTemporaryDirectory { directory in
      let ann = try MarksDatabase(directory: directory)
      let bob = try MarksDatabase(directory: directory)
      try ann.beginVisit(of: "hn:1", title: "", at: 100)
      try bob.beginVisit(of: "hn:1", title: "", at: 101)
      try ann.save([SavedMark(comment: "1", isRead: true, time: 110)], of: "hn:1")
      try bob.save([SavedMark(comment: "2", isRead: true, time: 120)], of: "hn:1")
      try bob.save([SavedMark(comment: "3", isRead: true, time: 130)], of: "hn:1")
      try ann.save([SavedMark(comment: "3", isRead: false, time: 129)], of: "hn:1")
      let expected = [
        SavedMark(comment: "1", isRead: true, time: 110),
        SavedMark(comment: "2", isRead: true, time: 120),
        SavedMark(comment: "3", isRead: false, time: 131),
      ]
      let marks = (try ann.reading(of: "hn:1")?.marks, try bob.reading(of: "hn:1")?.marks)
      #expect(marks.0 == expected)
      #expect(marks.1 == expected)
    }
  }

  @Test func onlyAnotherLibraryChangesTheRevision() throws {
    try withTemporaryDirectory { directory in
      let ann = try MarksDatabase(directory: directory)
      let bob = try MarksDatabase(directory: directory)
      let before = try ann.revision()
      try ann.beginVisit(of: "hn:1", title: "", at: 100)
      let afterOwn = try ann.revision()
      try bob.beginVisit(of: "hn:1", title: "", at: 101)
      let afterOther = try ann.revision()
      #expect(afterOwn == before)
      #expect(afterOther != before)
    }
  }

  /// Opens one library four times at once, recording a visit of "hn:0" to "hn:3" in each.
  private func openAtOnce(_ directory: String) async throws {
    try await withThrowingTaskGroup { group in
      for reader in 0..<4 {
        group.addTask {
          let library = try MarksDatabase(directory: directory)
          try library.beginVisit(of: "hn:\(reader)", title: "", at: 100)
        }
      }
      try await group.waitForAll()
    }
  }

  private func visited(_ directory: String) throws -> [Int] {
    let library = try MarksDatabase(directory: directory)
    return try (0..<4).filter { try library.reading(of: "hn:\($0)") != nil }
  }

  @Test(arguments: 1...10)
  func manyMakeTheSameDatabaseAtOnce(round: Int) async throws {
    let parent = try makeTemporaryDirectory()
    defer { removeAll(parent) }
    try await openAtOnce(parent + "/state/understory")
    #expect(try visited(parent + "/state/understory") == [0, 1, 2, 3])
  }

  @Test(arguments: 1...10)
  func oneOfManySetsTheSameDamageAside(round: Int) async throws {
    let directory = try makeTemporaryDirectory()
    defer { removeAll(directory) }
    try write(Array("no database".utf8), to: directory + "/marks.sqlite")
    try await openAtOnce(directory)
    #expect(try visited(directory) == [0, 1, 2, 3])
    #expect(names(in: directory).filter { $0.contains("damaged") }.count == 1)
  }

  @Test func damageWaitsForWhoeverOpensTheSameLibrary() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      try write(Array("no database".utf8), to: path)
      let other = try DirectoryLock(directory: directory, path: path, patience: .seconds(1))
      #expect(throws: StorageError.locked(path: path)) {
        _ = try MarksDatabase(directory: directory)
      }
      #expect(names(in: directory) == ["marks.sqlite"])
      _ = consume other
      let library = try MarksDatabase(directory: directory)
      #expect(library.setAside != nil)
    }
  }

  @Test func aLockedDatabaseIsWaitedForAndTold() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let other = try Database(path: library.path)
      try other.execute("BEGIN EXCLUSIVE")
      let path = library.path
      let waited = ContinuousClock().measure {
        #expect(throws: StorageError.locked(path: path)) {
          try library.save([SavedMark(comment: "1", isRead: true, time: 1)], of: "hn:1")
        }
      }
      #expect(waited >= .milliseconds(40) && waited < .milliseconds(500))
      try other.execute("COMMIT")
      try library.save([SavedMark(comment: "1", isRead: true, time: 1)], of: "hn:1")
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks.count == 1)
    }
  }

  @Test func aKilledReaderLeavesEveryMark() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory + "/running")
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      try library.save([SavedMark(comment: "1", isRead: true, time: 1)], of: "hn:1")
      // The two files as they would be after `kill -9`.
      try makeDirectories(directory + "/killed")
      for suffix in ["", "-wal"] {
        try write(
          contents(of: library.path + suffix), to: directory + "/killed/marks.sqlite" + suffix)
      }
      let next = try MarksDatabase(directory: directory + "/killed")
      let reading = try next.reading(of: "hn:1")
      #expect(reading?.marks == [SavedMark(comment: "1", isRead: true, time: 1)])
    }
  }
}
