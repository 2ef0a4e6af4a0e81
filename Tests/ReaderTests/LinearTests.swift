import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// One entry at a time, in words, for those who hear or feel the screen.
@Suite struct LinearTests {
  private static let long = "Keeper_of_the_Northern_Lock_and_Weir"

  /// People with long names on a lock, of whom one wrote the article.
  private static var lock: Discussion {
    var result = Discussion.outline(
      """
      1 \(long): The gate leaks.
        2 Grünwald-Þorsteinsdóttir: It leaked when my grandmother rowed through it.
          3 中村: Then mend it.
        4 \(long): Not this year.
          5 eve: deleted
            6 : Who said what?
      7 max: A lock needs two gates.
      """)
    result.author = Self.long
    for index in result.comments.indices { result.comments[index].published = "2024-05-01T10:00Z" }
    result.comments[1].score = 12
    var details = CommentDetails()
    details.badges = ["lock keeper"]
    result.comments[2].details = details
    return result
  }

  /// Two hours after the comments.
  private static func reading(_ columns: Int, _ rows: Int = 10, keys: String) -> Reading {
    var reading = Reading(lock, columns: columns, rows: rows, now: 1_714_564_800)
    reading.state.prefer(.linear(true), layout: &reading.layout)
    reading.press(keys)
    return reading
  }

