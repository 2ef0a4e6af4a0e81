import DiscussionModel
import TextGrid
import Testing

@testable import Reader

@Suite struct FrontStateTests {
  /// Where nothing came there is nothing to close.
  @Test func escGoesBackFromAnEmptyList() {
    var empty = Stand([])
    empty.press("Esc")
    #expect(empty.effects == [.leave])
    var full = Stand()
    full.press("Esc")
    #expect(full.effects == [])
  }

  @Test func itSaysHowItStandsWithEachDiscussion() {
    let labels = Stand().state.list.entries.map(\.standingLabel.string)
    #expect(labels == ["+12", "new", "", "done", "here", "muted"])
  }

  @Test(arguments: [
    (site: 50, kept: 42, new: 3, missing: 0, isVisited: true, count: 11),
    (site: 40, kept: 42, new: 3, missing: 0, isVisited: true, count: 3),
    (site: 50, kept: 42, new: 0, missing: 8, isVisited: true, count: 0),
    (site: 50, kept: 42, new: 3, missing: 0, isVisited: false, count: 0),
  ]) func itCountsWhatIsNewHereAndThere(
    _ one: (site: Int, kept: Int, new: Int, missing: Int, isVisited: Bool, count: Int)
  ) {
    var kept = Stand.kept(comments: one.kept, unread: 9, new: one.new, isVisited: one.isVisited)
    kept.unreadable = Unreadable(missing: one.missing)
    let entry = Stand.entry("a", 1, "A", comments: one.site, kept: kept)
    #expect(entry.newComments == one.count)
  }

  /// Sites count comments that nobody can read: what they said when it was fetched counts.
  @Test func whatASiteOverstatesIsNotNew() {
    var entry = Stand.entry("a", 1, "A", comments: 50, kept: Stand.kept(comments: 42, unread: 0))
    entry.commentsWhenFetched = 50
    #expect(entry.newComments == 0 && entry.standingLabel == "done")
    entry.comments = 53
    #expect(entry.newComments == 3)
  }

  @Test(arguments: [
    ("j", "lamp"), ("G", "noise"), ("G k", "fog"), ("3 G", "ask"), ("Tab", "lamp"),
    ("Tab Tab", "ferry"), ("Shift-Tab", "lamp"), ("j j gg", "ferry"),
  ]) func movesGoThere(_ keys: String, _ focus: String) {
    var stand = Stand()
    stand.press(keys)
    #expect(stand.focus == focus)
  }

  @Test func entersOpensTheDiscussionByItsLink() {
    var stand = Stand()
    stand.press("j Enter")
    #expect(stand.effects == [.openLink("https://news.example/lamp")])
    stand = Stand([])
    stand.press("Enter")
    #expect(stand.effects == [] && stand.notice == "nothing to open")
  }

