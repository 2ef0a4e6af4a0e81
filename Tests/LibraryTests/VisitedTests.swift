import DiscussionModel
import ReadMarks
import SeededNumbers
import Sites
import Storage
import Testing
import TextGrid

@testable import Library

/// Discussions that are kept for a while after the last visit.
@Suite struct VisitedTests {
  private static let day: Int64 = 86_400
  private static let start: Int64 = 1_000_000_000
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static func discussion(_ id: String, _ comments: [String] = ["1"]) -> Discussion {
    Discussion(
      id: id, title: id, comments: comments.map { Comment(id: $0, body: RawText($0)) })
  }

  private func visit(_ id: String, at now: Int64, _ comments: [String] = ["1"]) throws {
    _ = try desk.library.keep(
      Fetched(discussion: Self.discussion(id, comments)), from: "https://a.example/\(id)", as: nil,
      isVisit: true, now: now)
    _ = try desk.marks.use { (marks) throws(StorageError) in
      try marks.beginVisit(of: id, title: id, comments: [], at: now)
    }
  }

  private func star(_ id: String, _ isSet: Bool, at now: Int64) throws {
    try desk.marks.use { (marks) throws(StorageError) in
      if try marks.reading(of: id) == nil {
        try marks.beginVisit(of: id, title: id, comments: [], at: now)
      }
      try marks.save([SavedChange(comment: "1", kind: .starred(isSet), time: now)], of: id)
    }
  }

  private func kept() throws -> [String] { try desk.library.contents().discussions.map(\.id) }

  @Test(arguments: [(0, false), (1, true)])
  func theLastSecondOfTheLastDayIsTheLast(late: Int64, isRemoved: Bool) throws {
    try visit("x:1", at: Self.start)
    let now = Self.start + 30 * Self.day + late
    #expect(try desk.library.removeVisited(after: 30, now: now) == (isRemoved ? ["x:1"] : []))
    #expect(try kept() == (isRemoved ? [] : ["x:1"]))
    // What was read stays on record.
    let reading = try desk.marks.use { (marks) throws(StorageError) in
      try marks.reading(of: "x:1")
    }
    #expect(reading?.firstVisit == Self.start)
  }

  @Test func newCommentsAreNoVisit() throws {
    try visit("x:1", at: Self.start)
    _ = try desk.library.keep(
      Fetched(discussion: Self.discussion("x:1", ["1", "2"])), from: "https://a.example/x:1",
      as: "x:1", now: Self.start + 20 * Self.day)
    let now = Self.start + 31 * Self.day
    #expect(try desk.library.removeVisited(after: 30, now: now) == ["x:1"])
  }

  /// One that was fetched before anybody opened it.
  @Test func withoutAVisitItsArrivalCounts() throws {
    _ = try desk.library.keep(
      Fetched(discussion: Self.discussion("x:1")), from: "https://a.example/1", as: nil,
      isVisit: true, now: Self.start)
    let end = Self.start + 30 * Self.day
    #expect(try desk.library.removeVisited(after: 30, now: end) == [])
    #expect(try desk.library.removeVisited(after: 30, now: end + 1) == ["x:1"])
  }

  enum Ask: CaseIterable { case keep, add, star }

  @Test(arguments: Ask.allCases) func whatIsAskedForLaterStays(ask: Ask) throws {
    try visit("x:1", at: Self.start)
    switch ask {
    case .keep: #expect(try desk.library.keepForGood("x:") == "x:1")
    case .add: _ = try desk.library.keep(Self.discussion("x:1"), now: Self.start)
    case .star: try star("x:1", true, at: Self.start)
    }
    let now = Self.start + 1000 * Self.day
    #expect(try desk.library.removeVisited(after: 30, now: now) == [])
    // A visit, and a fetch, afterwards changes nothing.
    try visit("x:1", at: now, ["1", "2"])
    #expect(try desk.library.removeVisited(after: 30, now: now + 1000 * Self.day) == [])
  }

  @Test func anotherVisitCountsAnew() throws {
    try visit("x:1", at: Self.start)
    try visit("x:1", at: Self.start + 29 * Self.day)
    #expect(try desk.library.removeVisited(after: 30, now: Self.start + 59 * Self.day) == [])
    let late = Self.start + 59 * Self.day + 1
    #expect(try desk.library.removeVisited(after: 30, now: late) == ["x:1"])
  }

  @Test func manyAreRemovedByAndBy() throws {
    for number in 0..<105 { try visit("x:\(number)", at: Self.start) }
    let now = Self.start + 31 * Self.day
    #expect(try desk.library.removeVisited(after: 30, now: now).count == 100)
    #expect(try desk.library.removeVisited(after: 30, now: now).count == 5)
    #expect(try kept() == [])
  }

  /// Whatever happens in whatever order: what is removed was only visited, without a star, and that long ago;
  /// and all of that is removed.
  @Test(arguments: [1, 2, 3]) func nothingElseIsEverRemoved(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    /// What must be known of a discussion that is kept.
    struct Known {
      var isByHand = false
      var hasStar = false
      var lastVisit: Int64
    }
    var expected: [String: Known] = [:]
    var starred: Set<String> = []
    var now = Self.start
    for _ in 0..<120 {
      now += Int64.random(in: 1...(4 * Self.day), using: &random)
      let id = "x:\(Int.random(in: 1...9, using: &random))"
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        try visit(id, at: now)
        expected[id, default: Known(lastVisit: now)].lastVisit = now
        expected[id]?.hasStar = starred.contains(id)
      case 2:
        _ = try desk.library.keep(Self.discussion(id), now: now)
        expected[id, default: Known(lastVisit: now)].isByHand = true
      case 3 where expected[id] != nil:
        let isSet = Bool.random(using: &random)
        let reading = try desk.marks.use { (marks) throws(StorageError) in
          try marks.reading(of: id)
        }
        if reading == nil { expected[id]?.lastVisit = now }
        try star(id, isSet, at: now)
        expected[id]?.hasStar = isSet
        if isSet { starred.insert(id) } else { starred.remove(id) }
      default:
        let days = Int.random(in: 1...20, using: &random)
        let over = expected.filter { _, known in
          !known.isByHand && !known.hasStar && now - known.lastVisit > Int64(days) * Self.day
        }
        let removed = try desk.library.removeVisited(after: days, now: now)
        #expect(Set(removed) == Set(over.keys))
        for id in removed { expected[id] = nil }
      }
      #expect(try Set(kept()) == Set(expected.keys))
    }
  }
}
