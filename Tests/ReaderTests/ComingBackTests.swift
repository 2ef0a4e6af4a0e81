import DiscussionModel
import ReadMarks
import Testing

@testable import Reader

/// What somebody finds who comes back: what is new by thread, since when, and the keys that lead there.
@Suite struct ComingBackTests {
  /// Tuesday, 24 November 2026, 21:10, when the last visit ended.
  private static let left: Int64 = 1_795_554_600
  private static let now = left + 86_400

  private static let page = Page(
    .outline(
      """
      a ann: Ask who paid for the cable, then decide
        b bob: Somebody did
          k kim: The cable was paid for by the same people, 中
      c cem: We sell the brand
        d dan: So you say
      e eve: The lawyers wrote this one
        l lee: Not all of it
          m max: Nearly all
      n ned: A thread that is new
      """))

  private static func hashes(_ ids: String) -> [UInt64] { ids.map { FNV1a.hash64("\($0)".utf8) } }

  /// `l` came in the second visit; `k`, `m` and `n` since the third.
  private static let earlier = EarlierReading(
    knownComments: Set(hashes("abcde")),
    visits: [
      Visit(start: left - 200_000, lastActivity: left - 190_000),
      Visit(start: left - 100_000, lastActivity: left - 90_000, arrivals: hashes("l")),
      Visit(start: left - 600, lastActivity: left),
    ], since: .visit(now))

  private func reading(_ keys: String = "", columns: Int = 80, rows: Int = 24) -> Reading {
    var reading = Reading(columns: columns, rows: rows, now: Self.now) { shell in
      ReadingState(Self.page, shell: shell)
    }
    _ = reading.state.restore(Self.earlier, layout: &reading.layout)
    reading.press(keys)
    return reading
  }

  private func lines(_ reading: Reading, _ count: Int) -> String {
    var reading = reading
    return reading.screen().split(separator: "\n", omittingEmptySubsequences: false).prefix(count)
      .joined(separator: "\n")
  }

  // MARK: The panel

