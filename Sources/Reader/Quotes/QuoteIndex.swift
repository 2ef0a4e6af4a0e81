import DiscussionModel
import RichText
import TextGrid

/// A passage that quotes an earlier comment or the article.
struct Quotation: Equatable, Sendable {
  /// The block in which it stands, an index into `Body.blocks`.
  var block: Int
  /// The entry that it quotes: 0 for the article, or else a comment.
  var target: Int
}

/// Which passages of comments quote an earlier comment or the article.
///
/// A passage is a paragraph, or a quote: what is in a block quote or after `>`. It quotes the
/// text with which it shares at least 8 consecutive words. A shorter quote does so if all of it is
/// found: one or two words in what the comment replies to, three and more in all that is above it,
/// the nearest first, and five and more also elsewhere, if only one earlier comment has them. A
/// shorter paragraph does so if it has 5 words at least and equals a paragraph above it. Comments of
/// more than 64 KiB are neither searched for quotations nor quoted.
///
/// What is above wins, the longest run of words first, then the nearest; then the longest run
/// elsewhere, then the earliest. Words that are quoted themselves, in a quote or from above, are
/// those of the quoted. A paragraph that repeats what its own author said elsewhere is a signature,
/// not a quotation. Earlier is what comes first in ``QuoteOrder``, so that nothing quotes itself.
///
/// Passages are found in slices, each text read once; nothing is known of what is not yet read. It
/// follows Schleimer, Wilkerson and Aiken, "Winnowing" (2003), with every fourth place for
/// fingerprints and a look at the words themselves before anything is said to be equal.
struct QuoteIndex: Sendable {
  /// The quotations of an entry, top to bottom.
  private var found: [Int32: [Quotation]] = [:]
  /// The entries that quote an entry, as they were found.
  private var quoting: [Int32: [Int32]] = [:]
  private var stage = Stage.new
  private var order: [Int32] = []
  /// For each position the text that is its comment's: 1 for the earliest; 0 is the article.
  private var texts: [Int32] = []
  private var text = QuoteText()
  private var elsewhere = QuotesElsewhere()
  private var scanner = QuoteScanner()
  private var budget = Budget()

  private enum Stage {
    case new
    /// The next text to be read.
    case reading(Int)
    /// The next text in which to look for what was not found above.
    case searching(Int)
    case done
  }

  /// Texts that one unit searches, which takes about as long as it takes to read one.
  private static let searchedTexts = 16
  /// Bytes of a comment that are read in one unit, and words that are searched.
  private static let (bytesInAUnit, wordsInAUnit) = (512, 1024)
  /// Bytes of the longest comment that is read.
  private static let longest = 64 << 10

  /// An index of nothing yet.
  ///
  /// - Parameter page: the page that it is of.
  init(page: Page) { stage = page.thread.count == 0 ? .done : .new }

  /// Whether all quotations are known.
  var isDone: Bool { if case .done = stage { true } else { false } }

  /// What an entry quotes so far, top to bottom.
  func quotations(in entry: Int) -> [Quotation] { found[Int32(entry)] ?? [] }

  /// The entries that quote an entry so far, ascending, each once.
  ///
  /// - Complexity: O(*k* log *k*) for *k* quotations.
  func quoting(_ entry: Int) -> [Int] {
    Set(quoting[Int32(entry)] ?? []).sorted().map { Int($0) }
  }

  /// Whom an entry's blocks quote, by their indices: `lee #31`, `#31`, `the article`.
  ///
  /// Of neighbours that quote the same only the first says so.
  func labels(of entry: Int, in page: Page) -> [Int: SafeText] {
    var labels: [Int: SafeText] = [:]
    var last: Quotation?
    for quotation in quotations(in: entry) {
      defer { last = quotation }
      if let last, last.target == quotation.target, last.block + 1 == quotation.block { continue }
      guard let position = page.position(of: quotation.target) else {
        labels[quotation.block] = "the article"
        continue
      }
      let number = SafeText("#\(page.number(at: position))")
      let caller = page.caller(at: position).truncated(to: 24)
      labels[quotation.block] = caller == number ? number : caller + " " + number
    }
    return labels
  }

