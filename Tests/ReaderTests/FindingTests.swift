import DiscussionModel
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// Looking for texts without going anywhere; entries are 1 for a to 4 for d.
@Suite struct FindingTests {
  private static let page = Page(
    .outline("a ann: one word\n  b bob: none\nc ann: one word and one more\nd: 中 one"))

  private var page: Page { Self.page }

  /// What came of looking for a line, all texts looked at, and then of going on so often.
  private func sought(_ line: String, _ moves: [Bool]) -> [Finding.Sought] {
    var finding = Finding(page)
    var layout = Layout(size: GridSize(columns: 40, rows: 10))
    let outline = Outline(page)
    finding.begin(at: Finding.Start(spot: Viewport().spot, outline: outline))
    _ = finding.look(for: line, from: 0, in: page)
    while finding.continueSearch(units: 1, in: page, outline) {}
    var focus = 0
    var result = [finding.settle(in: page, outline, &layout)]
    _ = finding.accept(line)
    for forward in moves + [true] {
      if case .match(let match) = result[result.count - 1] {
        finding.arrive(at: match)
        focus = match.entry
      }
      if result.count > moves.count { break }
      result.append(
        finding.seek(forward: forward, from: focus, last: nil, in: page, outline, &layout))
    }
    return result
  }

  private func match(_ entry: Int, _ index: Int) -> Finding.Sought {
    .match(Search.Match(entry: entry, index: index))
  }

  @Test func matchesFollowEachOtherAroundTheEnds() {
    #expect(sought("word", [true, true]) == [match(1, 0), match(3, 0), match(1, 0)])
    #expect(
      sought("/on./", [true, true, true, true, false]) == [
        match(1, 0), match(2, 0), match(3, 0), match(3, 1), match(4, 0), match(3, 1),
      ])
    #expect(sought("中", [false]) == [match(4, 0), match(4, 0)])
    #expect(sought("nowhere", []) == [.nothing])
  }

  @Test func whatIsBrokenOffGivesBackWhatWasLookedFor() {
    var finding = Finding(page)
    let start = Finding.Start(spot: Viewport().spot, outline: Outline(page))
    finding.begin(at: start)
    #expect(finding.look(for: "one", from: 0, in: page) == true)
    #expect(finding.accept("one") == .done)
    finding.begin(at: start)
    #expect(finding.search == nil)
    #expect(finding.look(for: "/(/", from: 0, in: page) == false)
    finding.cancel()
    #expect(finding.search?.pattern.source == "one")
    #expect(finding.start == nil)
    #expect(finding.stop() == "search cancelled")
    #expect(finding.stop() == nil)
  }

  @Test(arguments: [
    ("author:ann", [1, 3]), ("author:ann more", [3]), ("one", [1, 2, 3, 4]), ("starred", []),
  ])
  func aFilterFinds(line: String, entries: [Int]) throws {
    var finding = Finding(page)
    finding.begin(try Filter(line, now: 0), line: line)
    #expect(finding.isFiltering)
    var outcome: Filtering.Outcome?
    while outcome == nil {
      outcome = finding.continueFilter(
        units: 1, in: page, Marks(of: page), Outline(page),
        CommandCalls(Command.all, areTyped: false))
    }
    if case .matches(let found, _, _) = outcome {
      #expect(found == entries)
    } else {
      #expect(entries == [])
    }
    #expect(!finding.isFiltering)
  }
}
