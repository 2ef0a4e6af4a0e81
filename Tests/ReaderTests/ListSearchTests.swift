import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// One search for all lists: what is typed after `/` is found in their lines.
@Suite struct ListSearchTests {
  private static var lock: Discussion {
    var result = Discussion.outline(
      """
      a ann: The gate leaks.
        b bob: It leaked when my grandmother rowed through it.
          c 中村: Mend it.
      d Eve: Two gates are better.
        e ann: deleted
      f cem: 水門 first, then the gate.
      """)
    result.markup = .markdown
    result.comments[0].body = """
      The gate leaks: https://gate.example/leak

      A weir: https://weir.example/

      What it costs: https://gate.example/price
      """
    for index in result.comments.indices { result.comments[index].published = "2024-05-01T10:00Z" }
    return result
  }

  /// A list of each kind: the keys that open it, and what is found in it.
  private struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var keys: String
    /// Typed in small letters, and the selected line after each further `n`, 0-based.
    var line: String
    var found: [Int]
    var columns = 80
    var testDescription: String { name }
  }

  private static let kinds = [
    Kind(name: "outline", keys: "gg t", line: "gate", found: [1, 4, 6, 1]),
    Kind(name: "outline, authors", keys: "gg t", line: "ann", found: [1, 5, 1]),
    Kind(name: "stars", keys: "1G s 2G s 6G s 1G S", line: "leak", found: [0, 1, 0]),
    Kind(name: "stars, numbers", keys: "1G s 2G s 6G s 1G S", line: "#6", found: [2, 2]),
    Kind(name: "links", keys: "1G x", line: "gate.", found: [0, 2, 0]),
    Kind(name: "all links", keys: "gx", line: "gate.example", found: [0, 2, 0]),
    Kind(name: "since", keys: "gs", line: "hour", found: [1, 2, 1]),
    Kind(name: "new", keys: "gn", line: "/first|better/", found: [2, 3, 2]),
  ]

  /// Of the six comments `a` was there on the last visit.
  private static func reading(_ kind: Kind, rows: Int = 24) -> Reading {
    let page = Page(lock)
    var reading = Reading(columns: kind.columns, rows: rows, now: 1_714_564_800) {
      ReadingState(page, shell: $0)
    }
    let earlier = EarlierReading(
      knownComments: [page.idHash(at: 0)],
      visits: [Visit(start: 1_714_500_000, lastActivity: 1_714_500_100, arrivals: [])])
    _ = reading.state.restore(earlier, layout: &reading.layout)
    reading.press("Esc " + kind.keys)
    return reading
  }

  @Test(arguments: kinds)
  private func linesAreFound(kind: Kind) {
    var reading = Self.reading(kind)
    reading.press("/", typing: kind.line, then: "work")
    var selected = [reading.selected]
    #expect(reading.status().hasPrefix("/" + kind.line))
    #expect(reading.status().hasSuffix("1/\(kind.found.count - 1)"))
    reading.press("Enter")
    for _ in kind.found.dropFirst() {
      reading.press("n work")
      selected.append(reading.selected)
    }
    #expect(selected == kind.found)
    #expect(reading.status().contains(" · /\(kind.line) 1/\(kind.found.count - 1)"))
    reading.press("N work")
    #expect(reading.selected == kind.found[kind.found.count - 2])
    // The list is still there, and Esc closes the search before it.
    reading.press("Esc")
    #expect(reading.selected == kind.found[kind.found.count - 2])
    #expect(!reading.status().contains("/" + kind.line))
    reading.press("Esc")
    #expect(reading.state.mode == .reading)
  }

  /// What is broken off returns to the line where it began, and Enter goes to what was found.
  @Test(arguments: kinds)
  private func escapeReturns(kind: Kind) {
    var reading = Self.reading(kind)
    let before = reading.selected
    reading.press("/", typing: kind.line, then: "work Esc")
    #expect(reading.selected == before)
    reading.press("/", typing: "nowhere", then: "work Enter")
    #expect(reading.selected == before)
    #expect(reading.notice == "no match for nowhere in this list")
    reading.press("/", typing: "/(/", then: "Enter")
    #expect(reading.notice?.hasPrefix("not a regular expression: ") == true)
    #expect(reading.selected == before)
  }

  /// (what is typed, how many lines of the outline have it).
  @Test(arguments: [
    ("gate", "3"), ("Gate", "no match"), ("EVE", "no match"), ("Eve", "1"), ("eve", "1"),
    ("/g.te/", "3"), ("/GATE|Mend/", "1"), ("水門", "1"), ("中村 mend", "1"), ("gate\u{A0}leaks", "1"),
    ("a title", "1"), ("/(/", "not a regular expression yet"),
  ])
  func theRulesAreThoseOfThePage(line: String, count: String) {
    var reading = Self.reading(Self.kinds[0])
    reading.press("/", typing: line, then: "work")
    let status = reading.status()
    #expect(status.hasSuffix("/" + count) || status.hasSuffix(" " + count), "\(status)")
  }

  /// What was looked for last is the same for the page and all lists.
  @Test func oneHistory() {
    var reading = Self.reading(Self.kinds[0])
    reading.press("Esc /", typing: "gate", then: "Enter Esc t n work")
    #expect(reading.selected == 1)
    reading.press("/", typing: "", then: "Enter work")
    #expect(reading.selected == 4)
    reading.press("/", typing: "mend", then: "work Enter Esc Esc gg n work")
    #expect(reading.focus == "c")
    reading.press("t")
    #expect(!reading.status().contains("/mend"))
  }

  @Test func nothingWasLookedForYet() {
    var reading = Self.reading(Self.kinds[0])
    reading.press("n")
    #expect(reading.notice == "no search yet (/ searches)")
    #expect(reading.status().hasPrefix("no search yet"))
    var typed = Reading(Self.lock, columns: 80, areCommandsTyped: true)
    typed.press("t n")
    #expect(typed.notice == "no search yet (\"find\" searches)")
  }

  /// The key that is named is the one that searches there.
  @Test(arguments: Command.all.filter { $0.action == .startSearch && $0.context != .reading })
  func theKeyOfTheScreenIsNamed(command: Command) {
    var commands = Command.all
    for index in commands.indices where commands[index].id == command.id {
      commands[index].keys = [Key.series("zx") ?? []]
    }
    var shell = Shell(size: GridSize(columns: 80, rows: 24), now: 0, commands: commands)
    var search = ListSearch()
    let lines = ListLines(
      context: command.context, count: 0, place: ListPlace(line: 0), text: { _ in nil })
    _ = search.take(.goOn(forward: true), in: lines, &shell)
    #expect(shell.notice == "no search yet (zx searches)")
  }

  /// In the text of a screen: what it says is found row by row, and brought to the screen.
  @Test func helpMessagesAndDetails() {
    var reading = Self.reading(Self.kinds[0], rows: 10)
    reading.press("Esc ? /", typing: "mute or", then: "Enter")
    #expect(reading.screen().split(separator: "\n").first?.contains("mute or unmute") == true)
    #expect(reading.status().hasPrefix("Keys · more below · /mute or 1/1"))
    reading.press("Esc")
    #expect(reading.status().hasPrefix("Keys · more below"))
    reading.press("/", typing: "undo", then: "Esc")
    #expect(reading.screen().contains("mute or unmute"))
    reading.press("Esc Esc zw gq g< /", typing: "QUOTED", then: "Enter")
    #expect(
      reading.notice
        == "no match for QUOTED in this list · a capital letter makes the search case-sensitive")
    reading.press("/", typing: "quoted", then: "Enter")
    #expect(reading.status().hasPrefix("Messages · /quoted 1/1"))
    reading.press("Esc Esc 2G i /", typing: "bob", then: "Enter")
    #expect(reading.status().hasPrefix("Details · "))
    #expect(reading.status().contains(" · /bob 1/"))
    reading.press("Esc Esc")
    #expect(reading.state.mode == .reading)
  }

  @Test func whatIsFoundStandsOut() {
    for kind in Self.kinds where kind.line == "gate" || kind.line == "hour" {
      var reading = Self.reading(kind)
      reading.press("/", typing: kind.line, then: "work Enter")
      let found = reading.pieces(of: .match)
      #expect(!found.isEmpty && found.allSatisfy { $0.lowercased() == kind.line }, "\(found)")
    }
    var reading = Self.reading(Self.kinds[0])
    reading.press("/", typing: "水門", then: "work Enter")
    #expect(reading.pieces(of: .match) == ["水門"])
  }

  /// Who moves on is not taken elsewhere once something is found.
  @Test func aLateMatchTakesNobodyAway() {
    var reading = Self.reading(Self.kinds[0])
    reading.press("/")
    reading.type("first")
    reading.press("Enter j j")
    let selected = reading.selected
    reading.press("work")
    #expect(reading.selected == selected)
  }

  /// A long outline is looked at a few lines at a time.
  @Test func aLongOutlineIsSearchedInSteps() {
    let comments = (0..<5_000).map { "c\($0): word \($0)" }.joined(separator: "\n")
    var reading = Reading(.outline(comments), columns: 80, rows: 24)
    reading.press("t /")
    reading.type("word 4999")
    reading.pause()
    #expect(reading.state.hasPendingWork)
    #expect(reading.state.isSearching)
    #expect(reading.status().hasSuffix("searching…"))
    reading.press("work")
    #expect(reading.selected == 5_000)
    reading.press("Esc")
    #expect(reading.selected == 0)
    reading.press("/")
    reading.type("word 4999")
    reading.pause()
    _ = reading.state.update(.stopSearching, layout: &reading.layout)
    #expect(reading.notice == "search cancelled")
    #expect(!reading.state.isSearching)
  }
}

extension Reading {
  /// The selected line of what is over the page, 0-based; -1 if nothing is.
  fileprivate var selected: Int {
    switch state.mode {
    case .list(let list): list.selected
    case .news(let news): news.selected
    case .outline(let selected): selected
    case .reading, .inspection, .peek: -1
    }
  }
}