  /// Goes on with the work.
  ///
  /// - Parameters:
  ///   - units: about how much; a unit is a short comment, and some 10 µs. The last comment may exceed it.
  ///   - page: always the same one.
  /// - Returns: the entries of which quotations became known, ascending.
  /// - Complexity: O(length of the texts) for all units together, and O(*n* log *n*) for the first
  ///   where the file's comments are not in the order of their numbers.
  mutating func work(units: Int, page: Page) -> [Int] {
    var changed: Set<Int> = []
    var left = units
    while left > 0, !isDone {
      left -= cost(page)
      for (entry, quotation) in step(page) {
        add(quotation, to: entry)
        changed.insert(entry)
      }
    }
    return changed.sorted()
  }

  /// How many units the next step takes.
  private func cost(_ page: Page) -> Int {
    switch stage {
    case .new, .done: 1
    case .reading(let number):
      1 + Self.bytes(of: page.comment(at: Int(order[number - 1]))) / Self.bytesInAUnit
    case .searching(let number):
      1 + text.words(from: number, texts: Self.searchedTexts) / Self.wordsInAUnit
    }
  }

  private mutating func step(_ page: Page) -> [(entry: Int, Quotation)] {
    switch stage {
    case .new:
      order = QuoteOrder.positions(of: page)
      texts = [Int32](repeating: 0, count: order.count)
      for (index, position) in order.enumerated() { texts[Int(position)] = Int32(index + 1) }
      text.reserve(bytes: Self.bytes(of: page))
      readArticle(page)
      stage = .reading(1)
      return []
    case .reading(let number):
      let position = Int(order[number - 1])
      let quotations = read(position, page)
      if number < order.count {
        stage = .reading(number + 1)
      } else if elsewhere.isEmpty {
        finish()
      } else {
        elsewhere.prepare(text)
        stage = .searching(0)
      }
      return quotations.map { (page.firstComment + position, $0) }
    case .searching(let number):
      let end = min(number + Self.searchedTexts, order.count + 1)
      for number in number..<end { elsewhere.search(number, in: text) }
      stage = .searching(end)
      guard end > order.count else { return [] }
      defer { finish() }
      return elsewhere.results.map { result in
        let target = result.target == 0 ? 0 : page.firstComment + Int(order[result.target - 1])
        return (
          page.firstComment + Int(order[result.text - 1]),
          Quotation(block: result.block, target: target)
        )
      }
    case .done: return []
    }
  }

  /// How many bytes the texts of all comments have.
  private static func bytes(of page: Page) -> Int {
    let comments = page.discussion.comments
    // By their places: a comment is much to copy.
    return comments.indices.reduce(0) { $0 + bytes(of: comments[$1]) }
  }

  private static func bytes(of comment: Comment) -> Int {
    comment.body?.withBytes { bytes, _ in bytes.count } ?? 0
  }

  /// Keeps only what was found.
  private mutating func finish() {
    let (found, quoting) = (found, quoting)
    self = QuoteIndex(found: found, quoting: quoting)
  }

  private init(found: [Int32: [Quotation]], quoting: [Int32: [Int32]]) {
    self.found = found
    self.quoting = quoting
    stage = .done
  }

  private mutating func readArticle(_ page: Page) {
    text.begin()
    let title = StyledText(SafeText(page.discussion.title))
    _ = text.append([title], scanner: &scanner)
    // What is very long has no quotations, and is none.
    let blocks = page.isLong(0) ? [] : page.articleBody.blocks
    for block in blocks { _ = text.append(block.lines, scanner: &scanner) }
    text.index()
  }

  /// Reads a comment and finds what it quotes; a deleted one has no words.
  private mutating func read(_ position: Int, _ page: Page) -> [Quotation] {
    text.begin()
    budget = Budget()
    let comment = page.comment(at: position)
    if comment.state == .deleted || Self.bytes(of: comment) > Self.longest { return [] }
    let blocks = page.body(of: comment).blocks
    let passages = blocks.enumerated().map { index, block in
      QuotePassage(
        block: index, words: text.append(block.lines, scanner: &scanner), kind: block.passageKind)
    }
    var result: [Quotation] = []
    for passage in passages where passage.kind != .other && !passage.words.isEmpty {
      guard let target = target(of: passage, at: position, page) else { continue }
      result.append(Quotation(block: passage.block, target: target))
    }
    text.index()
    return result
  }

  private mutating func add(_ quotation: Quotation, to entry: Int) {
    var all = found[Int32(entry)] ?? []
    let place = all.firstIndex { $0.block > quotation.block }
    all.insert(quotation, at: place ?? all.count)
    found[Int32(entry)] = all
    quoting[Int32(quotation.target), default: []].append(Int32(entry))
  }

  // MARK: How a passage's target is found

