import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// Coming back: what is new, what was edited, what arrived in muted branches, where one was.
@Suite struct NewsTests {
  private static let first = Discussion.outline("a: one\nb: two\n  c: three\nd: four")
  private static let later = Discussion.outline(
    "a: one\n  e: five\nb: two\n  c: three, changed\n    f: six\nd: four\ng: seven")

  /// What the first visit leaves behind after some keys.
  private func visit(_ keys: String) -> EarlierReading {
    var reading = Reading(Self.first, rows: 20)
    reading.press(keys)
    let page = reading.state.page
    var decisions: [String: EarlierReading.Decision] = [:]
    var mutes: Set<String> = []
    for effect in reading.effects {
      guard case .save(let changes) = effect else { continue }
      for change in changes {
        switch change.kind {
        case .read(let body): decisions[change.comment] = .init(isRead: true, time: 5, body: body)
        case .unread: decisions[change.comment] = .init(isRead: false, time: 5)
        case .muted: mutes.insert(change.comment)
        case .starred, .arrived: break
        }
      }
    }
    return EarlierReading(
      decisions: decisions, stars: Set(reading.state.stars.map { page.comment(at: $0).id }),
      mutes: mutes, folds: Set(reading.state.foldedNames),
      knownComments: Set((0..<page.thread.count).map { page.idHash(at: $0) }),
      place: reading.state.place(&reading.layout))
  }

  private func second(_ keys: String, _ discussion: Discussion = later) -> Reading {
    var reading = Reading(discussion, columns: 60, rows: 20)
    reading.effects += reading.state.restore(visit(keys), layout: &reading.layout)
    // What is new lies over the page.
    reading.press("Esc")
    return reading
  }

  @Test func whatCameIsNewAndWhatChangedIsEdited() {
    var reading = second("A")
    #expect(reading.unread.joined() == "ecfg")
    let screen = reading.screen()
    #expect(screen.contains(" + │ #2"))
    #expect(screen.contains(" ~ │ #4"))
    reading.press("j")
    #expect(reading.status().hasPrefix("thread 1 of 4 · 14 % · 4 unread, 3 new"))
  }

