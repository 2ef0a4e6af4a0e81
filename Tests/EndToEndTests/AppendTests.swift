import Foundation
import JSONText
import RunningPrograms
import Testing

/// Append mode of the built program: commands in, lines out, and nothing that a terminal would obey.
@Suite struct AppendTests {
  /// A home of its own, and the program in it.
  private final class Home {
    let folder: Folder
    var environment: [String: String]

    init() throws {
      folder = try Folder()
      environment = ["LC_ALL": "C.UTF-8", "TZ": "UTC", "ACCESSIBLE": "", "HOME": folder.path]
      for name in ["STATE", "DATA", "CONFIG", "CACHE"] {
        environment["XDG_\(name)_HOME"] = folder.path + "/" + name.lowercased()
      }
    }

    func run(_ arguments: [String], _ lines: [String] = []) throws -> Program.Outcome {
      let input = lines.map { $0 + "\n" }.joined()
      return try Program.run(arguments, input: input, environment: environment)
    }

    /// What is printed for lines that are piped in.
    func append(_ lines: String..., arguments: [String] = []) throws -> String {
      let outcome = try run(["--append"] + arguments, lines)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(AppendTests.isPlain(outcome.outputBytes))
      return outcome.output
    }

    /// Writes a discussion of some comments, `AUTHOR` and `BODY`.
    func write(_ comments: [(String, String)], to name: String = "shed.json") throws -> String {
      var writer = JSONWriter()
      writer.beginObject()
      writer.name("understory")
      writer.integer(1)
      for (key, value) in [("id", "shed:1"), ("title", "A shed")] {
        writer.name(key)
        writer.string(value)
      }
      writer.name("comments")
      writer.beginArray()
      for (index, (author, body)) in comments.enumerated() {
        writer.beginObject()
        for (key, value) in [("id", "\(index + 1)"), ("author", author), ("body", body)] {
          writer.name(key)
          writer.string(value)
        }
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
      try folder.write(writer.bytes, to: name)
      return folder.path + "/" + name
    }
  }

