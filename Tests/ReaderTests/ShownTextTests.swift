import Testing

@testable import Reader

@Suite struct ShownTextTests {
  @Test(arguments: [
    ([0..<5, 5..<10], true), ([0..<5, 6..<10], false), ([5..<10, 0..<5], true),
    ([0..<3, 2..<8, 7..<10], true), ([0..<4, 8..<10, 3..<8], true), ([0..<10], true),
    ([1..<10], false), ([0..<2, 4..<6, 8..<10], false),
    ([0..<2, 4..<6, 8..<10, 2..<4, 6..<8], true),
  ])
  func shownPartsAddUp(ranges: [Range<Int>], isWhole: Bool) {
    var shown = ShownText()
    for range in ranges { shown.add(range, of: 10, at: 3) }
    #expect(shown.isSeen(3) == isWhole)
    #expect(!shown.isSeen(4))
  }
}
