import DiscussionModel

/// A place in a listing where comments were left out.
struct RedditMore: Hashable {
  /// What the comments answer that were left out; nil for the post.
  var parent: String?
  /// The post's id, where it says so.
  var post: String?
  /// How many they are, with their replies; 0 if the thread only goes on elsewhere.
  var count: Int
  /// Ids of some of them.
  var listed: [String]

  /// Counts what is missing, less what came with other answers, and keeps the ids that are listed of it.
  ///
  /// - Complexity: O((*n* + ids listed) log *n*).
  static func count(_ mores: [RedditMore], in draft: inout Draft) {
    let thread = Thread(of: draft.comments)
    var positions: [String: Int] = [:]
    for position in 0..<thread.count {
      positions[draft.comments[Int(thread.sources[position])].id] = position
    }
    var missing = PrefixSums(count: thread.count)
    var counted: Set<RedditMore> = []
    var left: [String?: [String]] = [:]
    // What is missing at an id that a later answer lists again, in place of the one that was requested.
    var replaced: [String: Int] = [:]
    // Answers come after the listing that they complete, so that what they leave out is known first.
    for more in mores.reversed() where counted.insert(more).inserted {
      var rest = max(1, more.count)
      var end = 0
      for position in more.listed.compactMap({ positions[$0] }).sorted() where position >= end {
        end = Int(thread.subtreeEnds[position])
        rest = rest.sum(-(end - position)).sum(-missing.sum(of: position..<end))
      }
      let open = more.listed.filter { positions[$0] == nil && replaced[$0] == nil }
      for id in Set(more.listed) { rest = rest.sum(-(replaced[id] ?? 0)) }
      guard rest > 0, more.listed.isEmpty || !open.isEmpty else { continue }
      for id in open { replaced[id] = 0 }
      if let first = open.first { replaced[first] = rest }
      draft.addMissing(rest, under: more.parent)
      let parent = more.parent.flatMap { positions[$0] == nil ? nil : $0 }
      left[parent, default: []].insert(contentsOf: open, at: 0)
      if let place = more.parent.flatMap({ positions[$0] }) { missing.add(rest, at: place) }
    }
    for (parent, ids) in left {
      if let parent {
        draft.change(parent) { $0.amend { LeftOut.put(ids, into: &$0.unknownMembers) } }
      } else {
        LeftOut.put(ids, into: &draft.discussion.unknownMembers)
      }
    }
  }
}

/// Sums over ranges of an array whose elements grow (a Fenwick tree).
struct PrefixSums {
  private var sums: [Int]

  init(count: Int) { sums = [Int](repeating: 0, count: count + 1) }

  /// Adds to an element.
  ///
  /// - Complexity: O(log *n*).
  mutating func add(_ value: Int, at index: Int) {
    var at = index + 1
    while at < sums.count {
      sums[at] = sums[at].sum(value)
      at += at & -at
    }
  }

  /// The sum of the elements in a range.
  ///
  /// - Complexity: O(log *n*).
  func sum(of range: Range<Int>) -> Int {
    prefix(range.upperBound).sum(-prefix(range.lowerBound))
  }

  private func prefix(_ count: Int) -> Int {
    var at = count
    var sum = 0
    while at > 0 {
      sum = sum.sum(sums[at])
      at -= at & -at
    }
    return sum
  }
}
