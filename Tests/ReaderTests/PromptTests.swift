import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Typing a line: (keys, what is typed by then; nil for a closed prompt).
@Suite struct PromptTests {
  @Test(arguments: [
    ("/ a b Space c", "ab c"), ("/ a Backspace", ""), ("/ a Backspace Backspace", nil),
    ("/ Backspace", nil), ("f/ Backspace", nil), (": Backspace", nil), ("/ a b Ctrl-U", ""),
    ("/ Ctrl-U", ""), ("/ Ctrl-W", ""), ("/ a b Space c d Ctrl-W", "ab "),
    ("/ a b Space Space Ctrl-W", ""), ("/ a b Space c Ctrl-W Ctrl-W", ""), ("/ a Esc", nil),
    ("/ a Ctrl-C", nil), ("f/ a Ctrl-C", nil), (": a Ctrl-C", nil), ("/ q", "q"), ("/ 3 j", "3j"),
    ("/ 中 é Backspace", "中"), ("/ 👩‍💻 Backspace", ""), ("/ Down Up Tab", ""), ("f/ Enter", nil),
    ("/ Ctrl-A", ""), ("/ a Enter", nil), ("f/ / x", "/x"),
  ])
  func typed(keys: String, text: String?) {
    var reading = Reading(.outline(tree), rows: 12)
    reading.press(keys)
    if let prompt = reading.state.shell.prompt {
      #expect(prompt.text == text)
    } else {
      #expect(text == nil)
    }
    #expect(reading.effects.allSatisfy { $0 != .exit && $0 != .leave })
  }

  @Test(arguments: [
    ("/", "/  ", "  words or /expression/   Esc cancel"), ("/ x", "/x  ", "  searching…"),
    ("f/", "filter:   ", "   unread new starred author:NAME >3 since:3d words /expression/"),
    ("f/ u n r e a d", "filter: unread", "unread"), (":", ":   ", "   Enter do it"),
    (": z z z", ":zzz   ", "   no matching command"),
    ("/ / ( /", "//(/   ", "not a regular expression yet"),
  ])
  func theLine(keys: String, start: String, end: String) {
    var reading = Reading(.outline(tree), columns: 76, rows: 12)
    reading.press(keys)
    if keys.hasSuffix("/") { reading.pause() }
    #expect(reading.status().hasPrefix(start))
    #expect(reading.status().hasSuffix(end))
  }

  @Test func aLongLineShowsItsEnd() {
    var reading = Reading(.outline(tree), columns: 40, rows: 12)
    reading.press("f/", typing: "one two three four five six seven eight nine")
    #expect(reading.status() == "filter: …ur five six seven eight nine")
    reading.press("Backspace")
    reading.press("", typing: "中中")
    #expect(reading.status().hasSuffix("seven eight nin中中"))
  }

  /// What is wrong with a line is beside it if there is room, and else in the row above.
  @Test(arguments: [
    (
      100, "",
      "filter: a /a(/ not a regular expression: missing closing parenthesis at character 2"
    ),
    (80, "not a regular expression: missing closing parenthesis at character 2", "filter: a /a(/"),
    (30, "not a regular expression: mi…", "filter: a /a(/"),
  ])
  func whatIsWrongIsReadWhole(columns: Int, above: String, line: String) {
    var reading = Reading(.outline(tree), columns: columns, rows: 12)
    reading.press("f/", typing: "a /a(/")
    reading.press("Enter")
    let rows = reading.screen().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(above.isEmpty || rows[10].contains(above))
    #expect(reading.status().filter { $0 != " " } == line.filter { $0 != " " })
  }

  @Test func theCursorStandsAfterTheLine() {
    var reading = Reading(.outline(tree), columns: 40, rows: 12)
    reading.press("/", typing: "中é")
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
    #expect(frame.cursor == (11, 5))
  }

  @Test func hostileLettersAreDrawnHarmlessly() {
    var reading = Reading(.outline(tree), columns: 40, rows: 12)
    reading.press("/", typing: "\u{1B}[2J\u{202E}x")
    #expect(reading.status().hasPrefix("/␛[2Jx"))
  }
}
