import Foundation
import RunningPrograms
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    ("", "1:1: this is empty; save or download it again"),
    ("  \n", "1:1: this is empty; save or download it again"),
    ("[1", "1:3: the file ends too early; download or save it again (expected , or ])"),
    (
      #"{"understory":1,"id":"x","tit"#,
      "1:30: the file ends too early; download or save it again (expected a closing quotation mark)"
    ),
    (#"{"understory":2,"id":"x"}"#, "1:15: expected version 1 of the format, found version 2"),
    (
      #"{"understory":1,"id":"x","title":"t"}"#,
      "1:1: expected an object with the member \"comments\""
    ),
    ("{\"understory\":1,\n \"id\":3}", "2:7: id: expected a string"),
    (
      #"{"understory":1,"id":"é","title":"t","comments":[{}]}"#,
      "1:50: expected an object with the member \"id\""
    ),
  ])
  func aBrokenFileIsOneLine(text: String, message: String) throws {
    let folder = try Folder()
    try folder.write(text, to: "file.json")
    let path = folder.path + "/file.json"
    for arguments in [[path], ["show", path]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors == "understory: \(path):\(message)\n")
    }
  }

  @Test func whatIsNoFileIsOneLine() throws {
    let folder = try Folder()
    let missing = try Program.run([folder.path + "/none"])
    #expect(missing.status == 1)
    #expect(
      missing.errors
        == "understory: \(folder.path)/none: cannot be read: No such file or directory\n")
    let directory = try Program.run([folder.path])
    #expect(directory.status == 1)
    #expect(
      directory.errors == "understory: \(folder.path): this is a folder; name the files in it\n")
  }

  @Test func aHostilePathIsMadeSafe() throws {
    let outcome = try Program.run(["/nowhere/\u{1B}[31mred\u{7}"])
    #expect(outcome.errors.contains("␛[31mred␇"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    ["--x\u{1B}[31m"], ["status", "a", "b\u{1B}]0;owned\u{7}"], ["show", "--width", "\u{9B}2J"],
  ])
  func whatTheParserQuotesIsMadeSafe(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(!outcome.errors.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{9B}" })
    #expect(outcome.errors.hasPrefix("understory: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("understory [FILE, ID or LINK …] [--theme NAME]"))
    let version = try Program.run(["--version"])
    #expect(version.status == 0)
    // The commit follows in parentheses where it is known.
    #expect(version.output.hasPrefix("understory 0.1.0"))
    #expect(version.output.split(separator: "\n").count == 1)
  }

  private static let discussion =
    "name a discussion: a link, an id, a file, or - for standard input; understory:sample is built in"

  @Test(arguments: [
    (["--no-such-option"], "unknown option '--no-such-option' (see understory --help)"),
    (
      ["show", "x", "--width", "3"],
      "--width: expected 10 or more, found 3 (see understory show --help)"
    ),
    (["mark", "read"], "\(discussion) (see understory mark read --help)"),
    (["show"], "\(discussion) (see understory show --help)"),
    (["show", "--format", "svg"], "\(discussion) (see understory show --help)"),
    (["stats"], "\(discussion) (see understory stats --help)"),
    (["status", "--json"], "\(discussion) (see understory status --help)"),
    (["add"], "missing expected argument '<file> ...' (see understory add --help)"),
    (
      ["help", "pirvacy"],
      "no command or topic is called 'pirvacy'; did you mean \"understory help privacy\"?"
        + " (see understory help --help)"
    ),
    (
      ["export", "x", "--format", "json"],
      "export: no such command; did you mean \"understory show --format FORMAT\"?"
    ),
    (
      ["mark", "hn:1", "3"],
      "expected read or unread after \"mark\", such as \"understory mark read hn:1 3\""
    ),
    (["mark", "raed", "hn:1"], "raed: did you mean \"understory mark read\"?"),
    (["help", "中é"], "no command or topic is called '中é' (see understory help --help)"),
    (["show", "--format", "\u{1B}[2J"], nil),
  ])
  func aUsageErrorIsOneLine(arguments: [String], message: String?) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    if let message { #expect(outcome.errors == "understory: \(message)\n") }
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  /// Without a terminal the library is listed, and a discussion is printed.
  @Test func whatThereIsToReadIsPrintedWithoutATerminal() throws {
    let folder = try Folder()
    let home = ["XDG_DATA_HOME": folder.path + "/data", "XDG_STATE_HOME": folder.path + "/state"]
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(arguments, environment: home)
    }
    let empty = try run()
    #expect(empty.status == 0 && empty.output == "")
    #expect(empty.errors.contains("\"understory understory:sample\" opens a sample."))
    #expect(try run("add", "understory:sample").output.contains(": added, 42 comments · "))
    let list = try run()
    #expect(list.output.contains("42\t42\tunderstory:sample\t"))
    #expect(list.output == (try run("list").output))
    #expect(try run("search", "firmware").output.contains("#42 · nightwatch"))
    #expect(try run("list", "--unread").output == list.output)
    #expect(try run("mark", "read", "understory:sample", "--all").status == 0)
    let read = try run("list", "--unread")
    #expect(read.output == "" && read.errors == "No discussion has unread comments.\n")
    #expect(try run("remove", "understory:sample").status == 0)
    #expect(try run("list").output == "")
  }

  /// An address without its scheme is a link if the site is known, unless there is such a file.
  @Test func aLinkMayLackItsScheme() throws {
    let folder = try Folder()
    func run(_ arguments: [String]) throws -> String {
      let outcome = try Program.run(
        arguments, environment: ["XDG_DATA_HOME": folder.path, "XDG_STATE_HOME": folder.path])
      #expect(outcome.status == 1 && outcome.output == "", "\(arguments)")
      return String(outcome.errors.dropFirst("understory: ".count).dropLast())
    }
    let story = "expected a link to a discussion, such as https://lobste.rs/s/ID"
    for command in ["show", "stats", "open", "fetch"] {
      #expect(try run([command, "lobste.rs/x"]) == "https://lobste.rs/x: \(story)")
    }
    #expect(
      try run(["add", "lobste.rs/s/x"])
        == "lobste.rs/s/x: expected a file; \"understory fetch\" keeps what a link leads to")
    for command in [["status"], ["mark", "read", "--all"]] {
      #expect(
        try run(command + ["lobste.rs/s/x"])
          == "https://lobste.rs/s/x: not in the library; \"understory fetch LINK\" fetches it")
    }
    for name in ["kiln.example/thread", "www.kiln.example", "a.kiln.example/x.json"] {
      #expect(
        try run([name]) == "\(name): no such file; if it is a link, type https:// before it")
    }
    #expect(
      try run(["a/kiln.example"]) == "a/kiln.example: cannot be read: No such file or directory")
    try folder.write(
      #"{"understory": 1, "id": "x", "title": "T", "comments": []}"#, to: "lobste.rs")
    let here = try Program.run(
      "/bin/sh", ["-c", "cd '\(folder.path)' && '\(Program.path)' show lobste.rs"])
    #expect(here.output.hasPrefix("T\n"))
  }

  /// What is the id of something kept is not an address, however much it looks like one.
  @Test func anIDMayLookLikeALink() throws {
    let folder = try Folder()
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        arguments, environment: ["XDG_DATA_HOME": folder.path, "XDG_STATE_HOME": folder.path])
    }
    for id in ["lemmy.world/post/1", "lobste.rs/s/x"] {
      try folder.write(
        #"{"understory": 1, "id": "\#(id)", "title": "\#(id)", "comments": [{"id": "7", "body": "one"}]}"#,
        to: "file.json")
      #expect(try run("add", folder.path + "/file.json").status == 0)
      for command in ["show", "stats", "open", "status"] {
        let outcome = try run(command, id)
        #expect(outcome.status == 0 && outcome.errors == "", "\(command)")
        #expect(outcome.output.contains(id) || outcome.output.contains("1 comment"), "\(command)")
      }
      #expect(try run("show", id + "#7").output.hasPrefix(id + "\n"))
      #expect(try run("mark", "read", id, "--all").status == 0)
      #expect(try run("add", id).status == 0)
      #expect(!(try run("fetch", id).errors.contains("https://")))
    }
  }

  @Test func theSampleIsPrintedWhereThereIsNoTerminal() throws {
    let plain = try Program.run(["understory:sample"])
    #expect(plain.status == 0)
    #expect(plain.output == (try Program.run(["show", "understory:sample"]).output))
    #expect(plain.output.contains("42 comments · who replies to whom is inferred"))
    #expect(plain.output.contains("#37 oldfield, level 6, replies to #36 (bergmann)"))
    #expect(plain.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test func aDumbTerminalAndAClosedPipeAreFine() throws {
    let folder = try Folder()
    try folder.write("", to: "out")
    let outcome = try Program.run(
      "/bin/sh",
      ["-c", "'\(Program.path)' show understory:sample | head -n 1; exit ${PIPESTATUS:-0}"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test func hostileTextIsPrintedHarmlessly() throws {
    let folder = try Folder()
    try folder.write(
      #"""
      {"understory":1,"id":"x","title":"a\u001b]0;owned\u0007b","author":"x\u202ey",
       "comments":[{"id":"1","author":"ann\rbob","body":"\u009b31m \u001b[2J é 中 👩‍💻\u0000"}]}
      """#, to: "hostile.json")
    let outcome = try Program.run(["show", folder.path + "/hostile.json"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value)
      })
    #expect(outcome.output.contains("a␛]0;owned␇b"))
    #expect(outcome.output.contains("é 中 👩💻"))
  }

  @Test func whatWasMendedIsSaidOnce() throws {
    let folder = try Folder()
    try folder.write(
      #"{"understory":1,"id":"x","title":"t","comments":[{"id":"1","parent":"9","body":"b"},{"id":"1"}]}"#,
      to: "odd.json")
    let outcome = try Program.run(["show", folder.path + "/odd.json"])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors
        == "understory: shown anyway: 1 repeated id, 1 comment without text, 1 unknown parent\n")
  }
}
