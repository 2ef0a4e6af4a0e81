import Foundation
import RunningPrograms
import Testing

@testable import Storage

/// The file of the discussion on the screen becomes something else.
extension LoneReaderTests {
  enum Fate: CaseIterable {
    case cut, emptied, removed, folder, pipe, another, noise, unreadable

    func happen(to desk: Desk) throws {
      switch self {
      case .cut: truncate(desk.path, 100)
      case .emptied: try desk.folder.write("", to: "story.json")
      case .removed: unlink(desk.path)
      case .folder:
        unlink(desk.path)
        mkdir(desk.path, 0o755)
      case .pipe:
        unlink(desk.path)
        mkfifo(desk.path, 0o644)
      case .another:
        let other = Story(count: 2).json.replacingOccurrences(of: "story:1", with: "story:2")
        try desk.folder.write(other, to: "story.json")
      case .noise: try desk.folder.write((0..<9_999).map { UInt8($0 & 0xFF) }, to: "story.json")
      case .unreadable:
        unlink(desk.path)
        symlink(desk.path, desk.path)
      }
    }

    var message: String {
      switch self {
      case .cut, .emptied, .noise: "no longer a discussion: "
      case .removed: "the file was removed: "
      case .folder: "the file is now a folder: "
      case .pipe: "a pipe or device has replaced "
      case .another: "the file now contains another discussion: A story"
      case .unreadable: "cannot be read: "
      }
    }
  }

  @Test(arguments: Fate.allCases)
  func whatBecameOfTheFileIsSaid(fate: Fate) throws {
    let desk = try Desk(Story(count: 9))
    let reader = try desk.reader()
    try reader.wait(for: "Article · 9 unread")
    try fate.happen(to: desk)
    // At once: whoever asks need not wait until the file has rested.
    reader.type("U")
    try reader.wait("for what happened") { $0.contains(fate.message) }
    // What is on the screen stays, and can be marked.
    reader.type("Gr")
    try reader.wait(for: "▌○ #9")
    reader.standStill()
    reader.type("U")
    try reader.wait("for what happened, again") { $0.contains(fate.message) }
    // Once there is a discussion again, it is taken in.
    rmdir(desk.path)
    unlink(desk.path)
    try desk.write(Story(count: 10))
    // What was said stands until the next key.
    reader.type("k")
    try reader.wait(for: "1 new on disk · U loads it")
    reader.type("U")
    try reader.wait(for: "1 new · . next new")
    reader.type("q")
    #expect(reader.end() == 0)
  }

  @Test func withoutAChangeThereIsNothingNew() throws {
    let desk = try Desk(Story(count: 3))
    let reader = try desk.reader()
    try reader.wait(for: "Article · 3 unread")
    reader.type("U")
    try reader.wait(for: "nothing new on disk")
    // The same text again.
    try desk.replace(Story(count: 3))
    reader.type("jU")
    try reader.wait(for: "nothing new on disk")
    reader.type("q")
    #expect(reader.end() == 0)
  }

  // MARK: The files of marks

  /// What happens to the files of marks while a reader has them open.
  @Test(arguments: ["-wal", "-shm", "-wal -shm", "", "folder", "cut -shm", "cut -wal -shm"])
  func marksOutliveTheirFiles(fate: String) throws {
    let desk = try Desk(Story(count: 9))
    _ = try desk.run("mark", "read", desk.path, "1-2")
    let reader = try desk.reader()
    try reader.wait(for: "Article · 7 unread")
    reader.type("Gr")
    try reader.wait(for: "100 % · 6 unread ")
    switch fate {
    case "": unlink(desk.database)
    case "folder": try FileManager.default.removeItem(atPath: desk.library)
    default:
      for ending in fate.split(separator: " ") where ending != "cut" {
        let path = desk.database + ending
        if fate.hasPrefix("cut"), ending == "-shm" { truncate(path, 0) } else { unlink(path) }
      }
    }
    reader.type("kr")
    try reader.wait(for: "▌○ #8")
    reader.type("kr")
    try reader.wait(for: "▌○ #7")
    // While a folder is being removed, nothing can be saved in it; the status line says so.
    try reader.wait("for all to be saved") { !$0.contains("not saved") }
    // A killed reader leaves all that it showed, the marks of earlier visits too.
    #expect(reader.end(with: SIGKILL) == 137)
    let status = try desk.status()
    #expect(status == "9 comments: 0 new, 4 unread, 5 read, 0 edited")
  }

  @Test func aLockOfAMomentIsWaitedForByCommands() throws {
    let desk = try Desk(Story(count: 3))
    _ = try desk.run("mark", "read", desk.path, "1")
    let other = try Database(path: desk.database)
    try other.execute("BEGIN IMMEDIATE")
    for name in ["out", "err"] { try desk.folder.write("", to: name) }
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = desk.folder.path
    let process = try Program.start(
      [Program.path, "mark", "read", desk.path, "2"],
      environment: environment.map { "\($0)=\($1)" },
      files: ["/dev/null", desk.folder.path + "/out", desk.folder.path + "/err"])
    usleep(800_000)
    try other.execute("COMMIT")
    #expect(Program.status(of: process) == 0)
    #expect(try desk.folder.read("out") == "1 comment marked read\n")
    #expect(try desk.status() == "3 comments: 0 new, 1 unread, 2 read, 0 edited")
  }
}
