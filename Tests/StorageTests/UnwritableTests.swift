import Glibc
import Testing

@testable import Storage

/// Libraries in directories and files that their user may not write.
@Suite struct UnwritableTests {
  @Test func anEmptyDirectoryIsTold() throws {
    try withTemporaryDirectory { directory in
      try asOrdinaryUser(owning: directory, mode: 0o500) {
        let error = StorageError.cannotOpen(path: directory + "/marks.sqlite", errno: EACCES)
        #expect(throws: error) { _ = try MarksDatabase(directory: directory) }
      }
    }
  }

  @Test func aDirectoryThatCannotBeMadeIsTold() throws {
    try withTemporaryDirectory { parent in
      try asOrdinaryUser(owning: parent, mode: 0o500) {
        let error = StorageError.cannotMakeDirectory(path: parent + "/state", errno: EACCES)
        #expect(throws: error) { _ = try MarksDatabase(directory: parent + "/state/understory") }
      }
    }
  }

  /// The characters of the name are those that a URI would take for its own.
  @Test(arguments: ["understory", "100% ?a=b#c 中"])
  func earlierReadingsCanBeRead(name: String) throws {
    try withTemporaryDirectory { parent in
      let directory = parent + "/" + name
      do {
        let library = try MarksDatabase(directory: directory)
        try library.beginVisit(of: "hn:1", title: "", at: 100)
      }
      try #require(chmod(parent, 0o755) == 0 && chmod(directory + "/marks.sqlite", 0o444) == 0)
      try asOrdinaryUser(owning: directory, mode: 0o500) {
        let library = try MarksDatabase(directory: directory)
        let readOnly = StorageError.readOnly(path: directory + "/marks.sqlite")
        #expect(library.obstacle == readOnly)
        #expect(throws: readOnly) { try library.beginVisit(of: "hn:1", title: "", at: 200) }
        let reading = try library.reading(of: "hn:1")
        #expect(reading?.lastVisit == 100)
      }
      #expect(names(in: directory) == ["marks.sqlite"])
    }
  }

  @Test func aDatabaseThatWasNeverBegunIsTold() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      try write([], to: path)
      try #require(chmod(path, 0o444) == 0)
      try asOrdinaryUser(owning: directory, mode: 0o500) {
        #expect(throws: StorageError.readOnly(path: path)) {
          _ = try MarksDatabase(directory: directory)
        }
      }
    }
  }

  @Test func whatSavesThrowsTheObstacle() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/marks.sqlite"
      _ = try MarksDatabase(directory: directory)
      let library = try MarksDatabase(
        try DatabaseFile.unwritable(path, obstacle: .full(path: path)), nil)
      #expect(library.obstacle == .full(path: path))
      #expect(throws: StorageError.full(path: path)) {
        try library.beginVisit(of: "hn:1", title: "", at: 100)
      }
    }
  }

  /// Readings in a log need files beside the database: without them, no readings are better than
  /// old ones.
  @Test func aLogThatCannotBeReadIsNotPassedOver() throws {
    try withTemporaryDirectory { parent in
      _ = try MarksDatabase(directory: parent + "/running")
      let library = try MarksDatabase(directory: parent + "/running")
      try library.beginVisit(of: "hn:1", title: "", at: 100)
      let directory = parent + "/killed"
      let path = directory + "/marks.sqlite"
      try makeDirectories(directory)
      for suffix in ["", "-wal"] {
        try write(contents(of: library.path + suffix), to: path + suffix)
        try #require(chmod(path + suffix, 0o444) == 0)
      }
      try #require(chmod(parent, 0o755) == 0)
      try asOrdinaryUser(owning: directory, mode: 0o500) {
        #expect(throws: StorageError.readOnly(path: path)) {
          _ = try MarksDatabase(directory: directory)
        }
      }
    }
  }
}

/// Sets the user as whom this one thread opens files, and returns the one before.
///
/// It is glibc's, but Swift's Glibc leaves it out.
@_silgen_name("setfsuid") private func setfsuid(_ user: uid_t) -> CInt

/// Runs `body` as someone to whom modes apply, with a directory of this mode.
///
/// To root they do not apply, so that root's thread opens files as `nobody` meanwhile.
private func asOrdinaryUser(
  owning directory: String, mode: mode_t, _ body: () throws -> Void
) throws {
  let nobody: uid_t = 65534
  let isRoot = geteuid() == 0
  if isRoot { try #require(chown(directory, nobody, nobody) == 0) }
  try #require(chmod(directory, mode) == 0)
  if isRoot { _ = setfsuid(nobody) }
  defer {
    if isRoot { _ = setfsuid(0) }
    chmod(directory, 0o700)
  }
  try body()
}
