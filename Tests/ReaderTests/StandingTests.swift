import TextGrid
import Testing

@testable import Reader

/// When what is on the screen has stood, by a clock of the test's.
@Suite struct StandingTests {
  private static func frame(_ text: SafeText, status: SafeText) -> Frame {
    var frame = Frame(size: GridSize(columns: 20, rows: 3))
    frame.write(text, row: 0, column: 0)
    frame.write(status, row: 2, column: 0)
    return frame
  }

  @Test func textStandsWhileTheLastRowTicks() {
    var standing = Standing()
    for time in stride(from: 0, through: 180, by: 20) {
      standing.show(
        Self.frame("words", status: SafeText("\(time)")), at: time, hasUnnotedText: true)
      #expect(standing.rest(at: time) == 200 - time)
      let hasStood = standing.hasStood(at: time)
      #expect(!hasStood)
    }
    let (early, due, again) = (
      standing.hasStood(at: 199), standing.hasStood(at: 200), standing.hasStood(at: 400)
    )
    #expect(!early && due && !again)
    #expect(standing.rest(at: 400) == nil)
  }

  @Test func otherTextStandsAnew() {
    var standing = Standing()
    standing.show(Self.frame("words", status: "1"), at: 0, hasUnnotedText: true)
    standing.show(Self.frame("others", status: "1"), at: 150, hasUnnotedText: true)
    #expect(standing.rest(at: 200) == 150)
    standing.show(Self.frame("known", status: "1"), at: 300, hasUnnotedText: false)
    #expect(standing.rest(at: 300) == nil)
  }

  @Test func whatTheTerminalHidMeanwhileStandsAnew() {
    var standing = Standing()
    let frame = Self.frame("words", status: "1")
    standing.show(frame, at: 0, hasUnnotedText: true)
    standing.forget()
    #expect(standing.rest(at: 100) == nil)
    standing.show(frame, at: 100, hasUnnotedText: true)
    #expect(standing.rest(at: 100) == 200)
  }
}
