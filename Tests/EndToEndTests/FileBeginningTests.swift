import Foundation
import RunningPrograms
import Testing

/// Long files in the real program: their beginning is shown first, and then the rest.
@Suite(.enabled(if: Terminal.isUsable), .timeLimit(.minutes(5)))
struct FileBeginningTests {
  /// A discussion of about 2 MB in the format that we write; no comment repeats the words of another, which would be looked at as quotations.
  private static func long(_ end: String = "]}") -> String {
    let comments = (1...3000).map { number in
      let text = "some words " + (1...80).map { "\(number * 100 + $0)" }.joined(separator: " ")
      let parent = number % 10 == 1 ? "null" : "\"\(number - 1)\""
      return #"{"id":"\#(number)","parent":\#(parent),"author":"ann","body":"\#(number) \#(text)"}"#
    }
    return #"{"understory":1,"id":"test:long","title":"Long","comments":["#
      + comments.joined(separator: ",\n") + end
  }

  /// A reader of such a file, which waits for the rest to be read to go to the last comment.
  private static func openAtTheEnd(in folder: Folder) throws -> Terminal {
    try folder.write(long(), to: "long.json")
    let terminal = try Terminal(state: folder)
    try terminal.start(folder.path + "/long.json")
    try terminal.send("G")
    try terminal.wait("for the last comment") { $0.contains("3000 some words") }
    return terminal
  }

  @Test func keysThatNeedTheRestAreDoneOnceItIsThere() throws {
    let folder = try Folder()
    let terminal = try Self.openAtTheEnd(in: folder)
    #expect(try terminal.screen().contains("thread 300 of 300"))
    try terminal.send("q")
    try terminal.wait("for the end") { $0.contains("status 0") }
    // The next visit begins where this one ended, and all comments were there in it: none is new.
    try terminal.start(folder.path + "/long.json")
    try terminal.wait("for the place") { $0.contains("3000 some words") }
    #expect(try !terminal.screen().contains(" new"))
  }

  /// The first screen is shown before it is known that the file is damaged; then that is reported as for any file.
  @Test(arguments: [",{\"id\":7", "", "}"]) func aFileThatIsDamagedLaterIsReported(end: String)
    throws
  {
    let folder = try Folder()
    try folder.write(Self.long(end), to: "long.json")
    let terminal = try Terminal(state: folder)
    try terminal.start(folder.path + "/long.json")
    try terminal.wait("for the end") { $0.contains("status 1") }
    let screen = try terminal.screen()
    #expect(screen.contains("understory: \(folder.path)/long.json:300"))
    #expect(screen.contains("expected"))
    // Nothing is known of it afterwards: no visit, and no comments that were there in one.
    let exported = try Program.run(
      ["state", "export"], environment: ["XDG_STATE_HOME": folder.path])
    #expect(!exported.output.contains("test:long"))
  }

  /// Texts of a long file stay in it until they are wanted: one that becomes shorter meanwhile ends nobody's reading.
  @Test(arguments: [0, 700_000]) func aFileThatBecomesShorterIsReadOn(length: Int) throws {
    let folder = try Folder()
    let terminal = try Self.openAtTheEnd(in: folder)
    #expect(truncate(folder.path + "/long.json", off_t(length)) == 0)
    try terminal.send("1", "5", "0", "0", "G")
    try terminal.wait("for another comment") { $0.contains("#1500") }
    try terminal.send("zM", "zR", "/", "zebra", "Enter")
    try terminal.wait("for the search") { $0.contains("no match for zebra") }
    // What has replaced it is read as ever.
    try folder.write(Self.long(), to: "new.json")
    #expect(rename(folder.path + "/new.json", folder.path + "/long.json") == 0)
    try terminal.send("Escape", "U", "G")
    try terminal.wait("for the last comment again") { $0.contains("3000 some words") }
    try terminal.send("Q")
    try terminal.wait("for the end") { $0.contains("status 0") }
  }

  /// An edit of the same length in the file itself: the mapped file shows it at once, but it is new all the same.
  @Test func aFileThatIsEditedInPlaceIsReadAgain() throws {
    let folder = try Folder()
    let text = Self.long()
    let terminal = try Self.openAtTheEnd(in: folder)
    try terminal.send("r")
    let place = try #require(text.range(of: "3000 some"))
    let file = try #require(FileHandle(forUpdatingAtPath: folder.path + "/long.json"))
    try file.seek(toOffset: UInt64(text[..<place.lowerBound].utf8.count))
    try file.write(contentsOf: Data("3000 few ".utf8))
    try terminal.wait("for the offer") { $0.contains("changed on disk") }
    try terminal.send("U")
    try terminal.wait("for the new text") { $0.contains("3000 few ") }
    try terminal.wait("for what it is") { $0.contains("1 edited") }
    try terminal.send("Q")
    try terminal.wait("for the end") { $0.contains("status 0") }
  }

  /// A discussion of the library is begun in the same way.
  @Test func aLongDiscussionOfTheLibraryIsRead() throws {
    let folder = try Folder()
    try folder.write(Self.long(), to: "long.json")
    let environment = [
      "XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
    ]
    let added = try Program.run(["add", folder.path + "/long.json"], environment: environment)
    #expect(added.status == 0)
    let terminal = try Terminal(state: folder)
    try terminal.start()
    try terminal.wait("for the library") { $0.contains("Long") }
    // All of it is marked read and unread again from the list, though only its beginning is shown at first.
    try terminal.send("A")
    try terminal.wait("for all to be read") { $0.contains("done") }
    try terminal.send("u")
    try terminal.wait("for all to be unread") { $0.contains("3000") && !$0.contains("done") }
    try terminal.send("Enter", "G")
    try terminal.wait("for the last comment") { $0.contains("3000 some words") }
    try terminal.send("q")
    try terminal.wait("for the library") { $0.contains("Long") && !$0.contains("some words") }
  }

  /// Where nothing is drawn, a discussion is read whole before it is begun.
  @Test func linesAreThoseOfTheWholeDiscussion() throws {
    let folder = try Folder()
    try folder.write(Self.long(), to: "long.json")
    let environment = [
      "XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data", "LC_ALL": "C.UTF-8",
    ]
    let added = try Program.run(["add", folder.path + "/long.json"], environment: environment)
    #expect(added.status == 0)
    for arguments in [["--append"], ["--append", folder.path + "/long.json"]] {
      let lines = (arguments.count == 1 ? "open\n" : "") + "next unread\n3000\nquit\nquit\n"
      let outcome = try Program.run(arguments, input: lines, environment: environment)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("3000 some words"))
    }
  }
}
