import DiscussionModel
import Testing

@testable import Reader

@Suite struct HiddenTextTests {
  private static var masked: Discussion {
    var result = Discussion.outline("a: plain\nb: open", body: "Open.\n\n**** *** is *** *****")
    result.maskCharacter = "*"
    var details = CommentDetails()
    details.warning = "spiders"
    result.comments[1].details = details
    return result
  }

  @Test func maskedParagraphsAreOneRowUntilAskedFor() {
    var reading = Reading(Self.masked, rows: 16)
    #expect(reading.screen().contains("▒ 4 words hidden by the site"))
    reading.press("zv")
    #expect(reading.screen().contains("▒▒▒▒ ▒▒▒ is ▒▒▒ ▒▒▒▒▒"))
    reading.press("zv")
    #expect(reading.screen().contains("▒ 4 words hidden by the site"))
  }

  @Test func aWarningHidesTheTextUntilAskedFor() {
    var reading = Reading(Self.masked, rows: 16)
    #expect(reading.screen().contains("▒ spiders"))
    #expect(!reading.screen().contains("open"))
    reading.press("G zv")
    #expect(reading.screen().contains("open"))
    #expect(!reading.screen().contains("spiders"))
  }

  @Test func whatHidesNothingSaysSo() {
    var reading = Reading(Self.masked, rows: 16)
    reading.press("j zv")
    #expect(reading.notice == "nothing is hidden here")
  }

  @Test func theWarningAloneIsNotTheText() {
    var reading = Reading(Self.masked, rows: 20)
    reading.press("stood G j")
    #expect(reading.unread == ["a", "b"])
    reading.press("zv stood j")
    #expect(reading.unread == ["a"])
  }

  @Test func aDeletedCommentTellsOfMissingReplies() {
    var discussion = Discussion.outline("a: deleted")
    var details = CommentDetails()
    details.missingReplies = 1
    discussion.comments[0].details = details
    var reading = Reading(discussion, columns: 60, rows: 16)
    #expect(reading.screen().contains("1 more reply not in this file"))
  }

  @Test func missingRepliesAndMissingTextAreSaid() {
    var discussion = Discussion.outline("a: x\nb: y")
    discussion.comments[0].body = nil
    var details = CommentDetails()
    details.missingReplies = 12
    discussion.comments[1].details = details
    var reading = Reading(discussion, columns: 60, rows: 16)
    #expect(reading.screen().contains("no text"))
    #expect(reading.screen().contains("12 more replies not in this file"))
  }

  @Test func hostileTextIsDrawnHarmlessly() {
    var discussion = Discussion.outline("a: x")
    discussion.title = "\u{1B}]0;owned\u{7}"
    discussion.comments[0].author = "ann\r\u{202E}bob"
    discussion.comments[0].body = "red \u{1B}[31m \u{9B}2J é 中 👩‍💻"
    var reading = Reading(discussion, rows: 16)
    let screen = reading.screen()
    #expect(screen.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x9B })
    #expect(screen.contains("␛]0;owned␇"))
    #expect(screen.contains("ann␍bob"))
    #expect(screen.contains("red ␛[31m �2J é 中 👩💻"))
  }
}
