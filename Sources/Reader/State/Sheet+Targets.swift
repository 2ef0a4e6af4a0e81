import DiscussionModel
import ReadMarks
import TextGrid

/// Where commands lead, and in what words.
extension Sheet {
  /// The reply from which the focused entry was last come to, or else its first; nil if it has none.
  var firstReply: Int? {
    guard let first = outline.firstReply(to: focus, in: page) else { return nil }
    return viewport.replyLeft.flatMap { outline.isLeftOut($0) ? nil : $0 } ?? first
  }

  /// The comment that readers call by a number.
  ///
  /// - Complexity: O(*n*).
  func comment(_ number: Int) -> (entry: Int?, words: SafeText?) {
    let numbers = (0..<page.thread.count).lazy.map { page.number(at: $0) }
    if let position = numbers.firstIndex(of: number) { return (position + page.firstComment, nil) }
    guard let low = numbers.min(), let high = numbers.max() else {
      return (nil, SafeText("no comment #\(number)"))
    }
    return (nil, SafeText("no comment #\(number) (#\(low) to #\(high))"))
  }

  /// So many comments by the focused one's author further on, around the ends; negative is up.
  ///
  /// - Complexity: O(*n*).
  func commentByAuthor(_ steps: Int) -> (entry: Int?, words: SafeText?) {
    guard let position = page.position(of: focus), let author = page.author(of: focus) else {
      return (nil, "this comment has no author")
    }
    let theirs = (0..<page.thread.count).filter {
      page.comment(at: $0).author == author && !outline.isLeftOut($0 + page.firstComment)
    }
    guard theirs.count > 1 else { return (nil, "the only comment by " + SafeText(author)) }
    let turn = ((theirs.firstIndex(of: position) ?? 0) + steps) % theirs.count
    let index = turn < 0 ? turn + theirs.count : turn
    let words = SafeText("\(index + 1) of \(theirs.count) by ") + SafeText(author)
    return (theirs[index] + page.firstComment, words)
  }
}

extension Page {
  /// The position of the top-level comment above a comment, or the comment itself.
  ///
  /// - Complexity: O(depth).
  func threadRoot(of position: Int) -> Int {
    var root = position
    while let parent = thread.parent(of: root) { root = parent }
    return root
  }

  /// The entries that are above an entry, the nearest first.
  ///
  /// - Complexity: O(depth).
  func ancestors(of entry: Int) -> [Int] {
    Array(sequence(first: entry) { parent(of: $0) }.dropFirst())
  }

  /// Who wrote an entry's comment; nil if that is not known, and for what is no comment.
  func author(of entry: Int) -> String? {
    guard let author = position(of: entry).flatMap({ comment(at: $0).author }), !author.isEmpty
    else { return nil }
    return author
  }

  /// The entry at a place, or its nearest ancestor that is still there.
  ///
  /// - Returns: the entry, and whether it is only an ancestor; nil if nothing of it is there.
  /// - Complexity: O(*n*).
  func entry(at place: Place) -> (entry: Int, isLost: Bool)? {
    let names = place.entry.split(separator: "\n", omittingEmptySubsequences: false)
    let ranks = Dictionary(zip(names, names.indices)) { first, _ in first }
    var best: (rank: Int, entry: Int)?
    for entry in 0..<count {
      guard let rank = ranks[name(of: entry)[...]], rank < best?.rank ?? .max else { continue }
      best = (rank, entry)
      if rank == 0 { break }
    }
    return best.map { ($0.entry, $0.rank > 0) }
  }

  /// The name of an entry and, in case it vanishes, of what it answers.
  ///
  /// - Complexity: O(depth), at most ``ancestorsKept``.
  func placeName(of entry: Int) -> String {
    let chain = sequence(first: entry) { parent(of: $0) }
    return chain.prefix(Self.ancestorsKept).map { name(of: $0) }.joined(separator: "\n")
  }

  private static let ancestorsKept = 100
}
