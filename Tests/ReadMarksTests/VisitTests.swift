import DiscussionModel
import ReadMarks
import Testing

/// What is new follows from the visits, and from when on the reader chooses to count.
@Suite struct VisitTests {
  private static let ids = ["a", "b", "c", "d", "e"]

  private static func hash(_ ids: String) -> [UInt64] { ids.map { FNV1a.hash64("\($0)".utf8) } }

  private static let page = Page(
    Discussion(
      id: "t:1", title: "t",
      comments: ids.map { id in
        var comment = Comment(id: id, body: RawText("words"))
        // Published on the hour, an hour after the one before it; the last one's time is not known.
        let hour = Array("abcd").firstIndex(of: Character(id))
        comment.published = hour.map { RawText("1970-01-01T0\($0):00:00Z") }
        return comment
      }))

  /// `a` and `b` were there at first, `c` came in the second visit, `d` in the third.
  private static let visits = [
    Visit(start: 1000, lastActivity: 1100),
    Visit(start: 8000, lastActivity: 8100, arrivals: hash("c")),
    Visit(start: 20_000, lastActivity: 20_100, arrivals: hash("d")),
  ]

  private func new(_ since: Since, _ visits: [Visit] = visits) -> String {
    let earlier = EarlierReading(
      decisions: ["b": .init(isRead: true, time: 1)], knownComments: Set(Self.hash("ab")),
      visits: visits, since: since)
    let marks = Marks(of: Self.page, after: earlier)
    #expect(marks.newCount == marks.positions(with: .new).count)
    return marks.positions(with: .new).map { Self.ids[$0] }.joined()
  }

  private static let choices: [(Since, new: String)] = [
    // A visit that begins now, the third, the second and the first.
    (.visit(.max), "e"), (.visit(20_000), "de"), (.visit(8000), "cde"), (.visit(1000), "cde"),
    // `e` has no time of its own: it arrives now, and what was read is never new.
    (.moment(0), "acde"), (.moment(3600), "cde"), (.moment(7200), "cde"), (.moment(7201), "de"),
    (.moment(10_801), "e"),
  ]

  /// A visit that goes on after an interruption knows what was read in it.
  @Test(arguments: [
    (Since.visit(20_000), "d"), (.visit(8000), "cd"), (.visit(.max), ""), (.moment(0), ""),
  ])
  func whatWasReadInThisVisit(since: Since, expected: String) {
    let earlier = EarlierReading(
      decisions: [
        "b": .init(isRead: true, time: 1), "c": .init(isRead: true, time: 8050),
        "d": .init(isRead: true, time: 20_050), "e": .init(isRead: false, time: 20_060),
      ], visits: Self.visits, since: since)
    let marks = Marks(of: Self.page, after: earlier)
    #expect(marks.positions(with: .readNow).map { Self.ids[$0] }.joined() == expected)
  }

  @Test(arguments: choices)
  func whatArrivedSinceIsNew(since: Since, new expected: String) {
    #expect(new(since) == expected)
  }

  @Test func aCommentArrivedInTheFirstVisitThatListsIt() {
    let visits =
      Self.visits + [Visit(start: 30_000, lastActivity: 30_000, arrivals: Self.hash("cde"))]
    #expect(new(.visit(30_000), visits) == "e")
    #expect(new(.visit(20_000), visits.reversed()) == "de")
  }

  @Test func onAFirstVisitOnlyTimesMakeAnythingNew() {
    func new(_ since: Since) -> Int {
      Marks(of: Self.page, after: EarlierReading(since: since)).newCount
    }
    #expect(new(.visit(0)) == 0)
    // Of `e` no time is known: it arrives now.
    #expect(new(.moment(7200)) == 3)
  }

  /// Visits by start and last activity, now, and where the visit begins.
  private static let openings: [([(Int64, Int64)], Int64, Int64)] = [
    ([], 500, 500), ([(100, 200)], 201, 100), ([(100, 200)], 1999, 100), ([(100, 200)], 2000, 2000),
    ([(100, 200), (900, 950)], 1000, 900), ([(100, 2000), (900, 950)], 2500, 100),
    // Clocks that were ahead.
    ([(100, 2000)], 300, 100), ([(100, 5000)], 200, 200), ([(4000, 5000)], 200, 4001),
    ([(4000, 5000)], 4000, 4000),
  ]

  @Test(arguments: openings)
  func openingAgainSoonContinuesAVisit(visits: [(Int64, Int64)], now: Int64, start: Int64) {
    let visits = visits.map { Visit(start: $0.0, lastActivity: $0.1) }
    #expect(visits.start(at: now) == start)
  }

  @Test func whatWasInNoVisitIsUnseen() {
    let earlier = EarlierReading(knownComments: Set(Self.hash("ab")), visits: Self.visits)
    #expect(earlier.unseen(in: Self.page) == Self.hash("e"))
    #expect(EarlierReading().unseen(in: Self.page) == [])
  }
}
