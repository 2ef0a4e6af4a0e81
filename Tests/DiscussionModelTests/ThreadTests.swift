import DiscussionModel
import Testing

@Suite struct ThreadTests {
  @Test(arguments: [
    (Tree(""), [], []),
    (Tree("a"), ["a"], []),
    (Tree("a b c"), ["a", "b", "c"], []),
    (Tree("a b<a c<a d"), ["a", ".b", ".c", "d"], []),
    (Tree("a b<a c<b d<a e f<c"), ["a", ".b", "..c", "...f", ".d", "e"], []),
    (Tree("c<b b<a x a d<a"), ["x", "a", ".b", "..c", ".d"], []),
    (Tree("z<é 中<é é 👩‍💻<中"), ["é", ".z", ".中", "..👩‍💻"], []),
    (Tree("a b<q c<a d<q"), ["a", ".c", "b", "d"], ["parents 2"]),
    (Tree("a<a b<a"), ["a", ".b"], ["cycles 1"]),
    (Tree("b<a x a<b c<a"), ["b", ".a", "..c", "x"], ["cycles 1"]),
    (Tree("a<c b<a c<b d<b"), ["a", ".b", "..c", "..d"], ["cycles 1"]),
    (Tree("t<b a<b b<a c<c d<q"), ["a", ".b", "..t", "c", "d"], ["parents 1", "cycles 2"]),
  ])
  func commentsComeInPreorder(tree: Tree, rows: [String], faults: [String]) {
    let thread = Thread(of: tree.comments)
    let shown = zip(thread.sources, thread.depths).map { source, depth in
      String(repeating: ".", count: Int(depth)) + tree.comments[Int(source)].id
    }
    #expect(shown == rows)
    let counts = [("parents", thread.unknownParents), ("cycles", thread.cycles)]
    #expect(counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" } == faults)
  }

  @Test func everyArrayOfASmallThread() {
    let thread = Thread(of: Tree("c<b b<a x a d<a").comments)
    #expect(thread.count == 5)
    #expect(thread.sources == [2, 3, 1, 0, 4])
    #expect(thread.positions == [3, 2, 0, 1, 4])
    #expect(thread.parents == [-1, -1, 1, 2, 1])
    #expect(thread.depths == [0, 0, 1, 2, 1])
    #expect(thread.subtreeEnds == [1, 5, 4, 4, 5])
    #expect((0..<5).map { thread.parent(of: $0) } == [nil, nil, 1, 2, 1])
    #expect(thread.roots == [0, 1])
    #expect((0..<5).map { thread.rootIndex(of: $0) } == [0, 1, 1, 1, 1])
    #expect((0..<5).map { thread.root(of: $0) } == [0, 1, 1, 1, 1])
    #expect((0..<5).map { thread.descendants(of: $0) } == [1..<1, 2..<5, 3..<4, 4..<4, 5..<5])
  }

  static let many: Int32 = 100_000

  @Test(arguments: [false, true])
  func aChainOfAHundredThousand(isBackward: Bool) {
    var comments = (0..<Self.many).map { Comment(id: "\($0)", parent: $0 == 0 ? nil : "\($0 - 1)") }
    if isBackward { comments.reverse() }
    let thread = Thread(of: comments)
    #expect(thread.sources == (isBackward ? (0..<Self.many).reversed() : Array(0..<Self.many)))
    #expect(thread.depths == Array(0..<Self.many))
    #expect(thread.parents == Array(-1..<Self.many - 1))
    #expect(thread.subtreeEnds == Array(repeating: Self.many, count: Int(Self.many)))
  }

  @Test func aHundredThousandRoots() {
    let thread = Thread(of: (0..<Self.many).map { Comment(id: "\($0)") })
    #expect(thread.sources == Array(0..<Self.many))
    #expect(thread.depths.allSatisfy { $0 == 0 })
    #expect(thread.subtreeEnds == Array(1...Self.many))
    #expect(thread.roots == thread.sources)
    #expect([0, 1, 77_777, 99_999].map { thread.root(of: $0) } == [0, 1, 77_777, 99_999])
  }

  @Test func aCircleOfAHundredThousand() {
    let thread = Thread(
      of: (0..<Self.many).map { Comment(id: "\($0)", parent: "\(($0 + 7) % Self.many)") })
    #expect(thread.cycles == 1)
    #expect(thread.sources.first == 0)
    #expect(thread.depths == Array(0..<Self.many))
  }
}

/// Comments written as `ID` or `ID<PARENT`, in source order.
struct Tree: Sendable, CustomTestStringConvertible {
  let testDescription: String

  init(_ text: String) { testDescription = text }

  var comments: [Comment] {
    testDescription.split(separator: " ").map { word in
      let parts = word.split(separator: "<").map { String($0) }
      return Comment(id: parts[0], parent: parts.count > 1 ? parts[1] : nil)
    }
  }
}
