import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// All that is known of a comment.
@Suite struct InspectionTests {
  private static var discussion: Discussion {
    var result = Discussion.outline(
      "a ann: one\n  b Bé: tw\u{202E}o\u{1B}[2J 中 \u{202E}👩‍💻\nc: deleted")
    result.url = "https://example.org/shed"
    result.comments[1].published = "2017-01-27T10:00:00Z"
    result.comments[1].score = 12
    var details = CommentDetails()
    details.edited = "2017-01-27T12:30:00Z"
    details.url = "https://example.org/b"
    result.comments[1].details = details
    return result
  }

  /// 2017-01-29, 10:00 UTC.
  private static let now: Int64 = 1_485_684_000

  @Test func aComment() {
    var reading = Reading(Self.discussion, columns: 60, rows: 22, now: Self.now)
    reading.press("2G r i")
    #expect(
      reading.screen() == """
         Comment #2
           id              b
           author          Bé
           published       27 Jan 2017, 10:00 UTC · 2 d ago
           edited          27 Jan 2017, 12:30 UTC · 1 d ago
           score           12
           state           visible
           depth           level 2, replies to #1
           replies         0
           address         https://example.org/b
           mark            read 29 Jan 2017, 10:00 UTC · now
           text            29 bytes
           removed         U+202E dropped 2 times, U+001B replaced
                           1 time







         Details                                          Esc close
        """)
  }

  @Test func theArticle() {
    var reading = Reading(Self.discussion, columns: 60, rows: 12, now: Self.now)
    reading.press("i")
    #expect(
      reading.screen() == """
         The article
           id              test
           title           A title
           address         https://example.org/shed
           comments        3






         Details                                          Esc close
        """)
  }

  /// A mark that is two hours old, on a text that had so many bytes; nil where that is not known.
  @Test(arguments: [
    (7, "edited: 7 bytes when read 29 Jan 2017, 08:00 UTC · 2 h ago, now 29 bytes"),
    (nil, "read 29 Jan 2017, 08:00 UTC · 2 h ago"),
  ])
  func tellsWhenItWasRead(length: Int?, mark: String) {
    var reading = Reading(Self.discussion, columns: 110, rows: 22, now: Self.now)
    let decision = EarlierReading.Decision(
      isRead: true, time: Self.now - 7200, body: length.map { BodyVersion(length: $0, hash: 1) })
    _ = reading.state.restore(
      EarlierReading(decisions: ["b": decision]), layout: &reading.layout)
    reading.press("2G i")
    #expect(reading.screen().contains("mark            \(mark)\n"), "\(reading.screen())")
  }

  @Test(arguments: [
    ("2G i", "mark            unread"),
    ("2G r i", "mark            read 29 Jan 2017, 10:00 UTC · now"),
    ("2G r r i", "mark            unread, set unread"), ("2G s X i", "starred, muted"),
    ("3G i", "state           deleted"),
  ])
  func tells(keys: String, text: String) {
    var reading = Reading(Self.discussion, columns: 100, rows: 24, now: Self.now)
    reading.press(keys)
    #expect(reading.screen().contains(text), "\(reading.screen())")
    reading.press("i")
    #expect(reading.state.isReading)
  }
}
