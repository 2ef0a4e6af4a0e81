import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// A look at what a comment answers.
@Suite struct PeekTests {
  private static let tree = Discussion.outline(
    "a ann: Paint it.\n  b bob: 1|2|3|4|5|6|7|8\n    c ann: Oil é 中.\nd eve: A pear tree.")

  @Test func itShowsTheParentAndMovesNothing() {
    var reading = Reading(Self.tree, columns: 50, rows: 14)
    reading.press("2G")
    let (focus, top) = (reading.focus, reading.top)
    reading.press("p")
    #expect(
      reading.screen() == """
         ↑ A title
        ▌● │ bob                                      #2 •
        ▌  │ 1                                           •
        ▌  │                                             •
        ▌  │ 2                                           ┃
        ▌  │                                             ┃
        ▌  │ 3                                           ┃
        ▌  │                                             •
        ▌  │ 4                                           •
         ┌─ end of #1 ──────────────────────────────────
         │ ann                                        #1
         │ Paint it.

         Replies to #1           p its parent   Esc close
        """)
    #expect((reading.focus, reading.top) == (focus, top))
    #expect(reading.status().hasPrefix("Replies to #1"))
    // Where its beginning is above the screen, it covers no more of it.
    reading.press("Esc Ctrl-E Ctrl-E Ctrl-E p")
    #expect(
      reading.screen().hasPrefix(
        """
         ↑ A title
         │ ann                                        #1
         │ Paint it.
         └─ end of #1 ──────────────────────────────────
        ▌  │                                             ┃
        ▌  │ 4                                           ┃
        """))
  }

  /// What the one that is looked at answers, not the topmost comment behind it.
  @Test(arguments: [("3G p", "↑ ann: Paint it."), ("3G p p", "↑ A title"), ("3G p p p", "")])
  func theFirstRowSaysWhomItAnswers(keys: String, row: String) {
    var reading = Reading(Self.tree, columns: 50, rows: 14)
    reading.press(keys)
    let first = reading.screen().split(separator: "\n", omittingEmptySubsequences: false).first
    #expect(first.map { $0.drop { $0 == " " } } == Substring(row))
  }

  /// (keys, the focus, what is peeked at).
  @Test(arguments: [
    ("3G p", "c", 2), ("3G p p", "c", 1), ("3G p p p", "c", 0), ("3G p p p p", "c", 0),
    ("3G p Esc", "c", nil), ("3G p q", "c", nil), ("3G p Enter", "b", nil),
    ("3G p p Enter", "a", nil), ("3G p p p Enter", "article", nil), ("p", "article", nil),
    ("3G p Enter Backspace", "c", nil), ("3G p x", "c", 2), ("2G p k", "b", 1),
  ])
  func keysInIt(keys: String, focus: String, peeked: Int?) {
    var reading = Reading(Self.tree, rows: 14)
    reading.press(keys)
    #expect(reading.focus == focus)
    if case .peek(let entry, _) = reading.state.mode {
      #expect(entry == peeked)
    } else {
      #expect(peeked == nil)
    }
  }

  @Test func aTallOneScrolls() {
    var reading = Reading(Self.tree, rows: 14)
    reading.press("3G p")
    #expect(reading.state.mode == .peek(entry: 2, top: 0))
    reading.press("j")
    #expect(reading.state.mode == .peek(entry: 2, top: 3))
    reading.press("j j j j j j j")
    // 16 rows, of which 5 are shown.
    #expect(reading.state.mode == .peek(entry: 2, top: 11))
    #expect(reading.screen().contains("8"))
    reading.press("k k k k k k")
    #expect(reading.state.mode == .peek(entry: 2, top: 0))
  }

  /// The rule beside it says whether it ends there.
  @Test func theRuleBesideItSaysWhatIsLeft() {
    var reading = Reading(Self.tree, rows: 14)
    reading.press("3G p")
    var rules: [Substring] = []
    for keys in ["", "j", "k", "j j j j j j j", "p"] {
      reading.press(keys)
      let rule = reading.screen().split(separator: "\n").first { $0.contains("┌") } ?? ""
      rules.append(rule.drop { $0 == " " }.prefix { $0 != "\n" })
    }
    #expect(
      rules == [
        "┌─ #2: 11 rows below ────────────────", "┌─ #2: 3 above, 8 below ─────────────",
        "┌─ #2: 11 rows below ────────────────", "┌─ end of #2 ────────────────────────",
        "┌─ end of #1 ────────────────────────",
      ])
  }

  /// Where the focused comment would be covered, it stands above what is shown of its parent.
  @Test(arguments: [(40, 10), (80, 24), (120, 40), (20, 6), (40, 5)])
  func theFocusedCommentStaysInSight(size: (Int, Int)) {
    for number in 1...4 {
      var reading = Reading(Self.tree, columns: size.0, rows: size.1)
      reading.press("\(number)G zt p")
      let screen = reading.screen()
      #expect(screen.contains(size.1 > 8 ? "#\(number)" : "▌"), "\(number)")
      let head = screen.split(separator: "\n").first { $0.hasPrefix("▌") }
      let author = ["ann", "bob", "ann", "eve"][number - 1]
      #expect(head?.contains(author) == true, "\(number): \(screen)")
    }
  }

  @Test func onASmallScreenItStandsBelow() {
    var reading = Reading(Self.tree, columns: 40, rows: 10)
    reading.press("3G zt p")
    #expect(
      reading.screen() == """
         ↑ ann: Paint it.
        ▌● │ │ ann                          #3 •
        ▌  │ │ Oil é 中.                       •
                                               •
         ┌─ #2: 13 rows below ────────────────
         │ bob                              #2
         │ 1
         │

         Replies to #2                Esc close
        """)
    reading.press("j j j j j j")
    #expect(reading.screen().contains(" ┌─ end of #2 ─"))
  }

  @Test func nothingIsMarked() {
    var reading = Reading(Self.tree, rows: 30)
    reading.press("4G p stood Esc k k k j j")
    #expect(reading.unread.joined() == "abcd")
  }

  @Test func theArticleAnswersNothing() {
    var reading = Reading(Self.tree, rows: 14)
    reading.press("p")
    #expect(reading.notice == "the article is not a reply")
  }
}
