import DiscussionModel
import Testing

@testable import Reader

@Suite struct FoldTests {
  @Test(arguments: [
    ("", ["article", "a", "b", "c", "d", "e", "f"]),
    ("j j Enter", ["article", "a", "b", "f"]),
    ("j j Enter Enter", ["article", "a", "b", "c", "d", "e", "f"]),
    ("j j j Enter", ["article", "a", "b", "c", "e", "f"]),
    ("zM", ["article", "a", "b", "f"]),
    ("zM zR", ["article", "a", "b", "c", "d", "e", "f"]),
    ("zM j j l", ["article", "a", "b", "c", "e", "f"]),
    ("zM j j Tab", ["article", "a", "b", "c", "d", "e", "f"]),
    ("j j j j zM", ["article", "a", "b", "f"]),
  ])
  func onShow(keys: String, expected: [String]) {
    var reading = Reading(.outline(tree))
    reading.press(keys)
    var entry: Int? = 0
    var names: [String] = []
    while let at = entry {
      let name = reading.state.page.name(of: at)
      names.append(name.hasPrefix("comment/") ? String(name.dropFirst(8)) : name)
      entry = reading.state.outline.next(after: at, in: reading.state.page)
    }
    #expect(names == expected)
    var back: [Int] = []
    entry = reading.state.outline.visible(reading.state.page.count - 1, in: reading.state.page)
    while let at = entry {
      back.append(at)
      entry = reading.state.outline.previous(before: at, in: reading.state.page)
    }
    #expect(back.count == expected.count)
  }

  @Test func foldingAllMovesTheFocusToWhatIsOnShow() {
    var reading = Reading(.outline(tree))
    reading.press("j j j j zM")
    #expect(reading.focus == "b")
    #expect(reading.notice == "6 comments folded (zR opens all)")
  }

  @Test func theFocusedRowStaysWhereItIs() {
    var reading = Reading(.outline(tree), rows: 14)
    reading.press("j j j")
    let row = reading.rowOfFocus()
    reading.press("Enter")
    #expect(reading.rowOfFocus() == row)
    reading.press("Enter")
    #expect(reading.rowOfFocus() == row)
  }

  @Test func aChainOfAHundredThousandFoldsAndOpens() {
    var discussion = Discussion(id: "chain", title: "Deep")
    discussion.comments = (0..<100_000).map { index in
      Comment(id: "\(index)", parent: index == 0 ? nil : "\(index - 1)", body: "x")
    }
    var reading = Reading(discussion)
    reading.press("G")
    #expect(reading.focus == "99999")
    reading.press("k k K h <")
    #expect(reading.focus == "0")
    reading.press("Enter j")
    #expect(reading.focus == "0")
    reading.press("Tab")
    #expect(reading.focus == "1")
    reading.press("zM")
    #expect(reading.focus == "0")
  }
}
