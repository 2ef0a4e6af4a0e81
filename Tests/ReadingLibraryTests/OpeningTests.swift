import Glibc
import Testing

@testable import ReadingLibrary

/// What opening makes of directories and files as they are found.
@Suite struct OpeningTests {
  @Test func makesMissingDirectoriesForTheUserAlone() throws {
    try withTemporaryDirectory { parent in
      let library = try ReadingLibrary(directory: parent + "/a/b/understory")
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
      let error = LibraryError.cannotMakeDirectory(path: directory + "/state", errno: ENOTDIR)
      #expect(throws: error) {
        _ = try ReadingLibrary(directory: directory + "/state/understory")
      }
    }
  }

  @Test func aDirectoryInPlaceOfTheDatabaseIsTold() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      try makeDirectories(path)
      #expect(throws: LibraryError.cannotOpen(path: path, errno: EISDIR)) {
        _ = try ReadingLibrary(directory: directory)
      }
    }
  }

  @Test func beginsInAFileOfZeroBytes() throws {
    try withTemporaryDirectory { directory in
      try write([], to: directory + "/marks.sqlite")
      let library = try ReadingLibrary(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.firstVisit == 100)
      #expect(library.setAside == nil)
    }
  }

  @Test func refusesANewerVersionAndLeavesItAsItIs() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      do {
        let newer = try Database(path: path)
        try newer.execute("CREATE TABLE stars(comment TEXT); PRAGMA user_version = 99")
      }
      let before = try contents(of: path)
      #expect(throws: LibraryError.newerVersion(path: path, found: 99, known: Schema.version)) {
        _ = try ReadingLibrary(directory: directory)
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
