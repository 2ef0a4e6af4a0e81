import Foundation
import RunningPrograms
import Testing

@Suite struct LibraryTests {
  private let folder: Folder
  private let home: [String: String]

  init() throws {
    folder = try Folder()
    home = [
      "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data", "TZ": "UTC",
    ]
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, environment: home)
  }

  /// Writes a discussion whose comments have one letter each.
  private func write(_ id: String, _ comments: String, title: String = "Title") throws -> String {
    let list = comments.map { "{\"id\": \"\($0)\", \"body\": \"\($0)\"}" }.joined(separator: ", ")
    try folder.write(
      "{\"understory\": 1, \"id\": \"\(id)\", \"title\": \"\(title)\", \"comments\": [\(list)]}",
      to: "in.json")
    return folder.path + "/in.json"
  }

  /// What is counted and cannot be read is said beside the title.
  @Test func deletedAndMissingCommentsAreStated() throws {
    let path = folder.path + "/gaps.json"
    let comments = """
      {"id": "1", "body": "x", "missingReplies": 12}, {"id": "2", "state": "deleted"}
      """
    let text =
      "{\"understory\": 1, \"id\": \"g\", \"title\": \"Gaps\", \"comments\": [\(comments)]}"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    _ = try run("add", path)
    #expect(try run("list").output == "1\t2\tg\tGaps (1 deleted, 12 missing)\n")
    let json = try run("list", "--json").output
    let fields = json.filter { !$0.isWhitespace }
    #expect(fields.contains("\"comments\":2,\"deleted\":1,\"missing\":12,\"unread\":1"))
  }

  @Test func aDiscussionIsAddedListedShownAndRemoved() throws {
    let added = try run("add", write("a:1", "xy", title: "Tea 中 é 👩‍💻"))
    #expect(added.output == "a:1: added, 2 comments · Tea 中 é 👩💻\n")
    #expect(try run("list").output == "2\t2\ta:1\tTea 中 é 👩💻\n")
    #expect(try run("show", "a:1").output.hasPrefix("Tea"))
    #expect(try run("show", "a").output.hasPrefix("Tea"))
    #expect(try run("remove", "a:1").output == "removed Tea 中 é 👩💻\n")
    let list = try run("list")
    #expect(list.output == "" && list.status == 0)
    #expect(
      list.errors
        == "No discussions yet: \"understory LINK\" or \"understory add FILE\" keeps one. "
        + "To try the program, \"understory understory:sample\" opens a sample.\n")
  }

  @Test func addingAgainMerges() throws {
    _ = try run("add", write("a", "xy"))
    #expect(try run("add", write("a", "xzy")).output == "a: 1 new comment · Title\n")
    #expect(try run("add", write("a", "x")).output == "a: nothing new · Title\n")
    #expect(try run("list").output == "3\t3\ta\tTitle\n")
  }

  @Test func whatWasReadIsNotCounted() throws {
    let file = try write("a", "xyz")
    _ = try run("add", file)
    _ = try run("list")
    _ = try run("mark", "read", file, "--all")
    #expect(try run("list").output == "done\t3\ta\tTitle\n")
    #expect(try run("list", "--unread").output == "")
    _ = try run("add", write("a", "xyzw"))
    #expect(try run("list").output == "+1\t4\ta\tTitle\n")
  }

  @Test func aBrokenFileIsNamedAndTheRestWorks() throws {
    _ = try run("add", write("a", "x"))
    try folder.write("{\"understory\": 1, ", to: "data/understory/b.json")
    let list = try run("list")
    #expect(list.output == "1\t1\ta\tTitle\n")
    #expect(list.errors.hasPrefix("understory: \(folder.path)/data/understory/b.json:1:"))
    #expect(list.status == 1)
    let add = try run("add", write("b", "x"))
    #expect(add.status == 1 && add.errors.contains("b.json:1:"))
    #expect(try folder.read("data/understory/b.json") == "{\"understory\": 1, ")
  }

  @Test func aFileThatWasEditedByHandIsWhatItIs() throws {
    _ = try run("add", write("a", "x"))
    _ = try run("list")
    let text = try folder.read("data/understory/a.json")
    try folder.write(
      text.replacing("\"Title\"", with: "\"Another\""), to: "data/understory/a.json")
    #expect(try run("list").output == "1\t1\ta\tAnother\n")
  }

  @Test func aFileOfAnyNameTakesInWhatIsNew() throws {
    _ = try run("add", write("a", "x"))
    let kept = folder.path + "/data/understory"
    try FileManager.default.moveItem(atPath: kept + "/a.json", toPath: kept + "/mine.json")
    #expect(try run("list").output == "1\t1\ta\tTitle\n")
    #expect(try run("add", write("a", "xy")).output == "a: 1 new comment · Title\n")
    #expect(try folder.names(in: "data/understory") == ["mine.json"])
    #expect(try run("list").output == "2\t2\ta\tTitle\n")
  }

  @Test func aFileThatGotAnotherIdIsNotMixedWithWhatIsAdded() throws {
    _ = try run("add", write("a", "x"))
    let edited = try folder.read("data/understory/a.json").replacing("\"a\"", with: "\"b\"")
    try folder.write(edited, to: "data/understory/a.json")
    let outcome = try run("add", write("a", "y"))
    #expect(
      outcome.errors
        == "understory: \(folder.path)/data/understory/a.json: has the id b; expected a\n")
    #expect(outcome.status == 1)
    #expect(try folder.read("data/understory/a.json") == edited)
  }

  @Test func withoutAPlaceForMarksItIsKeptAndRemovedAllTheSame() throws {
    let bare = home.merging(["XDG_STATE_HOME": "/proc/none"]) { $1 }
    let added = try Program.run(["add", write("a", "x")], environment: bare)
    #expect(added.output == "a: added, 1 comment · Title\n" && added.status == 0)
    // What was read is not known: nothing is said to be done.
    #expect(
      try Program.run(["list"], environment: bare).output == "1\t1\ta\tTitle\n")
    let removed = try Program.run(["remove", "a"], environment: bare)
    #expect(removed.output == "removed Title\n" && removed.status == 0)
  }

  @Test func fieldsHaveTabsBetweenThem() throws {
    let long = "discourse:" + String(repeating: "é", count: 31)
    for name in ["a", "hn:中", long] { _ = try run("add", write(name, "x")) }
    let lines = try run("list").output.split(separator: "\n").map(String.init).sorted()
    #expect(lines == ["a", long, "hn:中"].map { "1\t1\t\($0)\tTitle" })
  }

  @Test(arguments: [
    ("shwo", "did you mean \"understory show\"?"), ("hlep", "did you mean \"understory help\"?"),
    ("rm", "did you mean \"understory remove\"?"),
    ("export", "did you mean \"understory show --format FORMAT\"?"),
    ("update", "did you mean \"understory fetch\"?"),
    ("sample", "did you mean \"understory understory:sample\"?"),
    ("read", "did you mean \"understory LINK\"?"),
    ("statz", "did you mean stat1?"), ("completed", "\"understory list\" lists your discussions"),
  ])
  func aMistypedCommandIsToldWithTheNearest(word: String, end: String) throws {
    _ = try run("add", write("stat1", "x"))
    _ = try run("add", write("stat2", "x"))
    let outcome = try run(word, "stat1")
    #expect(
      outcome.errors
        == "understory: \(word): no such file or discussion; \(end)\n")
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    ("hn:133", "hn:133: not in the library; did you mean hn:123?"),
    ("h", "h: several ids start with this: hn:123, hn:124"),
    (
      "zebra",
      "zebra: not in the library; "
        + "\"understory list\" lists your discussions"
    ),
  ])
  func anUnknownIdIsToldWithTheNearest(id: String, line: String) throws {
    for name in ["hn:123", "hn:124"] { _ = try run("add", write(name, "x")) }
    let outcome = try run("remove", id)
    #expect(outcome.errors == "understory: \(line)\n" && outcome.status == 1)
  }

  @Test func theBeginningOfAnIdRemovesOnlyWithYes() throws {
    _ = try run("add", write("hn:123", "x"))
    let refused = try run("remove", "hn")
    #expect(
      refused.errors
        == "understory: hn: not a whole id; to remove hn:123 (Title), add --yes\n")
    #expect(refused.output == "" && refused.status == 1)
    #expect(try run("remove", "--yes", "hn").output == "removed Title\n")
    #expect(try run("remove", "--yes", "hn").status == 1)
  }

  @Test func whoAddsALinkIsToldWhatKeepsIt() throws {
    let link = "https://example.org/é"
    let outcome = try run("add", link)
    #expect(
      outcome.errors
        == "understory: \(link): expected a file; \"understory fetch\" keeps what a link leads to\n"
    )
    #expect(outcome.status == 1)
  }

  @Test func withoutAHomeThereIsNoLibrary() throws {
    let outcome = try Program.run(
      ["add", write("a", "x")],
      environment: ["HOME": "", "XDG_STATE_HOME": "", "XDG_DATA_HOME": ""])
    #expect(
      outcome.errors
        == "understory: discussions cannot be kept: neither HOME nor XDG_DATA_HOME is set\n")
    #expect(outcome.status == 1)
  }

  @Test(arguments: ["../../etc/passwd", "a/b", ".hidden", "中", "", "x\u{202E}y"])
  func anIdIsNeverAPath(id: String) throws {
    let outcome = try run("add", write(id, "x"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.names(in: "data/understory").count == 1)
    #expect(try run("list").output.contains("Title"))
  }

  @Test func twoAddsAtOnceLoseNothing() throws {
    var processes: [pid_t] = []
    let environment = home.map { "\($0)=\($1)" }
    for letter in "abcdefgh" {
      try folder.write(
        "{\"understory\": 1, \"id\": \"d\", \"title\": \"t\", "
          + "\"comments\": [{\"id\": \"\(letter)\", \"body\": \"x\"}]}", to: "\(letter).json")
      processes.append(
        try Program.start(
          [Program.path, "add", "\(folder.path)/\(letter).json"], environment: environment,
          files: ["/dev/null", "/dev/null", "/dev/null"]))
    }
    #expect(processes.map(Program.status) == Array(repeating: 0, count: 8))
    #expect(try run("list").output == "8\t8\td\tt\n")
  }
}

extension TerminalTests {
  /// A discussion of the library, read by its id.
  @Suite struct KeptDiscussionTests {
    @Test func itIsReadByItsIdAndCounted() throws {
      let folder = try Folder()
      let terminal = try Terminal(columns: 60, rows: 12, state: folder)
      try folder.write(
        """
        {"understory": 1, "id": "tea:1", "title": "Tea", "comments":
          [{"id": "a", "body": "first"}, {"id": "b", "body": "second"}]}
        """, to: "in.json")
      try terminal.start("add", folder.path + "/in.json")
      try terminal.wait(for: "tea:1: added, 2 comments · Tea")
      try terminal.wait(for: "status 0")
      try terminal.start("tea:1")
      try terminal.wait(for: "2 unread")
      try terminal.send("j", "r")
      try terminal.wait(for: "1 unread")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
      try terminal.start("list")
      try terminal.wait(for: "     1      2  tea:1  Tea")
    }
  }
}
