/// Quotes too short to be told by eight words, and not found in what is above them.
///
/// Once all texts are read they are looked for in all of them: one that is in a single earlier text
/// is a quotation of it.
struct QuotesElsewhere: Sendable {
  private var quotes: [Quote] = []
  /// The quotes that begin with the same five words, by the hash of these: indices into `quotes`.
  private var byStart: [UInt64: [Int]] = [:]
  /// Where quotes stand, which are no words of the comments that they are in.
  private var places: Set<Int> = []

  private struct Quote {
    var words: Range<Int>
    /// Where it stands, in ascending order.
    var uses: [Use]
    /// The first two texts that have its words.
    var texts: [Int] = []
  }

  private struct Use {
    var text: Int
    var block: Int
  }

  var isEmpty: Bool { quotes.isEmpty }

  /// Notes a quote; those of later texts come later.
  mutating func note(_ words: Range<Int>, text: Int, block: Int) {
    quotes.append(Quote(words: words, uses: [Use(text: text, block: block)]))
  }

  /// Puts together those that are alike.
  mutating func prepare(_ text: QuoteText) {
    let noted = quotes
    quotes = []
    for quote in noted {
      guard let hash = text.hash(at: quote.words.lowerBound) else { continue }
      places.insert(quote.words.lowerBound)
      let alike = byStart[hash]?.first { index in
        let words = quotes[index].words
        return words.count == quote.words.count
          && text.equalAfter(words.lowerBound, quote.words.lowerBound, limit: words.count)
            == words.count
      }
      if let alike {
        quotes[alike].uses += quote.uses
      } else {
        byStart[hash, default: []].append(quotes.count)
        quotes.append(quote)
      }
    }
  }

  /// Looks for all quotes in a text; texts come in order.
  ///
  /// - Complexity: O(length), however many quotes there are, unless they begin alike.
  mutating func search(_ number: Int, in text: QuoteText) {
    let range = text.range(of: number)
    guard range.count >= QuoteText.seed else { return }
    for place in range.lowerBound...range.upperBound - QuoteText.seed {
      guard let hash = text.hash(at: place), let indices = byStart[hash],
        !places.contains(place)
      else { continue }
      for index in indices where quotes[index].texts.count < 2 {
        let words = quotes[index].words
        if quotes[index].texts.last != number,
          text.equalAfter(words.lowerBound, place, limit: words.count) == words.count
        {
          quotes[index].texts.append(number)
        }
      }
    }
  }

  /// What was found.
  var results: [(text: Int, block: Int, target: Int)] {
    quotes.flatMap { quote -> [(text: Int, block: Int, target: Int)] in
      guard let target = quote.texts.first else { return [] }
      let second = quote.texts.dropFirst().first ?? .max
      return quote.uses.filter { target < $0.text && $0.text <= second }
        .map { ($0.text, $0.block, target) }
    }
  }
}
