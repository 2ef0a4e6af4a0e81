import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// A discussion that was opened from the library, and one that was not.
@Suite struct NeighboursTests {
  private func reading(_ neighbours: Neighbours?, keys: String = "") -> Reading {
    let page = Page(.outline("a: one\nb: two"))
    var reading = Reading(columns: 80, rows: 24) {
      ReadingState(page, shell: $0, neighbours: neighbours)
    }
    reading.press(keys)
    return reading
  }

  private static let both = Neighbours(next: "Twelve ways 中", previous: "The roof")

  @Test(arguments: [
    ("q", Effect.leave), ("Ctrl-N", .leaveForNext),
    ("Ctrl-P", .leaveForPrevious), ("Space Space", .leaveForNext), ("Q", .exit),
    ("Ctrl-C", .exit),
  ])
  func leavesFor(keys: String, effect: Effect) {
    #expect(reading(Self.both, keys: keys).effects == [effect])
  }

  @Test(arguments: [
    ("q", [Effect.leave], nil), ("Ctrl-N", [], "no other discussions in the library"),
    ("Ctrl-P", [], "no other discussions in the library"),
    ("Space Space Space", [], "End · 1 unread above (Tab)"),
  ])
  func withoutALibraryNothingIsElse(keys: String, effects: [Effect], notice: String?) {
    let reading = reading(nil, keys: keys)
    #expect(reading.effects == effects)
    #expect(reading.notice == notice)
  }

  @Test(arguments: ["Ctrl-N", "Ctrl-P"])
  func nothingElseIsUnread(key: String) {
    let reading = reading(Neighbours(), keys: key)
    #expect(reading.effects == [])
    #expect(
      reading.notice == "no other discussion has unread comments · q goes back")
  }

  @Test func theEndOffersWhatComesNext() {
    var reading = reading(Self.both, keys: "Space")
    #expect(reading.notice == "End · 2 unread (Tab) · Space again: on to Twelve ways 中")
    reading.press("k Space")
    #expect(reading.effects == [])
    #expect(reading.notice == "End · 2 unread (Tab) · Space again: on to Twelve ways 中")
    _ = reading.state.update(.clock(5), layout: &reading.layout)
    reading.press("Space")
    #expect(reading.effects == [.leaveForNext])
  }

  @Test func oneKeyDoesNotLeadPastTheEnd() {
    let reading = reading(Self.both, keys: "9 Space")
    #expect(reading.effects == [])
    #expect(reading.notice?.hasSuffix("Twelve ways 中") == true)
  }

  @Test func theEndOffersNothingWhereNothingIsUnread() {
    let reading = reading(Neighbours(previous: "The roof"), keys: "Space Space")
    #expect(reading.effects == [])
    #expect(reading.notice == "End · 1 unread above (Tab)")
  }

  /// What was seen is marked before the discussion is left.
  @Test(arguments: ["q", "Ctrl-N", "Ctrl-P"])
  func leavingMarksWhatWasSeen(key: String) {
    var reading = reading(Self.both, keys: "G stood")
    reading.press(key)
    #expect(reading.saved == ["+a", "+b"] || reading.saved == ["+b"])
    #expect(reading.effects.count == 2)
  }

  @Test func aConversationClosesFirst() {
    let reading = reading(Self.both, keys: "G c q")
    #expect(reading.effects == [])
  }
}