  /// Whether there is no control byte but the line feed.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F }
      && !String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
        0x80..<0xA0 ~= $0.value || $0 == "\u{202E}"
      }
  }

  /// The numbers of the comments that were printed.
  private static func comments(in output: String) -> [Int] {
    output.split(separator: "\n").compactMap { line in
      guard line.contains(" replies to "),
        let part = line.split(separator: ", comment ").dropFirst().first
      else { return nil }
      return Int(part.prefix { $0.isNumber })
    }
  }

  /// The sample, read from its beginning to its end: each comment once, and all marked at the end.
  @Test(arguments: ["next", ""])
  func theSampleIsReadWhole(line: String) throws {
    let home = try Home()
    let lines = Array(repeating: line, count: 46)
    let outcome = try home.run(["--append", "understory:sample"], lines)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(Self.isPlain(outcome.outputBytes))
    #expect(Self.comments(in: outcome.output).sorted() == Array(1...42))
    #expect(outcome.output.contains("article, 42 unread> "))
    #expect(outcome.output.contains("all read> "))
    let status = try home.run(["status", "understory:sample"])
    #expect(status.output.contains("0 unread"), "\(status.output)")
    #expect(try home.append("where", arguments: ["understory:sample"]).contains("all read"))
  }

  /// Somebody who types a path gets an answer whatever is there, and the next line is read.
  @Test(arguments: [["go", ""], ["go "], ["open file "]])
  func aTypedPathIsNeverWaitedFor(lines: [String]) throws {
    let home = try Home()
    _ = try home.run(["add", home.write([("ann", "Paint it.")])])
    try #require(mkfifo(home.folder.path + "/pipe.json", 0o600) == 0)
    for (path, words) in [
      (home.folder.path + "/pipe.json", "a pipe; \"understory add FILE\" in a shell reads it"),
      ("/dev/zero", "a device; name a file"),
    ] {
      let typed = lines.dropLast() + [(lines.last ?? "") + path]
      let outcome = try Program.run(
        "/usr/bin/env", ["timeout", "60", Program.path, "--append"],
        input: (typed + ["where", ""]).joined(separator: "\n"), environment: home.environment)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\(path): this is \(words)\n"))
      #expect(outcome.output.contains("Library, "))
    }
  }

  /// Marks hold for the next time, and who comes back hears where that is.
  @Test func comingBack() throws {
    let home = try Home()
    let file = try home.write([("ann", "Paint it."), ("bob", "Green."), ("cem", "No.")])
    #expect(try home.append("", "", arguments: [file]).hasSuffix("2 of 3, 2 unread> \n"))
    #expect(
      try home.append(arguments: [file]) == """
        A shed
        bob replies to the article, comment 2 of 3, thread 2 of 3, level 1
        Green.
        2 of 3, 2 unread>\u{20}

        """)
  }

  /// What is typed is a part of the log if it is piped in.
  @Test func aLog() throws {
    let home = try Home()
    let file = try home.write([("ann", "Paint it."), ("bob", "Green.")])
    #expect(
      try home.append("1", "star", "flod", "star\u{1B}[2J", arguments: [file]) == """
        A shed

        2 comments
        article, 2 unread> 1
        ann replies to the article, comment 1 of 2, thread 1 of 2, level 1
        Paint it.
        1 of 2, 2 unread> star
        #1 starred, "stars" lists the stars
        1 of 2, 2 unread> flod
        Error: no command is called flod; did you mean fold?
        1 of 2, 2 unread> star␛[2J
        Error: no command is called star␛[2J; help lists commands
        1 of 2, 2 unread>\u{20}

        """)
  }

  /// Every key of a screen is a command, and none of them writes anything but text.
  @Test(arguments: [true, false])
  func everyKey(isInLibrary: Bool) throws {
    let home = try Home()
    home.environment["BROWSER"] = "true"
    let file = try home.write([("ann", "Paint it."), ("bob", "> Paint it.")])
    if isInLibrary { _ = try home.run(["add", file]) }
    let lines = try home.run(["keys"]).output.split(separator: "\n")
    let start = isInLibrary ? lines.firstIndex(of: "In the library:") ?? 0 : 0
    let rest = lines[start...].dropFirst().prefix { !$0.hasSuffix(":") }
    // Those that leave this screen, or the program.
    let leaving: Set<Substring> =
      isInLibrary
      ? ["q", "Q", "Ctrl-C", "Enter", "l", "→", "S"] : ["q", "Q", "Ctrl-C", "Ctrl-N", "Ctrl-P"]
    let keys = rest.filter { $0.hasPrefix("  ") }.flatMap { $0.prefix(24).split(separator: " ") }
      .filter { !leaving.contains($0) }
    #expect(keys.count > 40)
    // An empty line answers what a command asks for, and closes what it shows.
    let outcome = try home.run(
      ["--append"] + (isInLibrary ? [] : [file]), keys.flatMap { [String($0), ""] })
    #expect(outcome.status == 0)
    #expect(Self.isPlain(outcome.outputBytes))
    #expect(!outcome.output.contains("no command is called"), "\(outcome.output)")
    #expect(!outcome.output.contains("several commands"))
  }

  /// A newer file is offered at the prompt, and shown when the reader asks for it.
  @Test func aNewerFile() throws {
    let home = try Home()
    let file = try home.write([("ann", "Paint it.")])
    let terminal = try PseudoTerminal(
      ["--append", file], columns: 80, rows: 24, environment: home.environment)
    var end = try terminal.take(until: "article, 1 unread> ")
    _ = try home.write([("ann", "Paint it."), ("bob", "Green.")])
    end = try terminal.take(
      until: "\n1 new on disk, \"load new\" loads it\r\narticle, 1 unread> ", from: end)
    terminal.type("U\n")
    try terminal.take(until: "article, 2 unread, 1 new> ", from: end)
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  @Test func hostileComments() throws {
    let home = try Home()
    let file = try home.write([
      ("\u{1B}]0;x\u{7}eve", "\u{1B}[2J\u{9B}31m\rover\u{8}\u{202E}\tit\u{85}"), ("bob", "\u{0}"),
    ])
    let output = try home.append("", "", "i", "t", "list unread", "again", arguments: [file])
    #expect(output.contains("␛]0;x␇eve replies to the article"))
  }

  /// A comment of 100 KB is printed whole, in a line for each paragraph.
  @Test func aLongComment() throws {
    let home = try Home()
    let paragraph = String(repeating: "word ", count: 200) + "end."
    let body = Array(repeating: paragraph, count: 100).joined(separator: "\n\n")
    let file = try home.write([("ann", body), ("bob", "Short.")])
    let output = try home.append("", "", arguments: [file])
    #expect(output.split(separator: "\n").filter { $0 == paragraph }.count == 100)
    #expect(output.hasSuffix("Short.\n2 of 2, 1 unread> \n"))
  }

  /// The library, what was kept, the search of everything, and lists that are numbered.
  @Test func theLibrary() throws {
    let home = try Home()
    let file = try home.write([("ann", "Paint the shed."), ("bob", "Green.")])
    _ = try home.run(["add", file])
    let output = try home.append(
      "where", "search everything shed", "2", "q", "q", "1", "q", "peek", "D", "u", "help", "quit")
    #expect(output.contains("1. A shed, "))
    #expect(output.contains("found for shed 1 of 2> 2\n"))
    #expect(output.contains("ann replies to the article, comment 1 of 2"))
    #expect(output.contains("Type a command by its name"))
    #expect(!output.contains("Error:"))
  }

  /// What was added under the id of the sample is what the library opens.
  @Test func theSampleThatWasKept() throws {
    let home = try Home()
    #expect(try home.append("1", "").contains("42"))
    try home.folder.write(
      #"{"understory": 1, "id": "understory:sample", "title": "A shed", "comments": [{"id": "1", "body": "Mine."}]}"#,
      to: "mine.json")
    #expect(try home.run(["add", home.folder.path + "/mine.json"]).status == 0)
    #expect(try home.append("1", "").contains("Mine."))
  }

  /// A front page and a link: fetched, listed, opened, kept.
  @Test func theWeb() throws {
    let desk = try WebDesk(
      [
        "/hottest.json": [
          TestServer.Answer(
            """
            [{"short_id": "ab12cd", "title": "Raku at \\u001bhome", "url": "https://kiln.example/raku", "score": 41,
              "comment_count": 1, "submitter_user": "dee", "tags": [], "created_at": "2026-05-01T08:00:00.000-05:00"}]
            """)
        ],
        "/s/ab12cd.json": [
          TestServer.Answer(
            """
            {"short_id": "ab12cd", "title": "Raku at home", "comment_count": 1, "submitter_user": "dee",
             "comments_url": "https://lobste.rs/s/ab12cd/raku", "comments": [
               {"short_id": "c1", "comment": "<p>Hot.</p>", "commenting_user": "eli", "depth": 0,
                "created_at": "2026-05-01T09:00:00.000-05:00"}]}
            """)
        ],
      ], standingInFor: ["lobste.rs"])
    let lines = ["gf lobsters", "1", "next", "q", "q", "https://lobste.rs/s/zz", "gf nobody"]
    let outcome = try Program.run(
      ["--append"], input: lines.map { $0 + "\n" }.joined(), environment: desk.environment)
    #expect(outcome.status == 0)
    #expect(Self.isPlain(outcome.outputBytes))
    #expect(outcome.output.contains("1. Raku at ␛home, kiln.example, "))
    #expect(outcome.output.contains("\neli replies to the article by dee, comment 1 of 1, "))
    #expect(outcome.output.contains("\nHot.\n"))
    #expect(outcome.output.contains("zz\nError: "))
    #expect(outcome.output.contains("nobody\nError: nobody: expected the address of a front page"))
  }

  /// What keeps it from beginning is an error that says so, and a line on standard error.
  @Test func anErrorBeginsWithTheWord() throws {
    let outcome = try Home().run(["--append", "/nowhere/shed.json"])
    #expect(outcome.errors.hasPrefix("Error: /nowhere/shed.json: "))
    #expect(outcome.status == 1)
  }

  // MARK: In a terminal

  /// (the environment, arguments, whether lines are printed).
  @Test(arguments: [
    (["TERM": "dumb"], [], true), (["ACCESSIBLE": "1"], [], true), ([:], ["--append"], true),
    (["ACCESSIBLE": "0"], [], false), (["ACCESSIBLE": ""], [], false),
    (["ACCESSIBLE": "1"], ["--no-append"], false), (["ACCESSIBLE": "1"], ["--linear"], false),
  ])
  func whereItIsTheDefault(variables: [String: String], arguments: [String], isAppended: Bool)
    throws
  {
    let home = try Home()
    let terminal = try PseudoTerminal(
      arguments, columns: 80, rows: 24, environment: home.environment.merging(variables) { $1 })
    try terminal.take(until: isAppended ? "42 unread> " : "\u{1B}[?1049h")
    #expect(terminal.isSane == isAppended)
    try terminal.press(isAppended ? "q\n" : "Q")
    if isAppended { try terminal.press("\u{4}") }
    #expect(try terminal.end() == 0)
    // The terminal itself begins each line at its left edge.
    let bytes = terminal.bytes.filter { $0 != 0x0D }
    #expect(Self.isPlain(bytes) == isAppended)
  }

  /// Who does not want it on a dumb terminal has everything printed.
  @Test func aDumbTerminalWithoutIt() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      ["--no-append"], columns: 80, rows: 24,
      environment: home.environment.merging(["TERM": "dumb"]) { $1 })
    #expect(try terminal.end() == 0)
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("> "))
  }

  /// In a terminal a line ends between words, and nowhere else is it broken.
  @Test func aTerminalBreaksNoWord() throws {
    let home = try Home()
    let file = try home.write([("ann", String(repeating: "scaffolding ", count: 20))])
    let terminal = try PseudoTerminal(
      ["--append", file], columns: 40, rows: 24, environment: home.environment)
    let end = try terminal.take(until: "unread> ")
    terminal.type("1\n")
    try terminal.take(until: "1 of 1, ", from: end)
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    let lines = String(decoding: terminal.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.contains("scaffolding scaffolding scaffolding"))
    #expect(lines.filter { $0.contains("scaffold") }.allSatisfy { $0.count < 40 })
    let printed = try home.append("1", arguments: [file])
    #expect(printed.contains(String(repeating: "scaffolding ", count: 19)))
  }

  /// Ctrl-C cancels a question, and at the prompt it leaves.
  @Test func controlC() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      ["--append"], columns: 80, rows: 24, environment: home.environment)
    var end = try terminal.take(until: "42 unread> ")
    terminal.type("search\n")
    end = try terminal.take(until: "/expression/: ", from: end)
    terminal.type("\u{3}")
    end = try terminal.take(until: "42 unread> ", from: end)
    terminal.type("\u{3}")
    #expect(try terminal.end() == 130)
    #expect(terminal.isSane)
  }

  /// What takes long is said to go on; Ctrl-C cancels it, and reading goes on.
  @Test func longWork() throws {
    let desk = try WebDesk(["/s/ab12cd.json": [.held]], standingInFor: ["lobste.rs"])
    let terminal = try PseudoTerminal(
      ["--append", "understory:sample"], columns: 80, rows: 24, environment: desk.environment)
    var end = try terminal.take(until: "42 unread> ")
    terminal.type("https://lobste.rs/s/ab12cd\n")
    end = try terminal.take(until: "\nfetching lobste.rs", from: end)
    end = try terminal.take(until: "\nstill fetching lobste.rs", from: end)
    terminal.type("\u{3}")
    end = try terminal.take(until: "cancelled; nothing changed", from: end)
    end = try terminal.take(until: "42 unread> ", from: end)
    terminal.type("1\n")
    try terminal.take(until: "1 of 42, 42 unread> ", from: end)
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(Self.isPlain(terminal.bytes.filter { $0 != 0x0D }))
  }

  /// The same before the first comment is there.
  @Test func aLongStart() throws {
    let desk = try WebDesk(["/s/ab12cd.json": [.held]], standingInFor: ["lobste.rs"])
    let terminal = try PseudoTerminal(
      ["--append", "https://lobste.rs/s/ab12cd"], columns: 80, rows: 24,
      environment: desk.environment)
    let end = try terminal.take(until: "fetching lobste.rs")
    try terminal.take(until: "\nstill fetching lobste.rs", from: end)
    terminal.type("\u{3}")
    #expect(try terminal.end() == 130)
    #expect(Self.isPlain(terminal.bytes.filter { $0 != 0x0D }))
  }

  /// If the document is piped in, commands come from the terminal.
  @Test func aPipedDocument() throws {
    let home = try Home()
    let file = try home.write([("ann", "Paint it.")])
    let terminal = try PseudoTerminal(
      [], columns: 80, rows: 24, environment: home.environment, program: "/bin/sh",
      wrapper: [])
    terminal.type("'\(Program.path)' --append - < '\(file)'; exit\n")
    let end = try terminal.take(until: "article, 1 unread> ")
    terminal.type("next\n")
    try terminal.take(until: "1 of 1, 1 unread> ", from: end)
    terminal.type("q\n")
    #expect(try terminal.end() == 0)
  }
}
