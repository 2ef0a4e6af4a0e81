import DiscussionModel
import ReadMarks
import TreeShapes
import Testing

@testable import Reader

/// Every pass over comments is linear, whatever the shape of their tree.
///
/// With so many comments a pass that climbs the tree from each of them takes longer than the limit,
/// which is not a measurement: all others take a second or two. `Tests/Growth` measures.
@Suite(.timeLimit(.minutes(5))) struct GrowthTests {
  private static let count = 100_000

  private static func reading(_ shape: TreeShape) -> Reading {
    Reading(shape.discussion(of: count), columns: 80, rows: 24)
  }

  /// What was kept of a visit at which only the first comment was there.
  private static var firstVisit: EarlierReading {
    EarlierReading(knownComments: [FNV1a.hash64("0".utf8)])
  }

  @Test(arguments: TreeShape.allCases)
  func newCommentsAreCounted(shape: TreeShape) {
    var reading = Self.reading(shape)
    reading.effects += reading.state.restore(Self.firstVisit, layout: &reading.layout)
    #expect(reading.state.marks.newCount == Self.count - 1)
    let threads = reading.state.page.thread.depths.count { $0 == 0 }
    let known = shape == .flat ? 1 : 0
    #expect(reading.screen().contains("99999 new in \(counted(threads - known, "thread"))"))
    reading.press("j ) ( zn gn gs")
  }

  /// Each comment is muted, so that each branch is muted once for each level above it.
  @Test(arguments: TreeShape.allCases)
  func mutedBranchesAreGoneThroughOnce(shape: TreeShape) {
    var reading = Self.reading(shape)
    let mutes = Set((0..<Self.count).map { String($0) })
    reading.effects += reading.state.restore(
      EarlierReading(mutes: mutes), layout: &reading.layout)
    let roots = reading.state.page.thread.depths.count { $0 == 0 }
    #expect(reading.state.marks.unreadCount == roots)
    #expect(reading.saved.count == Self.count - roots)
  }

  /// Half of the comments come later, all below muted ones.
  @Test(arguments: [TreeShape.chain, .comb, .random])
  func whatIsTakenInIsComparedOnce(shape: TreeShape) {
    let whole = shape.discussion(of: Self.count)
    var half = whole
    half.comments.removeLast(Self.count / 2)
    var reading = Reading(half, columns: 80, rows: 24)
    reading.effects += reading.state.restore(
      EarlierReading(mutes: ["0"]), layout: &reading.layout)
    _ = reading.state.update(.offer(Page(whole)), layout: &reading.layout)
    reading.press("U zM zR zu zm A u fu ff c c G gg")
    #expect(reading.state.page.thread.count == Self.count)
  }

  /// Quotes that all begin with the same words, as somebody may write who wants to be in the way.
  @Test func quotesThatBeginAlikeAreFoundAtOnce() {
    let discussion = TreeShape.flat.discussion(of: 60_000) { index in
      (index < 30_000 ? "" : "> ") + "as we all have said before number\(index)"
    }
    let page = Page(discussion)
    var index = QuoteIndex(page: page)
    while !index.isDone { _ = index.work(units: 1_000, page: page) }
    #expect(index.quotations(in: page.count - 1).count <= 1)
  }

  /// The words are as long as the text, and nearly there at each place.
  @Test func longWordsAreLookedForAtOnce() throws {
    let words = String(repeating: "a", count: 100_000)
    for (text, pattern) in [(words, words + "b"), (words + "中" + words, words + "é")] {
      let finder = PatternFinder(try Pattern(pattern))
      #expect(finder.ranges(in: Array((text + text).utf8)) == [])
    }
  }
}
