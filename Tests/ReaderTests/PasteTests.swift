import TextGrid
import Testing

@testable import Reader

/// Pasted text: it goes to the line that is open, and nowhere else.
@Suite struct PasteTests {
  static let lines: [(text: String, line: String)] = [
    ("", ""), ("words", "words"), ("中 é 👩‍💻", "中 é 👩‍💻"), ("a\nb", "a b"), ("a\r\nb\rc", "a b c"),
    ("a\n\nb", "a  b"), ("a\tb", "a b"), ("a\u{2028}b\u{85}c\u{B}d\u{C}e\u{2029}f", "a b c d e f"),
    ("a\n", "a"), ("a\r\n\n", "a"), ("\na", " a"), ("a ", "a "), ("\n", ""),
    ("\u{1B}[31mred\u{3}\u{0}\u{7F}\u{9B}1m", "[31mred1m"), ("\u{FFFD}", "\u{FFFD}"),
    ("a\u{202E}b\u{200B}", "a\u{202E}b\u{200B}"),
  ]

  @Test(arguments: lines)
  func becomesALine(text: String, line: String) {
    #expect(PastedText.line(of: text) == line)
  }

  private static let unwanted: SafeText = "paste ignored: no text field is open"
  private static let tooLong: SafeText = "paste ignored: too long"

  /// Each line that can be open, by the keys that open it; a paste is accepted by Enter alone.
  @Test(arguments: ["/", "f/", ":"])
  func aDiscussionsLineTakesIt(keys: String) {
    var reading = Reading(.outline("1\n2\n"), rows: 12)
    reading.press(keys)
    reading.press("", typing: "x")
    _ = reading.state.update(.paste("Q All\r\nquit\n"), layout: &reading.layout)
    guard let prompt = reading.state.shell.prompt else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.text == "xQ All quit")
    _ = reading.state.update(.paste(nil), layout: &reading.layout)
    #expect(reading.state.shell.notice == Self.tooLong)
    #expect(reading.state.shell.isTyping)
  }

  /// Whatever is on the screen but a line, and in the middle of a series of keys.
  @Test(arguments: ["", "?", "i", "S", "t", "p", "x", "g", "3", "z"])
  func elsewhereADiscussionDropsIt(keys: String) {
    var reading = Reading(.outline("1\n2\n"), rows: 12)
    reading.press(keys)
    let (mode, marks, focus) = (reading.state.mode, reading.state.marks, reading.state.focus)
    for text in ["All, quit", "\r", "q", nil] {
      let effects = reading.state.update(.paste(text), layout: &reading.layout)
      #expect(effects.isEmpty)
      #expect(reading.state.shell.notice == Self.unwanted)
    }
    #expect(reading.state.mode == mode)
    #expect(reading.state.marks == marks)
    #expect(reading.state.focus == focus)
    #expect(reading.state.shell.typed == TypedKeys())
  }

  @Test(arguments: [
    Action.startSearch, .startFilter, .startSearchOfEverything, .palette,
  ])
  func theLibrarysLineTakesIt(action: Action) {
    var state = LibraryState([], shell: Shell(size: GridSize(columns: 80, rows: 12), now: 0))
    _ = state.update(action)
    _ = state.update(.paste("Don't quote\nme\n"))
    guard let prompt = state.shell.prompt else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.text == "Don't quote me")
  }

  @Test(arguments: [Action.redraw, .help])
  func elsewhereTheLibraryDropsIt(action: Action) {
    var state = LibraryState([], shell: Shell(size: GridSize(columns: 80, rows: 12), now: 0))
    _ = state.update(action)
    let before = state.shell.text?.kind
    #expect(state.update(.paste("Don't quote me")) == [])
    #expect(state.shell.notice == Self.unwanted)
    #expect(state.shell.text?.kind == before)
    #expect(!state.shell.isTyping)
  }
}
