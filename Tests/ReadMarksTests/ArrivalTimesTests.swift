import DiscussionModel
import SeededNumbers
import Testing

@testable import ReadMarks

/// When comments came, by flat arrays, is what it is by hashes and dates.
@Suite struct ArrivalTimesTests {
  /// Every third has no date; some were there at first, some came in visits, some came since.
  private static let page: Page = {
    var discussion = Discussion(id: "x", title: "x")
    discussion.comments = (0..<40).map { index in
      var comment = Comment(id: "\(index)")
      if index % 3 > 0 { comment.published = RawText("2024-05-\(10 + index % 20)T10:00:00Z") }
      return comment
    }
    return Page(discussion)
  }()

  private static func hashes(_ range: Range<Int>) -> [UInt64] {
    range.map { page.idHash(at: $0) }
  }

  private static let visits = [
    Visit(start: 1_715_000_000, lastActivity: 1_715_000_100),
    Visit(start: 1_715_900_000, lastActivity: 1_715_900_100, arrivals: hashes(20..<30)),
    Visit(start: 1_716_500_000, lastActivity: 1_716_500_100, arrivals: hashes(28..<35)),
  ]

  @Test(arguments: [
    EarlierReading(), EarlierReading(visits: visits),
    EarlierReading(knownComments: Set(hashes(0..<20))),
    EarlierReading(knownComments: Set(hashes(0..<20)), visits: visits),
  ])
  func theyAreTheSame(earlier: EarlierReading) {
    var times = ArrivalTimes(after: earlier, in: Self.page)
    while !times.isDone { times.add(7, after: earlier, in: Self.page) }
    let moments = [Int64.min, 0, 1_715_000_000, 1_715_600_000, 1_716_500_001, .max]
    let starts = Self.visits.map { Since.visit($0.start) }
    for since in moments.map(Since.moment) + moments.map(Since.visit) + starts {
      var reading = earlier
      reading.since = since
      let expected = (0..<40).map { position in
        reading.isNew(
          position, in: Self.page, published: Self.page.published(at: position))
      }
      #expect(times.areNew(since: since) == expected, "\(since)")
    }
  }

  @Test func whatIsNewIsDecidedAnew() {
    var marks = Marks([.new, [], .read, [.edited], [.starred], .new])
    let areLate = [false, true, true, true, true, true]
    #expect(marks.newCount(of: areLate) == 3)
    marks.setNew(areLate)
    #expect(marks.newCount == 3)
    #expect((0..<6).map { marks[$0].contains(.new) } == [false, true, false, false, true, true])
    #expect(marks[4] == [.starred, .new])
    #expect(marks.firstNew(from: 2) == 4)
    #expect(marks.unreadCount == 5)
  }
}
