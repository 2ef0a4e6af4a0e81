import Glibc
import ReadMarks
import Testing

@testable import Storage

/// Files that are no database, no whole one, or no longer there.
@Suite struct DamageTests {
  enum NoDatabase: CaseIterable {
    case words, noise, headerOnly

    var bytes: [UInt8] {
      switch self {
      case .words: Array("hello".utf8)
      case .noise: (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 5) }
      case .headerOnly: Array("SQLite format 3\0".utf8) + Array(repeating: 0xff, count: 8_176)
      }
    }
  }

  @Test(arguments: NoDatabase.allCases)
  func isSetAsideWithItsLog(_ file: NoDatabase) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      try write(file.bytes, to: path)
      try write([1, 2, 3], to: path + "-wal")
      try write([4, 5], to: path + "-shm")
      let library = try MarksDatabase(directory: directory)
      let setAside = library.setAside
      let aside = try #require(setAside)
      #expect(aside.wholeMatch(of: /.*\/marks\.sqlite\.damaged-\d{8}T\d{6}Z/) != nil)
      #expect(try contents(of: aside) == file.bytes)
      #expect(try contents(of: aside + "-wal") == [1, 2, 3])
      #expect(names(in: directory).contains { aside + "-shm" == directory + "/" + $0 })
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.firstVisit == 100)
    }
  }

  /// Of a file whose tables are not as they were made, whichever byte of their description it is.
  @Test(arguments: ["discussions(", "marks(", "flags(", "kept(", "place_entry", "comment TEXT"])
  func aDamagedSchemaIsSetAside(word: String) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      _ = try MarksDatabase(directory: directory)
      var bytes = try contents(of: path)
      let place = try #require(bytes.firstRange(of: Array(word.utf8)))
      bytes[place.lowerBound] ^= 1
      try write(bytes, to: path)
      let library = try MarksDatabase(directory: directory)
      let setAside = library.setAside
      #expect(try contents(of: try #require(setAside)) == bytes)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
    }
  }

  /// A log that is gone, or cut, while the file is open is noticed before anything is read or saved.
  @Test(arguments: ["-wal", "-shm", "cut"])
  func aLogThatIsGoneIsNoticed(what: String) throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      let moved = StorageError.moved(path: path)
      do {
        let library = try MarksDatabase(directory: directory)
        try library.beginVisit(of: "hn:1", title: "", at: 100)
        if what == "cut" { truncate(path + "-shm", 4096) } else { unlink(path + what) }
        #expect(throws: moved) { try library.reading(of: "hn:1") }
        #expect(throws: moved) { try library.revision() }
        #expect(throws: moved) { try library.preferences() }
        #expect(throws: moved) { try library.beginVisit(of: "hn:2", title: "", at: 100) }
      }
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:3", title: "", at: 300)
      let reading = try library.reading(of: "hn:3")
      #expect(reading?.firstVisit == 300)
    }
  }

  /// Closing what was deleted leaves alone what has its name by now.
  @Test func theLogOfAnotherFileOutlivesTheClosing() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      var old: MarksDatabase? = try MarksDatabase(directory: directory)
      for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
      let new = try MarksDatabase(directory: directory)
      try new.beginVisit(of: "hn:1", title: "", at: 100)
      old = nil
      _ = consume old
      #expect(names(in: directory) == ["marks.sqlite", "marks.sqlite-shm", "marks.sqlite-wal"])
      let reading = try new.reading(of: "hn:1")
      #expect(reading?.firstVisit == 100)
    }
  }

  @Test func isToldOnce() throws {
    try withTemporaryDirectory { directory in
      try write(NoDatabase.words.bytes, to: directory + "/marks.sqlite")
      _ = try MarksDatabase(directory: directory)
      let library = try MarksDatabase(directory: directory)
      #expect(library.setAside == nil)
    }
  }

  /// Three within a second or two: at least two want the same name.
  @Test func isNeverWrittenOver() throws {
    try withTemporaryDirectory { directory in
      for number in 1...3 {
        try write(Array("damage \(number)".utf8), to: directory + "/marks.sqlite")
        _ = try MarksDatabase(directory: directory)
      }
      let kept = try names(in: directory).filter { $0.contains("damaged") }.map {
        String(decoding: try contents(of: directory + "/" + $0), as: UTF8.self)
      }
      #expect(kept.sorted() == ["damage 1", "damage 2", "damage 3"])
    }
  }

  /// Overwrites all pages but those that opening reads.
  private func damageMarks(in directory: String) throws {
    let path = directory + "/marks.sqlite"
    do {
      let library = try MarksDatabase(directory: directory)
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let marks = (0..<5_000).map { SavedMark(comment: "\($0)", isRead: true, time: 1) }
      try library.save(marks, of: "hn:1")
    }
    var bytes = try contents(of: path)
    try #require(bytes.count > 120_000)
    for index in bytes.indices where index > 80_000 { bytes[index] = 0xa5 }
    try write(bytes, to: path)
  }

  @Test func deepInAFileIsToldWhenItIsMet() throws {
    try withTemporaryDirectory { directory in
      try damageMarks(in: directory)
      let library = try MarksDatabase(directory: directory)
      #expect(library.setAside == nil)
      #expect(throws: StorageError.damaged(path: directory + "/marks.sqlite")) {
        _ = try library.reading(of: "hn:1")
      }
    }
  }

  @Test func deepInAFileIsSetAsideWhenAskedFor() throws {
    try withTemporaryDirectory { directory in
      try damageMarks(in: directory)
      let library = try MarksDatabase(directory: directory, checkingEveryPage: true)
      #expect(library.setAside != nil)
      let reading = try library.reading(of: "hn:1")
      #expect(reading == nil)
    }
  }

  @Test func aWholeFilePassesTheCheck() throws {
    try withTemporaryDirectory { directory in
      do {
        let library = try MarksDatabase(directory: directory)
        try library.beginVisit(of: "hn:1", title: "", at: 100)
      }
      let library = try MarksDatabase(directory: directory, checkingEveryPage: true)
      #expect(library.setAside == nil)
      let reading = try library.reading(of: "hn:1")
      #expect(reading?.firstVisit == 100)
    }
  }

  @Test func aDeletedFileIsToldInsteadOfWrittenTo() throws {
    try withTemporaryDirectory { directory in
      let library = try MarksDatabase(directory: directory)
      let path = library.path
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      try #require(unlink(path) == 0)
      #expect(throws: StorageError.moved(path: path)) {
        try library.save(Place(entry: "", offset: 0), of: "hn:1")
      }
    }
  }

  /// SQLite sees to it; the library relies on it.
  @Test func closingAMovedFileLeavesTheNewOnesLog() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      let new: MarksDatabase
      do {
        let old = try MarksDatabase(directory: directory)
        try old.beginVisit(of: "hn:1", title: "", at: 100)
        let aside = try renameDamaged(path)
        #expect(names(in: directory).contains { aside + "-wal" == directory + "/" + $0 })
        new = try MarksDatabase(directory: directory)
        try new.beginVisit(of: "hn:2", title: "", at: 200)
      }
      #expect(names(in: directory).contains("marks.sqlite-wal"))
      let reading = try new.reading(of: "hn:2")
      #expect(reading?.firstVisit == 200)
    }
  }
}