  @Test func aReturnBeginsWithWhatIsNew() {
    #expect(
      lines(reading(), 5) == """
         3 new in 3 threads since Tue 21:10
        ▌+1  ann  Ask who paid for the ca…  kim: The cable was paid for by the…
         +1  eve  The lawyers wrote this…   max: Nearly all
         +1  ned  A thread that is new
         ──────────────────────────────────────────────────────────────────────────────
        """)
  }

  @Test func itFitsASmallScreen() {
    #expect(
      lines(reading(columns: 40, rows: 10), 10) == """
         3 new in 3 threads since Tue 21:10
        ▌+1  ann  Ask who p…  kim: The cable w…
         +1  eve  The lawye…  max: Nearly all
         +1  ned  A thread that is new
         ──────────────────────────────────────
         ● ann                              #1 •
           Ask who paid for the cable, then    •
           decide                              +

         Article · 9 unread, 3 new
        """)
  }

  @Test func aFirstVisitShowsNone() {
    var reading = Reading(columns: 80, rows: 24, now: Self.now) { shell in
      ReadingState(Self.page, shell: shell)
    }
    #expect(!reading.screen().contains("new"))
    reading.press("gn")
    #expect(reading.notice == "nothing is new")
  }

  /// (keys, the focus, whether what is new is still over the page).
  @Test(arguments: [
    ("Enter", "k", false), ("j Enter", "m", false), ("j j Enter", "n", false),
    ("j j j k Enter", "m", false), ("Esc", "article", false), ("Space", "article", false),
    ("j", "article", true), ("J", "a", false), ("Tab", "a", false), (".", "k", false),
    (")", "k", false), ("( (", "m", false), ("3G", "k", false), ("? Esc", "article", true),
    ("/ Esc", "article", true), ("Esc gn", "article", true), ("Esc Esc j", "a", false),
  ])
  func keysOverWhatIsNew(keys: String, focus: String, isOpen: Bool) {
    let reading = reading(keys)
    #expect(reading.focus == focus)
    #expect(reading.state.context == (isOpen ? .news : .reading))
  }

  /// Neither what it shows nor what it covers has been shown.
  @Test func nothingCountsAsShownUnderIt() {
    var reading = reading("stood Esc G j")
    #expect(reading.unread.count == 9)
    reading = self.reading("Esc stood G k k stood j j j")
    #expect(reading.unread.count < 9)
  }

  @Test func itComesBackWithWhatIsLeft() {
    let reading = reading(") r gn")
    #expect(lines(reading, 1) == " 2 new in 2 threads since Tue 21:10")
  }

  @Test func manyNewCommentsHaveALineForEachThread() {
    var text = "a ann: old\nz zoe: old too"
    for number in 1...30 { text += "\n  r\(number) rob: reply \(number)" }
    var reading = Reading(.outline(text), columns: 80, rows: 24)
    let known = EarlierReading(knownComments: Set(Self.hashes("az")))
    _ = reading.state.restore(known, layout: &reading.layout)
    #expect(
      lines(reading, 3) == """
         30 new in 1 thread
        ▌+30  zoe  old too                   rob: reply 1
         ──────────────────────────────────────────────────────────────────────────────
        """)
    // Small screens scroll it.
    var flat = Reading(
      .outline("a\n" + (1...30).map { "b\($0)" }.joined(separator: "\n")), columns: 40, rows: 10)
    _ = flat.state.restore(
      EarlierReading(knownComments: Set(Self.hashes("a"))), layout: &flat.layout)
    flat.press("j j j j j j")
    #expect(
      lines(flat, 5) == """
         30 new in 30 threads
         +1  #7  words of b6
        ▌+1  #8  words of b7
         +1  #9  words of b8
         …22 more ─────────────────────────────
        """)
  }

  // MARK: Moves and folds

  /// Threads a, e and n have new comments.
  @Test(arguments: [
    (")", "k", "1 new in this thread"), (") )", "m", "1 new in this thread"),
    (") ) )", "n", "1 new in this thread"), (") ) ) )", "k", "1 new in this thread"),
    ("(", "n", "1 new in this thread"), ("( ( (", "k", "1 new in this thread"),
    ("2)", "m", "1 new in this thread"), ("zM )", "k", "1 new in this thread"),
    // If nothing is new: what is unread.
    (". r . r . r )", "a", "2 unread in this thread"),
  ])
  func threadsWithNewComments(keys: String, focus: String, notice: String) {
    let reading = reading("Esc " + keys)
    #expect(reading.focus == focus)
    #expect(reading.notice == notice)
  }

  @Test func allButWhatLeadsToNewCommentsIsFolded() {
    let reading = reading("Esc zM zn")
    let folded = Self.page.thread.depths.indices.filter {
      reading.state.outline.isFolded($0 + Self.page.firstComment)
    }
    #expect(folded.map { Self.page.comment(at: $0).id } == ["c", "d"])
    #expect(reading.notice == "folded all but what leads to 3 new comments")
    #expect(self.reading("Esc A zn").notice == "nothing is new")
  }

  // MARK: Another since

  /// (keys in the list, what is new, the status line).
  @Test(arguments: [
    ("Enter", "kmn", "9 unread, 3 new"), ("j Enter", "kmn", "3 new since Mon 20:10"),
    ("j j Enter", "kmn", "new since 20:10"),
    ("j j j j j Enter", "klmn", "9 unread, 4 new since Sun 13:36"),
  ])
  func newSinceAnotherTime(keys: String, new: String, status: String) {
    var reading = reading("Esc gs " + keys)
    let found = reading.state.marks.positions(with: .new)
    #expect(found.map { Self.page.comment(at: $0).id }.joined() == new)
    reading.press("Esc")
    #expect(reading.status().contains(status), "\(reading.status())")
    #expect(reading.state.newSinceLastVisit == 3)
  }

  @Test func theListSaysWhenAndHowMany() {
    #expect(
      lines(reading("Esc gs"), 22).split(separator: "\n").suffix(7).joined(separator: "\n") == """
        ▌last visit        Tue 21:10       3 new
         the visit before  Mon 20:10       3 new
         1 hour            20:10           3 new
         24 hours          Tue 21:10       3 new
         7 days            18 Nov          9 new
         first visit       Sun 13:36       4 new
         a date…
        """)
  }

  @Test func theListIsWholeOnASmallScreen() {
    let rows = lines(reading("Esc gs", columns: 40, rows: 12), 12).split(separator: "\n")
    #expect(rows.contains("▌last visit        Tue 21:10      3 new"))
    #expect(rows.contains(" 7 days            18 Nov         9 new"))
  }

  @Test func aDateIsTyped() {
    var reading = reading("Esc gs G Enter")
    reading.type("2026-11-99")
    reading.press("Enter")
    #expect(
      reading.notice == "expected a date (2017-01-27) or an age (3d, 12h, 2w)")
    reading.press("Ctrl-U")
    reading.type("2026-11-24")
    reading.press("Enter")
    #expect(reading.notice == "3 new since Tue 00:00 · gn lists them")
    reading.press("gn")
    #expect(lines(reading, 1) == " 3 new in 3 threads since Tue 00:00")
    reading.press("gs")
    #expect(reading.state.shell.isBare)
  }

  /// Only one place looks focused: the line of what is over the page, not what it covers.
  @Test(arguments: [("", 80), ("Esc gs", 80), ("", 120), ("Esc gs", 200), ("Esc", 80)])
  func oneBar(keys: String, columns: Int) {
    var reading = reading(keys)
    reading.resize(columns: columns, rows: 30)
    let bars = reading.screen().split(separator: "\n").map { row in row.count { $0 == "▌" } }
    let isOver = keys != "Esc"
    #expect(isOver ? bars.reduce(0, +) == 1 : bars.reduce(0, +) > 1)
    reading.press("Esc")
    #expect(reading.screen().contains("▌"))
  }

  /// Of a long discussion dates are read a few at a time: the list is there at once, and so is a choice.
  @Test func datesOfALongDiscussionAreReadInSteps() {
    var discussion = Discussion.outline((0..<5_000).map { "c\($0)" }.joined(separator: "\n"))
    for index in 0..<5_000 {
      discussion.comments[index].published = index < 4_990 ? "2026-11-20" : "2026-11-25T20:30:00Z"
    }
    var reading = Reading(discussion, columns: 60, rows: 20, now: Self.now)
    reading.press("gs")
    #expect(reading.screen().contains("▌last visit                    counting…"))
    #expect(reading.screen().contains(" a date…\n"))
    reading.press("j Enter")
    #expect(reading.notice == "counting…")
    #expect(reading.state.hasPendingWork)
    reading.press("gs work")
    #expect(reading.notice == "10 new since 20:10 · gn lists them")
    #expect(reading.screen().contains("1 hour            20:10          10 new"))
    #expect(reading.state.marks.newCount == 10)
  }
}
