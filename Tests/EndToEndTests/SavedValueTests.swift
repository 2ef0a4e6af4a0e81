import Foundation
import RunningPrograms
import Testing

/// What is on the screen after a fetch is what was saved, and not the file read once more.
@Suite struct SavedValueTests {
  /// What happens to the files of a folder.
  private final class Watcher {
    private let file: Int32

    init(_ folder: String) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      file = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
      try #require(inotify_add_watch(file, folder, UInt32(IN_MOVED_TO | IN_ACCESS)) >= 0)
    }

    deinit { close(file) }

    /// The names of files that were put there or read since this was asked last, in order; a name that follows itself
    /// in the same way counts once.
    func events() -> [String] {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = max(0, read(file, &buffer, buffer.count))
      var events: [String] = []
      var place = 0
      while place < count {
        let (mask, length) = buffer.withUnsafeBytes {
          (
            $0.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self),
            $0.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self)
          )
        }
        let start = place + 16
        let name = String(
          decoding: buffer[start..<start + Int(length)].prefix { $0 != 0 }, as: UTF8.self)
        place = start + Int(length)
        // That the folder itself is read says nothing of its files.
        if name.isEmpty { continue }
        let event = (mask & UInt32(IN_ACCESS) != 0 ? "read " : "saved ") + name
        if event != events.last { events.append(event) }
      }
      return events
    }
  }

  @Test func aLinkThatIsShownIsNotReadFromItsFile() throws {
    let web = try FetchCommandTests.Web([
      "1": [FetchCommandTests.story(2), FetchCommandTests.story(3)]
    ])
    let watcher = try Watcher(web.folder.path + "/data/understory")
    let first = try web.run("show", FetchCommandTests.link)
    #expect(first.output.contains("2 comments"))
    #expect(watcher.events() == ["saved lobsters:1.json"])
    // What is there already has to be read, to be merged with what comes.
    let second = try web.run("show", FetchCommandTests.link)
    #expect(second.output.contains("3 comments"))
    #expect(watcher.events() == ["read lobsters:1.json", "saved lobsters:1.json"])
  }

  @Test func theLibraryCountsWhatWasSaved() throws {
    let web = try FetchCommandTests.Web([
      "1": [FetchCommandTests.story(2), FetchCommandTests.story(5)]
    ])
    let watcher = try Watcher(web.folder.path + "/data/understory")
    #expect(try web.run("fetch", FetchCommandTests.link).status == 0)
    let reader = try LoneReader([], state: web.folder, environment: web.environment)
    try reader.wait(for: "A 中 title")
    #expect(watcher.events() == ["saved lobsters:1.json"])
    reader.type("U")
    try reader.wait(for: "3 new comments")
    #expect(watcher.events() == ["read lobsters:1.json", "saved lobsters:1.json"])
    reader.type("Q")
    #expect(reader.end() == 0)
    #expect(try web.run("list").output.contains("5"))
    #expect(watcher.events() == [])
  }

  @Test func aReaderTakesInWhatWasSaved() throws {
    let web = try FetchCommandTests.Web([
      "1": [
        FetchCommandTests.story(2), FetchCommandTests.story(5), FetchCommandTests.story(5),
      ]
    ])
    let watcher = try Watcher(web.folder.path + "/data/understory")
    let reader = try LoneReader(
      [FetchCommandTests.link], state: web.folder, environment: web.environment)
    try reader.wait(for: "Article · 2 unread")
    // For longer than a file rests before it is read.
    reader.standStill()
    reader.standStill()
    #expect(watcher.events() == ["saved lobsters:1.json"])
    reader.type("U")
    try reader.wait(for: "3 new comments")
    reader.standStill()
    reader.standStill()
    #expect(watcher.events() == ["read lobsters:1.json", "saved lobsters:1.json"])
    // What somebody else writes there is read.
    let text = try web.kept
    try web.folder.write(text.replacing("words", with: "other"), to: "data/understory/next")
    rename(
      web.folder.path + "/data/understory/next",
      web.folder.path + "/data/understory/lobsters:1.json")
    // What was said stands until the next key.
    reader.type("j")
    try reader.wait(for: "on disk")
    #expect(watcher.events().suffix(2) == ["saved lobsters:1.json", "read lobsters:1.json"])
    reader.type("q")
    #expect(reader.end() == 0)
  }
}
