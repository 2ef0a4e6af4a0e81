import DiscussionModel
import ReadMarks
import Testing
import TextGrid

@testable import Reader

/// A long file whose beginning is on the screen while the rest is read.
@Suite struct BeginningTests {
  /// 300 comments, each a reply to one before it.
  private static func discussion(_ count: Int = 300) -> Discussion {
    Discussion(
      id: "test:long", title: "Long",
      comments: (1...count).map { number in
        Comment(
          id: "\(number)", parent: number % 5 == 1 ? nil : "\(number - 1)", author: "ann",
          body: RawText("Text \(number)"))
      })
  }

  private static func reading(numbered: Bool = true) -> Reading {
    let page = Page(discussion(150), .beginning(hasNumbers: numbered))
    return Reading { ReadingState(page, shell: $0) }
  }

  private static func complete(_ reading: inout Reading) {
    let whole = WholePage(Page(discussion()), after: reading.state.page)
    let waiting = reading.state.complete(whole, marksByPassing: true, layout: &reading.layout)
    guard let waiting else { return }
    reading.effects += reading.state.update(waiting.action, layout: &reading.layout)
    for key in waiting.keys { reading.effects += reading.state.press(key, layout: &reading.layout) }
  }

  /// What can be done at once, with where that leads, and what waits, with where it leads once all is there.
  @Test(arguments: [
    ("j", "1", "1"), ("j j j", "3", "3"), ("j Enter j", "6", "6"), ("j j k", "1", "1"),
    ("j j h", "1", "1"),
    ("j i", "1", "1"), ("Ctrl-D", "1", "1"),
    ("G", "article", "300"), ("j G", "1", "300"), ("Tab", "article", "1"), ("j zM G k", "1", "291"),
    ("2 5 0 G", "article", "250"), ("5 0 0 j", "article", "300"),
  ]) func whatNeedsTheRestWaits(keys: String, before: String, after: String) {
    var reading = Self.reading()
    reading.press(keys)
    #expect(reading.focus == before)
    Self.complete(&reading)
    #expect(reading.focus == after)
    #expect(!reading.state.isWaiting)
    #expect(reading.notice == nil || reading.notice?.hasPrefix("waiting") == false)
  }

  /// Keys that are pressed meanwhile are those of what was begun.
  @Test func aSearchCanBeTypedMeanwhile() {
    var reading = Self.reading()
    reading.press("j / 2 9 9 Enter")
    #expect(reading.focus == "1")
    Self.complete(&reading)
    reading.press("work")
    #expect(reading.focus == "299")
  }

  @Test func whoWaitsIsToldAndCanCancel() {
    var reading = Self.reading()
    reading.press("j G")
    #expect(reading.notice == "waiting for the rest of the file… · Esc cancels")
    #expect(reading.state.isWaiting)
    reading.press("Esc")
    #expect(reading.notice == "cancelled; nothing changed")
    Self.complete(&reading)
    #expect(reading.focus == "1")
  }

  /// Near the end of the beginning the next comment may be one that is not there yet.
  @Test func nobodyRunsOffItsEnd() {
    var reading = Self.reading()
    for _ in 1...140 { reading.press("j") }
    #expect(reading.focus == "101")
    #expect(reading.state.isWaiting)
    // All that was pressed since is done by then.
    Self.complete(&reading)
    #expect(reading.focus == "140")
  }

  /// What is passed there is not marked, since it is not known yet what was read before.
  @Test func nothingIsMarked() {
    var reading = Self.reading()
    reading.press("j stood j stood j stood")
    #expect(reading.saved == [])
    Self.complete(&reading)
    #expect(reading.unread.count == 300)
    reading.press("stood j stood j")
    #expect(reading.saved == ["+3", "+4"])
  }

  /// Nothing on the screen moves when the rest is there.
  @Test func thePlaceStays() {
    var reading = Self.reading()
    reading.press("j j j j Ctrl-E Ctrl-E")
    let before = Self.page(&reading)
    Self.complete(&reading)
    #expect(Self.page(&reading) == before)
  }

  /// The screen without the status line and the map at its edge.
  private static func page(_ reading: inout Reading) -> [String] {
    reading.screen().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      row in
      String(row.reversed().drop { " │┃•".contains($0) }.reversed())
    }
  }

  /// Under somebody who has begun to read, neither the folds nor the place of an earlier visit are put in place.
  @Test func whoHasBegunToReadGoesOnThere() {
    let whole = Page(Self.discussion())
    let known = Set((0..<299).map { whole.idHash(at: $0) })
    let earlier = EarlierReading(
      folds: [whole.nameHash(of: 1)], knownComments: known,
      place: Place(entry: whole.placeName(of: 250), offset: 0))
    for moves in [false, true] {
      var reading = Self.reading()
      if moves { reading.press("j j j") }
      Self.complete(&reading)
      _ = reading.state.restore(earlier, isReading: moves, layout: &reading.layout)
      #expect(reading.focus == (moves ? "3" : "250"))
      #expect(reading.state.isReading == moves)
      #expect(reading.state.outline.isFolded(1) == !moves)
      #expect(reading.state.marks.newCount == 1)
    }
  }

  /// What was offered while only the beginning was there is compared with the whole.
  @Test func anOfferIsOneOfTheWhole() {
    var reading = Self.reading()
    reading.effects += reading.state.update(
      .offer(Page(Self.discussion())), layout: &reading.layout)
    #expect(reading.state.hasOffer)
    Self.complete(&reading)
    #expect(!reading.state.hasOffer)
  }

  /// Where it came from stands behind the comments in the file.
  @Test(arguments: [true, false]) func itIsKnownAtLastWhereToAsk(canFetch: Bool) {
    var reading = Self.reading()
    let whole = WholePage(Page(Self.discussion()), after: reading.state.page)
    _ = reading.state.complete(
      whole, marksByPassing: true, canFetch: canFetch, layout: &reading.layout)
    reading.press("U")
    #expect(reading.effects == (canFetch ? [.fetch("test:long")] : []))
  }

  @Test func countsAreNotThoseOfTheBeginning() {
    var reading = Self.reading()
    #expect(
      reading.screen() == """

        ▌  Long
        ▌
        ▌  reading more comments…

           ann                              #1
           Text 1


         reading the rest of the file…   ? help
        """)
    Self.complete(&reading)
    #expect(reading.screen().contains("300 comments"))
  }

  /// How many replies there are is not said before all are there, in the outline and in folds.
  @Test func repliesAreNotCounted() {
    let page = Page(Self.discussion(150), .beginning(hasNumbers: true))
    var reading = Reading(columns: 130, rows: 20) { ReadingState(page, shell: $0) }
    reading.press("j Enter")
    for (counts, isWhole) in [(["300", "4 replies"], false), (["300", "4 replies"], true)] {
      if isWhole { Self.complete(&reading) }
      let rows = reading.screen().split(separator: "\n").map(String.init)
      #expect(rows[0].contains(counts[0]) == isWhole)
      #expect(rows.contains { $0.contains(counts[1]) } == isWhole)
      // The third comment, in the outline, has two below it.
      #expect(rows.contains { $0.hasPrefix("     ▾ ") && $0.contains(" 2 ") } == isWhole)
    }
  }

  /// Numbers that depend on all comments are not shown before those are there.
  @Test func numbersThatMayChangeAreNotShown() {
    var reading = Self.reading(numbered: false)
    #expect(!reading.screen().contains("#1"))
    Self.complete(&reading)
    #expect(reading.screen().contains("#1"))
  }
}
