public import DiscussionModel
import RichText
import TextGrid

/// Which passages of comments quote an earlier comment or the article.
///
/// A passage is a paragraph, or a quote: what stands in a block quote or after `>`. It quotes the
/// text with which it shares at least 8 consecutive words. A shorter quote does so if all of it is
/// found: one or two words in what the comment answers, three and more in all that is above it,
/// the nearest first, and five and more also elsewhere, if only one earlier comment has them. A
/// shorter paragraph does so if it has 5 words at least and equals a paragraph above it.
///
/// What is above wins, the longest run of words first, then the nearest; then the longest run
/// elsewhere, then the earliest. Words that are quoted themselves, in a quote or from above, are
/// those of the quoted. A paragraph that repeats what its own author said elsewhere is a signature,
/// not a quotation. Earlier is what comes first in ``QuoteOrder``, so that nothing quotes itself.
///
/// Passages are found in slices, each text read once; nothing is known of what is not yet read. It
/// follows Schleimer, Wilkerson and Aiken, "Winnowing" (2003), with every fourth place for
/// fingerprints and a look at the words themselves before anything is said to be equal.
public struct QuoteIndex: Sendable {
  /// The quotations of an entry, top to bottom.
  private var found: [Int32: [Quotation]] = [:]
  /// The entries that quote an entry, as they were found.
  private var quoting: [Int32: [Int32]] = [:]
  private var stage = Stage.new
  var order: [Int32] = []
  /// For each position the text that is its comment's: 1 for the earliest; 0 is the article.
  var texts: [Int32] = []
  var text = QuoteText()
  var elsewhere = QuotesElsewhere()
  private var scanner = QuoteScanner()

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

  /// An index of nothing yet.
  ///
  /// - Parameter page: the page that it is of.
  public init(page: Page) { stage = page.thread.count == 0 ? .done : .new }

  /// Whether all quotations are known.
  public var isDone: Bool { if case .done = stage { true } else { false } }

  /// What an entry quotes so far, top to bottom.
  public func quotations(in entry: Int) -> [Quotation] { found[Int32(entry)] ?? [] }

  /// The entries that quote an entry so far, ascending, each once.
  ///
  /// - Complexity: O(*k* log *k*) for *k* quotations.
  public func quoting(_ entry: Int) -> [Int] {
    Set(quoting[Int32(entry)] ?? []).sorted().map { Int($0) }
  }

  /// Goes on with the work.
  ///
  /// - Parameters:
  ///   - units: how much at most; a unit is a comment, and about 10 µs.
  ///   - page: always the same one.
  /// - Returns: the entries of which quotations became known, ascending.
  /// - Complexity: O(length of the texts) for all units together, and O(*n* log *n*) for the first
  ///   where the file's comments are not in the order of their numbers.
  public mutating func work(units: Int, page: Page) -> [Int] {
    var changed: Set<Int> = []
    var left = units
    while left > 0, !isDone {
      left -= 1
      for (entry, quotation) in step(page) {
        add(quotation, to: entry)
        changed.insert(entry)
      }
    }
    return changed.sorted()
  }

  private mutating func step(_ page: Page) -> [(entry: Int, Quotation)] {
    switch stage {
    case .new:
      order = QuoteOrder.positions(of: page)
      texts = [Int32](repeating: 0, count: order.count)
      for (index, position) in order.enumerated() { texts[Int(position)] = Int32(index + 1) }
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
    let comment = page.comment(at: position)
    if comment.state == .deleted || page.isLong(comment) { return [] }
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
}
