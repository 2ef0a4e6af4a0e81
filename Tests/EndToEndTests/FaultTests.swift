import Foundation
import RunningPrograms
import Testing

@testable import Storage

/// Marks cannot be saved, and reading goes on.
extension LoneReaderTests {
  /// A story of nine comments of which the first two were read in an earlier visit.
  private func begunDesk() throws -> Desk {
    let desk = try Desk(Story(count: 9))
    let outcome = try desk.run("mark", "read", desk.path, "1-2")
    #expect(outcome.output == "2 comments marked read\n")
    return desk
  }

  @Test func aLimitOnFilesIsNoEnd() throws {
    let desk = try begunDesk()
    // 48 kB: enough for a log of a few marks.
    let reader = try desk.reader(wrapper: ["/bin/sh", "-c", "ulimit -f 96; exec \"$@\"", "sh"])
    try reader.wait(for: "Article · 7 unread")
    reader.type("j")
    try reader.wait(for: "11 %")
    var saved = 2
    while !reader.screen.text.contains("marks not saved"), saved < 200 {
      reader.type("r")
      let before = reader.screen.status
      try reader.wait("for a change") { _ in reader.screen.status != before }
      saved += 1
    }
    try reader.wait("for the reason") {
      $0.contains(/marks not saved: (File too large|disk I\/O error|the disk is full)/)
    }
    reader.type("Gr")
    // The notice may be gone by now: it is tried again after five seconds, and to open the file anew
    // puts the log into it, which makes room.
    try reader.wait(for: "▌○ #9")
    let shown = reader.readCount
    reader.type("q")
    #expect(reader.end() == 0)
    // Once the log was put into the file, there was room again.
    #expect(!reader.screen.text.contains("lost"))
    #expect(desk.files == ["marks.sqlite"])
    #expect(try desk.status().contains(" unread, \(shown ?? -1) read, "))
  }

  @Test(.needsMounting) func aFullDiskIsToldAndMarksAreSavedOnceThereIsRoom() throws {
    let desk = try begunDesk()
    let state = desk.folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    try #require(mount("tmpfs", state, "tmpfs", 0, "size=512k") == 0)
    defer { umount2(state, Int32(MNT_DETACH)) }
    try FileManager.default.copyItem(atPath: desk.library, toPath: state + "/understory")
    let reader = try LoneReader(
      [desk.path], state: desk.folder, wrapper: ["/usr/bin/env", "XDG_STATE_HOME=\(state)"])
    try reader.wait(for: "Article · 7 unread")
    let filler = try #require(fopen(state + "/filler", "w"))
    while fputc(0x78, filler) >= 0, fflush(filler) == 0 {}
    fclose(filler)
    reader.type("G")
    for _ in 0..<100 where !reader.screen.text.contains("marks not saved") {
      reader.type("r")
      reader.listen(within: 50)
    }
    try reader.wait(for: "marks not saved: the disk is full")
    unlink(state + "/filler")
    try reader.wait("for the notice to go") { !$0.contains("not saved") }
    let shown = reader.readCount
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(!reader.screen.text.contains("lost"))
    let status = try Program.run(
      ["status", desk.path, "--json"], environment: ["XDG_STATE_HOME": state])
    #expect(status.output.contains("\"read\": \(shown ?? -1),"))
  }

