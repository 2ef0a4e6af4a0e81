import SeededNumbers
import Glibc

/// Made-up words, some far more common than others, as in what people write.
///
/// The word of rank *r* comes about *1 / (r + 2.7)* as often as the first (Zipf's law with
/// Mandelbrot's correction).
struct Vocabulary {
  /// The most common first; short ones among them.
  let words: [String]
  /// For each word the share of all words that it and those before it have.
  private let shares: [Double]

  init(count: Int) {
    var random = SplitMix64(seed: 7)
    var seen: Set<String> = []
    var words: [String] = []
    while words.count < count {
      let longest = 1 + min(4, Int(pow(Double(words.count), 0.14)))
      let syllables = Int.random(in: 1...longest, using: &random)
      var word = ""
      for _ in 0..<syllables {
        word += Self.heads.randomElement(using: &random) ?? ""
        word += Self.tails.randomElement(using: &random) ?? ""
      }
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words
    var sum = 0.0
    let sums = words.indices.map { rank in
      sum += 1 / (Double(rank) + 2.7)
      return sum
    }
    shares = sums.map { $0 / sum }
  }

  /// A word, the common ones more often.
  func word(_ random: inout SplitMix64) -> String {
    let share = Double.random(in: 0..<1, using: &random)
    var low = 0
    var high = words.count - 1
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] > share { high = middle } else { low = middle + 1 }
    }
    return words[low]
  }

  private static let heads = [
    "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr",
    "ch",
  ]
  private static let tails = ["a", "e", "i", "o", "u", "é", "an", "er", "in", "on", "ar", "ou"]
}
