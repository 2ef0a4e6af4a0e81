import Testing

@testable import understory

/// The pages of the manual as they are written.
@Suite struct ManualTests {
  @Test func linesOfATopicFitATerminal() {
    for topic in HelpTopic.allCases {
      let examples = topic.parts.flatMap(\.entries).flatMap(\.examples)
      for line in topic.lines where !examples.contains(where: "\(line)".hasSuffix) {
        #expect("\(line)".count <= 80, "\(line)")
      }
    }
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

  @Test func aLineOfTheManualIsShort() throws {
    var page = Mdoc()
    page.text(String(repeating: "word ", count: 40) + "end. Another sentence.")
    #expect(page.lines.allSatisfy { $0.utf8.count <= 79 })
    #expect(page.lines.last == "Another sentence.")
  }
}