  @Test func whatIsNotHereOpensInABrowser() {
    var stand = Stand()
    stand.press("o gx")
    #expect(
      stand.effects == [
        .browse("https://news.example/ferry"), .browse("https://ferry.example/page"),
      ])
    stand.effects = []
    stand.press("3 G gx")
    #expect(stand.effects == [] && stand.notice == "this discussion links to no page")
  }

  // MARK: What is listed

  /// Why a list did not come is said once, and stays until one comes.
  @Test func whyNothingCameIsSaidOnce() {
    var stand = Stand(nothing: "Harbour News")
    stand.update(.frontProblem("harbour.example: no such host"))
    let screen = """

        Could not be fetched · U tries again
        harbour.example: no such host
      """
    #expect(stand.screen.contains(screen) && stand.notice == nil)
    stand.update(.front(FrontListing(title: "Harbour News")))
    #expect(stand.screen.contains(screen))
    stand.update(.front(FrontListing(title: "Harbour News", fetched: Shelf.now)))
    #expect(stand.screen.contains("Nothing is listed"))
    #expect(stand.state.failure == nil)
  }

  /// A list that is there leaves no room for it: it is a message.
  @Test func whyNoNewerListCameIsAMessage() {
    var stand = Stand()
    stand.update(.frontProblem("harbour.example: no such host"))
    #expect(stand.notice == "harbour.example: no such host")
  }

  @Test(arguments: [
    ("fu", ["ferry", "lamp", "ask", "fog"]), ("fn", ["ferry", "lamp"]),
    ("fn ff", ["ferry", "lamp", "ask", "rope", "fog", "noise"]),
    ("fn Esc", ["ferry", "lamp", "ask", "rope", "fog", "noise"]),
    ("f/ fog Enter", ["fog"]), ("f/ .example Enter", ["ferry", "lamp", "rope", "fog"]),
    ("O", ["ferry", "fog", "lamp", "rope", "noise", "ask"]),
    ("O O", ["ferry", "noise", "ask", "lamp", "rope", "fog"]),
    ("O O O", ["ferry", "lamp", "rope", "ask", "noise", "fog"]),
    ("O O O O", ["ferry", "lamp", "ask", "rope", "fog", "noise"]),
    ("X", ["lamp", "ask", "rope", "fog", "noise"]),
    ("X X u", ["lamp", "ask", "rope", "fog", "noise"]),
    ("X u", ["ferry", "lamp", "ask", "rope", "fog", "noise"]),
  ]) func keysList(_ keys: String, _ listed: [String]) {
    var stand = Stand()
    stand.press(keys)
    #expect(stand.listed == listed)
  }

  @Test func whatIsHiddenIsKeptHidden() {
    var stand = Stand()
    stand.press("X u u")
    #expect(
      stand.effects == [
        .hide("https://news.example/ferry", true), .hide("https://news.example/ferry", false),
      ])
    #expect(stand.notice == "nothing to undo")
  }

  @Test func theFocusStaysOnItsDiscussionWhenTheListIsAnother() {
    var stand = Stand()
    stand.press("j j")
    var listing = FrontListing(title: "Harbour News", entries: Stand.entries.reversed())
    stand.update(.front(listing))
    #expect(stand.focus == "ask")
    listing.entries = [Stand.entries[0], Stand.entries[3]]
    stand.update(.front(listing))
    #expect(stand.focus == "rope")
    stand.update(.front(FrontListing(title: "Harbour News")))
    #expect(stand.focus == nil)
  }

  @Test func aNewerListWaitsForAReaderWhoIsBusy() {
    let newer = FrontListing(title: "Harbour News", entries: [Stand.entries[5]])
    var idle = Stand()
    idle.update(.frontOffer(newer))
    #expect(idle.listed == ["noise"])
    var busy = Stand(columns: 100)
    busy.press("j")
    busy.update(.frontOffer(newer))
    #expect(busy.listed.count == 6 && busy.focus == "lamp")
    #expect(busy.status.contains("newer list: U"))
    busy.press("U")
    #expect(busy.effects == [.takeFrontOffer])
    busy.update(.front(newer))
    #expect(busy.listed == ["noise"])
    busy.press("U")
    #expect(busy.effects == [.takeFrontOffer, .fetchFront(more: false)])
  }

  @Test(arguments: ["G j", "G Space", "gm", "G PgDn"])
  func atTheEndThereIsMore(_ keys: String) {
    var stand = Stand()
    stand.press(keys)
    #expect(stand.effects == [.fetchFront(more: true)])
    var last = Stand(hasMore: false)
    last.press(keys)
    #expect(last.effects == [])
    #expect(last.notice == (keys == "gm" ? "the site lists no more" : "this is the end"))
  }

  @Test func aFilterDoesNotFetch() {
    var stand = Stand()
    stand.press("fn G j")
    #expect(stand.effects == [] && stand.notice == "this is the end")
  }

  // MARK: Peeking and searching

  @Test func aPeekFollowsTheFocus() {
    var stand = Stand(rows: 24)
    stand.press("p")
    #expect(stand.effects == [.peekLink("https://news.example/ferry")])
    stand.update(.peeked(id: "https://news.example/ferry", Shelf.page))
    #expect(stand.screen.contains("A sheet has two sides."))
    stand.press("j")
    #expect(stand.effects.last == .peekLink("https://news.example/lamp"))
    #expect(!stand.screen.contains("A sheet has two sides."))
    // What came too late shows nothing.
    stand.update(.peeked(id: "https://news.example/ferry", Shelf.page))
    #expect(!stand.screen.contains("A sheet has two sides."))
    stand.press("Esc")
    #expect(stand.state.peeking.isClosed)
  }

  @Test func aSearchFindsTitles() {
    var stand = Stand()
    stand.press("/")
    stand.type("knots")
    stand.press("Enter")
    #expect(stand.focus == "rope")
    stand.press("Esc")
    #expect(stand.state.search.search == nil && stand.focus == "rope")
  }

  @Test func itsLinesAskForWhatWasTyped() {
    var stand = Stand()
    stand.press("g /")
    stand.type(" tide ")
    stand.press("Enter g f")
    stand.type("reefs")
    stand.press("Enter g f Enter")
    #expect(stand.effects == [.searchSite("tide"), .openFront("reefs")])
  }

  @Test func onlyDiscussionsOfOneArticleAreReadTogether() {
    var stand = Stand()
    stand.press("=")
    #expect(stand.effects == [])
    stand = Stand(Array(Stand.entries.prefix(2)), origin: .elsewhere)
    stand.press("=")
    #expect(
      stand.effects == [.readTogether(["https://news.example/ferry", "https://news.example/lamp"])])
    stand = Stand(Array(Stand.entries.prefix(1)), origin: .elsewhere)
    stand.press("=")
    #expect(stand.effects == [])
  }

  @Test func aClickFocusesAndAnotherOpens() {
    var stand = Stand()
    stand.update(.click(row: 2, column: 10))
    #expect(stand.focus == "lamp" && stand.effects == [])
    stand.update(.click(row: 2, column: 10))
    #expect(stand.effects == [.openLink("https://news.example/lamp")])
  }

  // MARK: Screens

  @Test func itIsSeenAt80() {
    #expect(
      Stand().screen == """
         Harbour News                                          points  comments     age
        ▌   +12  1  The ferry is late again     ferry.example     312       254     1 h
            new  2  A lamp that reads the tide  lamps.example      90        14     3 h
                 3  Ask: who repairs nets?                         12        40     1 d
           done  4  Knots, ranked               rope.example       41         7     5 h
           here  5  中国茶 in the fog           fog.example                   3     2 h
          muted  6  Noise at the quay                               5        90     9 h




         1 of 6 · 2 new                           Enter open   p peek   q back   ? help
        """)
  }

  @Test func itIsSeenAt40() {
    #expect(
      Stand(columns: 40, rows: 10).screen == """
         Harbour News
        ▌   +12  The ferry is late again    254
            new  A lamp that reads the ti…   14
                 Ask: who repairs nets?      40
           done  Knots, ranked                7
           here  中国茶 in the fog            3
          muted  Noise at the quay           90


         1 of 6 · 2 new     Enter open   ? help
        """)
  }

  /// Discussions of one article often have one title.
  @Test func theSiteOfADiscussionIsNamedOnSmallScreensToo() {
    let entries = [
      Stand.entry("a", 1, "The ferry", source: "Harbour", comments: 3),
      Stand.entry("b", 2, "The ferry", source: "Quay", comments: 28),
    ]
    let rows = Stand(entries, origin: .elsewhere, columns: 40, rows: 10).screen
    #expect(rows.contains("Harbour: The ferry") && rows.contains("Quay: The ferry"))
    let wide = Stand(entries, origin: .elsewhere, columns: 100, rows: 10).screen
    #expect(!wide.contains(": The ferry") && wide.contains("Harbour") && wide.contains("Quay"))
  }

  /// Whatever the size, the focused line is on the screen, and nothing is drawn outside it.
  @Test func everySizeShowsTheFocus() {
    let entries = (0..<60).map { Stand.entry("d\($0)", $0 + 1, SafeText("Title \($0)"), score: $0) }
    for columns in [2, 10, 20, 30, 39, 40, 55, 60, 72, 80, 120, 250] {
      for rows in [1, 2, 3, 5, 8, 10, 24, 50] {
        var stand = Stand(entries, columns: columns, rows: rows)
        for keys in ["G", "k", "b", "gg", "d", "p", "j", "Esc"] {
          stand.press(keys)
          #expect(stand.state.linesOnScreen.contains(stand.state.list.window.focus), "\(keys)")
          #expect(FrontView.frame(stand.state, theme: .plain).size == stand.state.shell.size)
        }
      }
    }
  }
}
