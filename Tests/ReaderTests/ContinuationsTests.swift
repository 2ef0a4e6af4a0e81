import Testing
import TextGrid

@testable import Reader

/// What the keys pressed so far may become.
@Suite struct ContinuationsTests {
  private static let prefixes = ["g", "z", "f"]

  /// Every continuation is named: where the rows are too few for all, it is said how many are not.
  @Test(arguments: prefixes, [(40, 10), (60, 12), (80, 24), (120, 40), (20, 6), (30, 5), (12, 3)])
  func whatFollowsIsListed(prefix: String, size: (Int, Int)) {
    var reading = Reading.well(columns: size.0, rows: size.1, keys: prefix)
    let lines = reading.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let rule = lines.lastIndex { $0.hasSuffix("──") } ?? 0
    let shown = lines[(rule + 1)..<(size.1 - 1)].joined(separator: " ").split(separator: " ")
    let all = TypedKeys(keys: [.character(Character(prefix))]).continuations(
      of: Command.all.filter { $0.context == .reading })
    let keys = Set(all.map(\.keys.string))
    let listed = keys.intersection(shown.map(String.init))
    let hidden = lines[rule].firstMatch(of: /…([0-9]+) more/).flatMap { Int($0.1) } ?? 0
    #expect(listed.count + hidden == keys.count)
    if size.0 >= 40 { #expect(hidden == 0) }
    for line in lines { #expect(SafeText(String(line)).width <= size.0) }
  }

  @Test func onASmallScreenTitlesAreCut() {
    var reading = Reading.well(columns: 30, rows: 8, keys: "g")
    #expect(
      reading.screen() == """
         …1 more ────────────────────
         b previous…   k keep
         n what is n…  q quoted co…
         s new since   e elsewhere
         m fetch rep…  r who quote…
         g top         < messages
         R finish th…  y copy quote
         g …                Esc cancel
        """)
  }
}
