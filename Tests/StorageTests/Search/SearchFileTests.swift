import Glibc
import Testing

@testable import Storage

/// What becomes of the index's file.
@Suite struct SearchFileTests {
  private func index(_ id: String, _ text: String, in directory: String) throws {
    var writer = try IndexWriter(directory: directory)
    try writer.write(id, [text])
  }

  @Test func isMadeWithItsDirectoryAndKept() throws {
    try withTemporaryDirectory { parent in
      try self.index("hn:1", "bread", in: parent + "/cache/understory")
      let index = try SearchIndex(directory: parent + "/cache/understory")
      #expect(index.path == parent + "/cache/understory/search.sqlite")
      #expect(try index.found("bread") == ["hn:1 1"])
    }
  }

  @Test(arguments: [DamageTests.NoDatabase.words, .noise, .headerOnly])
  func isBegunAnewWhereItIsDamaged(_ damage: DamageTests.NoDatabase) throws {
    try withTemporaryDirectory { directory in
      try write(damage.bytes, to: directory + "/search.sqlite")
      try self.index("hn:1", "bread", in: directory)
      let index = try SearchIndex(directory: directory)
      #expect(try index.found("bread") == ["hn:1 1"])
      #expect(names(in: directory).filter { $0.contains("damaged") } == [])
    }
  }

  /// Any changed byte of what describes the tables, every eighth of them.
  @Test func isBegunAnewWhereItsSchemaIsDamaged() throws {
    try withTemporaryDirectory { directory in
      try self.index("hn:1", "bread", in: directory)
      let path = directory + "/search.sqlite"
      let whole = try contents(of: path)
      let words = [
        "CREATE TABLE discussions", "CREATE TABLE documents", "CREATE VIRTUAL TABLE words",
      ]
      for word in words {
        let place = try #require(whole.firstRange(of: Array(word.utf8)))
        for offset in stride(from: 0, to: 200, by: 8) {
          var bytes = whole
          bytes[place.lowerBound + offset] ^= 1
          for ending in ["-wal", "-shm"] { unlink(path + ending) }
          try write(bytes, to: path)
          try self.index("hn:1", "bread", in: directory)
          let index = try SearchIndex(directory: directory)
          let found = try index.found("bread")
          #expect(found == ["hn:1 1"], "\(word) + \(offset)")
        }
      }
    }
  }

  @Test func damageDeepInItIsToldWhenItIsMet() throws {
    try withTemporaryDirectory { directory in
      do {
        var writer = try IndexWriter(directory: directory)
        try writer.write("hn:1", (0..<3_000).map { "bread number\($0) and so on" })
      }
      let path = directory + "/search.sqlite"
      var bytes = try contents(of: path)
      // What opening reads is left, so that the damage is not met there.
      for index in bytes.indices where 50_000..<150_000 ~= index { bytes[index] = 0xa5 }
      try write(bytes, to: path)
      let index = try SearchIndex(directory: directory)
      #expect(throws: StorageError.damaged(path: path)) { _ = try index.found("bread") }
      var writer = try IndexWriter(directory: directory, startsAnew: true)
      try writer.write("hn:1", ["cheese"])
      #expect(try writer.index.found("cheese") == ["hn:1 1"])
    }
  }

  @Test(arguments: [99, -1] as [Int64])
  func isBegunAnewWhereItIsOfAnotherVersion(version: Int64) throws {
    try withTemporaryDirectory { directory in
      try self.index("hn:1", "bread", in: directory)
      do {
        let database = try Database(path: directory + "/search.sqlite")
        try database.execute(version < 0 ? "PRAGMA user_version = -1" : "PRAGMA user_version = 99")
      }
      let index = try SearchIndex(directory: directory)
      #expect(try index.stale(among: [.test("hn:1")]) == [.test("hn:1")])
      #expect(try index.found("bread") == [])
    }
  }

  @Test func theSecondWriterGivesWay() throws {
    try withTemporaryDirectory { directory in
      do {
        var first = try IndexWriter(directory: directory)
        let error = StorageError.locked(path: directory + "/search.sqlite")
        #expect(throws: error) { _ = try IndexWriter(directory: directory) }
        #expect(throws: error) { _ = try IndexWriter(directory: directory, startsAnew: true) }
        try first.write("hn:1", ["bread"])
      }
      var second = try IndexWriter(directory: directory)
      try second.write("hn:2", ["bread"])
      #expect(try second.index.found("bread").sorted() == ["hn:1 1", "hn:2 1"])
    }
  }

  /// A writer whose file is gone must not write where nobody looks.
  @Test func aDeletedFileIsToldInsteadOfWrittenTo() throws {
    try withTemporaryDirectory { directory in
      var writer = try IndexWriter(directory: directory)
      try #require(unlink(writer.index.path) == 0)
      #expect(throws: StorageError.moved(path: directory + "/search.sqlite")) {
        try writer.begin(.test("hn:1"), title: "")
      }
    }
  }

  /// SQLite maps the index of the log: to read where it was cut would end the program.
  @Test(arguments: [0, 4096])
  func aCutIndexOfTheLogIsTold(size: Int) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/search.sqlite"
      let moved = StorageError.moved(path: path)
      do {
        // What is written waits for its batch to be full.
        var writer = try IndexWriter(directory: directory, batch: 1 << 20)
        try writer.write("hn:1", ["bread"])
        try writer.save()
        let index = try SearchIndex(directory: directory)
        try writer.begin(.test("hn:2"), title: "")
        try writer.add([SearchDocument(comment: nil, text: "cheese")])
        #expect(try index.found("bread") == ["hn:1 1"])
        truncate(path + "-shm", size)
        #expect(throws: moved) { try index.found("bread") }
        #expect(throws: moved) { try index.stale(among: [.test("hn:1")]) }
        #expect(throws: moved) { try writer.save() }
        #expect(throws: moved) { try writer.finish() }
        #expect(throws: moved) { try writer.sweep(documents: 1) }
      }
      try self.index("hn:1", "water", in: directory)
      let index = try SearchIndex(directory: directory)
      #expect(try index.found("water") == ["hn:1 1"])
    }
  }

  /// Of a file that is cut while it is open, something is found or it is damaged; it never ends the program.
  @Test(arguments: [0, 1, 4096, 6000, 40_960])
  func aCutFileIsTold(size: Int) throws {
    try withTemporaryDirectory { directory in
      do {
        var writer = try IndexWriter(directory: directory)
        try writer.write("hn:1", (0..<3_000).map { "bread number\($0) and so on" })
      }
      let path = directory + "/search.sqlite"
      do {
        let index = try SearchIndex(directory: directory)
        #expect(try index.found("number7") == ["hn:1 8"])
        truncate(path, size)
        for word in ["bread", "number2999", "and"] {
          do {
            _ = try index.search(SearchQuery(word), limit: 10)
          } catch {
            #expect(error as? StorageError == .damaged(path: path), "\(word)")
          }
        }
      }
      var writer = try IndexWriter(directory: directory, startsAnew: true)
      try writer.write("hn:1", ["cheese"])
      #expect(try writer.index.found("cheese") == ["hn:1 1"])
    }
  }

  @Test func startingAnewForgetsAll() throws {
    try withTemporaryDirectory { directory in
      try self.index("hn:1", "bread", in: directory)
      let writer = try IndexWriter(directory: directory, startsAnew: true)
      #expect(try writer.index.superfluous(beside: []) == [])
    }
  }
}
