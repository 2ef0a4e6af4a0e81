import DiscussionModel
import Testing

@testable import Reader

/// Finishing branches, muting them, stars, and taking all of it back.
@Suite struct BranchTests {
  /// `b` has `c`, `d` and `e` below it.
  private static let tree = Discussion.outline(
    """
    a: one
    b: two
      c: three
        d: four
      e: five
    f: six
    """)

  static let keys: [(keys: String, focus: String, unread: String, notice: String?)] = [
    ("j j R", "f", "af", "4 comments marked read · 2 unread left"),
    ("j j j R", "e", "abef", "2 comments marked read · 4 unread left"),
    ("j j j j gR", "f", "af", "4 comments marked read · 2 unread left"),
    // Around the end, and with nothing left.
    ("G R", "a", "abcde", "1 comment marked read · 5 unread left"),
    ("A G R", "f", "", "#6 folded · all read"),
    ("A", "article", "", "6 comments marked read · u undoes"),
    ("A A", "article", "", "All read"),
    ("R", "article", "abcdef", "only comments can be marked"),
    ("gR", "article", "abcdef", "only comments can be marked"),
    (
      "j j R u", "b", "abcdef",
      "undid: 4 comments marked read · they stay unread until you mark them"
    ),
    ("j j R u Ctrl-R", "b", "af", "redid: 4 comments marked read"),
    ("j j R u r Ctrl-R", "b", "acdef", "nothing to redo"),
    ("Ctrl-R", "article", "abcdef", "nothing to redo"),
    ("A u", "a", "abcdef", "undid: 6 comments marked read · they stay unread until you mark them"),
    ("j j X", "b", "af", "#2 muted: new replies count as read · X unmutes"),
    ("j j X X", "b", "af", "#2 unmuted"),
    ("j j X l X", "c", "af", "muted at #2; X unmutes it there"),
    ("j j X u", "b", "abcdef", "undid: #2 muted · they stay unread until you mark them"),
    ("X", "article", "abcdef", "only comments can be muted"),
    ("j s", "a", "abcdef", "#1 starred · S lists the stars"),
    ("j s s", "a", "abcdef", "#1 unstarred"),
    ("j s G u", "a", "abcdef", "undid: #1 starred"),
    ("s", "article", "abcdef", "only comments can be starred"),
    ("S", "article", "abcdef", "no stars yet (s stars a comment)"),
  ]

  @Test(arguments: keys)
  func doWhatTheySay(keys: String, focus: String, unread: String, notice: String?) {
    var reading = Reading(Self.tree, rows: 20)
    reading.press(keys)
    #expect(reading.focus == focus)
    #expect(reading.unread.joined() == unread)
    #expect(reading.notice == notice)
  }

  @Test func aFinishedBranchIsFoldedAndSoIsAMutedOne() {
    var reading = Reading(Self.tree, columns: 60, rows: 20)
    reading.press("j j R")
    #expect(
      row(of: "#2", &reading) == " ○ ▸ #2  two                                     3 replies ┃")
    reading.press("u")
    #expect(!reading.screen().contains("▸ #2"))
    reading.press("X")
    #expect(
      row(of: "#2", &reading) == "▌○ ▸ #2  two                              muted, 3 replies ┃")
  }

  /// The row of the screen that a text is on.
  private func row(of text: String, _ reading: inout Reading) -> String? {
    reading.screen().split(separator: "\n").first { $0.contains(text) }.map(String.init)
  }

  @Test func everythingIsSaved() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j j j R u G X s")
    #expect(reading.saved == ["+c", "+d", "-c", "-d", "+f", "xf", "*f"])
    reading.press("u u")
    #expect(reading.saved.suffix(3) == ["/f", "-f", "yf"])
  }

  @Test func namesInAListStandInOneColumn() {
    let lines = (1...10).map { "\($0) 中é\($0): words of \($0)" }.joined(separator: "\n")
    var reading = Reading(.outline(lines), columns: 40, rows: 6)
    reading.press("9G s 10G s S")
    #expect(
      reading.screen().contains(
        """
         ★ #9   中é9  words of 9
        ▌★ #10  中é10  words of 10
        """))
  }

  @Test func starsAreListedAndFound() {
    var reading = Reading(Self.tree, rows: 10)
    reading.press("j s j j j s G s")
    #expect(reading.screen().contains(" ★"))
    reading.press("S")
    #expect(reading.screen().contains("\n ★ #1  one\n ★ #4  four\n▌★ #6  six\n\n"))
    #expect(reading.status() == "3 stars       Enter choose   Esc close")
    reading.press("k k k Enter")
    #expect(reading.focus == "a")
    reading.press("S j Esc")
    #expect(reading.focus == "a")
    #expect(reading.state.isReading)
  }

  /// Whatever the keys, undoing all of it leaves what was there before.
  @Test func undoOfAllRestoresAll() {
    var reading = Reading(Self.tree, rows: 20)
    reading.press("j r j R s G X A j X")
    for _ in 0..<10 { reading.press("u") }
    #expect(reading.notice == "nothing to undo")
    #expect(reading.unread.joined() == "abcdef")
    #expect(reading.state.stars == [])
    #expect(reading.state.foldedNames == [])
    for _ in 0..<10 { reading.press("Ctrl-R") }
    #expect(reading.unread == [])
    #expect(reading.state.stars.count == 1)
  }
}
