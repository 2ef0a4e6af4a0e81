import DiscussionModel
import Testing

@testable import Reader

/// A page of which only some comments are on show.
@Suite struct FilteredPageTests {
  private static var shed: Discussion {
    var result = Discussion.outline(
      """
      a ann: paint the shed
        b bob: which paint?
          c ann: oil
        d cem: larch needs none
      e eve: pear trees
        f ann: a ladder, and paint
      """)
    for (index, score) in [12, nil, 3, 0, -1, 4].enumerated() {
      result.comments[index].score = score
      result.comments[index].published = RawText("2017-01-2\(index)T00:00:00Z")
    }
    result.comments[4].author = "Eve \"E\" Lee"
    return result
  }

  private static let now: Int64 = 1_485_388_800  // 2017-01-26

  /// (keys before, the filter, what is on show).
  @Test(arguments: [
    ("", "unread", "abcdef"), ("2G r 4G r", "unread", "abcef"), ("G r 5G r", "unread", "abcd"),
    ("3G s", "starred", "abc"), ("", "author:ann", "abcef"), ("", "author:ANN", "abcef"),
    ("", "author:an", ""), ("", "author:\"eve E lee\"", ""), ("", ">3", "aef"),
    ("", ">-1", "abcdef"),
    ("", "since:2017-01-24", "ef"), ("", "since:2d", "ef"), ("", "paint", "abef"),
    ("", "since:2017-01-25", "ef"), ("", "since:1d", "ef"), ("", "since:2017-01-26", ""),
    ("", "/^paint|oil$/", "abc"), ("", "paint author:ann", "aef"),
    ("", "author:ann >3 /shed/", "a"),
    ("3G r", "author:ann unread", "aef"), ("", "\"a ladder\"", "ef"), ("", "ladder oil", ""),
  ])
  func onShow(keys: String, line: String, expected: String) {
    var reading = Reading(Self.shed, rows: 30, now: Self.now)
    reading.press(keys)
    reading.press("gg f/", typing: line, then: "Enter work")
    if expected.isEmpty {
      #expect(reading.notice == "no comment matches \(line)")
      #expect(reading.state.outline.narrowing == nil)
    } else {
      #expect(reading.onShow.joined() == expected)
    }
  }

  @Test(arguments: [
    ("A fu", "nothing is unread"), ("fn", "nothing is new"),
    ("fs", "no stars yet (s stars a comment)"),
    ("fa", "this comment has no author"), ("ff", "no filter is on"),
    ("j fa", "3 comments of 6 · ff shows all"),
    ("j fa ff", "filter off"), ("j fa Esc", "showing all comments"),
    ("fu", "6 comments of 6 · ff shows all"), ("6G s fs", "1 comment of 6 · ff shows all"),
  ])
  func notices(keys: String, notice: String) {
    var reading = Reading(Self.shed, rows: 30)
    reading.press(keys)
    #expect(reading.notice == notice)
  }

