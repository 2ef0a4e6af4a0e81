import DiscussionModel

/// How a passage's target is found.
extension QuoteIndex {
  /// In halves of a word: what makes a quotation anywhere.
  static let enough = 16
  /// What a paragraph must have that equals another.
  static let enoughForEquals = 10
  /// What a quote must have that is looked for in all that is above.
  static let enoughAbove = 6
  /// What a quote must have that is looked for elsewhere.
  static let enoughElsewhere = 10
  /// Words above a comment that are looked through for a short passage.
  private static let wordsAbove = 16_384
  /// How far two texts are compared at first in each direction.
  private static let reach = 64

  /// A run of words that a passage has in common with an earlier text.
  private struct Run {
    var words: Range<Int>
    /// The text's number in the order, 0 for the article.
    var text: Int
    /// How deep a text above is in the tree, the article -1; nil for one elsewhere.
    var depth: Int?

    /// Whether it is a better target: above, longer, nearer or else earlier.
    func isBetter(than other: Run) -> Bool {
      if (depth == nil) != (other.depth == nil) { return depth != nil }
      if words.count != other.words.count { return words.count > other.words.count }
      if let depth, let otherDepth = other.depth { return depth > otherDepth }
      return text < other.text
    }
  }

  /// The entry that a passage quotes; nil for none.
  ///
  /// Quoted words are given away, and a quote that may be from elsewhere is noted.
  mutating func target(
    of passage: QuotePassage, at position: Int, _ page: Page
  ) -> Int? {
    let words = passage.words
    let isQuote = passage.kind == .quote
    if var run = bestRun(in: words, isQuote: isQuote, at: position, page) {
      if run.depth == nil, let above = nearest(above: position, run.words, false, page) {
        run.text = above.text
        run.depth = above.depth
      }
      if isQuote || run.depth != nil { text.giveAway(run.words) }
      return entry(of: run.text, page)
    }
    let halves = text.halves(words)
    if isQuote {
      if let above = nearest(
        above: position, words, false, page, isDirect: halves < Self.enoughAbove)
      {
        text.giveAway(words)
        return entry(of: above.text, page)
      }
      if halves >= Self.enoughElsewhere, halves < Self.enough {
        elsewhere.note(
          words, text: text.starts.count - 1, block: passage.block)
      }
    } else if halves >= Self.enoughForEquals, halves < Self.enough,
      let above = nearest(above: position, words, true, page)
    {
      text.giveAway(words)
      return entry(of: above.text, page)
    }
    return nil
  }

  private func entry(of text: Int, _ page: Page) -> Int {
    text == 0 ? 0 : page.firstComment + Int(order[text - 1])
  }

  /// The best of the runs that are long enough, all of it.
  private func bestRun(
    in words: Range<Int>, isQuote: Bool, at position: Int, _ page: Page
  ) -> Run? {
    var best: (run: Run, place: Int)?
    /// Where runs that were looked at end: for each distance between the two texts.
    var ends: [Int: Int] = [:]
    guard words.count >= QuoteText.seed else { return nil }
    for place in words.lowerBound...words.upperBound - QuoteText.seed {
      text.forEachPlace(like: place) { other in
        let distance = place - other
        if let end = ends[distance], place < end { return }
        let before = text.equalBefore(
          place, other, limit: min(Self.reach, place - words.lowerBound))
        let after = text.equalAfter(
          place, other, limit: min(Self.reach, words.upperBound - place))
        ends[distance] = place + after
        let found = place - before..<place + after
        guard text.halves(found) >= Self.enough || isQuote && found == words else { return }
        let run = run(found, in: text.text(at: other), at: position, page)
        if run.depth == nil, !isQuote, isOwn(run.text, position, page) { return }
        if best.map({ run.isBetter(than: $0.run) }) ?? true {
          best = (run, other - before)
        }
      }
    }
    guard var run = best?.run, let place = best?.place else { return nil }
    let start = run.words.lowerBound
    let length = text.equalAfter(start, place, limit: words.upperBound - start)
    run.words = start..<start + length
    return run
  }

  private func run(_ words: Range<Int>, in text: Int, at position: Int, _ page: Page) -> Run {
    guard text > 0 else { return Run(words: words, text: 0, depth: -1) }
    let other = Int(order[text - 1])
    let isAbove = page.thread.descendants(of: other).contains(position)
    return Run(words: words, text: text, depth: isAbove ? Int(page.thread.depths[other]) : nil)
  }

  /// Whether a text has the same author as a comment.
  private func isOwn(_ text: Int, _ position: Int, _ page: Page) -> Bool {
    let author = page.comment(at: position).author
    return author?.isEmpty == false && page.comment(at: Int(order[text - 1])).author == author
  }

  /// The nearest text above a comment that has some words, looking through ``wordsAbove``.
  ///
  /// - Parameters:
  ///   - position: the comment's.
  ///   - words: where they stand in it.
  ///   - isWhole: whether they must be a whole passage there too.
  ///   - page: always the same one.
  ///   - isDirect: whether only what the comment answers is looked at.
  /// - Returns: the text and how deep it is in the tree, the article -1; nil where there is none.
  private func nearest(
    above position: Int, _ words: Range<Int>, _ isWhole: Bool, _ page: Page, isDirect: Bool = false
  ) -> (text: Int, depth: Int)? {
    var left = Self.wordsAbove
    var next = page.thread.parent(of: position)
    while let above = next, left > 0 {
      let number = Int(texts[above])
      let range = text.range(of: number).prefix(left)
      if text.contains(words, in: range, isWhole: isWhole) {
        return (number, Int(page.thread.depths[above]))
      }
      if isDirect { return nil }
      left -= range.count + 1
      next = page.thread.parent(of: above)
    }
    let article = text.range(of: 0).prefix(Self.wordsAbove)
    return text.contains(words, in: article, isWhole: isWhole) ? (0, -1) : nil
  }
}
