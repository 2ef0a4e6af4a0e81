import Configuration
import Sites
import Testing
import TextGrid

/// The front pages in the configuration file.
@Suite struct SourcesTests {
  private static func file(_ text: String) -> SettingsFile {
    SettingsFile(label: "c", text: text, themes: [])
  }

  private static let hn = "https://news.ycombinator.com/news"
  private static let swift = "https://lobste.rs/t/swift"

  @Test func theyComeInTheOrderOfTheFile() {
    let file = Self.file(
      """
      [sources]
      "Hacker News" = "hn"
      Swift = "lobsters/t/swift"
      "中 é 👩‍💻" = "https://forum.example/latest"
      'a.b "c"' = 'github/ann/kiln/issues'
      """)
    #expect(file.problems == [])
    #expect(
      file.settings.sources == [
        Settings.Source(name: "Hacker News", page: "hn", address: Self.hn),
        Settings.Source(name: "Swift", page: "lobsters/t/swift", address: Self.swift),
        Settings.Source(
          name: "中 é 👩‍💻", page: "https://forum.example/latest",
          address: "https://forum.example/latest"),
        Settings.Source(
          name: "a.b \"c\"", page: "github/ann/kiln/issues",
          address: "https://github.com/ann/kiln/issues"),
      ])
  }

  @Test(arguments: [
    (
      "[sources]\na = 1",
      "c:2:1: sources.a: expected the name or the address of a front page, in quotes"
    ),
    ("[sources]\n'' = 'hn'", "c:2:1: sources.: expected a name"),
    ("[sources]\n' \u{202E}\u{200B}' = 'hn'", "c:2:1: sources. \u{202E}\u{200B}: expected a name"),
    ("\u{FEFF}[sources]\na = 1", "c:2:1: sources.a: expected the name or the address"),
    (
      "[sources]\na = 'hn'\nb = 'https://news.ycombinator.com/news'",
      "c:3:1: sources.b: expected another front page; this one is listed as a"
    ),
    ("sources = 'hn'", "c:1:1: sources: expected a table of names and front pages"),
    (
      "[sources]\nb = 'https://news.ycombinator.com/item?id=1'",
      "c:2:1: sources.b: expected a front page of Hacker News"
    ),
  ])
  func whatIsWrongIsNamed(text: String, message: String) {
    #expect(Self.file(text).problems.first?.message.hasPrefix(message) == true)
  }

  @Test func aNameThatWasProbablyMeantIsNamed() {
    let problem = Self.file("[sources]\na = 'lobster'").problems.first?.message
    #expect(
      problem?.hasPrefix("c:2:1: sources.a: expected the address of a front page, or one") == true)
    #expect(problem?.hasSuffix("; did you mean lobsters?") == true)
  }

  @Test func theRestHoldsWhereOneIsWrong() {
    let file = Self.file("[sources]\na = 'x'\nb = 'hn'")
    #expect(file.settings.sources.map(\.name) == ["b"])
    #expect(file.problems.count == 1)
  }

  @Test func thereAreAtMostAHundred() {
    let lines = (0..<103).map { "s\($0) = 'lobsters/t/t\($0)'" }
    let file = Self.file("[sources]\n" + lines.joined(separator: "\n"))
    #expect(file.settings.sources.count == 100)
    #expect(file.problems.first?.message == "c:102:1: sources.s100: expected at most 100 sources")
  }

  @Test(arguments: [("News", "News"), ("news", "news"), ("NEWS", "News"), ("other", nil)])
  func aSourceIsFoundByItsName(name: String, found: String?) {
    let settings = Self.file("[sources]\nNews = 'hn'\nnews = 'lobsters'").settings
    #expect(settings.source(named: name)?.name == found)
  }

  // MARK: Adding

  /// A file, and what it is once `Swift = "lobsters/t/swift"` was added.
  static let additions: [(before: String, after: String)] = [
    ("", "[sources]\nSwift = \"lobsters/t/swift\"\n"),
    ("# mine\n", "# mine\n\n[sources]\nSwift = \"lobsters/t/swift\"\n"),
    ("width = 72", "width = 72\n\n[sources]\nSwift = \"lobsters/t/swift\"\n"),
    // The table at the end, with and without an end of the last line.
    ("[sources]\na = 'hn'\n", "[sources]\na = 'hn'\nSwift = \"lobsters/t/swift\"\n"),
    ("[sources]\na = 'hn'", "[sources]\na = 'hn'\nSwift = \"lobsters/t/swift\""),
    ("[sources]", "[sources]\nSwift = \"lobsters/t/swift\""),
    // In the middle, with comments.
    (
      "[sources] # top\n# first\n\"a b\" = 'hn'  # mine\n# last\n\n# keys\n[keys]\n\"search\" = \"s\"\n",
      "[sources] # top\n# first\n\"a b\" = 'hn'  # mine\nSwift = \"lobsters/t/swift\"\n# last\n\n# keys\n[keys]\n\"search\" = \"s\"\n"
    ),
    (
      "[ \"sources\" ]\n# say\n# more\n\n[keys]\n",
      "[ \"sources\" ]\n# say\n# more\nSwift = \"lobsters/t/swift\"\n\n[keys]\n"
    ),
    // One that is wrong stays, and what comes is below it.
    (
      "[sources]\na = 'hn'\nb = 5\n",
      "[sources]\na = 'hn'\nb = 5\nSwift = \"lobsters/t/swift\"\n"
    ),
    // Without a heading.
    (
      "sources.a = 'hn'\nwidth = 72\n",
      "sources.a = 'hn'\nsources.Swift = \"lobsters/t/swift\"\nwidth = 72\n"
    ),
    // Lines that end with CR and LF.
    (
      "[sources]\r\na = 'hn'\r\n\r\n[keys]\r\n",
      "[sources]\r\na = 'hn'\r\nSwift = \"lobsters/t/swift\"\r\n\r\n[keys]\r\n"
    ),
    (
      "width = 72\r\nmouse = true",
      "width = 72\r\nmouse = true\r\n\r\n[sources]\r\nSwift = \"lobsters/t/swift\"\r\n"
    ),
    ("[sources]\r\na = 'hn'", "[sources]\r\na = 'hn'\r\nSwift = \"lobsters/t/swift\""),
    // After a byte order mark.
    (
      "\u{FEFF}[sources]\na = 'hn'\n",
      "\u{FEFF}[sources]\na = 'hn'\nSwift = \"lobsters/t/swift\"\n"
    ),
    // What only looks like the table.
    (
      "theme = \"\"\"\n[sources]\n\"\"\"\n",
      "theme = \"\"\"\n[sources]\n\"\"\"\n\n[sources]\nSwift = \"lobsters/t/swift\"\n"
    ),
    ("#[sources]\n", "#[sources]\n\n[sources]\nSwift = \"lobsters/t/swift\"\n"),
    // There already, under whatever name.
    (
      "[sources]\nmine = 'https://lobste.rs/t/swift'",
      "[sources]\nmine = 'https://lobste.rs/t/swift'"
    ),
  ]

  @Test(arguments: additions) func oneIsAddedAndAllElseStays(before: String, after: String) throws {
    let added = try SettingsFile.adding("Swift", "lobsters/t/swift", to: before)
    #expect(added.text == after)
    #expect(added.source.address == Self.swift)
    #expect(Self.file(added.text).settings.sources.last == added.source)
  }

  @Test func theFileWithAllDefaultsTakesOne() throws {
    let text = SettingsFile.commented(themes: ["dark"]).map { $0.string + "\n" }.joined()
    let added = try SettingsFile.adding("Swift", "lobsters/t/swift", to: text)
    #expect(
      added.text.contains(
        "# Swift = \"lobsters/t/swift\"\nSwift = \"lobsters/t/swift\"\n\n# The keys of each"))
  }

  @Test(arguments: [
    ("Hacker News", "\"Hacker News\"", "Hacker News"), ("a-b_1", "a-b_1", "a-b_1"),
    ("中 é 👩‍💻", "\"中 é 👩‍💻\"", "中 é 👩‍💻"), ("say \"x\"", "'say \"x\"'", "say \"x\""),
    ("it's \"x\" \\", "\"it's \\\"x\\\" \\\\\"", "it's \"x\" \\"), ("a.b", "\"a.b\"", "a.b"),
    ("x\u{1b}[2J\n[keys]", "\"x [2J [keys]\"", "x [2J [keys]"), ("", "source", "source"),
    ("  ", "source", "source"), ("\u{202E}\u{200B}", "source", "source"),
    ("a\u{202E}b\tc", "\"ab c\"", "ab c"), ("taken", "\"taken 2\"", "taken 2"),
  ])
  func anyNameCanBeWritten(name: String, key: String, kept: String) throws {
    let before = "[sources]\ntaken = 'hn'\n"
    let added = try SettingsFile.adding(name, "lobsters", to: before)
    #expect(added.text == before + "\(key) = \"lobsters\"\n")
    #expect(added.source.name == kept)
  }

  @Test(arguments: [
    (
      "width = ", "hn",
      AddingProblem.invalid("the file has a problem; \"understory config\" explains")
    ),
    (
      "", "x\n",
      .invalid("x\n: \(SiteError(.unknownFront(known: FrontName.known), url: "").message)")
    ),
    ("sources = {a = 'hn'}\n", "lobsters", .byHand(line: "New = \"lobsters\"")),
    ("[sources]\n[sources.x]\n", "lobsters", .byHand(line: "New = \"lobsters\"")),
    ("sources = 1\n", "lobsters", .byHand(line: "New = \"lobsters\"")),
  ])
  func whatCannotBeChangedIsLeft(text: String, page: String, problem: AddingProblem) {
    #expect(throws: problem) { try SettingsFile.adding("New", page, to: text) }
  }
}
