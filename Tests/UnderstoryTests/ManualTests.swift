import TextGrid
import Testing

@testable import understory

/// The pages of the manual as they are written.
@Suite struct ManualTests {
  @Test(arguments: HelpTopic.allCases)
  func linesOfATopicFitATerminal(topic: HelpTopic) {
    let examples = topic.text.blocks.flatMap { block -> [String] in
      switch block {
      case .literal(let lines): lines
      case .made(let name):
        (TopicTable.made(name)?.parts ?? []).flatMap(\.entries).flatMap(\.examples)
      case .heading, .paragraph, .item, .table: []
      }
    }
    let lines = topic.lines
    #expect(lines.count > 10)
    for line in lines {
      if examples.contains(where: { !$0.isEmpty && line.string.hasSuffix($0) }) { continue }
      #expect(line.width <= 80, "\(line)")
    }
  }

  /// No markup is left in what is read, and every table that a page asks for is there.
  @Test(arguments: HelpTopic.allCases)
  func aTopicIsReadWhole(topic: HelpTopic) {
    let blocks = topic.text.blocks
    guard case .heading(level: 1, _)? = blocks.first else {
      Issue.record("\(topic) does not begin with a title")
      return
    }
    for block in blocks.dropFirst() {
      switch block {
      case .heading(let level, _): #expect(level == 2 || level == 3)
      case .paragraph(let text), .item(let text):
        #expect(text.count { $0 == "`" }.isMultiple(of: 2), "\(text)")
      case .literal(let lines): #expect(!lines.isEmpty)
      case .table(let table):
        #expect(table.parts.flatMap(\.entries).allSatisfy { !$0.text.isEmpty })
      case .made(let name): #expect(TopicTable.made(name) != nil, "\(name)")
      }
    }
  }

  /// What turns something off is not explained as what turns it on.
  @Test func eachParameterOfACommandHasWordsOfItsOwn() throws {
    func check(_ command: CommandTree) {
      let words = command.shownArguments.map(\.abstract)
      #expect(Set(words).count == words.count, "\(command.name): \(words)")
      #expect(words.allSatisfy { !$0.isEmpty }, "\(command.name)")
      for subcommand in command.shownSubcommands { check(subcommand) }
    }
    let whole = try CommandTree.whole()
    check(whole)
    let off = whole["open"]?.arguments.first { $0.names == ["--no-append"] }
    #expect(off?.abstract == "Turn off --append.")
  }

  /// An argument says what it takes: a discussion may be a link, an id or a file.
  @Test func argumentsSayWhatTheyTake() throws {
    var names: [String] = []
    func check(_ command: CommandTree) {
      for argument in command.shownArguments where argument.kind == .positional {
        names.append("\(command.name) \(argument.valueName)")
        guard argument.valueName == "discussion" else { continue }
        let isWhole = ["link", "id"].allSatisfy(argument.abstract.contains)
        #expect(isWhole, "\(command.name): \(argument.abstract)")
      }
      for subcommand in command.shownSubcommands { check(subcommand) }
    }
    check(try CommandTree.whole())
    #expect(
      names == [
        "open discussion", "add file", "fetch link or id", "front page", "keep id", "remove id",
        "search query", "show discussion", "stats discussion", "import file", "status discussion",
        "read discussion", "read numbers", "unread discussion", "unread numbers", "import file",
        "completions shell", "manual topic", "help words",
      ])
  }

  @Test func aTopicIsRead() {
    let text = TopicText(
      """
      # Sheds 中
      One line
      and another, `a|b`.
      ## Paint

      - red
        and é
      - see [the page](page.md), not [this]
      <!-- keys -->
      ```sh
      # no heading

      | no table |
      ```
      | a | b |
      | --- | --- |
      | `x\\|y` | 👩‍💻 \\\\ |

      | a | b | c |
      | --- | --- | --- |
      | One | | 3 |
      """)
    #expect(
      text.blocks == [
        .heading(level: 1, "Sheds 中"), .paragraph("One line and another, `a|b`."),
        .heading(level: 2, "Paint"), .item("red and é"),
        .item("see [the page](page.md), not [this]"), .made("keys"),
        .literal(["# no heading", "", "| no table |"]),
        .table(
          TopicTable([TopicTable.Part(entries: [TopicTable.Entry(term: "`x|y`", text: "👩‍💻 \\")])])),
        .table(
          TopicTable([
            TopicTable.Part(heading: "One", entries: [TopicTable.Entry(term: "C", text: "3")])
          ])),
      ])
    #expect(
      TopicText.plain("see [the `x` page](page.md), not [this] `[a](b)`")
        == "see the x page, not [this] [a](b)")
  }

  @Test func linesOfATopic() {
    var lines = TopicLines()
    for block in TopicText(
      "# T\na\n## H\nb\n- c\n- d\n\n```\ne\n```\n| t | u |\n| - | - |\n| v | w |"
    ).blocks {
      lines.add(block)
    }
    #expect(
      lines.lines.map(\.string) == [
        "T", "", "a", "", "H", "", "  b", "", "  - c", "  - d", "", "    e", "",
        "  v                     w",
      ])
  }

  @Test func nothingInAManualIsTakenForAnInstruction() {
    var page = Mdoc()
    page.text(".Sh 中 'é' \\fB 👩‍💻 a-b")
    page.request("It", "Fl")
    page.request("It", ".")
    page.request("It", "gq \"")
    #expect(
      page.lines == [
        "\\&.Sh 中 \\(aqé\\(aq \\efB 👩‍💻 a\\-b", ".It \\&Fl", ".It \\&.", ".It \"gq \\(dq\"",
      ])
  }

  @Test func paragraphsStayApart() {
    var page = Mdoc()
    page.text("One. Two\nthree.\n\nFour 中.")
    #expect(page.lines == ["One.", "Two three.", ".Pp", "Four 中."])
  }

  @Test func codeIsBoldInAManual() {
    var page = Mdoc()
    page.markedText("Press `.x y` or `-`; see [a](b).")
    #expect(page.lines == ["Press \\fB.x y\\fR or \\fB\\-\\fR; see a."])
  }

  @Test func aLineOfTheManualIsShort() throws {
    var page = Mdoc()
    page.text(String(repeating: "word ", count: 40) + "end. Another sentence.")
    #expect(page.lines.allSatisfy { $0.utf8.count <= 79 })
    #expect(page.lines.last == "Another sentence.")
  }
}