  @Test(.needsAnotherUser) func aFolderThatMayNotBeWrittenIsTold() throws {
    let desk = try begunDesk()
    let program = try OtherUser.program()
    // It goes with its folder.
    defer { withExtendedLifetime(program.folder) {} }
    for path in [desk.folder.path, desk.library] { chmod(path, 0o555) }
    chmod(desk.database, 0o444)
    defer { for path in [desk.folder.path, desk.library] { chmod(path, 0o755) } }
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.database))
    let reader = try LoneReader(
      [desk.path], state: desk.folder, wrapper: OtherUser.wrapper, program: program.path)
    // What was read before is known.
    try reader.wait(for: "Article · 7 unread · marks not saved: the file is read-only")
    reader.type("Gr")
    try reader.wait(for: "100 % · 6 unread · marks not saved: the file is read-only")
    #expect(reader.screen.text.contains("▌○ #9"))
    // Whatever else there is to say, that is said too.
    reader.type("A")
    try reader.wait(for: "6 comments marked read · u undoes · marks not saved: the file")
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(reader.screen.text.contains("understory: 7 marks lost: /"))
    #expect(desk.files == ["marks.sqlite"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.database)) == before)
  }

  @Test func aFileWithoutBytesIsBegun() throws {
    let desk = try begunDesk()
    try Data().write(to: URL(fileURLWithPath: desk.database))
    let reader = try desk.reader()
    try reader.wait(for: "Article · 9 unread")
    reader.type("jr")
    try reader.wait(for: "11 % · 8 unread ")
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(desk.files == ["marks.sqlite"])
    #expect(try desk.status() == "9 comments: 0 new, 8 unread, 1 read, 0 edited")
  }

  @Test func aFileOfNoiseIsSetAside() throws {
    let desk = try begunDesk()
    let noise = Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 5) })
    try noise.write(to: URL(fileURLWithPath: desk.database))
    let reader = try desk.reader()
    try reader.wait(for: "was damaged and is now marks.sqlite.damaged-20")
    reader.type("jr")
    try reader.wait(for: "11 % · 8 unread ")
    reader.type("q")
    #expect(reader.end() == 0)
    let aside = try #require(desk.files.first { $0.contains("damaged") })
    #expect(aside.wholeMatch(of: /marks\.sqlite\.damaged-\d{8}T\d{6}Z/) != nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.library + "/" + aside)) == noise)
    #expect(try desk.status() == "9 comments: 0 new, 8 unread, 1 read, 0 edited")
  }

  @Test func aFileFromANewerVersionIsLeftAlone() throws {
    let desk = try begunDesk()
    try Database(path: desk.database).execute("PRAGMA user_version = 99")
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.database))
    let reader = try desk.reader()
    try reader.wait(for: "9 unread · marks not saved: the file is from a newer version")
    reader.type("jr")
    try reader.wait(for: "11 % · 8 unread · marks not saved")
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(reader.screen.text.contains("understory: 1 mark lost: /"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.database)) == before)
    #expect(!(desk.files.contains { $0.contains("damaged") }))
  }

  @Test func whatWasMarkedUnderALockIsSavedAfterIt() throws {
    let desk = try begunDesk()
    let reader = try desk.reader()
    try reader.wait(for: "Article · 7 unread")
    let other = try Database(path: desk.database)
    try other.execute("BEGIN EXCLUSIVE")
    reader.type("Gr")
    try reader.wait(for: "100 % · 6 unread · marks not saved: another program locks the file")
    reader.type("krkrkr")
    try reader.wait(for: "66 % · 3 unread · marks not saved: another program locks the file")
    // Tries come and go meanwhile, for ten seconds.
    for _ in 0..<40 { reader.standStill() }
    #expect(reader.screen.status.contains("marks not saved"))
    #expect(try desk.status() == "9 comments: 0 new, 7 unread, 2 read, 0 edited")
    try other.execute("COMMIT")
    try reader.wait("for the notice to go") { !$0.contains("not saved") }
    #expect(try desk.status() == "9 comments: 0 new, 3 unread, 6 read, 0 edited")
    reader.type("q")
    #expect(reader.end() == 0)
  }

  @Test func aLockAtTheStartIsWaitedFor() throws {
    let desk = try begunDesk()
    let reader: LoneReader
    do {
      // So nobody else can even read; closing ends it.
      let other = try Database(path: desk.database)
      try other.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
      reader = try desk.reader()
      try reader.wait(for: "9 unread · marks not saved: another program locks the file")
      reader.type("Gr")
      try reader.wait(for: "100 % · 8 unread · marks not saved")
      try other.execute("COMMIT")
    }
    // What was read before becomes known, and this mark is added to it.
    try reader.wait(for: "100 % · 6 unread ")
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(try desk.status() == "9 comments: 0 new, 6 unread, 3 read, 0 edited")
  }

  @Test func aFileThatIsDeletedWhileReadingIsBegunAnew() throws {
    let desk = try begunDesk()
    let reader = try desk.reader()
    try reader.wait(for: "Article · 7 unread")
    reader.type("Gr")
    try reader.wait(for: "100 % · 6 unread ")
    for file in desk.files { unlink(desk.library + "/" + file) }
    reader.type("kr")
    try reader.wait(
      for: "the file of marks was moved or deleted; saving the marks again")
    reader.type("kr")
    try reader.wait(for: "77 % · 4 unread ")
    // A killed reader leaves all that it showed, the marks of earlier visits too.
    #expect(reader.end(with: SIGKILL) == 137)
    #expect(try desk.status() == "9 comments: 0 new, 4 unread, 5 read, 0 edited")
  }
}

/// Someone to whom the modes of files apply: root's tests run the program as `nobody`.
enum OtherUser {
  static let isNeeded = geteuid() == 0
  static let wrapper =
    isNeeded ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// A copy of the program where everyone may run it.
  static func program() throws -> (path: String, folder: Folder) {
    let folder = try Folder()
    let path = folder.path + "/understory"
    // By a process of its own: what is open for writing in any process cannot be run, and other tests
    // start processes meanwhile.
    let copied = try Program.run("/bin/cp", [Program.path, path])
    try #require(copied.status == 0)
    chmod(folder.path, 0o755)
    chmod(path, 0o755)
    return (path, folder)
  }

  /// Whether the copy runs, which needs Swift's libraries where everyone may read them.
  static let isThere: Bool = {
    guard isNeeded else { return true }
    guard let copy = try? program() else { return false }
    let arguments = wrapper + [copy.path, "--version"]
    return withExtendedLifetime(copy.folder) {
      (try? Program.run(arguments[0], Array(arguments.dropFirst())))?.status == 0
    }
  }()
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where the program cannot be run as another user.
  static var needsAnotherUser: Self {
    .enabled(if: OtherUser.isThere, "skipped: the program cannot be run as another user here")
  }

  /// Skips a test where no file system can be mounted.
  static var needsMounting: Self {
    .enabled(if: canMount, "skipped: only root with the right to mount can make a small disk")
  }

  private static var canMount: Bool {
    guard let folder = try? Folder(), mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0
    else { return false }
    umount2(folder.path, Int32(MNT_DETACH))
    return true
  }
}
