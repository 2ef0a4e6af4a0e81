import DiscussionModel
import Testing

@testable import Reader

/// Going back through jumps, and forward again.
@Suite struct JumpTests {
  /// Who comes back to a comment step by step and jumps away again has left it once.
  @Test func aSpotThatIsLeftTwiceInARowIsKeptOnce() {
    var reading = Reading(.outline("a\nb\nc"), rows: 20)
    reading.press("1G G k k G Backspace")
    #expect(reading.focus == "a")
    reading.press("Backspace")
    #expect(reading.focus == "article")
  }

  @Test(arguments: [
    ("G Backspace", "article"), ("G -", "article"), ("G Ctrl-O", "article"),
    ("G Backspace +", "f"), ("> > Backspace", "a"), ("> > 2 Backspace", "article"),
    ("3G 5G 1G 2 Backspace +", "e"), ("3G 5G 1G 9 Backspace 9+", "a"),
    // What is no jump is not gone back over.
    ("j j j Backspace", "c"), ("j Tab j Backspace", "a"), ("G k k Backspace", "article"),
    // Every kind of jump.
    ("4G h Backspace", "d"), ("4G 2G < Backspace", "b"), ("3G Tab Backspace", "c"),
    ("3G Shift-Tab Backspace", "c"), ("3G gg Backspace", "c"), ("3G zp Backspace", "c"),
    ("3G A u Backspace", "c"), ("6G R Backspace", "f"), ("j s G S Enter Backspace", "f"),
    ("4G p Enter Backspace", "d"), ("4G t G Enter Backspace", "d"),
    // A new jump ends the way forward.
    ("3G 5G Backspace 1G +", "a"), ("3G 5G Backspace + +", "e"),
  ])
  func focus(keys: String, focus: String) {
    var reading = Reading(.outline(tree))
    reading.press(keys)
    #expect(reading.focus == focus)
  }

  @Test(arguments: [
    ("Backspace", "nothing to go back to"), ("+", "nothing to go forward to"),
    ("G Backspace Backspace", "nothing to go back to"), ("G +", "nothing to go forward to"),
  ])
  func notice(keys: String, notice: String) {
    var reading = Reading(.outline(tree))
    reading.press(keys)
    #expect(reading.notice == notice)
  }

  private static var many: Discussion {
    var result = Discussion(id: "many", title: "Many")
    result.comments = (1...400).map { Comment(id: "\($0)", body: "x") }
    return result
  }

  @Test func aHundredAndFiftyJumpsGoBackAndForward() {
    var reading = Reading(Self.many)
    for number in 1...150 { reading.press("\(number * 2)G") }
    for number in (1..<150).reversed() {
      reading.press("Backspace")
      #expect(reading.focus == "\(number * 2)")
    }
    reading.press("Backspace")
    #expect(reading.focus == "article")
    for number in 1...150 {
      reading.press("+")
      #expect(reading.focus == "\(number * 2)")
    }
  }

  @Test func theScreenComesBackToo() {
    var reading = Reading(Self.many)
    reading.press("50G zb j j")
    let top = reading.top
    reading.press("300G Backspace")
    #expect(reading.focus == "52")
    #expect(reading.top == top)
  }

  @Test func whatWasFoldedIsOpened() {
    var reading = Reading(.outline(tree))
    reading.press("4G gg zM Backspace")
    #expect(reading.focus == "d")
    #expect(reading.onShow == ["article", "a+", "b", "c", "d+", "e+", "f+"])
  }

  @Test func whatAFilterHidIsShownByGoingBack() {
    var reading = Reading(.outline("a ann\nb bob\n  c ann\nd bob"))
    reading.press("4G 1G fa")
    #expect(reading.onShow == ["a", "b", "c"])
    reading.press("Backspace")
    #expect(reading.focus == "a")
    reading.press("Backspace")
    #expect(reading.focus == "d")
    #expect(reading.state.outline.narrowing == nil)
  }

  @Test func jumpsHoldWhenAChangedFileIsTakenIn() {
    var reading = Reading(.outline("a\nb\nc\nd"))
    reading.press("2G 3G 4G 1G")
    let later = Discussion.outline("x\n  y\na\n  z\nb\nd")
    _ = reading.state.update(.offer(Page(later)), layout: &reading.layout)
    reading.press("U")
    var visited: [String] = []
    for _ in 0..<4 {
      reading.press("Backspace")
      visited.append(reading.focus)
    }
    #expect(visited == ["d", "b", "article", "article"])
  }
}
