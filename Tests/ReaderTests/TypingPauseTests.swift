import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// What is typed or pasted is looked for once, when input pauses.
@Suite struct TypingPauseTests {
  private static let pause = Shell.typingPause

  private static func reading() -> Reading {
    Reading(.outline("a: one\nb: two twos\nc: three"), columns: 60, rows: 14)
  }

  @Test func eachLetterPutsTheSearchOff() {
    var reading = Self.reading()
    reading.press("/")
    #expect(reading.state.shell.nextTick == nil)
    for (index, letter) in "two".enumerated() {
      _ = reading.state.update(.tick(1_000 + 40 * index), layout: &reading.layout)
      reading.type(String(letter))
      #expect(reading.state.finding.search == nil)
      #expect(reading.state.shell.nextTick == 1_000 + 40 * index + Self.pause)
    }
    _ = reading.state.update(.tick(1_080 + Self.pause - 1), layout: &reading.layout)
    #expect(reading.state.finding.search == nil)
    #expect(reading.status().hasSuffix("searching…"))
    _ = reading.state.update(.tick(1_080 + Self.pause), layout: &reading.layout)
    #expect(reading.state.finding.search?.pattern.source == "two")
    #expect(reading.state.shell.nextTick == nil)
  }

  @Test func aPasteIsLookedForOnceWhateverItsLength() {
    var reading = Self.reading()
    reading.press("/")
    for _ in 0..<20_000 {
      reading.type("a")
      #expect(!reading.state.hasPendingWork || reading.state.finding.search == nil)
    }
    reading.pause()
    #expect(reading.state.finding.search?.pattern.source.count == 20_000)
    reading.work()
    #expect(reading.state.finding.search?.words == "no match")
  }

  @Test(arguments: [("Enter", "two"), ("Esc", nil)])
  func anEndOfTypingDoesNotWait(key: String, source: String?) {
    var reading = Self.reading()
    reading.press("/")
    reading.type("two")
    reading.press(key)
    #expect(reading.state.finding.search?.pattern.source == source)
    #expect(reading.state.shell.nextTick == nil)
    // Nothing is begun again by the time that passes.
    reading.pause()
    #expect(reading.state.finding.search?.pattern.source == source)
  }

  @Test func theSameInTheLibrary() {
    var shelf = Shelf()
    shelf.press("/")
    shelf.update(.tick(500))
    shelf.type("roof")
    #expect(shelf.focus == "bytecode")
    #expect(shelf.state.shell.nextTick == 500 + Self.pause)
    shelf.update(.tick(500 + Self.pause - 1))
    #expect(shelf.focus == "bytecode")
    shelf.update(.tick(500 + Self.pause))
    #expect(shelf.focus == "roof")
    shelf.type("x")
    shelf.press("Enter")
    #expect(shelf.notice == "no match for roofx in this list")
  }
}