  @Test func aHeaderAt40() {
    var reading = Self.reading(40, keys: "2G")
    #expect(
      reading.screen() == """
        Grünwald-Þorsteinsdóttir replies to
        Keeper_of_the_Northern_Lock_and_Weir,
        unread, comment 2 of 7, thread 1 of 2,
        level 2, 1 reply, 1 unread below, 2 h,
        12 points
        It leaked when my grandmother rowed
        through it.


         1 of 2 · 28 % · 6 unread        ? help
        """)
  }

  @Test func aHeaderAt80() {
    var reading = Self.reading(80, keys: "2G")
    #expect(
      reading.screen() == """
        Grünwald-Þorsteinsdóttir replies to Keeper_of_the_Northern_Lock_and_Weir,
        unread, comment 2 of 7, thread 1 of 2, level 2, 1 reply, 1 unread below, 2 h, 12
        points
        It leaked when my grandmother rowed through it.





         thread 1 of 2 · 28 % · 6 unread       Space read on   Tab next unread   ? help
        """)
  }

  /// (keys, how wide, what stands above the text).
  @Test(arguments: [
    (
      "1G",
      "\(long) (OP) replies to the article by \(long), unread, comment 1 of 7, thread 1 of 2, level 1, 5 replies, 4 unread below, 2 h"
    ),
    (
      "3G",
      "中村 (lock keeper) replies to Grünwald-Þorsteinsdóttir, unread, comment 3 of 7, thread 1 of 2, level 3, 2 h"
    ),
    (
      "5G",
      "eve replies to \(long), deleted, comment 5 of 7, thread 1 of 2, level 3, 1 reply, 1 unread below, 2 h"
    ),
    ("6G", "comment 6 replies to eve, unread, comment 6 of 7, thread 1 of 2, level 4, 2 h"),
    (
      "7G s r",
      "max replies to the article by \(long), read, starred, comment 7 of 7, thread 2 of 2, level 1, 2 h"
    ),
    (
      "7G r r",
      "max replies to the article by \(long), unread, comment 7 of 7, thread 2 of 2, level 1, 2 h"
    ),
    (
      "3G r 1G X",
      "\(long) (OP) replies to the article by \(long), read, muted, folded, 0 unread below, comment 1 of 7, thread 1 of 2, level 1, 5 replies, 2 h The gate leaks."
    ),
  ])
  func whoThenStateThenPlace(keys: String, words: String) {
    for columns in [30, 40, 80, 200] {
      var reading = Self.reading(columns, 30, keys: keys)
      let rows = reading.screen().split(separator: "\n").prefix { !$0.isEmpty }.dropLast()
      let said = rows.joined(separator: " ")
      let wanted = words.filter { $0 != " " }
      #expect(said.filter { $0 != " " }.hasPrefix(wanted), "\(said)")
      #expect(rows.allSatisfy { !$0.hasPrefix(" ") })
    }
  }

  @Test func whatNobodyIsKnownToHaveWritten() {
    var nameless = Discussion.outline("1\n  2: deleted\n    3\n4")
    nameless.comments[3].details = CommentDetails()
    nameless.comments[3].details?.parentLabel = "post 17"
    var reading = Reading(nameless, columns: 60)
    reading.state.prefer(.linear(true), layout: &reading.layout)
    var said: [Substring] = []
    for keys in ["1G", "2G", "3G", "4G"] {
      reading.press(keys)
      said += reading.screen().split(separator: ",").prefix(1)
    }
    #expect(
      said == [
        "comment 1 replies to the article", "comment 2 replies to comment 1",
        "comment 3 replies to deleted comment 2", "comment 4 replies to post 17",
      ])
  }

  @Test func newAndEditedComments() {
    let page = Page(.outline("1 ann\n  2 bob\n  3 cem"))
    var reading = Reading(columns: 60) { ReadingState(page, shell: $0) }
    reading.state.prefer(.linear(true), layout: &reading.layout)
    let decision = EarlierReading.Decision(
      isRead: true, time: 5, body: BodyVersion(length: 1, hash: 1))
    let earlier = EarlierReading(
      decisions: ["2": decision], knownComments: [page.idHash(at: 0), page.idHash(at: 1)],
      visits: [Visit(start: 1, lastActivity: 2, arrivals: [])])
    _ = reading.state.restore(earlier, layout: &reading.layout)
    var states: [String] = []
    for keys in ["1G", "2G", "3G"] {
      reading.press(keys)
      states.append(String(reading.screen().split(separator: ",")[1]))
    }
    #expect(states == [" unread", " edited", " new"])
  }

  /// On a first visit all is unread, which is not said of each.
  @Test func aFirstVisit() {
    var reading = Reading(columns: 60, now: 1_714_564_800) {
      ReadingState(Page(Self.lock), shell: $0)
    }
    reading.state.prefer(.linear(true), layout: &reading.layout)
    reading.press("7G")
    var states: [Bool] = []
    for keys in ["", "r", "r"] {
      reading.press(keys)
      let said = reading.screen().split(separator: "\n").prefix(3).joined(separator: " ")
      states += [", unread, ", ", read, "].map { said.contains($0) }
    }
    #expect(states == [false, false, false, true, true, false])
  }

  /// Rows of text stay where they are if the words above them need more rows or fewer.
  @Test func aLongCommentGoesOnAtItsRow() {
    let body = (1...30).map { "row \($0)" }.joined(separator: "|")
    var reading = Reading(.outline("1 ann: \(body)\n2 bob"), columns: 40)
    reading.state.prefer(.linear(true), layout: &reading.layout)
    reading.press("1G")
    #expect(
      reading.screen().split(separator: "\n").prefix(3) == [
        "ann replies to the article, unread,", "comment 1 of 2, thread 1 of 2, level 1", "row 1",
      ])
    reading.press("j j")
    let row = reading.screen().split(separator: "\n")[0]
    reading.press("s")
    #expect(reading.screen().split(separator: "\n")[0] == row)
    reading.press("k k k")
    #expect(
      reading.screen().split(separator: "\n").prefix(3) == [
        "ann replies to the article, unread,", "starred, comment 1 of 2, thread 1 of 2,", "level 1",
      ])
  }

  /// Every row of every entry comes to the screen, whatever its size.
  @Test(arguments: [7, 20, 40, 80], [3, 5, 8, 24])
  func nothingIsSkipped(columns: Int, rows: Int) {
    var reading = Self.reading(columns, rows, keys: "2G")
    var shown = ""
    for _ in 0..<100 where reading.focus == "2" {
      shown += reading.screen().split(separator: "\n").dropLast().joined()
      reading.press("j")
    }
    let letters = shown.filter { $0 != " " }
    for word in ["Grünwald", "unread", "comment", "thread", "points", "grandmother", "through"] {
      let isBroken = word.count > columns
      #expect(isBroken || letters.contains(word), "\(word) at \(columns)x\(rows)")
    }
    #expect(reading.focus == "3")
  }

  @Test func aPeek() {
    var reading = Self.reading(40, 11, keys: "3G p")
    #expect(
      reading.screen() == """
        start of the peek
        Grünwald-Þorsteinsdóttir replies to
        Keeper_of_the_Northern_Lock_and_Weir,
        unread, comment 2 of 7, thread 1 of 2,
        level 2, 1 reply, 1 unread below, 2 h,
        12 points
        It leaked when my grandmother rowed
        through it.
        end of the peek

         Replies to #2                Esc close
        """)
  }

  @Test func aPeekThatGoesOn() {
    var reading = Self.reading(40, 8, keys: "3G p")
    #expect(reading.screen().hasPrefix("start of the peek\nGrünwald"))
    #expect(reading.screen().contains("\nthe peek goes on below\n"))
    reading.press("j")
    #expect(reading.screen().hasPrefix("the peek, continued\n"))
    #expect(reading.screen().contains("\nthrough it.\nend of the peek\n"))
  }
}
