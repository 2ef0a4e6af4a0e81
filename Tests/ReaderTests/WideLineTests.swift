import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Lines wider than the screen count as shown only where they were.
@Suite struct WideLineTests {
  private func reading() -> Reading {
    var discussion = Discussion.outline("a: x\nb: two")
    discussion.markup = .markdown
    let line = String(repeating: "0123456789", count: 12)
    discussion.comments[0].body = RawText("```\n\(line)\n```\n\n| a | b |\n| - | - |\n| c | d |")
    return Reading(discussion, columns: 60, rows: 20)
  }

  @Test(arguments: [
    ("j stood j", "ab"), ("j zw stood j", "b"), ("j stood zl stood j", "ab"),
    ("j stood zl stood zl stood zl stood j", "b"), ("j stood zl zl zl stood j", "ab"),
  ])
  func isReadWhenAllOfItWasShown(keys: String, unread: String) {
    var reading = reading()
    reading.press(keys)
    #expect(reading.unread.joined() == unread)
  }

  /// The table fits, and stays where it is.
  @Test func onlyWhatIsTooWideScrolls() {
    var reading = reading()
    reading.press("j zl")
    #expect(reading.screen().contains("a │ b"))
    #expect(reading.screen().contains("‹"))
  }
}
