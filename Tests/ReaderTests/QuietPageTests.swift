import DiscussionModel
import ReadMarks
import Testing
import TextGrid

@testable import Reader

/// What is said of reading is loud if it is new, quiet if it is unread, and silent on a first visit.
@Suite struct QuietPageTests {
  private static let discussion = Discussion.outline(
    """
    1 ann: one
      2 bob: two
        3 cem: three
    4 dora: four
    """)

  /// A visit on which these comments are known from earlier ones; nil for the first visit.
  private func reading(knows ids: [String]?, columns: Int = 44, keys: String) -> Reading {
    var reading = Reading(columns: columns, rows: 14) { shell in
      ReadingState(Page(Self.discussion), shell: shell)
    }
    if let ids {
      let known = Set(ids.map { FNV1a.hash64($0.utf8) })
      _ = reading.state.restore(EarlierReading(knownComments: known), layout: &reading.layout)
    }
    reading.press(keys)
    return reading
  }

  @Test func onAFirstVisitTheReadAreShown() {
    var reading = reading(knows: nil, keys: "2G r 4G r 1G")
    #expect(
      reading.screen() == """

           4 comments                              ┃
                                                   ┃
        ▌  ann                                  #1 ┃
        ▌  one                                     ┃
                                                   ┃
         ○ │ bob                                #2 ┃
           │ two                                   ┃
           │                                       ┃
           │ │ cem                              #3 ┃
           │ │ three                               ·
                                                   ·

         1 of 2 · 25 % · 2 unread            ? help
        """)
  }

  @Test(arguments: [
    (nil, "zM j", "2 replies"), (nil, "3G r zM gg j", "2 replies, 1 read"),
    (["1", "2", "3", "4"], "zM j", "2 replies, 2 unread"),
    (["1", "2", "4"], "zM j", "2 replies, 2 unread, 1 new"),
    (["1", "4"], "zM j", "2 replies, 2 new"),
  ])
  func aFoldSaysWhatIsNew(known: [String]?, keys: String, counts: String) {
    var reading = reading(knows: known, columns: 64, keys: keys)
    #expect(reading.screen().contains(counts + " "))
    let new = counts.contains("new") ? [String(counts.suffix(5))] : []
    #expect(reading.pieces(of: .new).filter { $0 != "+" } == new)
  }

  @Test(arguments: [
    (80, "1G", "thread 1 of 2 · 25 % · 4 unread"), (80, "3G", "thread 1 of 2 · 75 % · 4 unread"),
    (80, "4G", "thread 2 of 2 · 100 % · 4 unread"), (40, "3G", "1 of 2 · 75 % · 4 unread"),
    (40, "gg", "Article · 4 unread"),
  ])
  func aPlaceIsAThreadAndAPart(columns: Int, keys: String, place: String) {
    var reading = Reading(Self.discussion, columns: columns)
    reading.press(keys)
    #expect(reading.status().hasPrefix(place + " "))
  }

  /// What was written at a time, and its age if ages count from an article of noon.
  @Test(arguments: [
    ("2017-01-27T12:00:30Z", "+0 min"), ("2017-01-27T12:05Z", "+5 min"),
    ("2017-01-27T16:59Z", "+4 h"), ("2017-01-27T11:00Z", "-1 h"), ("2017-02-03T12:00Z", "+7 d"),
    ("2017-01-27", "+0 d"), ("2017-01-29", "+1 d"), ("soon", "soon"),
  ])
  func agesMayCountFromTheArticle(published: String, age: String) {
    var discussion = Self.discussion
    discussion.published = "2017-01-27T12:00Z"
    discussion.comments[0].published = RawText(published)
    let page = Page(discussion)
    #expect(page.age(at: 0, now: 0, isFromArticle: true) == age)
    #expect(page.age(at: 1, now: 0, isFromArticle: true) == nil)
    discussion.published = nil
    let now = page.age(at: 0, now: 0, isFromArticle: false)
    #expect(Page(discussion).age(at: 0, now: 0, isFromArticle: true) == now)
  }
}
