/// The tree of a discussion's comments, flat: in preorder, each comment before its replies.
///
/// A comment is known by its position, 0-based, in the order in which one reads. Siblings keep the
/// source's order. Nothing here recurses, however deep the tree.
public struct Thread: Equatable, Sendable {
  /// For each position the comment's index in `Discussion.comments`.
  public private(set) var sources: [Int32] = []
  /// For each position its parent's, or -1 at the top level.
  public private(set) var parents: [Int32] = []
  /// For each position how many comments are above it, 0 at the top level.
  public private(set) var depths: [Int32] = []
  /// For each position the first one that is not below it.
  public private(set) var subtreeEnds: [Int32] = []
  /// The positions of the comments at the top level, ascending.
  public private(set) var roots: [Int32] = []
  /// For each index in `Discussion.comments` its position.
  public private(set) var positions: [Int32] = []
  /// Comments whose parent is not there; they are at the top level.
  public private(set) var unknownParents = 0
  /// Cycles of comments; the first of each in source order is at the top level.
  public private(set) var cycles = 0

  /// How many comments there are.
  public var count: Int { sources.count }

  /// The position of the comment that this one replies to; nil at the top level.
  public func parent(of position: Int) -> Int? {
    parents[position] < 0 ? nil : Int(parents[position])
  }

  /// The positions of all comments below this one.
  public func descendants(of position: Int) -> Range<Int> {
    position + 1..<Int(subtreeEnds[position])
  }

  /// The index in ``roots`` of the top-level comment above a comment, or of the comment itself.
  ///
  /// - Complexity: O(log threads).
  public func rootIndex(of position: Int) -> Int {
    var (low, high) = (0, roots.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if roots[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// The position of the top-level comment above a comment, or the comment's own.
  ///
  /// - Complexity: O(log threads).
  public func root(of position: Int) -> Int { Int(roots[rootIndex(of: position)]) }

  /// Builds the tree.
  ///
  /// - Parameter comments: in source order; replies may come before what they reply to.
  /// - Complexity: O(*n*).
  public init(of comments: [Comment]) {
    var parentIndices = Self.parents(of: comments)
    for index in parentIndices.indices where parentIndices[index] == Self.unknown {
      unknownParents += 1
      parentIndices[index] = -1
    }
    breakCycles(in: &parentIndices)
    layOut(parentIndices)
  }

  /// What stands for a parent that is not there.
  private static let unknown: Int32 = -2

  /// For each comment the index of its parent, -1 at the top level, or ``unknown``.
  private static func parents(of comments: [Comment]) -> [Int32] {
    var places = CommentPlaces(capacity: comments.count)
    for index in comments.indices {
      _ = places.insert(index, called: comments[index].id, in: comments)
    }
    return comments.indices.map { index in
      guard let parent = comments[index].parent else { return -1 }
      return places.place(of: parent, in: comments).map { Int32($0) } ?? unknown
    }
  }

  /// Makes the first comment of each cycle a top-level one.
  private mutating func breakCycles(in parentIndices: inout [Int32]) {
    /// 0 for a comment not yet looked at, or else the round in which it was.
    var rounds = [Int32](repeating: 0, count: parentIndices.count)
    for start in parentIndices.indices where rounds[start] == 0 {
      let round = Int32(start) + 1
      var index = start
      while rounds[index] == 0 {
        rounds[index] = round
        guard parentIndices[index] >= 0 else { break }
        index = Int(parentIndices[index])
      }
      guard rounds[index] == round, parentIndices[index] >= 0 else { continue }
      var first = index
      var member = Int(parentIndices[index])
      while member != index {
        first = min(first, member)
        member = Int(parentIndices[member])
      }
      parentIndices[first] = -1
      cycles += 1
    }
  }

  /// Puts the comments in preorder, given each one's parent as an index or -1, without a cycle.
  private mutating func layOut(_ parentIndices: [Int32]) {
    let count = parentIndices.count
    var firstReplies = [Int32](repeating: -1, count: count)
    var nextSiblings = [Int32](repeating: -1, count: count)
    var firstRoot: Int32 = -1
    for index in (0..<count).reversed() {
      let parent = Int(parentIndices[index])
      nextSiblings[index] = parent < 0 ? firstRoot : firstReplies[parent]
      if parent < 0 { firstRoot = Int32(index) } else { firstReplies[parent] = Int32(index) }
    }
    sources.reserveCapacity(count)
    parents.reserveCapacity(count)
    depths.reserveCapacity(count)
    positions = [Int32](repeating: -1, count: count)
    subtreeEnds = [Int32](repeating: 0, count: count)
    var next = firstRoot
    var depth: Int32 = 0
    while next >= 0 {
      let index = Int(next)
      let parent = Int(parentIndices[index])
      if parent < 0 { roots.append(Int32(sources.count)) }
      positions[index] = Int32(sources.count)
      sources.append(next)
      parents.append(parent < 0 ? -1 : positions[parent])
      depths.append(depth)
      next = firstReplies[index]
      if next >= 0 {
        depth += 1
        continue
      }
      var done = index
      while true {
        subtreeEnds[Int(positions[done])] = Int32(sources.count)
        next = nextSiblings[done]
        if next >= 0 || parentIndices[done] < 0 { break }
        done = Int(parentIndices[done])
        depth -= 1
      }
    }
  }
}
