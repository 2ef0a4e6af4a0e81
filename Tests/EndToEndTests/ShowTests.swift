import Foundation
import HostileCorpus
import RunningPrograms
import Testing

/// `understory show` with its formats, and with options that choose comments.
@Suite struct ShowTests {
  private static let story = Story([
    Story.Line(id: "a", body: "first 中"), Story.Line(id: "b", parent: "a", body: "second é"),
    Story.Line(id: "c", parent: "b", body: "third 👩‍💻"), Story.Line(id: "d", body: "fourth"),
  ])

  private func headings(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("#") }
      .map { String($0.prefix { $0 != "," }) }
  }

  @Test func whatIsUnreadIsShown() throws {
    let desk = try Desk(Self.story)
    #expect(headings(try desk.run("show", desk.path, "--new").output) == [])
    _ = try desk.run("mark", "read", desk.path, "1", "4")
    let unread = try desk.run("show", desk.path, "--unread")
    #expect(
      unread.output == """
        A story
        2 of 4 comments

        #2, level 2
        replies to #1: first 中
        second é

          #3, level 3, replies to #2
          third 👩💻

        """)
    var longer = Self.story
    longer.lines.append(Story.Line(id: "e", parent: "d", body: "fifth"))
    try desk.write(longer)
    #expect(headings(try desk.run("show", desk.path, "--new").output) == ["#5"])
    #expect(headings(try desk.run("show", desk.path, "--unread").output) == ["#2", "#3", "#5"])
    let both = ["show", desk.path, "--unread", "--comment", "1", "--subtree", "--depth", "2"]
    let outcome = try Program.run(both, environment: ["XDG_STATE_HOME": desk.folder.path])
    #expect(headings(outcome.output) == ["#2"])
  }

  /// No terminal is shown how emoji are joined; documents have it, as their author wrote it.
  @Test(arguments: [("plain", false), ("markdown", true), ("html", true)])
  func documentsHaveEveryJoiner(format: String, hasJoiners: Bool) throws {
    let desk = try Desk(Self.story)
    let outcome = try desk.run("show", desk.path, "--format", format)
    #expect(outcome.output.contains("third 👩\u{200D}💻") == hasJoiners)
    #expect(outcome.output.contains("third 👩💻") != hasJoiners)
  }

  @Test func noStateIsMadeWhereNoneIsAskedFor() throws {
    let desk = try Desk(Self.story)
    for format in ["plain", "markdown", "json", "html"] {
      #expect(try desk.run("show", desk.path, "--format", format, "--depth", "1").status == 0)
    }
    #expect(desk.files == [])
  }

  @Test(arguments: [
    (["--comment", "9"], "--comment: no comment 9: the last is 4"),
    (
      ["--comment", "x\u{1B}"], "--comment: no comment x␛: expected a number from 1 to 4, or an id"
    ),
    (["--author", "ann"], "--author: these comments have no known authors"),
  ])
  func whatIsNotThereIsToldInALine(arguments: [String], line: String) throws {
    let desk = try Desk(Self.story)
    let outcome = try Program.run(["show", desk.path] + arguments)
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors == "understory: \(line)\n")
  }

  @Test func theNearestAuthorIsTold() throws {
    let json = """
      {"understory": 1, "id": "x", "title": "t", "comments": [
        {"id": "1", "author": "Inés", "body": "a"}, {"id": "2", "author": "bob", "body": "b"}]}
      """
    let wrong = try Program.run(["show", "-", "--author", "ines"], input: json)
    #expect(wrong.errors == "understory: --author: no comment by \"ines\"; did you mean Inés?\n")
    let right = try Program.run(["show", "-", "--author", "inés"], input: json)
    #expect(headings(right.output) == ["#1 Inés"])
  }

  @Test(arguments: [
    (["--subtree"], "--subtree: only valid with --comment"),
    (["--depth", "0"], "--depth: expected 1 or more, found 0"),
    (["--format", "svg", "--unread"], "--unread: not available with --format svg"),
    (["--format", "html", "--width", "80"], "--width: expected with --format plain"),
    (["--format", "markdown", "--theme", "dark"], "--theme: expected with --format svg or html"),
    (["--format", "html", "--theme", "lihgt"], "did you mean light?"),
  ])
  func whatDoesNotFitIsToldInALine(arguments: [String], line: String) throws {
    let outcome = try Program.run(["show", "understory:sample"] + arguments)
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.contains(line))
  }

  /// What is written as JSON can be read again, and answers what it answered.
  @Test func jsonCanBeReadAgain() throws {
    let desk = try Desk(Self.story)
    let part = try desk.run("show", desk.path, "--format", "json", "--comment", "b", "--subtree")
    #expect(part.output.hasPrefix("{\n  \"understory\": 1,\n  \"id\": \"story:1\",\n"))
    let again = try Program.run(["show", "-"], input: part.output)
    #expect(headings(again.output) == ["#2", "#3"])
    #expect(again.output.contains("#2, replies to #1\nsecond é\n"))
    #expect(again.output.contains("third 👩💻"))
    let whole = try desk.run("show", desk.path, "--format", "json")
    #expect(whole.output == (try desk.run("import", desk.path)).output)
  }

  @Test(arguments: ["plain", "markdown", "json", "html", "svg"])
  func whoStopsReadingHearsNothing(format: String) throws {
    let folder = try Folder()
    try folder.write(Story(count: 20_000).json, to: "story.json")
    let outcome = try Program.run(
      "/bin/sh",
      ["-c", "'\(Program.path)' show '\(folder.path)/story.json' --format \(format) | head -n 1"])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["markdown", "json", "html"])
  func aHostileDiscussionIsPrintedHarmlessly(format: String) throws {
    let folder = try Folder()
    try folder.write(HostileDiscussion.file(), to: "hostile.json")
    let path = folder.path + "/hostile.json"
    for arguments in [[], ["--depth", "1"], ["--comment", "7"]] {
      let outcome = try Program.run(["show", path, "--format", format] + arguments)
      #expect(outcome.status == 0)
      #expect(WrittenBytes(outcome.outputBytes, to: .file).violations == [])
      #expect(WrittenBytes(outcome.errorBytes, to: .file).violations == [])
      #expect(outcome.output.contains("PWNED"))
    }
  }
}
