/// Quotes too short to be recognised by eight words, and not found in what is above them.
///
/// Once all texts are read they are looked for in all of them: one that is in a single earlier text
/// is a quotation of it.
struct QuotesElsewhere: Sendable {
  private var quotes: [Quote] = []
  /// How many words the quotes have that begin with the same five, by the hash of these; each number
  /// once, and there are few, since longer quotes are found in other ways.
  private var lengths: [UInt64: [Int]] = [:]
  /// Indices into `quotes`, by the hash of all their words.
  private var byWords: [UInt64: Int] = [:]
  /// Where quotes stand, which are not words of the comments that they are in.
  private var places: Set<Int> = []

  private struct Quote {
    var words: Range<Int>
    /// Where it is, in ascending order.
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
  ///
  /// - Complexity: O(*n*) for *n* quotes, however many begin alike.
  mutating func prepare(_ text: QuoteText) {
    let noted = quotes
    quotes = []
    for quote in noted {
      guard let start = text.hash(at: quote.words.lowerBound),
        let hash = text.hash(of: quote.words)
      else { continue }
      places.insert(quote.words.lowerBound)
      let count = quote.words.count
      if let alike = byWords[hash] {
        let words = quotes[alike].words
        // Another quote with the same hash would be one that somebody made up for it.
        if words.count == count,
          text.equalAfter(words.lowerBound, quote.words.lowerBound, limit: count) == count
        {
          quotes[alike].uses += quote.uses
        }
      } else {
        if lengths[start]?.contains(count) != true { lengths[start, default: []].append(count) }
        byWords[hash] = quotes.count
        quotes.append(quote)
      }
    }
  }

  /// Looks for all quotes in a text; texts come in order.
  ///
  /// - Complexity: O(length), however many quotes there are.
  mutating func search(_ number: Int, in text: QuoteText) {
    let range = text.range(of: number)
    guard range.count >= QuoteText.seed else { return }
    for place in range.lowerBound...range.upperBound - QuoteText.seed {
      guard let start = text.hash(at: place), let lengths = lengths[start],
        !places.contains(place)
      else { continue }
      for length in lengths {
        guard let hash = text.hash(of: place..<place + length), let index = byWords[hash],
          quotes[index].texts.count < 2, quotes[index].texts.last != number
        else { continue }
        let words = quotes[index].words
        if words.count == length,
          text.equalAfter(words.lowerBound, place, limit: length) == length
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
