import CSQLite
import Glibc
import Testing

@testable import Storage

@Suite struct DatabaseTests {
  @Test func aTransactionThatThrowsLeavesNothing() throws {
    try withTemporaryDirectory { directory in
      let database = try Database(path: directory + "/test.sqlite")
      try database.execute("CREATE TABLE numbers(number INTEGER UNIQUE)")
      let error = #expect(throws: SQLiteError.self) {
        try database.transaction { () throws(SQLiteError) in
          try database.execute("INSERT INTO numbers VALUES(1)")
          try database.execute("INSERT INTO numbers VALUES(1)")
        }
      }
      #expect(error?.primaryCode == SQLITE_CONSTRAINT)
      #expect(error?.message == "UNIQUE constraint failed: numbers.number")
      try database.transaction { () throws(SQLiteError) in
        try database.execute("INSERT INTO numbers VALUES(2)")
      }
      let numbers = try database.prepare("SELECT number FROM numbers")
      let only = try numbers.onlyRow { row in row.integer(0) }
      #expect(only == 2)
    }
  }

  /// The index of a long log is longer than its first piece, and all of it may be mapped.
  @Test func aLogsIndexThatIsCutAnywhereIsNoticed() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/test.sqlite"
      var database = try Database(path: path)
      try database.execute(
        """
        PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
        CREATE TABLE bytes(bytes BLOB);
        """)
      database.rememberLog(of: path)
      try database.execute("INSERT INTO bytes VALUES(zeroblob(20000000))")
      let wasMoved = database.hasMoved
      let size = try #require(FileIdentity(path + "-shm")).size
      try #require(size > 1 << 15)
      try database.beginWriting()
      try database.execute("INSERT INTO bytes VALUES(zeroblob(10))")
      truncate(path + "-shm", 1 << 15)
      let isMoved = database.hasMoved
      #expect(!wasMoved && isMoved)
    }
  }

  @Test func aFullDiskIsToldAndEarlierMarksStay() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      try library.save([SavedMark(comment: "kept", isRead: true, time: 1)], of: "hn:1")
      // A limit on the file's size fails as a full disk does.
      let file = try marksFile(directory)
      let statements = try MarkStatements(on: file.database)
      try file.database.execute("PRAGMA max_page_count = 1")
      #expect(throws: StorageError.full(path: file.path)) {
        try file.write { () throws(SQLiteError) in
          for index in 0..<5_000 {
            let mark = SavedMark(comment: "\(index)", isRead: true, time: 1)
            try statements.save(mark, 1, isDecidedNow: true)
          }
        }
      }
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.marks == [SavedMark(comment: "kept", isRead: true, time: 1)])
    }
  }

  @Test func marksBelongToADiscussionThatExists() throws {
    try withTemporaryDirectory { directory in
      let file = try marksFile(directory)
      let error = #expect(throws: SQLiteError.self) {
        try file.database.execute(
          "INSERT INTO marks(discussion, comment, state, time) VALUES(1, 'a', 1, 1)")
      }
      #expect(error?.message == "FOREIGN KEY constraint failed")
      let flagError = #expect(throws: SQLiteError.self) {
        try file.database.execute("INSERT INTO flags VALUES(1, 'a', 1, 1, 1)")
      }
      #expect(flagError?.message == "FOREIGN KEY constraint failed")
    }
  }

  /// The file of marks as it is opened for them.
  private func marksFile(_ directory: String) throws -> DatabaseFile {
    try DatabaseFile.marks(in: directory, checkingEveryPage: false, patience: .zero) { file, _ in
      file
    }
  }
}