  /// No key is told without all of what it does.
  @Test(arguments: [
    (20, ""), (40, ". next"), (60, ". next · fn only new"),
    (80, ". next · fn only new · zn fold to new"),
  ])
  func keysAreToldWhereThereIsRoom(columns: Int, keys: String) {
    var reading = Reading(Self.later, columns: columns, rows: 7)
    _ = reading.state.restore(visit("A"), layout: &reading.layout)
    #expect(
      reading.notice == "3 new in 3 threads · 1 edited" + (keys.isEmpty ? "" : " · " + keys))
  }

  /// Where commands are typed, it is said that they are.
  @Test func commandsAreTyped() {
    var reading = Reading(Self.later, columns: 80, rows: 7)
    let calls = CommandCalls(Command.all, areTyped: true)
    _ = reading.state.restore(visit("A"), layout: &reading.layout)
    let words = reading.state.marks.news(of: reading.state.page, since: nil, calls, room: 80)
    #expect(
      words
        == "3 new in 3 threads · 1 edited; type \"next new\", \"only new\" or \"fold to new\"")
  }

  @Test func aFirstVisitHasNothingNew() {
    var reading = Reading(Self.later, rows: 20)
    _ = reading.state.restore(EarlierReading(), layout: &reading.layout)
    #expect(reading.state.marks.newCount == 0)
    #expect(reading.notice == nil)
  }

  @Test func reopeningDoesNotEndTheNew() {
    let reading = second("")
    #expect(reading.state.marks.newCount == 3)
  }

  @Test func newOnesAreVisitedInReadingOrder() {
    var reading = second("A")
    var visited = ""
    for _ in 0..<4 {
      reading.press(".")
      visited += reading.focus
    }
    #expect(visited == "efge")
    reading.press(", ,")
    #expect(reading.focus == "f")
    #expect(reading.notice == "3 new, 1 above")
    reading.press("r . r . r .")
    #expect(reading.notice == "nothing is new")
  }

  @Test func aChangeOpensFoldsOnTheWay() {
    var reading = second("A zM")
    #expect(reading.screen().contains("2 replies, 2 unread, 1 new"))
    reading.press(". .")
    #expect(reading.focus == "f")
    #expect(reading.screen().contains("six"))
  }

  @Test func repliesInAMutedBranchArriveRead() {
    let reading = second("j j X")
    #expect(reading.unread.joined() == "aedg")
    #expect(reading.saved == ["+c", "+f"])
  }

  /// What the screen shows, and what lists and exports count.
  @Test(arguments: ["", "A", "j j X", "j j X U", "j r j s"])
  func theRuleIsThatOfTheCounts(keys: String) {
    #expect(second(keys).state.marks == Marks(of: Page(Self.later), after: visit(keys)))
  }

  @Test func foldsAndPlaceHold() {
    let reading = second("zM j j")
    #expect(reading.focus == "b")
    #expect(reading.state.outline.isFolded(reading.state.focus))
  }

  @Test func aVanishedPlaceIsItsNearestAncestor() {
    let reading = second("j j j", .outline("a: one\nb: two\nd: four"))
    #expect(reading.focus == "b")
    let empty = second("j j j", .outline("z: one"))
    #expect(empty.focus == "article")
  }

  /// An offset is one in the text of the comment that vanished.
  @Test func theAncestorOfAVanishedPlaceIsShownFromItsStart() {
    let body = (1...30).map { "line \($0)" }.joined(separator: "|")
    var reading = Reading(.outline("a: one\nb: \(body)\nc: three"), rows: 12)
    let place = Place(entry: "comment/x\ncomment/b", offset: 60)
    _ = reading.state.restore(EarlierReading(place: place), layout: &reading.layout)
    #expect(reading.focus == "b")
    #expect(reading.screen().contains("#2"))
  }

  @Test func aVanishedOneKeepsItsMarkInCaseItComesBack() {
    var reading = second("A", .outline("a: one"))
    _ = reading.state.update(.offer(Page(Self.first)), layout: &reading.layout)
    reading.press("U")
    #expect(reading.unread == [])
  }

  @Test func whatCameIntoTheFileIsOfferedAndTakenIn() {
    var reading = Reading(Self.first, columns: 80, rows: 20)
    reading.press("j r j j r s")
    #expect(reading.focus == "c")
    _ = reading.state.update(.offer(Page(Self.later)), layout: &reading.layout)
    reading.press("Esc")
    #expect(reading.status().hasPrefix("thread 2 of 3 · 75 % · 2 unread · 3 new on disk"))
    reading.press("U")
    #expect(reading.focus == "c")
    #expect(reading.unread.joined() == "ebcfdg")
    #expect(reading.notice == "3 new · 1 edited · . next new")
    #expect(reading.state.marks.positions(with: .edited).count == 1)
    // Undo goes on as if nothing had happened.
    reading.press("u u u")
    #expect(reading.focus == "a")
    #expect(reading.state.stars == [])
    reading.press("U")
    #expect(reading.notice == "nothing new on disk")
  }

  /// What was said before would hide an offer, and may no longer be true.
  @Test func anOfferIsSeenAtOnce() {
    var reading = Reading(Self.first, columns: 80, rows: 20)
    reading.press("U")
    #expect(reading.notice == "nothing new on disk")
    _ = reading.state.update(.offer(Page(Self.later)), layout: &reading.layout)
    #expect(reading.status().contains("3 new on disk · U loads them"))
    // The same offer again hides nothing.
    reading.press("y")
    _ = reading.state.update(.offer(Page(Self.later)), layout: &reading.layout)
    #expect(reading.notice == "copied 1 line of the article")
  }

  /// Somebody who comes for one comment sees that, and what is new on request.
  @Test func aCommentThatIsRequestedIsNotCovered() {
    var reading = Reading(Self.later, columns: 60, rows: 20)
    reading.effects += reading.state.restore(visit(""), layout: &reading.layout)
    #expect(!reading.state.isReading)
    #expect(reading.state.open(comment: "f", layout: &reading.layout))
    #expect(reading.state.isReading)
    #expect(reading.focus == "f")
    reading.press("gn")
    #expect(!reading.state.isReading)
  }

  @Test func aFileThatSaysTheSameIsNotOffered() {
    var reading = Reading(Self.first, columns: 80, rows: 20)
    _ = reading.state.update(.offer(Page(Self.first)), layout: &reading.layout)
    #expect(!reading.status().contains("disk"))
    // Nor one that differs in what no reader shows.
    var other = Self.first
    other.unknownMembers = [UnknownMember(name: "x", value: Array("1".utf8))]
    _ = reading.state.update(.offer(Page(other)), layout: &reading.layout)
    #expect(!reading.status().contains("disk"))
  }

  @Test func anotherReadersMarksAreTakenOver() {
    var reading = Reading(Self.first, rows: 20)
    reading.press("j r")
    var theirs = EarlierReading()
    theirs.decisions = [
      "a": .init(isRead: false, time: 9), "c": .init(isRead: true, time: 9),
    ]
    theirs.stars = ["d"]
    _ = reading.state.update(.takeOver(theirs), layout: &reading.layout)
    #expect(reading.unread.joined() == "abd")
    #expect(reading.state.stars == [3])
  }

  /// (what is muted, what is in the file by now, what of it is unread).
  @Test(arguments: [
    ("a", "a\n  b\n    c", "b"), ("a", "a\n  b\n    c\n      d\ne", "be"),
    ("b", "a\n  b\n    c\n  d", "ad"), ("a b", "a\n  b\n    c\nd", "d"),
  ])
  func repliesAtAnyDepthOfAMutedBranchAreTakenInRead(mutes: String, later: String, unread: String) {
    var reading = Reading(.outline("a\n  b"), rows: 20)
    let muted = Set(mutes.split(separator: " ").map(String.init))
    // As if `b` had been set unread by hand below a muted comment.
    let decided = ["b": EarlierReading.Decision(isRead: false, time: 1)]
    _ = reading.state.restore(
      EarlierReading(
        decisions: decided.merging(
          Dictionary(uniqueKeysWithValues: muted.map { ($0, .init(isRead: true, time: 1)) })
        ) { $1 }, mutes: muted), layout: &reading.layout)
    _ = reading.state.update(.offer(Page(.outline(later))), layout: &reading.layout)
    reading.press("U")
    #expect(reading.unread.joined() == unread)
  }

  /// As the rule has it when the discussion is opened again.
  @Test func whatWasEditedInAMutedBranchIsTakenInRead() {
    var reading = Reading(.outline("a\n  b: one 中\nc"), rows: 20)
    reading.press("A j X")
    #expect(reading.unread == [])
    let newer = Page(.outline("a\n  b: two 中\nc: other"))
    _ = reading.state.update(.offer(newer), layout: &reading.layout)
    reading.press("U")
    #expect(reading.unread == ["c"])
  }

  @Test func aCommentThatIsNoLongerDeletedIsUnreadAndNotEdited() {
    var reading = Reading(.outline("a: deleted\nb: two"), rows: 20)
    reading.press("A")
    _ = reading.state.update(
      .offer(Page(.outline("a: one\nb: two, changed"))), layout: &reading.layout)
    reading.press("U")
    #expect(reading.unread == ["a", "b"])
    #expect(reading.state.marks.positions(with: .edited) == [1])
  }

  @Test func whatAnotherReaderSetUnreadIsNotMarkedByPassing() {
    var reading = Reading(.outline("a: one\nb: two\nc: three"), rows: 20)
    reading.press("stood 1G r 1G")
    #expect(reading.unread == ["b", "c"])
    let theirs = EarlierReading(decisions: ["a": .init(isRead: false, time: 9)])
    _ = reading.state.update(.takeOver(theirs), layout: &reading.layout)
    reading.press("j j")
    #expect(reading.unread == ["a", "c"])
  }

  /// What undo takes back is this reader's alone: the star is another's.
  @Test(arguments: [
    ("j r", "u", "-a"), ("j r u", "Ctrl-R", "+a"), ("j X", "u", "-a ya"),
    ("j A", "u", "-a -b -c -d"),
  ])
  func undoLeavesAnotherReadersStarAlone(before: String, after: String, saved: String) {
    var reading = Reading(Self.first, rows: 20)
    reading.press(before)
    var theirs = EarlierReading(stars: ["a"])
    if before.contains("X") { theirs.mutes = ["a"] }
    for id in ["a", "b", "c", "d"] where !reading.unread.contains(id) {
      theirs.decisions[id] = .init(isRead: true, time: 9)
    }
    _ = reading.state.update(.takeOver(theirs), layout: &reading.layout)
    reading.effects = []
    reading.press(after)
    #expect(reading.saved.joined(separator: " ") == saved)
    #expect(reading.state.stars == [0])
  }

  /// What earlier visits left may become known late.
  @Test func whatIsNewAndEditedIsTakenOverToo() {
    var reading = Reading(Self.later, columns: 60, rows: 20)
    _ = reading.state.update(.takeOver(visit("A")), layout: &reading.layout)
    #expect(reading.unread.joined() == "ecfg")
    #expect(reading.state.marks.newCount == 3)
    #expect(reading.state.marks.editedCount == 1)
  }

  // MARK: What is over the page when a newer one comes

  /// A newer page comes by itself while something is over the page or is typed.
  private func readingNewer(after keys: String, typing line: String = "") -> Reading {
    let old = Discussion.outline("a ann: one two\n  b bob: > one two\nc cem: three")
    var reading = Reading(old, columns: 60, rows: 16)
    reading.press("work " + keys)
    reading.type(line)
    let newer = Discussion.outline(
      "z: first\na ann: one two\n  b bob: > one two\n  y: three\nc cem: three")
    _ = reading.state.update(.offer(Page(newer)), layout: &reading.layout)
    _ = reading.state.update(.takeIn, layout: &reading.layout)
    return reading
  }

  @Test(arguments: [
    ("1G gr", "Enter", "b"), ("2G p", "Enter", "a"), ("3G t", "Enter", "c"),
    ("3G t", "k Enter", "y"),
  ])
  func whatIsOverThePageIsOfTheNewerOne(keys: String, then: String, focus: String) {
    var reading = readingNewer(after: keys)
    reading.press(then)
    #expect(reading.focus == focus)
  }

  @Test func aSearchThatIsTypedGoesOnInTheNewerPage() {
    var reading = readingNewer(after: "3G /", typing: "thr")
    reading.press("e e work Enter")
    #expect(reading.focus == "c")
    var broken = readingNewer(after: "3G /", typing: "two")
    broken.press("Esc")
    #expect(broken.focus == "c")
    #expect(broken.onShow == ["article", "z", "a", "b", "y", "c"])
  }

  /// Read and unread again by hand, what was new is new, at once and when it is opened again.
  @Test func whatIsUnreadAgainIsNewAgain() {
    var reading = second("A")
    reading.press("2G")
    #expect(reading.focus == "e")
    #expect(reading.state.marks.newCount == 3)
    reading.press("r")
    #expect(reading.state.marks.newCount == 2)
    reading.press("r")
    #expect(reading.state.marks.newCount == 3)
    #expect(reading.status().contains("4 unread, 3 new"))
    // What was there before is unread and not new.
    reading.press("1G r")
    #expect(reading.focus == "a")
    #expect(reading.status().contains("5 unread, 3 new"))
  }
}
