import DiscussionModel
import Sites
import Storage
import Testing

@testable import Library

/// What is kept of front pages.
@Suite struct FrontShelfTests {
  private static let day: Int64 = 86_400
  private static let address = "https://board.example/latest"

  private let desk: Desk
  private let shelf: FrontShelf

  init() throws {
    desk = try Desk()
    shelf = desk.library.fronts
  }

  private static func page(_ names: String..., next: String? = nil) -> FrontPage {
    FrontPage(title: "Board", rows: names.map { FrontRow(link: link($0), title: $0) }, next: next)
  }

  private static func link(_ name: String) -> String { "https://board.example/t/\(name)" }

  // MARK: Pages

  @Test func aPageIsKeptUntilItIsFetchedAgain() throws {
    #expect(try shelf.kept(Self.address) == nil)
    let first = Self.page("a", "中 é 👩‍💻 \u{1b}[2J", next: "https://board.example/2")
    try shelf.keep(first, at: Self.address, now: 100)
    #expect(
      try shelf.kept(Self.address) == FrontShelf.KeptFront(page: first, fetched: 100))
    try shelf.keep(Self.page("b"), at: Self.address, now: 200)
    #expect(
      try shelf.kept(Self.address) == FrontShelf.KeptFront(page: Self.page("b"), fetched: 200))
    #expect(try shelf.kept("https://board.example/top") == nil)
  }

  @Test func furtherRowsAreAddedAndItsAgeStays() throws {
    try shelf.keep(Self.page("a", "b", next: "2"), at: Self.address, now: 100)
    let all = try shelf.append(Self.page("b", "c", "c", next: "3"), to: Self.address, now: 160)
    #expect(all == Self.page("a", "b", "c", next: "3"))
    #expect(try shelf.kept(Self.address) == FrontShelf.KeptFront(page: all, fetched: 100))
    try shelf.append(Self.page("x"), to: "https://other.example/", now: 170)
    #expect(try shelf.kept("https://other.example/")?.fetched == 170)
  }

  @Test func aLongPageIsCut() throws {
    var page = Self.page()
    page.rows = (0..<2100).map { FrontRow(link: Self.link("\($0)"), title: "") }
    try shelf.keep(page, at: Self.address, now: 100)
    #expect(try shelf.kept(Self.address)?.page.rows == Array(page.rows[..<2000]))
  }

  // MARK: Titles

  /// Which titles are shown in which minute, and which are quiet in another.
  struct Course: Sendable {
    var shown: KeyValuePairs<Int64, String>
    var now: Int64
    var quiet: String

    init(_ shown: KeyValuePairs<Int64, String>, now: Int64, quiet: String) {
      self.shown = shown
      self.now = now
      self.quiet = quiet
    }
  }

  static let courses: [Course] = [
    // All is new at the first visit, and stays so while that goes on.
    Course([0: "ab"], now: 0, quiet: ""), Course([0: "ab"], now: 29, quiet: ""),
    Course([0: "a", 29: "b"], now: 58, quiet: ""),
    // After the pause another visit begins, even without an end of the first.
    Course([0: "ab"], now: 30, quiet: "ab"), Course([0: "a", 29: "b"], now: 59, quiet: "ab"),
    // Being there is enough to go on.
    Course([0: "a", 20: "", 40: ""], now: 60, quiet: ""),
    // What came since the last visit is loud, until the visit after this one.
    Course([0: "a", 600: "ab"], now: 601, quiet: "a"),
    Course([0: "a", 600: "ab"], now: 1200, quiet: "ab"),
    // A title that was there, and was shown only now, is new.
    Course([0: "a", 600: "b"], now: 610, quiet: "a"),
    // A clock that was ahead, and is set back.
    Course([9000: "a"], now: 60, quiet: "a"), Course([9000: "a", 60: "b"], now: 61, quiet: "a"),
    Course([9000: "a", 60: "b"], now: 120, quiet: "ab"),
  ]

  @Test(arguments: courses) func titlesOfAnEarlierVisitAreQuiet(course: Course) throws {
    for (minute, names) in course.shown {
      try shelf.noteSeen(
        names.map { Self.link(String($0)) }, on: Self.address, at: 1_000_000 + minute * 60)
    }
    let found = try shelf.seen(
      ["a", "b", "c"].map(Self.link), on: Self.address, at: 1_000_000 + course.now * 60)
    #expect(found == Set(course.quiet.map { Self.link(String($0)) }))
  }

  /// A title is the same on all pages, and each page has its own visits.
  @Test func whatWasSeenElsewhereIsQuiet() throws {
    try shelf.noteSeen([Self.link("a")], on: Self.address, at: 1000)
    let other = "https://board.example/top"
    #expect(try shelf.seen([Self.link("a")], on: other, at: 1060) == [Self.link("a")])
    #expect(try shelf.seen([Self.link("a")], on: Self.address, at: 1060) == [])
  }

  // MARK: Hiding

  @Test func whatIsHiddenStaysHidden() throws {
    try shelf.hide(Self.link("a"), at: 100)
    try shelf.hide(Self.link("b"), at: 100)
    try shelf.noteSeen([Self.link("a"), Self.link("c")], on: Self.address, at: 110)
    let links = ["a", "b", "c"].map(Self.link)
    #expect(try shelf.hidden(among: links) == [Self.link("a"), Self.link("b")])
    try shelf.hide(Self.link("b"), false, at: 120)
    #expect(try shelf.hidden(among: links) == [Self.link("a")])
    // A page that is kept years later.
    try shelf.keep(Self.page("a"), at: Self.address, now: 1000 * Self.day)
    #expect(try shelf.hidden(among: links) == [Self.link("a")])
  }

  @Test(arguments: [(0, true), (1, false)])
  func whatIsNotShownFor90DaysIsForgotten(late: Int64, isKept: Bool) throws {
    let start: Int64 = 1_000_000
    try shelf.noteSeen([Self.link("a")], on: Self.address, at: start - Self.day)
    try shelf.noteSeen([Self.link("a"), Self.link("b")], on: Self.address, at: start)
    try shelf.keep(Self.page("a"), at: "https://old.example/", now: start)
    let now = start + 90 * Self.day + late
    try shelf.keep(Self.page("c"), at: "https://new.example/", now: now)
    let seen = try shelf.seen(["a", "b"].map(Self.link), on: Self.address, at: now)
    #expect(seen.count == (isKept ? 2 : 0))
    #expect(try (shelf.kept("https://old.example/") != nil) == isKept)
    #expect(try shelf.kept("https://new.example/") != nil)
  }

  // MARK: News

  @Test func aSourceSaysHowManyOfItsDiscussionsHaveNewComments() throws {
    // Of each: how many comments the page says it has.
    let comments = [("same", 2), ("more", 5), ("missing", 12), ("muted", 9), ("hidden", 9)]
    for (name, _) in comments {
      var discussion = Discussion(
        id: "x:\(name)", title: name, comments: [Comment(id: "1"), Comment(id: "2")])
      discussion.origin = Origin(link: Self.link(name))
      if name == "missing" {
        discussion.comments[0].details = CommentDetails()
        discussion.comments[0].details?.missingReplies = 10
      }
      _ = try desk.library.keep(discussion, now: 100)
    }
    try desk.marks.use { (library) throws(StorageError) in
      try library.catalogue.setMuted(true, kept: "x:muted")
      for (name, _) in comments {
        try library.beginVisit(of: "x:\(name)", title: name, comments: [], at: 150)
      }
    }
    try shelf.hide(Self.link("hidden"), at: 100)
    var page = Self.page("unknown")
    page.rows += comments.map { name, count in
      var row = FrontRow(link: Self.link(name), title: name)
      row.comments = count
      return row
    }
    try shelf.keep(page, at: Self.address, now: 300)
    let known = KnownDiscussions(try desk.library.contents().discussions)
    #expect(page.rows.map { known.new(in: $0, at: 400) } == [nil, 0, 3, 0, 0, 7])
    #expect(
      try shelf.summaries(of: [Self.address, "https://other.example/"], known, at: 400) == [
        Self.address: FrontShelf.Summary(fetched: 300, discussions: 5, withNews: 1)
      ])
    let stated = KnownDiscussions(
      try desk.library.contents().discussions, stated: [Self.link("more"): 4])
    #expect(page.rows.map { stated.new(in: $0, at: 400) } == [nil, 0, 1, 0, 0, 7])
    // Sites count comments that nobody can read: what they said when it was fetched is not new.
    try shelf.noteStated(5, of: Self.link("more"), at: 310)
    #expect(
      try shelf.stated(among: [Self.link("more"), Self.link("same")]) == [Self.link("more"): 5])
    #expect(try shelf.summaries(of: [Self.address], known, at: 400)[Self.address]?.withNews == 0)
  }
}
