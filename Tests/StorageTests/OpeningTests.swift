import Glibc
import Testing

@testable import Storage

/// What opening makes of directories and files as they are found.
@Suite struct OpeningTests {
  @Test func makesMissingDirectoriesForTheUserAlone() throws {
    try withTemporaryDirectory { parent in
      let library = try MarksDatabase(directory: parent + "/a/b/understory")
      #expect(library.path == parent + "/a/b/understory/marks.sqlite")
      #expect(library.setAside == nil)
      #expect(library.obstacle == nil)
      for directory in ["/a", "/a/b", "/a/b/understory"] {
        var status = stat()
        #expect(stat(parent + directory, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
      }
    }
  }

  @Test func aFileInTheWayIsTold() throws {
    try withTemporaryDirectory { directory in
      try write([], to: directory + "/state")
      let error = StorageError.cannotMakeDirectory(path: directory + "/state", errno: ENOTDIR)
      #expect(throws: error) {
        _ = try MarksDatabase(directory: directory + "/state/understory")
      }
    }
  }

  @Test func aDirectoryInPlaceOfTheDatabaseIsTold() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      try makeDirectories(path)
      #expect(throws: StorageError.notRegular(path: path)) {
        _ = try MarksDatabase(directory: directory)
      }
    }
  }

  /// Files that SQLite keeps beside its own count too, and nothing is made or taken away.
  @Test(arguments: ["marks.sqlite", "search.sqlite"], ["", "-wal", "-shm", "-journal"])
  func aPipeInPlaceOfAFileIsTold(name: String, ending: String) throws {
    try withTemporaryDirectory { directory in
      let path = "\(directory)/\(name)\(ending)"
      try #require(mkfifo(path, 0o600) == 0)
      let error = StorageError.notRegular(path: path)
      if name == "marks.sqlite" {
        #expect(throws: error) { _ = try MarksDatabase(directory: directory) }
        if ending.isEmpty {
          #expect(MarksDatabase.examine(directory: directory).problem == error)
        }
      } else {
        #expect(throws: error) { _ = try SearchIndex(directory: directory) }
        for startsAnew in [false, true] {
          #expect(throws: error) {
            _ = try IndexWriter(directory: directory, startsAnew: startsAnew)
          }
        }
      }
      #expect(names(in: directory).filter { $0 != "search.lock" } == [name + ending])
    }
  }

  @Test func beginsInAFileOfZeroBytes() throws {
    try withTemporaryDirectory { directory in
      try write([], to: directory + "/marks.sqlite")
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.firstVisit == 100)
      #expect(library.setAside == nil)
    }
  }

  /// A negative number is of no version at all.
  @Test(arguments: [99, -1, Int(Int32.min)])
  func refusesAnotherVersionAndLeavesItAsItIs(version: Int) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      do {
        let newer = try Database(path: path)
        try newer.execute("CREATE TABLE stars(comment TEXT)")
        switch version {
        case 99: try newer.execute("PRAGMA user_version = 99")
        case -1: try newer.execute("PRAGMA user_version = -1")
        default: try newer.execute("PRAGMA user_version = -2147483648")
        }
      }
      let before = try contents(of: path)
      #expect(throws: StorageError.otherVersion(path: path, found: version, known: Schema.version))
      {
        _ = try MarksDatabase(directory: directory)
      }
      #expect(try contents(of: path) == before)
      #expect(names(in: directory) == ["marks.sqlite"])
    }
  }

  @Test func migratesOnceAndOnlyOnce() throws {
    try withTemporaryDirectory { directory in
      let database = try Database(path: directory + "/marks.sqlite")
      let fresh = try database.schemaVersion()
      try database.migrate()
      try database.migrate()
      let migrated = try database.schemaVersion()
      #expect(fresh == 0)
      #expect(migrated == Schema.version)
    }
  }
}
