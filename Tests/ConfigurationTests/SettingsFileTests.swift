import Configuration
import Reader
import Testing
import TextGrid

@Suite struct SettingsFileTests {
  private func file(_ text: String) -> SettingsFile {
    SettingsFile(label: "config.toml", text: text, themes: ["dark", "light"])
  }

  /// Each is a problem, however many there are; a name that may have been meant is only looked for at
  /// first.
  @Test func manyWrongEntriesAreAllTold() {
    let lines = (0..<20_000).map { "read_on\($0) = \"\($0 % 10)\"" }
    let file = SettingsFile(
      label: "c", text: "[keys]\n" + lines.joined(separator: "\n"), themes: [])
    #expect(file.problems.count == 20_000)
    #expect(file.problems.count { $0.message.contains("did you mean") } <= 100)
  }

  @Test func everythingCanBeSet() {
    let file = file(
      """
      theme = "light"
      author_colors = false
      ages = "article"
      width = 72
      auto_mark = "off"
      mouse = false
      ascii = true
      outline = true
      keep_visited = 7
      prefetch = 50
      [keys]
      "next-unread" = ["Tab", "n"]
      "search" = "Ctrl-S"
      "next-match" = []
      """)
    #expect(file.problems == [])
    #expect(file.settings.theme == "light")
    #expect(file.settings.width == .cells(72))
    #expect(!file.settings.usesAuthorColors)
    #expect(file.settings.countsAgesFromArticle)
    #expect(!file.settings.marksByPassing)
    #expect(!file.settings.usesMouse)
    #expect(file.settings.usesASCII)
    #expect(file.settings.hasOutline == true)
    #expect(file.settings.visitedDays == 7)
    #expect(file.settings.prefetch == 50)
    #expect(keys(of: "next-unread", in: file) == [[.tab], ["n"]])
    #expect(keys(of: "search", in: file) == [[.control("s")]])
    #expect(keys(of: "next-match", in: file) == [])
  }

  @Test func nothingSetIsTheDefault() {
    let settings = file("").settings
    #expect(settings.theme == nil)
    #expect(settings.width == nil)
    #expect(settings.usesAuthorColors)
    #expect(!settings.countsAgesFromArticle)
    #expect(settings.marksByPassing)
    #expect(settings.usesMouse)
    #expect(!settings.usesASCII)
    #expect(settings.hasOutline == nil)
    #expect(settings.visitedDays == 30)
    #expect(settings.prefetch == 0)
    #expect(settings.sources == [])
    #expect(settings.commands.map(\.keys) == Command.all.map(\.keys))
  }

  @Test func theWholeScreenIsAWidth() {
    #expect(file("width = \"full\"").settings.width == .full)
  }

  static let problems: [(text: String, message: String)] = [
    (
      "theme = \"lihgt\"",
      "config.toml:1:1: theme: expected one of dark, light; did you mean light?"
    ),
    ("width = 3", "config.toml:1:1: width: expected 20 to 1000 cells, or \"full\""),
    ("prefetch = 51", "config.toml:1:1: prefetch: expected 0 to 50 discussions"),
    ("prefetch = -1", "config.toml:1:1: prefetch: expected 0 to 50 discussions"),
    ("keep_visited = 0", "config.toml:1:1: keep_visited: expected 1 to 10000 days"),
    ("keep_visited = 10001", "config.toml:1:1: keep_visited: expected 1 to 10000 days"),
    ("keep_visited = \"x\"", "config.toml:1:1: keep_visited: expected 1 to 10000 days"),
    ("\nmouse = 1", "config.toml:2:1: mouse: expected true or false"),
    ("ages = 1", "config.toml:1:1: ages: expected \"now\" or \"article\""),
    ("auto_mark = \"yes\"", "config.toml:1:1: auto_mark: expected \"pass\" or \"off\""),
    (
      "mose = true",
      """
      config.toml:1:1: mose: expected one of theme, author_colors, ages, width, auto_mark, mouse, ascii, outline, keep_visited, prefetch, sources, keys; \
      did you mean mouse?
      """
    ),
    (
      "[keys]\nnext-unred = \"n\"",
      """
      config.toml:2:1: keys.next-unred: expected a command; "understory config --default" lists \
      them; did you mean next-unread?
      """
    ),
    (
      "[keys]\n\"search\" = 4",
      "config.toml:2:1: keys.search: expected keys in quotes, such as [\"Tab\", \"gb\"]"
    ),
    (
      "[keys]\n\"search\" = \"Hyper-x\"",
      "config.toml:2:1: keys.search: expected keys such as Tab, gb, Ctrl-R, Alt-x or F1; found Hyper-x"
    ),
    (
      "[keys]\n\"search\" = \"5\"",
      """
      config.toml:2:1: keys.search: expected keys that do not begin with a digit, which is a count; found 5
      """
    ),
    (
      "[keys]\n\"search\" = \"n\"\n\"undo\" = \"nn\"",
      "config.toml:3:1: keys.undo: expected another key: nn already belongs to search"
    ),
    ("keys = 1", "config.toml:1:1: keys: expected a table of commands and their keys"),
  ]

  @Test(arguments: problems)
  func aWrongEntryIsToldAndLeftAtTheDefault(text: String, message: String) {
    let file = file(text)
    #expect(file.problems.map(\.message) == [message])
    #expect(file.settings.theme == nil && file.settings.usesMouse)
  }

  @Test func whatIsNoTOMLIsToldWithItsPlace() throws {
    let problem = try #require(file("theme = \n").problems.first)
    #expect(problem.message.hasPrefix("config.toml:1:"))
  }

  @Test func aKeyThatIsGivenIsTakenFromOthers() {
    let settings = file("[keys]\n\"next-unread\" = [\"n\", \"z\"]").settings
    let others = settings.commands.filter { $0.context == .reading && $0.id != "next-unread" }
    #expect(!others.contains { $0.keys.contains { $0.first == "n" || $0.first == "z" } })
    // Lists and prompts keep theirs.
    #expect(settings.commands.contains { $0.context == .text && $0.keys.contains(["j"]) })
  }

  @Test func keysOfTheLibraryAreItsOwn() {
    let file = file("[keys]\n\"library-remove\" = \"x\"\n\"results-open\" = \"3\"")
    #expect(keys(of: "library-remove", in: file) == [["x"]])
    #expect(keys(of: "links", in: file) == [["x"]])
    #expect(keys(of: "results-open", in: file) == [[.enter], ["l"], [.right]])
    #expect(
      file.problems.map(\.message) == [
        "config.toml:3:1: keys.results-open: expected keys that do not begin with a digit, "
          + "which is a count; found 3"
      ])
  }

  @Test func theExplainedFileSetsNothingAsItIsAndTheDefaultsWhenItIsOpened() {
    let lines = SettingsFile.commented(themes: ["dark", "light"]).map(\.string)
    let asItIs = file(lines.joined(separator: "\n"))
    #expect(asItIs.problems == [])
    let opened = lines.map {
      $0.hasPrefix("# ") && $0.contains(" = ") ? String($0.dropFirst(2)) : $0
    }
    let file = file(opened.joined(separator: "\n"))
    #expect(file.problems.map(\.message) == [])
    #expect(file.settings.commands.map(\.keys) == Command.all.map(\.keys))
  }

  private func keys(of id: String, in file: SettingsFile) -> [[Key]]? {
    file.settings.commands.first { $0.id == id }?.keys
  }
}
