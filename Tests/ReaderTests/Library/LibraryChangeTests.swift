import TextGrid
import Testing

@testable import Reader

/// Catching up, muting, removing, and taking that back.
@Suite struct LibraryChangeTests {
  @Test func catchingUpIsToldAndTakenBack() {
    var shelf = Shelf()
    shelf.press("A")
    #expect(shelf.notice == "300 comments marked read · u undoes")
    #expect(shelf.effects == [.catchUp("bytecode")])
    #expect(shelf.state.focused?.newsLabel == "done")
    #expect(shelf.focus == "bytecode")
    // Nothing jumps.
    #expect(shelf.listed.first == "bytecode")
    shelf.press("A")
    #expect(shelf.notice == "nothing is unread here")
    shelf.press("G u")
    #expect(shelf.effects == [.catchUp("bytecode"), .undoCatchUp("bytecode")])
    #expect(shelf.focus == "bytecode")
    #expect(shelf.state.focused?.newsLabel == "+140")
    #expect(shelf.notice == "unread again: Why does my database use bytecode?")
    shelf.press("u")
    #expect(shelf.notice == "nothing to undo")
  }

  @Test func whatIsMutedGoesToTheEndAndTheNextTakesItsPlace() {
    var shelf = Shelf()
    shelf.press("X")
    #expect(shelf.listed == ["tea", "roof", "folding", "noise", "bytecode"])
    #expect(shelf.focus == "tea")
    #expect(shelf.notice == "muted Why does my database use bytecode? · u undoes")
    shelf.press("u")
    #expect(shelf.listed.first == "bytecode")
    #expect(shelf.focus == "bytecode")
    shelf.press("G X")
    #expect(shelf.listed == ["noise", "bytecode", "tea", "roof", "folding"])
    #expect(shelf.focus == "noise")
    #expect(
      shelf.effects == [.mute("bytecode", true), .mute("bytecode", false), .mute("noise", false)])
  }

  @Test func whatIsRemovedGoesAtOnceButForGoodOnlyOnLeaving() {
    var shelf = Shelf()
    shelf.press("j D")
    #expect(shelf.listed == ["bytecode", "roof", "folding", "noise"])
    #expect(shelf.focus == "roof")
    #expect(shelf.notice == "removed 中国茶 and the café next door 👩\u{200D}💻 · u undoes")
    shelf.press("D")
    #expect(shelf.effects == [])
    shelf.press("u")
    #expect(shelf.focus == "roof")
    #expect(shelf.notice == "brought back: The roof, again")
    shelf.press("gg Enter")
    #expect(shelf.effects == [.remove(["tea"]), .open("bytecode", comment: nil)])
    shelf.press("u")
    #expect(shelf.notice == "nothing to undo")
    #expect(shelf.listed == ["bytecode", "roof", "folding", "noise"])
  }

  @Test(arguments: [("q", Effect.leave), ("Q", .exit), ("Ctrl-C", .exit)])
  func leavingRemoves(key: String, leaving: Effect) {
    var shelf = Shelf()
    shelf.press("D D \(key)")
    #expect(shelf.effects == [.remove(["bytecode", "tea"]), leaving])
  }

  @Test func theLastOneCanBeRemovedAndBroughtBack() {
    var shelf = Shelf()
    shelf.press("G D")
    #expect(shelf.focus == "folding")
    shelf.press("D D D D")
    #expect(shelf.focus == nil)
    #expect(shelf.status.hasPrefix("removed "))
    shelf.press("D 9 u")
    #expect(shelf.listed.count == 5)
    #expect(shelf.effects == [])
  }

  /// What the library says by now holds, but what was removed stays away, and nothing jumps.
  @Test func takesOverWhatTheLibrarySays() {
    var shelf = Shelf()
    shelf.press("j D j")
    #expect(shelf.focus == "folding")
    var entries = Shelf.entries
    entries[0].new = 5
    entries[0].unread = 5
    entries[0].arrived = Shelf.now
    shelf.update(.entries(entries))
    #expect(shelf.listed == ["bytecode", "roof", "folding", "noise"])
    #expect(shelf.focus == "folding")
    var roof = entries[3]
    roof.unread = 0
    shelf.update(.entry(roof))
    #expect(shelf.listed == ["bytecode", "roof", "folding", "noise"])
    #expect(shelf.state.list.left == .init(unread: 305, new: 145, withNews: 2))
    shelf.update(
      .entry(LibraryEntry(id: "more", title: "More", source: "", comments: 1, unread: 1)))
    #expect(shelf.listed == ["bytecode", "roof", "folding", "more", "noise"])
    shelf.update(.entries([entries[3]]))
    #expect(shelf.listed == ["roof"])
    #expect(shelf.focus == "roof")
    shelf.press("u")
    #expect(shelf.notice == "nothing to undo")
  }

  @Test func whatIsReadElsewhereChangesInPlace() {
    let shelf = Shelf()
    var entries = Shelf.entries
    #expect(shelf.state.changed(in: entries.reversed()) == [])
    entries[1].unread = 0
    entries[1].visited = Shelf.now
    #expect(shelf.state.changed(in: entries) == [entries[1]])
    #expect(shelf.state.changed(in: Array(entries.dropFirst())) == nil)
    entries[2].comments += 1
    #expect(shelf.state.changed(in: entries) == nil)
    entries[2].comments -= 1
    entries[3].id = "another"
    #expect(shelf.state.changed(in: entries) == nil)
  }

  @Test func theNoticeKeepsItsEndOnANarrowScreen() {
    var shelf = Shelf(columns: 40, rows: 10)
    shelf.press("D")
    #expect(shelf.status == "removed Why does my datab… · u undoes")
  }
}
