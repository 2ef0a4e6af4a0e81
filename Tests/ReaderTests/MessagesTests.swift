import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// What was said can be read again, on each screen.
@Suite struct MessagesTests {
  @Test func theLastOnesAreListedWithTheirTime() {
    var reading = Reading(.outline("a\nb"), columns: 60, rows: 9, now: 1000)
    reading.press("Backspace")
    _ = reading.state.update(.clock(1000 + 7200), layout: &reading.layout)
    _ = reading.state.update(.say("12 new comments 中"), layout: &reading.layout)
    reading.press("g<")
    #expect(
      reading.screen() == """
         Messages
           02:16           12 new comments 中
           00:16           nothing to go back to





         Messages                                         Esc close
        """)
    reading.press("Esc")
    #expect(reading.screen().contains("#1"))
  }

  @Test func nothingWasSaidYet() {
    var reading = Reading(.outline("a"), columns: 60, rows: 9)
    reading.press("g<")
    #expect(reading.notice == "no messages yet")
    #expect(reading.state.isReading)
  }

  /// How far something is takes one line, whatever it came to; so does what is said again and again.
  @Test func repetitionsTakeOneLine() {
    var messages = Messages()
    for text: SafeText in ["a", "a", "1 of 9…", "2 of 9…", "3 hits", "a"] {
      messages.note(text, at: 0)
    }
    #expect(
      messages.lines(now: 0, utcOffset: 0, columns: 60).map(\.text.string) == [
        "", "a", "3 hits", "a",
      ])
  }

  @Test func fiftyAreKept() {
    var messages = Messages()
    for number in 1...60 { messages.note(SafeText("\(number)"), at: 0) }
    let lines = messages.lines(now: 0, utcOffset: 0, columns: 60).map(\.text.string)
    #expect(lines == [""] + (11...60).reversed().map { "\($0)" })
  }

  @Test func theyGoFromScreenToScreen() {
    var shelf = Shelf()
    shelf.update(.say("from the library"))
    var results = ResultsState(query: "x", shell: shelf.state.shell.passedOn())
    _ = results.update(.say("from the results"))
    var reading = Reading(columns: 60, rows: 9) { _ in
      ReadingState(Page(.outline("a")), shell: results.shell.passedOn())
    }
    reading.press("g<")
    for words in ["from the library", "from the results"] {
      #expect(reading.screen().contains(words))
    }
    shelf.state.take(reading.state.shell.passedOn())
    shelf.press("g<")
    #expect(shelf.screen.contains("from the results"))
    for key in "g<" { _ = results.press(.character(key)) }
    #expect(ResultsView.frame(results, theme: .plain).description.contains("from the library"))
  }
}
