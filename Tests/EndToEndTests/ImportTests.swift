import Foundation
import RunningPrograms
import Testing

@Suite struct ImportTests {
  private static let page = """
    A gate that squeaks

    By The Porter, Published on Feb 3, 2018

    The north gate squeaks.

    Comments (2)

    Oil it.

    With what?
    """

  @Test func aPageWithoutAnOutlineKeepsItsParagraphs() throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    let output = folder.path + "/page.json"
    let outcome = try Program.run(["import", folder.path + "/page.txt", "--output", output])
    #expect(outcome.status == 0)
    #expect(outcome.output == "2 comments, 2 at top level, 1 level\n")
    #expect(outcome.errors.contains("who replies to whom is lost"))
    let shown = try Program.run(["show", output])
    #expect(shown.output.hasPrefix("A gate that squeaks\nby The Porter · 3 Feb 2018\n"))
  }

  @Test func jsonGoesToStandardOutputAndTheReportBesideIt() throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    let outcome = try Program.run(["import", folder.path + "/page.txt", "--id", "gate:1"])
    #expect(outcome.output.hasPrefix("{\n  \"understory\": 1,\n  \"id\": \"gate:1\","))
    #expect(outcome.errors.contains("2 comments"))
  }

  /// The sample is read as a file would be.
  @Test func optionsHoldForTheSample() throws {
    let named = try Program.run(["import", "understory:sample", "--id", "gate:1"])
    #expect(named.status == 0 && named.output.contains(#""id": "gate:1""#))
    let missing = try Program.run(["import", "understory:sample", "--only", "gate:2"])
    #expect(missing.status == 1 && missing.output == "")
    #expect(missing.errors.hasPrefix("understory: the sample: found no gate:2 among "))
    // It is not what this says it is.
    let other = try Program.run(["import", "understory:sample", "--format", "lobsters"])
    #expect(other.errors.hasPrefix("understory: 42 comments without an id"))
  }

  /// What is written into the discussion is text; a path, which may be any bytes, is not.
  @Test(arguments: ["--id", "--host", "--only"])
  func bytesThatAreNoTextAreRefused(option: String) throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    for (value, problem) in [("a\\377b", "expected UTF-8"), ("", "expected text, found nothing")] {
      let outcome = try Program.run(
        "/bin/sh",
        [
          "-c", "exec \"$0\" import \(option) \"$(printf '\(value)')\" \"$1\"", Program.path,
          folder.path + "/page.txt",
        ])
      #expect(outcome.output == "")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(problem) && outcome.errors.contains(option))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
  }

  /// A scalar that stands for a byte in a path is itself in a text.
  @Test func anIdOfPrivateScalarsIsWritten() throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    let outcome = try Program.run(["import", "--id", "a\u{10FFE9}b", folder.path + "/page.txt"])
    #expect(outcome.output.contains(#""id": "a\udbff\udfe9b""#))
  }

  @Test func aWrongRangeNamesItsLineInTheOutline() throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    try folder.write(
      """
      {"title": [1, 1], "byline": [3, 3], "body": [5, 5],
       "comments": [{"number": 1, "parent": null, "lines": [9, 9]},
                    {"number": 2, "parent": 1, "lines": [40, 41]}]}
      """, to: "outline.json")
    let outcome = try Program.run([
      "import", folder.path + "/page.txt", "--outline", folder.path + "/outline.json",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("understory: \(folder.path)/outline.json:3:"))
    #expect(outcome.errors.contains("lines 40-41 are outside the page, which has 11 lines"))
  }

  @Test func aPlaceThatCannotBeWrittenIsOneLine() throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    let outcome = try Program.run([
      "import", folder.path + "/page.txt", "--output", folder.path + "/no/such.json",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no/such.json: cannot be written: No such file or directory"))
  }

  @Test func whatStandsAtTheOutputsPlaceIsRespected() throws {
    let folder = try Folder()
    try folder.write(Self.page, to: "page.txt")
    try folder.write("old", to: "real.json")
    chmod(folder.path + "/real.json", 0o640)
    symlink("real.json", folder.path + "/link.json")
    let page = folder.path + "/page.txt"
    _ = try Program.run(["import", page, "--output", folder.path + "/link.json"])
    #expect(try folder.read("real.json").hasPrefix("{"))
    var status = stat()
    #expect(lstat(folder.path + "/link.json", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.path + "/real.json", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    symlink("/dev/null", folder.path + "/null")
    let outcome = try Program.run(["import", page, "--output", folder.path + "/null"])
    #expect(outcome.status == 0)
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(.needsShared) func theSeedPageIsWhole() throws {
    let folder = try Folder()
    let seed = Program.shared + "/seed"
    let output = folder.path + "/page.json"
    let outcome = try Program.run([
      "import", seed + "/page.txt", "--outline", seed + "/page.outline.json", "--output", output,
    ])
    #expect(
      outcome.output == "42 comments, 15 at top level, 6 levels; 29 links; 177 masked words\n")
    let shown = try Program.run(["show", output]).output
    #expect(shown.contains("\n          #37, level 6, replies to #36\n"))
    let numbers = shown.split(separator: "\n").filter { line in
      line.drop { $0 == " " }.hasPrefix("#")
        && line.drop { $0 == " " }.dropFirst().first?.isNumber == true
    }
    #expect(numbers.count == 42)
    #expect(numbers.count { $0.hasPrefix("#") } == 15)
  }
}
