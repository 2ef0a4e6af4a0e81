import DiscussionModel
import ReadMarks
import Storage
import Testing

@testable import Library

@Suite struct JointDiscussionTests {
  /// Two discussions of one article that call some comments the same.
  static let discussions: [Discussion] = [
    {
      var one = Discussion(
        id: "pier:1", title: "The pier",
        comments: [
          Comment(id: "a", author: "ann", body: RawText("Wood rots.")),
          Comment(id: "b", parent: "a", author: "bo", body: RawText("Tar it.")),
        ])
      one.markup = .html
      one.body = RawText("<p>It creaks.</p>")
      return one
    }(),
    Discussion(
      id: "quay:1", title: "Piers",
      comments: [
        Comment(id: "a", author: "cy", body: RawText("Stone lasts.")),
        Comment(id: "c", author: "di", body: RawText("Longer.")),
      ]),
  ]

  static let joint = JointDiscussion(of: discussions, about: "https://pier.example/")

  static func name(_ comment: String, _ discussion: String) -> String {
    JointDiscussion.id(of: comment, in: discussion)
  }

  @Test func eachDiscussionIsABranch() {
    let whole = Self.joint.discussion
    #expect(
      whole.comments.map(\.id) == [
        "pier:1", Self.name("a", "pier:1"), Self.name("b", "pier:1"), "quay:1",
        Self.name("a", "quay:1"), Self.name("c", "quay:1"),
      ])
    #expect(
      whole.comments.map(\.parent) == [
        nil, "pier:1", Self.name("a", "pier:1"), nil, "quay:1", "quay:1",
      ])
    #expect(whole.url == "https://pier.example/")
    #expect(whole.comments[0].body?.text == "<p>The pier</p><p>It creaks.</p>")
    #expect(whole.comments[1].details?.markup == .html)
    #expect(whole.comments[4].details?.markup == nil)
  }

  // MARK: Marks

  static func marks(of desk: Desk) throws -> MarksDatabase {
    try MarksDatabase(directory: desk.path + "/state")
  }

  static func record(_ discussion: Discussion) -> MarkRecord { MarkRecord(Page(discussion)) }
  static var whole: MarkRecord { MarkRecord(Page(joint.discussion), joint: joint) }

  static func read(_ comment: String, at time: Int64) -> SavedChange {
    SavedChange(comment: comment, kind: .read(nil), time: time)
  }

  @Test func aMarkOfTheWholeIsOneOfThePart() throws {
    let desk = try Desk()
    let marks = try Self.marks(of: desk)
    var whole = Self.whole
    let start = try whole.beginVisit(in: marks, known: nil, arrivals: [], at: 100)
    try whole.save(
      [Self.read(Self.name("a", "quay:1"), at: 110), Self.read("pier:1", at: 111)],
      in: marks, during: Activity(visit: start, time: 111))
    let quay = try #require(try marks.reading(of: "quay:1"))
    #expect(quay.marks.map(\.comment) == ["a"])
    #expect(try marks.reading(of: "pier:1")?.marks == [])
    #expect(
      try whole.reading(in: marks)?.marks.map(\.comment) == [
        "pier:1", Self.name("a", "quay:1"),
      ])
  }

  @Test func aMarkOfAPartIsOneOfTheWhole() throws {
    let desk = try Desk()
    let marks = try Self.marks(of: desk)
    var pier = Self.record(Self.discussions[0])
    let start = try pier.beginVisit(in: marks, known: nil, arrivals: [], at: 100)
    try pier.save(
      [Self.read("b", at: 110)], in: marks, during: Activity(visit: start, time: 110))
    let whole = try #require(try Self.whole.reading(in: marks))
    #expect(whole.marks.map(\.comment) == [Self.name("b", "pier:1")])
    // The other one was never opened: nothing of it is new.
    let earlier = EarlierReading(whole, at: 90_000)
    #expect(earlier.unseen(in: Page(Self.joint.discussion)).isEmpty)
  }

  /// New is what came to a part since that was visited, alone or in the whole.
  @Test func whatIsNewIsCountedTogether() throws {
    let desk = try Desk()
    let marks = try Self.marks(of: desk)
    var before = Self.discussions
    before[0].comments.removeLast()
    before[1].comments.removeLast()
    let (day, now): (Int64, Int64) = (86_400, 5 * 86_400)
    for discussion in before {
      var record = Self.record(discussion)
      _ = try record.beginVisit(in: marks, known: nil, arrivals: [], at: day)
    }
    let page = Page(Self.joint.discussion)
    let found = try #require(try Self.whole.reading(in: marks))
    let unseen = EarlierReading(found, at: now).unseen(in: page)
    #expect(
      Set(unseen)
        == Set([Self.name("b", "pier:1"), Self.name("c", "quay:1")].map { FNV1a.hash64($0.utf8) }))
    var whole = Self.whole
    _ = try whole.beginVisit(in: marks, known: found, arrivals: unseen, at: now)
    // By then both parts know what arrived, and in which visit.
    let pier = try #require(try marks.reading(of: "pier:1"))
    #expect(pier.visits.map(\.arrivals) == [[], [FNV1a.hash64("b".utf8)]])
    let again = try #require(try Self.whole.reading(in: marks))
    #expect(EarlierReading(again, at: now + 86_400).unseen(in: page).isEmpty)
  }

  @Test func thePlaceIsTheWholesOwn() throws {
    let desk = try Desk()
    let marks = try Self.marks(of: desk)
    var whole = Self.whole
    let start = try whole.beginVisit(in: marks, known: nil, arrivals: [], at: 100)
    let place = Place(entry: "x", offset: 3)
    try whole.save(
      place, folds: [7], in: marks, during: Activity(visit: start, time: 120))
    let found = try #require(try whole.reading(in: marks))
    #expect(found.place == place && found.folds == [7])
    #expect(try marks.reading(of: "pier:1")?.place == nil)
  }

  /// What was kept of the whole, merged into a file that was begun anew, is what was kept.
  @Test func aFileThatIsBegunAnewKnowsTheSame() throws {
    let (desk, other) = (try Desk(), try Desk())
    let old = try Self.marks(of: desk)
    let new = try Self.marks(of: other)
    var whole = Self.whole
    let start = try whole.beginVisit(in: old, known: nil, arrivals: [], at: 100)
    try whole.save(
      [
        Self.read(Self.name("a", "pier:1"), at: 110),
        SavedChange(comment: Self.name("c", "quay:1"), kind: .starred(true), time: 112),
        Self.read("quay:1", at: 113),
      ], in: old, during: Activity(visit: start, time: 113))
    let kept = try #require(try whole.reading(in: old))
    _ = try new.merge(whole.exported(kept))
    let found = try #require(try whole.reading(in: new))
    #expect(found.marks == kept.marks && found.stars == kept.stars)
    #expect(Set(found.knownComments ?? []) == Set(kept.knownComments ?? []))
    #expect(found.visits == kept.visits)
  }
}
