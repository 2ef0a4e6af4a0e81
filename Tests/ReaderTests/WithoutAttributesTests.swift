import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// Everything can be told on a screen without colours and attributes, in Unicode and in ASCII.
@Suite struct WithoutAttributesTests {
  /// The text of the page's part of the screen: no map, no status line, on which all fits.
  private func body(_ keys: String, inASCII: Bool) -> String {
    var reading = Reading.well(columns: 80, rows: 120, keys: keys)
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
    let shown = inASCII ? frame.inASCII(keepsText: true) : frame
    return reading.layout.geometry.body.map { row in
      shown.row(row).prefix(reading.layout.geometry.textLimit).map(\.text).joined()
    }.joined(separator: "\n")
  }

  @Test(
    arguments: [
      ("2G", "3G", "focused or not"),
      ("2G", "2G r 2G", "unread or read"),
      ("3G", "3G r 3G", "new or read"),
      ("2G", "2G Enter", "open or folded"),
      ("8G", "8G Enter", "open or folded, without replies"),
      ("1G", "1G s 1G", "starred or not"),
      ("1G", "1G X 1G", "muted or not"),
      ("1G zM", "1G s zM", "starred or not, folded"),
      ("7G zM", "7G X zM 7G", "muted or not, folded"),
      ("7G zM", "8G r zM 7G", "folded with something unread or not"),
    ], [false, true])
  func statesAreTold(_ states: (one: String, other: String, name: String), inASCII: Bool) {
    let bodies = (body(states.one, inASCII: inASCII), body(states.other, inASCII: inASCII))
    #expect(bodies.0 != bodies.1, "\(states.name)")
  }

  /// What stands before the headers of comments 1 to 4 and 6.
  @Test(arguments: [(false, " ~++○"), (true, " ~++o")])
  func eachMarkHasASignOfItsOwn(inASCII: Bool, signs: String) {
    let rows = body("6G r gg", inASCII: inASCII).split(separator: "\n").map(String.init)
    let found = [1, 2, 3, 4, 6].compactMap { number in
      rows.first { $0.hasSuffix("#\(number)") }.map { Array($0)[1] }
    }
    #expect(String(found) == signs)
    let unread = rows.first { $0.hasSuffix("#7") }.map { Array($0)[1] }
    #expect(unread.map { !signs.contains($0) } == true)
  }

  /// Discussions in ASCII, in all modes.
  @Test(arguments: [
    "gg", "2G", "3G zM", "7G X s zM", "24G", "?", "? G", "2G i", "t", "2G t j", "s S", "3G p", ":",
    ": t h Down", "/", "/well Enter work n", "f/ a", "z", "g", "17", "2G x", "2G zl", "m", "w",
  ])
  func inASCIIAllSignsAreASCII(keys: String) {
    for (columns, rows) in [(20, 10), (40, 12), (80, 24), (130, 40)] {
      var reading = Reading(
        Self.plainWell, columns: columns, rows: rows, themes: ["dark", "light"])
      reading.press(keys)
      let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: .plain)
      let text = frame.inASCII(keepsText: true).description
      let others = Set(text.filter { !$0.isASCII })
      #expect(others == [], "\(keys) at \(columns)x\(rows)")
    }
  }

  /// The well without a letter that is not ASCII, and with a table, a rule, hidden words, tasks.
  private static var plainWell: Discussion {
    var result = Discussion.well
    result.author = "Zoe"
    result.comments[3].author = "nakamura"
    result.comments[3].body = """
      | a | b |
      | --- | --- |
      | 1 | 2 |

      ---

      1. >!hidden!<
      - [x] done
      """
    result.comments[5].body = "![a lid](https://a.example/lid.png) **** ***"
    var details = CommentDetails()
    details.warning = "wells"
    details.missingReplies = 3
    details.parentLabel = "another"
    result.comments[6].details = details
    result.maskCharacter = "*"
    result.treeIsInferred = true
    return result
  }
}