  /// In halves of a word: what makes a quotation anywhere.
  private static let enough = 16
  /// What a paragraph must have that equals another.
  private static let enoughForEquals = 10
  /// What a quote must have that is looked for in all that is above.
  private static let enoughAbove = 6
  /// What a quote must have that is looked for elsewhere.
  private static let enoughElsewhere = 10
  /// Words above a comment that are looked through for a short passage.
  private static let wordsAbove = 16_384
  /// How far two texts are compared at first in each direction.
  private static let reach = 64
  /// What it costs to compare two texts so far, in places that are looked up.
  private static let comparison = 8

  /// What may still be spent on finding what one comment quotes: enough for any ordinary one, so that it only stops one
  /// that was built to be slow.
  private struct Budget {
    /// Places at which the same words stand, those that are compared further ``QuoteIndex/comparison`` times.
    var places = 40_000
    /// Words above it that are looked through for its short passages.
    var words = 16 * QuoteIndex.wordsAbove
  }

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
  private mutating func target(
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
  private mutating func bestRun(
    in words: Range<Int>, isQuote: Bool, at position: Int, _ page: Page
  ) -> Run? {
    var best: (run: Run, place: Int)?
    /// Where runs that were looked at end: for each distance between the two texts.
    var ends: [Int: Int] = [:]
    guard words.count >= QuoteText.seed else { return nil }
    for place in words.lowerBound...words.upperBound - QuoteText.seed where budget.places > 0 {
      text.forEachPlace(like: place) { other in
        if budget.places <= 0 { return }
        budget.places -= 1
        let distance = place - other
        if let end = ends[distance], place < end { return }
        budget.places -= Self.comparison
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
  ///   - words: where they are in it.
  ///   - isWhole: whether they must be a whole passage there too.
  ///   - page: always the same one.
  ///   - isDirect: whether only what the comment replies to is looked at.
  /// - Returns: the text and how deep it is in the tree, the article -1; nil if there is none.
  private mutating func nearest(
    above position: Int, _ words: Range<Int>, _ isWhole: Bool, _ page: Page, isDirect: Bool = false
  ) -> (text: Int, depth: Int)? {
    var left = min(Self.wordsAbove, budget.words)
    var next = page.thread.parent(of: position)
    while let above = next, left > 0 {
      let number = Int(texts[above])
      let range = text.range(of: number).prefix(left)
      budget.words -= range.count + 1
      if text.contains(words, in: range, isWhole: isWhole) {
        return (number, Int(page.thread.depths[above]))
      }
      if isDirect { return nil }
      left -= range.count + 1
      next = page.thread.parent(of: above)
    }
    let article = text.range(of: 0).prefix(min(Self.wordsAbove, max(0, budget.words)))
    budget.words -= article.count
    return text.contains(words, in: article, isWhole: isWhole) ? (0, -1) : nil
  }
}

/// A block of a body with its words.
private struct QuotePassage: Equatable, Sendable {
  /// An index into `Body.blocks`.
  var block: Int
  /// Where its words are in ``QuoteText``.
  var words: Range<Int>
  var kind: Kind

  enum Kind: Equatable, Sendable {
    /// Set off by its author as somebody else's words.
    case quote
    case paragraph
    /// Code, tables and headings: they can be quoted, but do not quote.
    case other
  }
}

extension Block {
  /// What it is to quotations.
  fileprivate var passageKind: QuotePassage.Kind {
    if containers.contains(.quote) { return .quote }
    return kind == .paragraph ? .paragraph : .other
  }
}

/// The comments of a page from the earliest to the latest.
///
/// That is the order of their numbers, but no comment comes before the one that it replies to, so that
/// every comment is later than all it can quote; equal numbers are in reading order.
private enum QuoteOrder {
  /// The positions of all comments, the earliest first.
  ///
  /// - Complexity: O(*n*) where the file has them in this order, else O(*n* log *n*).
  static func positions(of page: Page) -> [Int32] {
    let thread = page.thread
    var numbers: [Int] = []
    numbers.reserveCapacity(thread.count)
    for position in 0..<thread.count {
      let number = page.number(at: position)
      numbers.append(thread.parent(of: position).map { max(number, numbers[$0]) } ?? number)
    }
    func isEarlier(_ one: Int32, _ other: Int32) -> Bool {
      (numbers[Int(one)], one) < (numbers[Int(other)], other)
    }
    let inFile = thread.positions
    if zip(inFile, inFile.dropFirst()).allSatisfy(isEarlier) { return inFile }
    return (0..<Int32(thread.count)).sorted(by: isEarlier)
  }
}
