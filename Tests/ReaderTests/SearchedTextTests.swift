import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// What can be found, and how it is shown.
@Suite struct SearchedTextTests {
  private static var masked: Discussion {
    var result = Discussion.outline(
      "a: plain\nb: a spider\nc: café and cafe\u{301}\nd: 十年 中 👩‍💻\ne: red \u{1B}[31m \u{202E}evil",
      body: "Open.\n\n**** *** shed *** *****")
    result.maskCharacter = "*"
    var details = CommentDetails()
    details.warning = "beware"
    result.comments[1].details = details
    return result
  }

  @Test(arguments: [
    ("é", "c", "1/2"), ("e\u{301}", "c", "1/2"), ("中", "d", "1/1"), ("👩‍💻", "d", "1/1"),
    ("💻", "d", "1/1"), ("👩", "d", "1/1"), ("👩💻\u{FE0F}", "d", "1/1"),
    ("[31m", "e", "1/1"), ("evil", "e", "1/1"), ("title", "article", "1/1"), ("plain", "a", "1/1"),
  ])
  func isFound(line: String, focus: String, words: String) {
    var reading = Reading(Self.masked, rows: 14)
    reading.press("/", typing: line, then: "work Enter")
    #expect(reading.focus == focus)
    #expect(reading.state.finding.search?.words.string == words)
  }

  /// Hidden text is found once it was opened.
  @Test(arguments: [("shed", "gg zv"), ("spider", "2G zv")])
  func isFoundOnceItIsOpen(line: String, keys: String) {
    var reading = Reading(Self.masked, rows: 14)
    reading.press("/", typing: line, then: "work Enter")
    #expect(reading.notice == "no match for \(line)")
    reading.press(keys)
    reading.press("/", typing: line, then: "work Enter")
    #expect(reading.state.finding.search?.words == "1/1")
  }

  @Test func whatIsOpenedLaterIsCounted() {
    var reading = Reading(.outline("a: one spider\nb: a spider|and a spider"), rows: 20)
    var details = CommentDetails()
    details.warning = "beware"
    var discussion = reading.state.page.discussion
    discussion.comments[1].details = details
    reading = Reading(discussion, rows: 20)
    reading.press("/", typing: "spider", then: "work Enter")
    #expect(reading.state.finding.search?.words == "1/1")
    reading.press("2G zv")
    #expect(reading.state.finding.search?.words == "1/3")
    reading.press("n n")
    #expect(reading.state.finding.search?.words == "3/3")
    reading.press("zv")
    #expect(reading.state.finding.search?.words == "1")
  }

  @Test func aMatchThatIsHiddenAgainIsNoLongerTheCurrentOne() {
    var discussion = Discussion.outline("a: a spider and >!a spider!<")
    discussion.markup = .markdown
    var reading = Reading(discussion, rows: 20)
    reading.press("1G zv /", typing: "spider", then: "work Enter n")
    #expect(reading.state.finding.search?.words == "2/2")
    reading.press("zv")
    #expect(reading.state.finding.search?.words == "1")
  }

  /// (what a file says, the pattern, whether the text itself has to be looked into).
  @Test(arguments: [
    ("paint it", "paint", true), ("Paint", "paint", true), ("Paint", "pAint", false),
    ("pain", "paint", false), ("a it", "paint it", false), ("x", "paint", false), ("", "a", false),
    ("p\u{200B}aint", "paint", true), ("p\\u0061int", "paint", true), ("p\\npaint", "paint", true),
    ("\\npaint", "npaint", false), ("x", "é", false), ("ä", "é", true),
    ("\\u00e9", "é", true), ("x", "12", true),
    ("x", "a12", false), ("x", "…", true),
  ])
  func whatCannotHaveItIsPassedOverQuickly(raw: String, pattern: String, may: Bool) throws {
    let test = try Pattern(pattern).words.rawTest()
    let isPossible = Array(raw.utf8).withUnsafeBufferPointer { test($0, true) }
    #expect(isPossible == may)
  }

  @Test func matchesAreMarked() {
    var reading = Reading(
      .outline("a: a roof and a Roof\nb: 中roof é roof"), columns: 60, rows: 14)
    reading.press("/", typing: "roof", then: "work Enter n")
    #expect(reading.pieces(of: .match).filter { $0 != "◆" } == ["roof", "roof", "roof"])
    #expect(reading.pieces(of: .matchCurrent).filter { $0 != "◆" } == ["Roof"])
    reading.press("Esc")
    #expect(reading.pieces(of: .match, .matchCurrent) == [])
  }

  @Test func aMatchThatIsWrappedIsMarkedOnBothRows() {
    var reading = Reading(
      .outline("a: xxxxxxxxxxxxxxxxxxxxxxxxxxx open roof"), columns: 40, rows: 14)
    reading.press("/", typing: "open roof", then: "work Enter")
    #expect(reading.pieces(of: .matchCurrent).filter { $0 != "◆" } == ["open", "roof"])
  }
}
