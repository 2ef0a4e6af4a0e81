import SeededNumbers
import DiscussionModel
import Testing

/// Random forests, laid out by ``Thread`` and by sorting every comment's path from its root.
@Suite struct ThreadForestTests {
  @Test(arguments: 1...150)
  func aForestIsLaidOutAsSortedPaths(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    let parents = Self.forest(count, using: &random)
    let paths = parents.indices.map { Self.path(to: $0, parents) }
    let order = parents.indices.sorted { paths[$0].lexicographicallyPrecedes(paths[$1]) }

    let thread = Thread(of: Self.comments(parents))
    #expect(thread.sources.map { Int($0) } == order)
    #expect(thread.depths.map { Int($0) } == order.map { paths[$0].count - 1 })
    #expect(order.indices.map { Int(thread.positions[order[$0]]) } == Array(order.indices))
    #expect(
      order.indices.map { thread.parent(of: $0).map { order[$0] } } == order.map { parents[$0] })
    for position in order.indices {
      let below = order.indices.filter {
        paths[order[$0]].count > paths[order[position]].count
          && paths[order[$0]].starts(with: paths[order[position]])
      }
      #expect(Array(thread.descendants(of: position)) == below)
    }
  }

  /// Any comment may answer any other or itself, so that circles are likely.
  @Test(arguments: 1...150)
  func circlesLoseOneStepEach(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...30, using: &random)
    var parents = (0..<count).map { _ in
      Bool.random(using: &random) ? nil : Int.random(in: 0..<count, using: &random)
    }
    let thread = Thread(of: Self.comments(parents))

    let circles = Set(parents.indices.compactMap { Self.circle(through: $0, parents) })
    #expect(thread.cycles == circles.count)
    for circle in circles { parents[circle[0]] = nil }
    let broken = Thread(of: Self.comments(parents))
    #expect(thread.sources == broken.sources)
    #expect(thread.parents == broken.parents)
    #expect(broken.cycles == 0)
  }

  /// For each comment an index that its path to a root never comes back to, or nil.
  private static func forest(_ count: Int, using random: inout SplitMix64) -> [Int?] {
    let order = (0..<count).shuffled(using: &random)
    var parents = [Int?](repeating: nil, count: count)
    for rank in order.indices.dropFirst() where Int.random(in: 0..<5, using: &random) > 0 {
      parents[order[rank]] = order[Int.random(in: 0..<rank, using: &random)]
    }
    return parents
  }

  private static func comments(_ parents: [Int?]) -> [Comment] {
    parents.enumerated().map { Comment(id: "c\($0)", parent: $1.map { "c\($0)" }) }
  }

  /// The indices from a root to this comment.
  private static func path(to index: Int, _ parents: [Int?]) -> [Int] {
    Array(sequence(first: index) { parents[$0] }).reversed()
  }

  /// The comments of a circle in source order; nil when this one is in none.
  private static func circle(through start: Int, _ parents: [Int?]) -> [Int]? {
    var circle: [Int] = []
    var next: Int? = start
    while let index = next, circle.count < parents.count {
      circle.append(index)
      next = parents[index]
      if next == start { return circle.sorted() }
    }
    return nil
  }
}