  @Test func anAuthorMayBeCalledAnything() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("5G fa")
    #expect(reading.onShow == ["e"])
    #expect(reading.status().hasPrefix("1 comment of 6"))
  }

  @Test func ancestorsAreOneDimRowEach() {
    var reading = Reading(Self.shed, columns: 60, rows: 14, now: Self.now)
    reading.press("f/", typing: "oil", then: "Enter work")
    #expect(
      reading.screen() == """
         ↑ A title
         ● … ann  paint the shed                                   ┃
         ● │ … bob  which paint?                                   ┃
        ▌● │ │ ann  4 d  3 points                               #3 ┃
        ▌  │ │ oil                                                 ┃
                                                                   ┃
                                                                   ┃
                                                                   •
                                                                   •
                                                                   •
                                                                   •
                                                                   •

         1 comment of 6 · ff shows all       Space read on   ? help
        """)
  }

  /// (keys, where that leads, whether only a part is on show, what is said).
  @Test(arguments: [
    ("4G fu j", "e", true, nil), ("4G fu j ff", "d", false, "filter off · + goes to #5"),
    ("4G fu j Esc", "d", false, "showing all comments · + goes to #5"),
    ("4G fu j Backspace", "d", false, "filter off"), ("4G fu j ff +", "e", false, nil),
    ("4G fu Backspace", "d", false, "filter off"), ("4G fu ff Backspace", "article", false, nil),
    // Jumps within it are taken back first; what led out of it has ended it.
    ("4G fu 1G G Backspace", "a", true, nil), ("4G fu 1G G 2 Backspace", "d", true, nil),
    ("4G fu 1G G 3 Backspace", "d", false, "filter off"),
    ("4G fa 5G Backspace", "d", false, nil),
    // To set it again is not to set another.
    ("4G fu j fu j ff", "d", false, "filter off · + goes to #6"),
    ("4G fu j j fa k ff", "f", false, "filter off · + goes to #5"),
    ("4G fu j j fa k ff Backspace", "d", false, nil),
  ])
  func leavingItLeadsBack(keys: String, focus: String, isFiltered: Bool, notice: String?) {
    var reading = Reading(Self.shed, rows: 30)
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect((reading.state.outline.narrowing != nil) == isFiltered)
    if let notice { #expect(reading.notice == notice) }
  }

  /// However it is left, and whatever was folded, the screen is as it was.
  @Test(arguments: ["ff", "Esc", "Backspace"])
  func theScreenIsAsItWas(key: String) {
    var discussion = Discussion(id: "many", title: "Many")
    discussion.comments = (1...60).map { Comment(id: "\($0)", body: RawText("word \($0)")) }
    var reading = Reading(discussion, columns: 60, rows: 20)
    reading.press("30G za 40G zb k k")
    let before = reading.screen().split(separator: "\n").dropLast()
    reading.press("f/", typing: "/word [1-7]$/", then: "Enter work")
    #expect(reading.onShow.count == 7)
    reading.press("j j \(key)")
    #expect(reading.screen().split(separator: "\n").dropLast() == before)
  }

  /// What is read is hidden once another comment is in focus, which stays in its row.
  @Test func whatIsReadIsHiddenAsTheReaderMoves() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("1G r fh")
    #expect(reading.onShow.joined() == "abcdef")
    #expect(reading.notice == "5 comments unread · ff shows all")
    #expect(reading.focus == "b")
    reading.press("r")
    #expect(reading.onShow.joined() == "abcdef")
    reading.press("j r j r")
    #expect(reading.onShow.joined() == "adef")
    #expect(reading.focus == "d")
    reading.press("j r j r")
    #expect(reading.onShow.joined() == "ef")
    reading.press("ff")
    #expect(reading.onShow == ["article", "a", "b", "c", "d", "e", "f"])
    #expect(reading.focus == "a")
    reading.press("A fh")
    #expect(reading.notice == "nothing is unread")
  }

  @Test func theFocusedRowStaysWhileOthersAreHidden() {
    var discussion = Discussion(id: "many", title: "Many")
    discussion.comments = (1...60).map { Comment(id: "\($0)", body: RawText("word \($0)")) }
    var reading = Reading(discussion, columns: 60, rows: 20)
    func row() -> Int? {
      reading.screen().split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("▌") }
    }
    reading.press("30G zz fh")
    for _ in 0..<3 {
      reading.press("r j")
      let before = row()
      reading.press("r k")
      reading.press("j")
      #expect(row() == before)
    }
  }

  @Test func theSetIsFrozenUntilItIsAppliedAgain() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("fu j r j r")
    #expect(reading.onShow.joined() == "abcdef")
    reading.press("fu")
    #expect(reading.onShow.joined() == "adef")
    #expect(reading.notice == "4 comments of 6 · ff shows all")
    reading.press("ff")
    #expect(reading.onShow == ["article", "a", "b", "c", "d", "e", "f"])
  }

  @Test func nothingIsMarkedForBeingShownDim() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("f/", typing: "oil", then: "Enter work")
    #expect(reading.focus == "c")
    reading.press("gg stood j stood j stood Space")
    #expect(reading.unread.joined() == "abdef")
  }

  @Test func foldsComeBack() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("2G za 5G za fu")
    #expect(reading.onShow.joined() == "abcdef")
    reading.press("3G ff")
    #expect(reading.onShow == ["article", "a", "b", "c", "d", "e+"])
  }

  @Test func undoOfWhatIsLeftOutShowsEverythingAgain() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("4G r 1G fa u")
    #expect(reading.focus == "d")
    #expect(reading.state.outline.narrowing == nil)
    reading.press("1G fa u")
    #expect(reading.notice == "nothing to undo")
    #expect(reading.state.outline.narrowing != nil)
  }

  /// The page ends with the screen, so that what is above fills it, and the focus stays.
  @Test func theLastMatchHasTheOthersAboveIt() {
    var reading = Reading(.outline("a: one x\nb: two\nc: three x\nd: four x"), rows: 24)
    reading.press("4G f/ x Enter work")
    #expect(reading.focus == "d")
    #expect(reading.top == "a 0")
  }

  /// At the end of what is shown, more may be unread elsewhere.
  @Test func theEndSaysWhatIsUnreadElsewhere() {
    var reading = Reading(.outline("a: one\nb: x\nc: three\nd: four"), rows: 24)
    reading.press("2G f/ x Enter work r Space")
    #expect(reading.notice == "All shown are read · 3 unread hidden (ff shows all)")
  }

  @Test func unreadOnesOutsideAreNotGoneTo() {
    var reading = Reading(Self.shed, rows: 30)
    reading.press("1G fa r 3G r 6G r Tab")
    #expect(reading.notice == "All read in what is shown")
    reading.press("gg R")
    #expect(reading.state.outline.narrowing != nil)
  }

  @Test func anAuthorsNextCommentIsOneThatIsOnShow() {
    var reading = Reading(.outline("a ann\nb bob\nc ann\nd ann"), rows: 30)
    reading.press("1G s 4G s fs 1G *")
    #expect(reading.focus == "d")
    #expect(reading.notice == "2 of 2 by ann")
    #expect(reading.state.outline.narrowing != nil)
  }

  @Test func aBadLineStaysToBeMended() {
    var reading = Reading(Self.shed, columns: 80, rows: 12)
    reading.press("f/", typing: ">x", then: "Enter")
    #expect(reading.status().hasPrefix("filter: >x    "))
    #expect(reading.status().hasSuffix("  > expected a score, a whole number; found x"))
    reading.press("Backspace 3 Enter")
    #expect(reading.onShow.joined() == "aef")
  }

  @Test func aFilterOfTextsIsAppliedInPieces() {
    var reading = Reading(Self.shed, columns: 80, rows: 12)
    reading.press("f/", typing: "oil", then: "Enter")
    #expect(reading.status().contains("filtering…"))
    _ = reading.state.update(.work(units: 3), layout: &reading.layout)
    #expect(reading.state.outline.narrowing == nil)
    reading.press("j Esc")
    #expect(reading.notice == "filter cancelled")
    reading.press("work")
    #expect(reading.state.outline.narrowing == nil)
  }

  @Test(arguments: [("?", "Esc"), ("t", "Esc"), ("p", "Esc"), ("i", "Esc")])
  func aFilterOfTextsWaitsWhileSomethingIsOverThePage(open: String, close: String) {
    var reading = Reading(Self.shed, columns: 80, rows: 12)
    reading.press("2G")
    reading.work()
    reading.press("f/", typing: "oil", then: "Enter " + open)
    _ = reading.state.update(.work(units: 100), layout: &reading.layout)
    #expect(!reading.state.hasPendingWork)
    #expect(reading.state.outline.narrowing == nil)
    reading.press(close + " work")
    #expect(reading.onShow.joined() == "abc")
  }

  @Test func theStatusLineSaysThatItIsOn() {
    var reading = Reading(Self.shed, columns: 100, rows: 12)
    reading.press("j fa j")
    #expect(reading.status().contains("author:ann"))
  }
}
