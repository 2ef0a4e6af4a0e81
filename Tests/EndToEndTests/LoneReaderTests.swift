import Foundation
import RunningPrograms
import Storage
import Testing

/// Readers without a shell around them, whose processes are looked at; one test at a time.
@Suite(.serialized) struct LoneReaderTests {
  // MARK: The file changes

  @Test(arguments: [false, true])
  func whatCameIsOfferedAndNeverForced(isReplaced: Bool) throws {
    let desk = try Desk(Story(count: 3))
    let reader = try desk.reader()
    try reader.wait(for: "Article · 3 unread")
    let before = reader.screen.cells.dropLast()
    if isReplaced { try desk.replace(Story(count: 5)) } else { try desk.write(Story(count: 5)) }
    try reader.wait(for: "Article · 3 unread · 2 new on disk · U loads them")
    #expect(reader.screen.cells.dropLast() == before)
    reader.type("U")
    try reader.wait(for: "2 new · . next new")
    reader.type(".")
    try reader.wait(for: "▌+ #4")
    reader.type("q")
    #expect(reader.end() == 0)
    #expect(try desk.status() == "5 comments: 2 new, 5 unread, 0 read, 0 edited")
  }

  @Test func aFileBehindALinkIsOffered() throws {
    let desk = try Desk(Story(count: 3))
    let folder = try Folder()
    symlink(desk.path, folder.path + "/link.json")
    let reader = try LoneReader([folder.path + "/link.json"], state: desk.folder)
    try reader.wait(for: "Article · 3 unread")
    try desk.write(Story(count: 4))
    try reader.wait(for: "1 new on disk")
  }

  @Test func aHalfWrittenFileIsNotOffered() throws {
    let desk = try Desk(Story(count: 3))
    let reader = try desk.reader()
    try reader.wait(for: "Article · 3 unread")
    let whole = Array(Story(count: 4).json.utf8)
    // Closed half-way, and then open with all but the end.
    try desk.folder.write(Array(whole.prefix(100)), to: "story.json")
    let file = try #require(fopen(desk.path, "a"))
    fwrite(Array(whole[100..<whole.count - 3]), 1, whole.count - 103, file)
    fflush(file)
    reader.type("j")
    try reader.wait(for: "33 % · 3 unread")
    reader.standStill()
    #expect(!reader.screen.text.contains("on disk"))
    fwrite(Array(whole.suffix(3)), 1, 3, file)
    fclose(file)
    try reader.wait(for: "1 new on disk · U loads it")
    try desk.write(Story(count: 3))
    try reader.wait("for the offer to go") { !$0.contains("on disk") }
  }

  // MARK: Two readers

  @Test func twoReadersLearnOfEachOther() throws {
    let desk = try Desk(Story(count: 9))
    let ann = try desk.reader()
    let bob = try desk.reader()
    try ann.wait(for: "Article · 9 unread")
    try bob.wait(for: "Article · 9 unread")
    ann.type("jrjr")
    try ann.wait(for: "22 % · 7 unread")
    try bob.wait(for: "Article · 7 unread")
    bob.type("jjs")
    try bob.wait(for: "#2 starred")
    bob.type("jr")
    try bob.wait(for: "33 % · 6 unread")
    try ann.wait(for: "22 % · 6 unread")
    // Undo takes back her own mark, and not the star that he gave to the same comment since.
    ann.type("u")
    try ann.wait(for: "undid: #2 marked read")
    try bob.wait(for: "33 % · 7 unread")
    for reader in [ann, bob] {
      reader.type("q")
      #expect(reader.end() == 0)
    }
    #expect(try desk.status() == "9 comments: 0 new, 7 unread, 2 read, 0 edited")
    let last = try desk.reader()
    last.type("S")
    try last.wait(for: "★ #2")
  }

  @Test func anIdleReaderTakesNothing() throws {
    let desk = try Desk(Story(count: 9))
    let reader = try desk.reader()
    let other = try desk.reader()
    try reader.wait(for: "Article · 9 unread")
    try other.wait(for: "Article · 9 unread")
    // What the other one still saves would wake it.
    _ = try Idleness.settled(other.process) { for _ in 0..<20 { other.listen(within: 100) } }
    let before = try Idleness.settled(reader.process) {
      for _ in 0..<20 { reader.listen(within: 100) }
    }
    let received = reader.received
    for _ in 0..<50 { reader.listen(within: 100) }
    #expect(reader.received == received)
    #expect(try Idleness(of: reader.process) == before)
  }

  @Test func aScriptsMarksAreLearntToo() throws {
    let desk = try Desk(Story(count: 9))
    let reader = try desk.reader()
    try reader.wait(for: "Article · 9 unread")
    _ = try desk.run("mark", "read", desk.path, "3-5")
    try reader.wait(for: "Article · 6 unread")
    _ = try desk.run("mark", "unread", desk.path, "4")
    try reader.wait(for: "Article · 7 unread")
  }
}
