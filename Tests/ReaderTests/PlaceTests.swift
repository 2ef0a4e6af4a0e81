import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

@Suite struct PlaceTests {
  private static let words = (1...90).map { "word\($0)" }.joined(separator: " ")
  private static let page = Discussion.outline(
    "a: one\nb: \(words)\n  c: three\n  d: \(words)\ne: end", body: words)

  @Test(arguments: [
    ("", "article"), ("j", "comment/a"), ("j j", "comment/b"),
    ("j j j j", "comment/d\ncomment/c\ncomment/b"),
    ("G", "comment/f"),
  ])
  func thePlaceIsTheFocusedEntry(keys: String, entry: String) {
    var reading = Reading(.outline(tree))
    reading.press(keys)
    #expect(reading.state.place(&reading.layout) == Place(entry: entry, offset: 0))
  }

  @Test func aPlaceWithinATallOneIsFoundAgainAtAnotherWidth() {
    var first = Reading(Self.page)
    first.press("> > j")
    let place = first.state.place(&first.layout)
    #expect(place.entry == "comment/b")
    #expect(place.offset > 0)
    var second = Reading(Self.page, columns: 60, rows: 8)
    _ = second.state.restore(EarlierReading(place: place), layout: &second.layout)
    #expect(second.focus == "b")
    let offsets = second.state.sheet.rows.offsets(of: second.state.viewport.top, &second.layout)
    #expect(offsets.contains(place.offset))
  }

  @Test func marksAreTakenUp() {
    var reading = Reading(Self.page)
    let decisions = ["a": true, "c": true, "d": false, "gone": true].mapValues { isRead in
      EarlierReading.Decision(isRead: isRead, time: 0)
    }
    _ = reading.state.restore(
      EarlierReading(decisions: decisions, place: Place(entry: "comment/d", offset: 0)),
      layout: &reading.layout)
    #expect(reading.unread == ["b", "d", "e"])
    #expect(reading.focus == "d")
    #expect(reading.screen().contains("#4"))
  }

  @Test(arguments: ["comment/gone", "nonsense", "links/7", ""])
  func aPlaceThatIsGoneIsTheTop(entry: String) {
    var reading = Reading(Self.page)
    _ = reading.state.restore(
      EarlierReading(place: Place(entry: entry, offset: 5)), layout: &reading.layout)
    #expect(reading.focus == "article")
    #expect(reading.state.viewport.top == ScrollPosition(entry: 0, row: 0))
  }

  @Test func everyEntryIsFoundByItsName() {
    var discussion = Self.page
    discussion.notice = "n"
    discussion.links = [
      LinkList(heading: "x", items: []), LinkList(heading: "y", items: []),
    ]
    let page = Page(discussion)
    for entry in 0..<page.count { #expect(page.entry(named: page.name(of: entry)) == entry) }
  }

  @Test func resizingKeepsTheTextAtTheTop() {
    var reading = Reading(Self.page)
    reading.press("> > l l j")
    while reading.focus != "d" { reading.press("j") }
    reading.press("j")
    let before = reading.state.sheet.rows.offsets(of: reading.state.viewport.top, &reading.layout)
    let size = [(80, 24), (30, 6), (61, 9), (25, 30), (40, 10)]
    for (columns, rows) in size { reading.resize(columns: columns, rows: rows) }
    #expect(reading.focus == "d")
    let after = reading.state.sheet.rows.offsets(of: reading.state.viewport.top, &reading.layout)
    #expect(abs(before.lowerBound - after.lowerBound) < 80)
  }

  @Test func agesAndDatesAreWords() {
    let ages: [(Int64, String)] = [
      (-50, "now"), (59, "now"), (60, "1 min"), (3599, "59 min"), (7200, "2 h"), (86_400, "1 d"),
      (86_400 * 40, "1 mo"), (86_400 * 366, "1 y"), (86_400 * 3660, "10 y"),
    ]
    for (seconds, age) in ages {
      #expect(Calendar.age(of: Moment(seconds: 0, hasTime: true), now: seconds) == age)
    }
    #expect(Calendar.date("2017-01-27") == "27 Jan 2017")
    #expect(Calendar.date("2017-12-01T10:00:00Z") == "1 Dec 2017")
    #expect(Calendar.date("yesterday") == "yesterday")
    #expect(Calendar.date("2017-13-01") == "2017-13-01")
  }
}
