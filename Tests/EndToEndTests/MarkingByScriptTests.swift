import Foundation
import RunningPrograms
import Testing

/// What scripts can do with marks.
@Suite struct MarkingByScriptTests {
  private static let story = Story(
    (1...12).map { Story.Line(id: "c\($0)", body: "words of \($0)", isDeleted: $0 == 11) })

  @Test func marksAreSetAndToldAndTakenAway() throws {
    let desk = try Desk(Self.story)
    #expect(
      try desk.run("status", desk.path).output
        == "12 comments (1 deleted): 0 new, 11 unread, 0 read, 0 edited; never visited\n")
    #expect(
      try desk.run("mark", "read", desk.path, "3", "7-12").output == "6 comments marked read\n")
    let status = try desk.run("status", desk.path).output
    #expect(
      status.wholeMatch(
        of:
          /12 comments \(1 deleted\): 0 new, 5 unread, 6 read, 0 edited; last visit \d\d? [A-Z][a-z]{2} \d{4}, \d\d:\d\d\n/
      )
        != nil)
    let json = try desk.run("status", "--json", desk.path).output
    #expect(
      json.hasPrefix(
        """
        {
          "id": "story:1",
          "comments": 12,
          "new": 0,
          "unread": 5,
          "read": 6,
          "deleted": 1,
          "edited": 0,
          "lastVisit":
        """))
    #expect(
      try desk.run("mark", "unread", desk.path, "--all").output == "11 comments marked unread\n")
    #expect(
      try desk.run("mark", "read", desk.path, "2,4-5", "7").output == "4 comments marked read\n")
    _ = try desk.run("mark", "unread", desk.path, "--all")
    #expect(try desk.status() == "12 comments (1 deleted): 0 new, 11 unread, 0 read, 0 edited")
  }

  @Test(arguments: [
    ("13", "FILE: no comment #13: expected 1 to 12"),
    ("0", "FILE: no comment #0: expected 1 to 12"),
    ("0-7", "FILE: no comment #0: expected 1 to 12"),
    ("7-13", "FILE: no comment #13: expected 1 to 12"),
    ("1-9999999999999", "FILE: no comment #9999999999999: expected 1 to 12"),
    ("99999999999999999999", "FILE: no comment #99999999999999999999: expected 1 to 12"),
    ("12-7", "12-7: the end of the range is before its start"),
    ("11", "FILE: #11 is deleted; deleted comments are never unread"),
    ("x", "x: expected a comment number such as 3 or 7-12, or --all"),
    ("3-", "3-: expected a comment number such as 3 or 7-12, or --all"),
    ("1-2-3", "1-2-3: expected a comment number such as 3 or 7-12, or --all"),
    ("+3", "+3: expected a comment number such as 3 or 7-12, or --all"),
    ("中\u{1B}[2J", "中␛[2J: expected a comment number such as 3 or 7-12, or --all"),
    ("3,x", "x: expected a comment number such as 3 or 7-12, or --all"),
    (",", ",: expected a comment number such as 3 or 7-12, or --all"),
    ("", ": expected a comment number such as 3 or 7-12, or --all"),
  ])
  func whatIsNoNumberOfACommentIsOneLine(number: String, message: String) throws {
    let desk = try Desk(Self.story)
    let outcome = try desk.run("mark", "read", desk.path, "2", number)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors
        == "understory: \(message.replacingOccurrences(of: "FILE", with: desk.path))\n")
    // All or nothing.
    #expect(try desk.status() == "12 comments (1 deleted): 0 new, 11 unread, 0 read, 0 edited")
  }

  @Test func numbersOrAllIsAUsageError() throws {
    let desk = try Desk(Self.story)
    #expect(try desk.run("mark", "read", desk.path).status == 64)
    #expect(try desk.run("mark", "read", desk.path, "3", "--all").status == 64)
  }

  @Test func numbersAreTheFilesOwn() throws {
    let folder = try Folder()
    try folder.write(
      """
      {"understory": 1, "id": "x", "title": "t", "comments": [
       {"id": "a", "number": 40, "body": "one"}, {"id": "b", "number": 20, "body": "two"}]}
      """, to: "numbers.json")
    let path = folder.path + "/numbers.json"
    let state = ["XDG_STATE_HOME": folder.path]
    #expect(try Program.run(["mark", "read", path, "40"], environment: state).status == 0)
    let outcome = try Program.run(["mark", "read", path, "20-40"], environment: state)
    #expect(outcome.errors == "understory: \(path): no comment #21\n")
  }

  // MARK: To another machine

  @Test func stateIsCarriedToAnotherMachine() throws {
    let (here, there) = (try Desk(Self.story), try Desk(Self.story))
    _ = try here.run("mark", "read", here.path, "1-4")
    let exported = try here.run("state", "export")
    #expect(exported.status == 0)
    try there.folder.write(exported.output, to: "marks.json")
    let file = there.folder.path + "/marks.json"
    #expect(try there.run("state", "import", file).output == "A story: new here, 4 marks\n")
    #expect(
      try there.run("status", there.path, "--json").output
        == (try here.run("status", here.path, "--json").output))
    #expect(try there.run("state", "export").output == exported.output)
    #expect(try there.run("state", "import", file).output == "A story: nothing changed\n")
  }

  @Test func theLaterMarkWinsAndTheImportSaysWhatItChanged() throws {
    let desk = try Desk(Self.story)
    _ = try desk.run("mark", "read", desk.path, "1-4")
    func file(_ time: Int) -> String {
      """
      {"understoryState": 1, "discussions": [{"id": "story:1", "title": "A story",
       "firstVisit": 5, "lastVisit": 6, "marks": [
       {"comment": "c1", "read": false, "time": \(time)},
       {"comment": "c5", "read": true, "time": 7}],
       "stars": [{"comment": "c2", "set": true, "time": 7}]}]}
      """
    }
    try desk.folder.write(file(7), to: "earlier.json")
    #expect(
      try desk.run("state", "import", desk.folder.path + "/earlier.json").output
        == "A story: 1 mark, 1 star\n")
    #expect(try desk.status() == "12 comments (1 deleted): 0 new, 6 unread, 5 read, 0 edited")
    try desk.folder.write(file(99_999_999_999), to: "later.json")
    #expect(
      try desk.run("state", "import", desk.folder.path + "/later.json").output
        == "A story: 1 mark\n")
    #expect(try desk.status() == "12 comments (1 deleted): 0 new, 7 unread, 4 read, 0 edited")
  }

  @Test(arguments: [
    ("", "1:1: this is empty; save or download it again"),
    ("[]", "1:1: expected an object"),
    ("{}", "1:1: expected the output of \"understory state export\""),
    (
      "{\"understory\": 1, \"id\": \"x\", \"title\": \"t\", \"comments\": []}",
      "1:1: expected the output of \"understory state export\""
    ),
    (
      "{\n  \"understoryState\": 2}",
      "2:22: expected version 1 of the format, the only one that this understory supports"
    ),
    (
      "{\"understoryState\": 1,\n \"discussions\": [{\"id\": \"x\", \"tit",
      "2:34: the file ends too early; download or save it again (expected a closing"
    ),
    (
      "{\"understoryState\": 1, \"discussions\": [\n{\"title\": \"é\"}]}",
      "2:1: expected an object with the member \"firstVisit\""
    ),
  ])
  func whatIsNoStateFileIsOneLine(text: String, message: String) throws {
    let desk = try Desk(Self.story)
    try desk.folder.write(text, to: "state.json")
    let outcome = try desk.run("state", "import", desk.folder.path + "/state.json")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix("understory: \(desk.folder.path)/state.json:\(message)"),
      "\(outcome.errors)")
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }
}
