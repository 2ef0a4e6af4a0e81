import SeededNumbers
import Testing

@testable import ReadMarks

@Suite struct MarksTests {
  @Test func countsFollowEveryChange() {
    var marks = Marks([[], .read, [], [.new], [.read]])
    #expect(marks.unreadCount == 3)
    #expect(marks.newCount == 1)
    #expect(marks.unreadCount(in: 1..<4) == 2)
    marks.set(.read, at: 3)
    #expect(marks.unreadCount == 2)
    #expect(marks.newCount == 0)
    marks.set([], at: 1)
    #expect(marks.firstUnread(from: 1) == 1)
    #expect(marks.firstUnread(from: 3) == nil)
    #expect(marks.lastUnread(before: 2) == 1)
    #expect(marks.lastUnread(before: 0) == nil)
  }

  @Test func treesAgreeWithCountingOneByOne() {
    var generator = SplitMix64(seed: 17)
    for _ in 0..<200 {
      let count = Int.random(in: 0...70, using: &generator)
      var flags = (0..<count).map { _ in Bool.random(using: &generator) }
      var tree = FenwickTree(flags)
      for _ in 0..<10 where count > 0 {
        let index = Int.random(in: 0..<count, using: &generator)
        tree.add(flags[index] ? -1 : 1, at: index)
        flags[index].toggle()
      }
      let indices = flags.indices.filter { flags[$0] }
      #expect(tree.total == indices.count)
      for bound in 0...count {
        #expect(tree.sum(before: bound) == indices.count { $0 < bound })
      }
      for rank in -1...count {
        #expect(tree.index(ofRank: rank) == (indices.indices.contains(rank) ? indices[rank] : nil))
      }
    }
  }
}
