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
